import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFiles, FOLDER } from '../../../workflows-examples/source/files';

const REMEDY = 'Change workflows-examples/source, not the JSON, and run "npm run workflows"';

describe('the JSON of the example workflows', () => {
	const built = buildFiles();

	it('has a source for every file', async () => {
		const names = (await built).map(({ name }) => name).sort();
		const onDisk = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
		const without = onDisk.filter((name) => !names.includes(name));
		if (without.length > 0) throw new Error(`No source makes ${without.join(', ')}. ${REMEDY}`);
		expect(onDisk.sort()).toEqual(names);
	});

	it('is what the source makes, to the byte', async () => {
		const differing = (await built).filter(
			({ name, text }) => readFileSync(join(FOLDER, name), 'utf8') !== text,
		);
		if (differing.length > 0) {
			throw new Error(
				`Not what their source makes: ${differing.map(({ name }) => name).join(', ')}. ${REMEDY}`,
			);
		}
	});
});
