import assert from 'node:assert/strict';
import type { Step } from '../scene';

const TRIGGER = 'When clicking ‘Execute workflow’';
/** Nobody listens there. */
const NOBODY = 'http://127.0.0.1:9';
const CREDENTIAL = 'Simulator that is not there';
/** For 20 seconds of patience, and what n8n needs around it. */
const MOST_SECONDS = 30;

export const unreachableIsTold: Step = {
	name: 'an Amazon that cannot be reached is told within seconds to whoever watches, with how to start the simulator',
	async run({ api, browser, editor, say }) {
		const { id } = await api.rest<{ id: string }>('POST', '/rest/credentials', {
			...{ name: CREDENTIAL, type: 'amazonSpApi' },
			data: { environment: 'mock', mockUrl: NOBODY },
		});
		try {
			await editor.openNewWorkflow();
			await editor.addFirst('Manual Trigger');
			const form = await editor.addAfter(TRIGGER, 'Amazon Orders', 'Get many orders');
			await form.chooseCredential(CREDENTIAL);
			const startedAt = Date.now();
			const isTold = ({ error = '' }) => error.startsWith(`The simulator at ${NOBODY} does not answer`);
			await editor.executeUntil(isTold, { what: 'that nobody answers' });
			const seconds = (Date.now() - startedAt) / 1000;
			await browser.screenshot('unreachable');
			say(`an unreachable Amazon was told after ${seconds.toFixed(0)} s`);
			assert.ok(seconds <= MOST_SECONDS, `${seconds} s`);
			assert.match(await editor.errorDetails(), /npm run simulator/);
		} finally {
			await editor.openNewWorkflow();
			await api.rest('DELETE', `/rest/credentials/${id}`);
		}
	},
};
