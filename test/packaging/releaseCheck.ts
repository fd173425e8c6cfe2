import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { releaseProblems, type Manifest } from './release';

/** `npm run release:check`, with the tag as argument: ends with 1 and says why when this must not be published. */
function main(): void {
	const project = resolve(__dirname, '..', '..');
	const problems = releaseProblems({
		manifest: JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Manifest,
		changelog: readFileSync(join(project, 'CHANGELOG.md'), 'utf8'),
		tag: process.argv[2],
	});
	for (const problem of problems) console.error(problem);
	if (problems.length === 0) console.log('Ready to be published');
	process.exitCode = problems.length > 0 ? 1 : 0;
}

main();
