import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runToEnd } from './children';
import { withLock } from './lock';
import type { Progress } from './progress';

/** A program that a test needs, and the Debian package that brings it. */
export interface Program {
	name: string;
	debianPackage: string;
	/** Where it may be beside PATH. */
	folders?: () => string[];
}

/** Where a program is; installed with apt-get on the first call on a machine without it. */
export async function installedProgram(program: Program, progress: Progress): Promise<string> {
	const found = findProgram(program);
	if (found !== undefined) return found;
	await withLock(
		join(tmpdir(), 'amazon-seller-apt.lock'),
		(pid) => progress.say(`Another process (${pid}) is installing programs: waiting for it`),
		async () => {
			if (findProgram(program) === undefined) await install(program, progress);
		},
	);
	const installed = findProgram(program);
	if (installed === undefined) {
		throw new Error(`"${program.debianPackage}" was installed but brought no program "${program.name}".`);
	}
	return installed;
}

/** The folders of this pattern that are there, the highest version first, e.g. `/usr/lib/postgresql/17/bin`. */
export function versionedFolders(parent: string, child: string): string[] {
	if (!existsSync(parent)) return [];
	const versions = readdirSync(parent).sort((a, b) => Number(b) - Number(a));
	return versions.map((version) => join(parent, version, child));
}

function findProgram({ name, folders = () => [] }: Program): string | undefined {
	const inPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	return [...folders(), ...inPath].map((folder) => join(folder, name)).find((file) => existsSync(file));
}

async function install({ name, debianPackage }: Program, progress: Progress): Promise<void> {
	const manual = `Install ${debianPackage} yourself, or put its program "${name}" into PATH.`;
	const prefix = asRoot();
	if (prefix === undefined || findProgram({ name: 'apt-get', debianPackage: 'apt' }) === undefined) {
		throw new Error(`There is no "${name}" here, and it cannot be installed with apt-get. ${manual}`);
	}
	const [command = '', ...args] = [...prefix, 'sh', '-c', INSTALL, 'sh', debianPackage];
	const logFile = join(tmpdir(), 'amazon-seller-apt.log');
	await progress.during(`Installing ${debianPackage} with apt-get`, () =>
		runToEnd(command, args, { cwd: tmpdir(), env: process.env, logFile }),
	);
}

/** Its services are not started meanwhile: programs are wanted, not a server that nobody ends. */
const INSTALL = `
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
	trap 'rm -f "$policy"' EXIT
	printf '#!/bin/sh\\nexit 101\\n' > "$policy" && chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq && apt-get install -y -qq "$1"`;

/** What stands before a command that needs root; nothing when that cannot be had without a password. */
function asRoot(): string[] | undefined {
	if (process.getuid?.() === 0) return [];
	try {
		execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
		return ['sudo', '-n'];
	} catch {
		return undefined;
	}
}
