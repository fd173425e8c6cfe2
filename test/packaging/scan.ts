import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

import { packInto } from './pack';

/** What n8n scans of the published tarball. */
const TARBALL_PATTERNS = ['**/*.js', 'package.json'];

/**
 * What n8n's scanner finds in a package before it verifies it, by n8n's settings alone: our own lint settings and
 * disabling comments do not count.
 * @returns one line each: file, place, what is wrong, rule
 */
async function findingsIn(folder: string, patterns: string[]): Promise<string[]> {
	const { passed, message = 'the scan failed', details = '' } = await analyzePackage(folder, patterns);
	if (passed) return [];
	const findings = toLines(folder, details);
	return findings.length > 0 ? findings : [message];
}

/** ESLint's "stylish" text names a file in a line of its own, and what is wrong in it below. */
function toLines(folder: string, details: string): string[] {
	let file = '';
	return details.split('\n').flatMap((line) => {
		if (line.startsWith('/')) file = relative(folder, line);
		const finding = /^\s+(\d+:\d+)\s+error\s+(.*?)\s{2,}(\S+)$/.exec(line);
		return finding === null ? [] : [`${file}:${finding[1]}  ${finding[2]}  ${finding[3]}`];
	});
}

/** The source as n8n reads it from the repository, and the tarball as npm publishes it. */
async function scanAll(project: string): Promise<string[]> {
	const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'amazon-seller-scan-')));
	try {
		execFileSync('tar', ['-xzf', await packInto(scratch, project), '-C', scratch]);
		const source = await findingsIn(project, SOURCE_FILE_PATTERNS);
		const tarball = await findingsIn(join(scratch, 'package'), TARBALL_PATTERNS);
		return [...source, ...tarball.map((finding) => `tarball: ${finding}`)];
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}

/** `npm run scan`; with `-- FOLDER` the source in that folder alone. Ends with 1 when anything is found. */
async function main(): Promise<void> {
	const folder = process.argv[2];
	const findings = await (folder === undefined
		? scanAll(resolve(__dirname, '..', '..'))
		: findingsIn(resolve(folder), SOURCE_FILE_PATTERNS));
	for (const finding of findings) console.log(finding);
	console.log(`${findings.length} findings`);
	process.exitCode = findings.length > 0 ? 1 : 0;
}

void main();
