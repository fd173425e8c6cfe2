import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** The processes this one has started, and what must be undone before it ends. */
const running = new Set<ChildProcess>();
const endings = new Set<() => Promise<void>>();
let watching = false;
let isEnding = false;

/** npm passes on a Ctrl-C that the terminal has already sent us: only a later one means "at once". */
const IMPATIENT_AFTER_MS = 1500;

const LOOK_FOR_NPM_MS = 1000;

export interface ChildOptions {
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** Output is appended here. */
	logFile: string;
	/** Who it runs as; this process's user unless told. */
	uid?: number;
	gid?: number;
}

/**
 * Starts a program in a process group of its own, so that it and its children end together, by its id.
 * It is ended when this process ends, however that happens (short of SIGKILL).
 */
export function startChild(command: string, args: string[], options: ChildOptions): ChildProcess {
	watchForTheEnd();
	const log = openSync(options.logFile, 'a');
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: options.env,
		uid: options.uid,
		gid: options.gid,
		detached: true,
		stdio: ['ignore', log, log],
	});
	closeSync(log);
	running.add(child);
	child.once('exit', () => running.delete(child));
	child.once('error', () => running.delete(child));
	return child;
}

/** Runs a program to its end. Throws with its last lines of output when it fails. */
export async function runToEnd(command: string, args: string[], options: ChildOptions): Promise<void> {
	const child = startChild(command, args, options);
	const code = await new Promise<number | string>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (status, signal) => resolve(status ?? signal ?? 'no status'));
	});
	if (code !== 0) {
		throw new Error(
			`"${[command, ...args].join(' ')}" ended with ${code}. Its last lines (all: ${options.logFile}):\n` +
				lastLines(options.logFile, 25),
		);
	}
}

/** Sends a signal to the program and everything it started. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		child.kill(signal);
	}
}

/** What must happen before this process ends, in reverse order of registration. Returns the way to take it back. */
export function beforeTheEnd(ending: () => Promise<void>): () => void {
	watchForTheEnd();
	endings.add(ending);
	return () => endings.delete(ending);
}

/** The end of a log, for error messages. */
export function lastLines(file: string, count: number): string {
	return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

function watchForTheEnd(): void {
	if (watching) return;
	watching = true;
	process.once('SIGINT', () => void endWith(130));
	process.once('SIGTERM', () => void endWith(143));
	process.once('SIGHUP', () => void endWith(129));
	if (process.env.npm_lifecycle_event !== undefined) endWithNpm();
	process.once('exit', () => running.forEach((child) => signalGroup(child, 'SIGKILL')));
}

/** npm starts us through a shell that dies of a signal without passing it on: we would be left behind, unseen. */
function endWithNpm(): void {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		void endWith(143);
	}, LOOK_FOR_NPM_MS);
	watch.unref();
}

async function endWith(code: number): Promise<void> {
	if (isEnding) return;
	isEnding = true;
	setTimeout(() => process.once('SIGINT', () => process.exit(code)), IMPATIENT_AFTER_MS);
	for (const ending of [...endings].reverse()) {
		await ending().catch((error: Error) => process.stderr.write(`${error.message}\n`));
	}
	process.exit(code);
}
