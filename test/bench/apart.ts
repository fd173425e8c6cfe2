import { build } from 'esbuild';
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Calls `file`'s exported `name` in a fresh process, so that one measurement cannot disturb another. */
export async function runApart<T>(
	file: string,
	name: string,
	environment: Record<string, string> = {},
): Promise<T> {
	const { stdout } = await run(
		process.execPath,
		['--expose-gc', '-r', '@swc-node/register', '-e', scriptOf(file, name)],
		{
			maxBuffer: 1024 * 1024,
			env: { ...process.env, ...environment },
		},
	);
	return resultIn<T>(stdout);
}

/**
 * The same with `input` as its standard input, and compiled before: so the memory of the whole process is the code's own,
 * without a compiler's and without what makes the input.
 */
export async function runCompiled<T>(file: string, name: string, input: Readable): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'amazon-seller-bench-'));
	try {
		const outfile = join(folder, 'compiled.js');
		await build({ entryPoints: [file], outfile, bundle: true, platform: 'node', logLevel: 'error' });
		const child = spawn(process.execPath, ['-e', scriptOf(outfile, name)], {
			stdio: ['pipe', 'pipe', 'inherit'],
		});
		const [printed] = await Promise.all([text(child.stdout), pipeline(input, child.stdin)]);
		return resultIn<T>(printed);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function scriptOf(file: string, name: string): string {
	return `Promise.resolve(require(${JSON.stringify(file)})[${JSON.stringify(name)}]()).then((result) => console.log(JSON.stringify(result)))`;
}

/** The result is the last line that was printed. */
function resultIn<T>(printed: string): T {
	return JSON.parse(printed.trim().split('\n').pop() ?? '') as T;
}
