import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCommand } from '../readme';
import { createBareMachine } from './bareMachine';
import { beforeTheEnd, lastLines, startChild } from './children';
import { createProgress, type Progress } from './progress';
import { demoHome, hasEnded, interrupt, killAll, type StartedDemo } from './startedDemo';
import { waitFor } from './waiting';
import { READY, readWelcome, type ReadWelcome } from './welcome';

/** With npm's own installation of n8n, which takes about five minutes where it is not there yet. */
const READY_WITHIN_MS = 20 * 60_000;
const LOOK_EVERY_MS = 500;

/** `npm run test:start`: the README's start command on a machine that has never seen the project, up to Ctrl-C. */
async function main(): Promise<void> {
	const progress = createProgress((line) => void process.stdout.write(`${line}\n`));
	const machine = createBareMachine();
	const logFile = join(machine.checkout, 'start.log');
	const command = startCommand();
	progress.say(`"${command}" in ${machine.checkout}, home ${machine.home}`);
	const { checkout, env } = machine;
	const shell = startChild('sh', ['-c', command], { cwd: checkout, env, logFile });
	const demo: StartedDemo = { shell, machine };
	const cleanUp = async (): Promise<void> => {
		await interrupt(demo).catch(() => killAll(demo));
		machine.remove();
	};
	const forget = beforeTheEnd(cleanUp);
	try {
		demo.welcome = await untilReady(shell, logFile, progress);
		await checkAnswers(demo.welcome, readFileSync(logFile, 'utf8'));
		assert.ok(existsSync(demoHome(machine)), 'the demo keeps its data below the new home');
		progress.say('n8n, the simulator and the demo store answer; Ctrl-C');
		await interrupt(demo);
		progress.say('everything has stopped');
	} catch (error) {
		process.stderr.write(`What it printed last:\n${lastLines(logFile, 40)}\n`);
		throw error;
	} finally {
		forget();
		await cleanUp();
	}
}

/** Waits until the command has printed its welcome, and shows what it prints. */
async function untilReady(shell: ChildProcess, logFile: string, { say }: Progress): Promise<ReadWelcome> {
	let shown = 0;
	return await waitFor(
		`"${READY}"`,
		async () => {
			const printed = readFileSync(logFile, 'utf8');
			const lines = printed.split('\n').slice(0, -1);
			for (const line of lines.slice(shown)) say(`  | ${line}`);
			shown = lines.length;
			const welcome = readWelcome(printed);
			if (welcome === undefined && hasEnded(shell)) throw new Error('The command ended before n8n was ready');
			return welcome;
		},
		{ timeoutMs: READY_WITHIN_MS, everyMs: LOOK_EVERY_MS },
	);
}

/** What the welcome promises is there, and nothing was reported as not published. */
async function checkAnswers(welcome: ReadWelcome, printed: string): Promise<void> {
	const { n8n, simulator, store, email, password } = welcome;
	assert.match(await textOf(n8n), /<title>[^<]*n8n/i, 'n8n shows its page');
	const login = await fetch(`${n8n}/rest/login`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ emailOrLdapLoginId: email, password }),
	});
	assert.equal(login.status, 200, 'the printed login works');
	assert.match(await textOf(`${simulator}/simulator`), /Amazon simulator/, 'the simulator shows its page');
	assert.match(await textOf(store), /<title>/, 'the demo store shows its page');
	assert.doesNotMatch(printed, /not published:/);
}

async function textOf(url: string): Promise<string> {
	const response = await fetch(url);
	assert.equal(response.status, 200, `${url} answers`);
	return await response.text();
}

main().then(
	() => process.exit(0),
	(error: Error) => {
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	},
);
