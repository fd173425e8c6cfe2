import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { RESOURCES as LISTINGS } from '../../nodes/AmazonListings/resources';
import { RESOURCES as ORDERS } from '../../nodes/AmazonOrders/resources';
import { RESOURCES as REPORTS } from '../../nodes/AmazonReports/resources';

const NODES = join(__dirname, '..', '..', 'nodes');

describe.each([
	{ node: 'AmazonListings', resources: LISTINGS },
	{ node: 'AmazonOrders', resources: ORDERS },
	{ node: 'AmazonReports', resources: REPORTS },
])('output schemas of $node, which n8n shows before a node has run', ({ node, resources }) => {
	const folder = join(NODES, node, '__schema__', 'v1.0.0');
	const operations = resources.flatMap(({ value, operations: all }) =>
		all.map((one) => `${value}/${one.value}.json`),
	);

	it.each(operations)('%s is there', (file) => {
		expect(existsSync(join(folder, file))).toBe(true);
	});

	it.each(operations)('%s is what n8n understands: an object with named fields', (file) => {
		const schema: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
		expect(schema).toMatchObject({ type: 'object', version: 1 });
		expect(Object.keys((schema as { properties: object }).properties)).not.toEqual([]);
	});

	it('has none for operations that do not exist', () => {
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
			file.endsWith('.json'),
		);
		expect(files.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(operations.sort());
	});
});
