import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Calls `file`'s exported `name` in a fresh process, so that one measurement cannot disturb another. */
export async function runApart<T>(
	file: string,
	name: string,
	environment: Record<string, string> = {},
): Promise<T> {
	const script = `Promise.resolve(require(${JSON.stringify(file)})[${JSON.stringify(name)}]()).then((result) => console.log(JSON.stringify(result)))`;
	const { stdout } = await run(process.execPath, ['--expose-gc', '-r', '@swc-node/register', '-e', script], {
		maxBuffer: 1024 * 1024,
		env: { ...process.env, ...environment },
	});
	return JSON.parse(stdout.trim().split('\n').pop() ?? '') as T;
}
