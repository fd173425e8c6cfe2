import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runToEnd } from './children';
import { environmentOf, type Installation } from './install';
import type { Progress } from './progress';

/** The checkout that this file belongs to. */
export const PROJECT_FOLDER = resolve(__dirname, '..', '..');

const MARKER = '.installed-tarball';

/**
 * Builds the project, packs it as it would be published, and installs that tarball as a community package of the
 * n8n in `userFolder`. Skipped when the very same tarball is installed. Returns whether anything was installed.
 */
export async function installPackage(
	installation: Installation,
	userFolder: string,
	progress: Progress,
	projectFolder = PROJECT_FOLDER,
): Promise<boolean> {
	const tarball = await progress.during('Building and packing our nodes', () => packOnce(projectFolder));
	const nodesFolder = join(userFolder, '.n8n', 'nodes');
	const hash = createHash('sha256').update(tarball.content).digest('hex');
	const marker = join(nodesFolder, MARKER);
	if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return false;
	await progress.during('Installing our nodes into n8n', () => unpack(installation, nodesFolder, tarball));
	writeFileSync(marker, hash);
	return true;
}

interface Tarball {
	name: string;
	content: Buffer;
}

/** Several n8n started by one process share a build: two at once would clean away each other's files. */
const packed = new Map<string, Promise<Tarball>>();

/** Builds the project and packs it as it would be published. */
export function packOnce(projectFolder: string): Promise<Tarball> {
	const known = packed.get(projectFolder) ?? pack(projectFolder);
	packed.set(projectFolder, known);
	return known;
}

async function pack(projectFolder: string): Promise<Tarball> {
	const packFolder = mkdtempSync(join(tmpdir(), 'amazon-seller-pack-'));
	try {
		const options = { cwd: projectFolder, env: process.env, logFile: join(packFolder, 'pack.log') };
		await runToEnd('npm', ['run', 'build'], options);
		await runToEnd('npm', ['pack', '--pack-destination', packFolder], options);
		const name = readdirSync(packFolder).find((file) => file.endsWith('.tgz'));
		if (name === undefined) throw new Error(`npm pack in ${projectFolder} left no .tgz`);
		return { name, content: readFileSync(join(packFolder, name)) };
	} finally {
		rmSync(packFolder, { recursive: true, force: true });
	}
}

/** n8n loads every package listed in `nodes/package.json`; the peer `n8n-workflow` is n8n's own. */
async function unpack(installation: Installation, nodesFolder: string, tarball: Tarball): Promise<void> {
	rmSync(nodesFolder, { recursive: true, force: true });
	mkdirSync(nodesFolder, { recursive: true });
	const manifest = { name: 'installed-nodes', private: true, dependencies: {} };
	writeFileSync(join(nodesFolder, 'package.json'), JSON.stringify(manifest));
	const kept = join(nodesFolder, tarball.name);
	writeFileSync(kept, tarball.content);
	await runToEnd(
		'npm',
		['install', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', kept],
		{
			cwd: nodesFolder,
			env: environmentOf(installation),
			logFile: join(nodesFolder, 'install.log'),
		},
	);
}
