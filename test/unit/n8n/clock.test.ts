import { clock } from '../../../nodes/n8n/clock';

describe('clock', () => {
	const never = () => new AbortController().signal;

	it.each([
		{ name: 'whole', delayMs: 20, signal: undefined },
		{ name: 'whole, with a signal', delayMs: 20, signal: never() },
		{ name: 'broken, as a growing wait is', delayMs: 12.5, signal: never() },
		{ name: 'none', delayMs: 0, signal: never() },
	])('sleeps: $name', async ({ delayMs, signal }) => {
		const startedAt = clock.now();
		await clock.sleep(delayMs, signal);
		expect(clock.now() - startedAt).toBeGreaterThanOrEqual(Math.floor(delayMs) - 1);
	});

	it('wakes with the reason when the execution is stopped', async () => {
		const stop = new AbortController();
		const sleeping = clock.sleep(60_000, stop.signal);
		stop.abort(new Error('Stopped by hand'));
		await expect(sleeping).rejects.toThrow('Stopped by hand');
	});

	it('does not fall asleep when the execution is stopped already', async () => {
		await expect(clock.sleep(60_000, AbortSignal.abort(new Error('Stopped by hand')))).rejects.toThrow(
			'Stopped by hand',
		);
	});
});
