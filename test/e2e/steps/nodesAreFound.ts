import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../n8n/package';
import type { Step } from '../scene';

/**
 * `dist/nodes/AmazonOrders/AmazonOrders.node.js` is shown as `Amazon Orders`; of a trigger with several events n8n
 * leaves the word `Trigger` out.
 */
function shownNames(): string[] {
	const manifest = readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8');
	const { n8n } = JSON.parse(manifest) as { n8n: { nodes: string[] } };
	const names = n8n.nodes.map((path) => path.split('/')[2] ?? '');
	return names.map((name) => name.replace(/Trigger$/, '').replace(/([a-z])([A-Z])/g, '$1 $2'));
}

export const nodesAreFound: Step = {
	name: 'every node of our package is found in the node creator, the trigger with its events',
	async run({ editor, browser }) {
		await editor.openNewWorkflow();
		await editor.searchNodes('Amazon');
		for (const name of shownNames()) await editor.offered(name).waitFor();
		await browser.screenshot('node-creator');
		await editor.offered('Amazon').click();
		await editor.offered('On new order').waitFor();
		await browser.screenshot('trigger-events');
	},
};
