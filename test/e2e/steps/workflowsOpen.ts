import assert from 'node:assert/strict';
import type { Step } from '../scene';

export const workflowsOpen: Step = {
	name: 'every example workflow opens in the editor with all its nodes known',
	timeoutMs: 300_000,
	async run({ api, editor, browser, workflows }) {
		assert.ok(workflows.length > 0, 'workflows-examples/ holds no workflow');
		const known = new Set(await api.nodeTypes());
		await editor.openNewWorkflow();
		for (const workflow of workflows) {
			const unknown = workflow.nodes.filter(({ type }) => !known.has(type)).map(({ type }) => type);
			assert.deepEqual(unknown, [], `${workflow.name} uses nodes this n8n does not have`);
			await editor.goToWorkflow(workflow);
			await browser.screenshot(`workflow-${workflow.id}`);
		}
	},
};
