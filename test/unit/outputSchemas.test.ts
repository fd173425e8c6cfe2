import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { RESOURCES } from '../../nodes/AmazonListings/resources';

const FOLDER = join(__dirname, '..', '..', 'nodes', 'AmazonListings', '__schema__', 'v1.0.0');

describe('output schemas, which n8n shows before a node has run', () => {
	const operations = RESOURCES.flatMap(({ value, operations: all }) =>
		all.map((one) => `${value}/${one.value}.json`),
	);

	it.each(operations)('%s is there', (file) => {
		expect(existsSync(join(FOLDER, file))).toBe(true);
	});

	it('has none for operations that do not exist', () => {
		const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
			file.endsWith('.json'),
		);
		expect(files.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(operations.sort());
	});
});
