import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFiles, FOLDER } from './files';

/** `npm run workflows`: writes the JSON of every example workflow. */
async function main(): Promise<void> {
	const files = await buildFiles();
	for (const { name, text } of files) writeFileSync(join(FOLDER, name), text);
	process.stdout.write(`${files.length} workflows are built in workflows-examples\n`);
}

void main();
