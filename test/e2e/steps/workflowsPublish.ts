import assert from 'node:assert/strict';
import { NOT_PUBLISHED, publishDemo } from '../../n8n/publishDemo';
import type { Step } from '../scene';

export const workflowsPublish: Step = {
	name: 'the set-up workflow runs and every workflow that starts by itself can be published',
	timeoutMs: 300_000,
	async run({ api, workflows, say }) {
		const { published, problems } = await publishDemo(api, workflows);
		say(`published: ${published.join(', ') || 'none'}`);
		assert.deepEqual(problems, []);
		assert.ok(published.length > 0, 'no example workflow starts by itself');
		for (const id of NOT_PUBLISHED) {
			await api.publish(id);
			await api.unpublish(id);
		}
	},
};
