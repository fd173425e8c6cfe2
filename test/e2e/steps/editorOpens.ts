import assert from 'node:assert/strict';
import type { Step } from '../scene';

export const editorOpens: Step = {
	name: 'the editor opens after signing in and knows our nodes',
	async run({ api, editor, browser }) {
		await editor.openNewWorkflow();
		await browser.screenshot('editor');
		const ours = (await api.nodeTypes()).filter((name) => name.startsWith('n8n-nodes-amazon-seller.'));
		assert.ok(ours.length > 0, 'n8n lists no node of our package');
	},
};
