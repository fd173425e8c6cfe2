import assert from 'node:assert/strict';
import { FOUND_BY_AMAZON } from '../../unit/nodeSearch';
import type { Step } from '../scene';

export const nodesAreFound: Step = {
	name: 'every node of our package is found in the node creator, the trigger with its events',
	async run({ editor, browser }) {
		await editor.openNewWorkflow();
		await editor.searchNodes('Amazon');
		for (const name of FOUND_BY_AMAZON) await editor.offered(name).waitFor();
		const ours = (await editor.offeredNames()).filter((name) => FOUND_BY_AMAZON.includes(name));
		assert.deepEqual(ours, FOUND_BY_AMAZON);
		await browser.screenshot('node-creator');
		await editor.offered('Amazon').click();
		await editor.offered('On new order').waitFor();
		await browser.screenshot('trigger-events');
	},
};
