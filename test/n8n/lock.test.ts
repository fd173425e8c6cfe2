import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock, withLock } from './lock';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'amazon-seller-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The process id of a program that has ended. */
function deadPid(): number {
	return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('the lock file', () => {
	it('is taken in a folder that does not exist yet, as on a machine without a cache folder', () => {
		const lockFile = join(folder, 'cache', 'n8n-nodes-amazon-seller', 'demo-home.lock');
		expect(takeLock(lockFile)).toBeUndefined();
		expect(readFileSync(lockFile, 'utf8')).toBe(String(process.pid));
	});

	it('names its living holder to the second taker, and stays with the first', () => {
		const lockFile = join(folder, 'lock');
		writeFileSync(lockFile, String(process.ppid));
		expect(takeLock(lockFile)).toBe(process.ppid);
		expect(readFileSync(lockFile, 'utf8')).toBe(String(process.ppid));
	});

	it.each([
		['a dead one', () => String(deadPid())],
		['one that was cut off while writing', () => ''],
	])('is taken over from %s', (_, content) => {
		const lockFile = join(folder, 'lock');
		writeFileSync(lockFile, content());
		expect(takeLock(lockFile)).toBeUndefined();
		expect(readFileSync(lockFile, 'utf8')).toBe(String(process.pid));
	});

	it('lets two takers work one after the other, in a folder that does not exist yet, and is gone afterwards', async () => {
		const lockFile = join(folder, 'cache', 'n8n.lock');
		const events: string[] = [];
		let finishFirst = (): void => undefined;
		const first = withLock(
			lockFile,
			() => events.push('first waits'),
			async () => {
				events.push('first works');
				await new Promise<void>((resolve) => {
					finishFirst = resolve;
				});
				events.push('first is done');
			},
		);
		const second = withLock(
			lockFile,
			(holder) => {
				events.push(`second waits for ${holder}`);
				finishFirst();
			},
			async () => void events.push('second works'),
		);
		await Promise.all([first, second]);
		expect(events).toEqual([
			'first works',
			`second waits for ${process.pid}`,
			'first is done',
			'second works',
		]);
		expect(existsSync(lockFile)).toBe(false);
	});

	it('is given back when the work fails', async () => {
		const lockFile = join(folder, 'lock');
		const failing = withLock(
			lockFile,
			() => undefined,
			() => Promise.reject(new Error('no')),
		);
		await expect(failing).rejects.toThrow('no');
		expect(existsSync(lockFile)).toBe(false);
	});
});
