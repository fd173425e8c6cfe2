import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { publishedManifest, type Manifest } from './release';

const run = promisify(execFile);

/** What npm publishes beside package.json. */
const CONTENT = ['dist', 'index.js', 'README.md', 'LICENSE'];

/** Builds the project and packs it as it is published, its manifest completed. Answers with the tarball's path. */
export async function packInto(folder: string, project: string): Promise<string> {
	await run('npm', ['run', 'build'], { cwd: project });
	const stage = mkdtempSync(join(tmpdir(), 'amazon-seller-stage-'));
	try {
		for (const name of CONTENT) cpSync(join(project, name), join(stage, name), { recursive: true });
		const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Manifest;
		writeFileSync(join(stage, 'package.json'), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
		await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: stage });
	} finally {
		rmSync(stage, { recursive: true, force: true });
	}
	const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
	if (tarball === undefined) throw new Error(`npm pack left no tarball in ${folder}`);
	return join(folder, tarball);
}

/** `npm run release:pack`: leaves the tarball in `release/`. */
async function main(): Promise<void> {
	const project = resolve(__dirname, '..', '..');
	const folder = join(project, 'release');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder);
	console.log(await packInto(folder, project));
}

if (require.main === module) void main();
