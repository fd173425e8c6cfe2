import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../n8n/package';
import type { Step } from '../scene';

/** `dist/nodes/AmazonOrders/AmazonOrders.node.js` is shown as `Amazon Orders`. */
function declaredNames(): string[] {
	const manifest = readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8');
	const { n8n } = JSON.parse(manifest) as { n8n: { nodes: string[] } };
	return n8n.nodes.map((path) => (path.split('/')[2] ?? '').replace(/([a-z])([A-Z])/g, '$1 $2'));
}

export const nodesAreFound: Step = {
	name: 'every node of our package is found in the node creator',
	async run({ editor, browser }) {
		await editor.openNewWorkflow();
		const found = await editor.searchNodes('Amazon');
		for (const name of declaredNames()) {
			await found
				.filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
				.first()
				.waitFor();
		}
		await browser.screenshot('node-creator');
	},
};
