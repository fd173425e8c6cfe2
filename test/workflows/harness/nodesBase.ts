import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cacheRoot } from '../../n8n/cacheFolder';
import * as contents from './nodesBaseContents';

/** n8n's own nodes in the release that n8n-core 2.40.3 belongs to. */
const version = '2.40.2';
const { absentPackage, absentPackages, caseFunctions, neededFolders, neededPackages } = contents;
/** A changed selection gets a folder of its own. */
const selection = createHash('sha256').update(JSON.stringify(contents)).digest('hex').slice(0, 8);
const folderName = `nodes-base-${version}-${selection}`;
const projectFolder = resolve(__dirname, '../../..');

/**
 * Folder of the part of `n8n-nodes-base` that workflows in tests use. Fetched from the registry once per
 * machine (kept in the cache folder), then copied below the project's `node_modules`, from where it shares `n8n-workflow` with the project's own nodes.
 */
export function nodesBaseFolder(): string {
	const local = join(projectFolder, 'node_modules', '.cache', folderName);
	if (existsSync(local)) return local;
	const cached = join(cacheRoot(), folderName);
	if (!existsSync(cached)) install(cached, fetchPackage);
	install(local, (staging) => cpSync(cached, staging, { recursive: true }));
	return local;
}

/** Builds aside and moves into place, so that test workers starting together never see half a folder. */
function install(target: string, build: (staging: string) => void): void {
	mkdirSync(dirname(target), { recursive: true });
	const staging = mkdtempSync(`${target}-`);
	try {
		build(staging);
		if (!existsSync(target)) renameSync(staging, target);
	} catch (error) {
		if (!existsSync(target)) throw error;
	} finally {
		rmSync(staging, { recursive: true, force: true });
	}
}

function fetchPackage(staging: string): void {
	const packed = npm(
		['pack', `n8n-nodes-base@${version}`, '--silent', '--pack-destination', staging],
		staging,
	);
	const archive = packed.trim().split('\n').pop() ?? '';
	const unused = ['--exclude=*.map', '--exclude=*.d.ts', '--exclude=*.svg', '--exclude=*.png'];
	execFileSync('tar', [...unused, '-xzf', archive, '--strip-components=1', ...neededFolders], {
		cwd: staging,
	});
	rmSync(join(staging, archive));
	const manifest: { dependencies: Record<string, string> } = readJson(join(staging, 'package.json'));
	const dependencies = Object.fromEntries(neededPackages.map((name) => [name, manifest.dependencies[name]]));
	writeFileSync(join(staging, 'package.json'), JSON.stringify({ name: folderName, version, dependencies }));
	npm(['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--silent'], staging);
	writeStandIns(join(staging, 'node_modules'));
}

function npm(parameters: string[], folder: string): string {
	try {
		return execFileSync('npm', parameters, {
			cwd: folder,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32',
		});
	} catch (error) {
		throw new Error(
			`Could not fetch n8n-nodes-base ${version}, which workflow tests need once per machine: npm ${parameters[0]} failed. Check the connection to the npm registry and run again.`,
			{ cause: error },
		);
	}
}

function writeStandIns(modules: string): void {
	for (const name of absentPackages) writePackage(modules, name, absentPackage);
	writePackage(modules, 'change-case', caseFunctions);
}

function writePackage(modules: string, name: string, source: string): void {
	const folder = join(modules, name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
	writeFileSync(join(folder, 'index.js'), source);
}

function readJson<Content>(path: string): Content {
	return JSON.parse(readFileSync(path, 'utf8'));
}
