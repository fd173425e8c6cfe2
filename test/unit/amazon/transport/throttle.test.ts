import FakeTimers, { type Clock as FakeClock } from '@sinonjs/fake-timers';

import { JSON_LISTINGS_FEED } from '../../../../nodes/amazon/tables/feedTypes';
import type { RateLimit, RollingWindow } from '../../../../nodes/amazon/tables/limits';
import { OPERATIONS, type SpApiOperation } from '../../../../nodes/amazon/transport/operations';
import { createThrottle, type Throttle } from '../../../../nodes/amazon/transport/throttle';
import { anAccount, timerClock } from './setting';

const ACCOUNT = anAccount();

/** Amazon's bucket, exactly: continuous refill, one token per request that arrives. */
class AmazonBucket {
	refused = 0;
	accepted = 0;
	private tokens: number;
	private lastMs: number;

	constructor(
		private readonly limit: RateLimit,
		nowMs: number,
	) {
		this.tokens = limit.burst;
		this.lastMs = nowMs;
	}

	arrive(nowMs: number): boolean {
		const refill = ((nowMs - this.lastMs) * this.limit.ratePerSecond) / 1000;
		this.tokens = Math.min(this.limit.burst, this.tokens + refill);
		this.lastMs = nowMs;
		// Not a thousandth of a token is forgiven, only the rounding of the sum itself.
		const allowed = this.tokens >= 1 - 1e-9;
		if (allowed) this.tokens -= 1;
		if (allowed) this.accepted += 1;
		else this.refused += 1;
		return allowed;
	}
}

function anOperation(limit: RateLimit): SpApiOperation {
	return { ...OPERATIONS.getFeed, id: `test ${limit.ratePerSecond}/${limit.burst}`, limit };
}

/** A repeatable stream of chances. */
function chances(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1664525 + 1013904223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

describe('throttle', () => {
	let time: FakeClock;
	let throttle: Throttle;

	beforeEach(() => {
		time = FakeTimers.install({
			now: Date.UTC(2026, 10, 23),
			toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'Date'],
		});
		throttle = createThrottle(timerClock);
	});

	afterEach(() => {
		throttle.close();
		time.uninstall();
	});

	const RATES: RateLimit[] = [
		{ ratePerSecond: 5, burst: 5 },
		{ ratePerSecond: 5, burst: 10 },
		{ ratePerSecond: 2, burst: 2 },
		{ ratePerSecond: 2, burst: 15 },
		{ ratePerSecond: 0.5, burst: 15 },
		{ ratePerSecond: 0.0222, burst: 10 },
		{ ratePerSecond: 0.0083, burst: 15 },
		{ ratePerSecond: 0.0056, burst: 20 },
	];

	describe.each(RATES)('$ratePerSecond per second, burst $burst', (limit) => {
		const latencyMs = Math.min(500, (((limit.burst - 1) / limit.ratePerSecond) * 1000) / 2);

		const send = async (amazon: AmazonBucket, chance: () => number) =>
			await throttle.run(ACCOUNT, anOperation(limit), async () => {
				await timerClock.sleep(Math.floor(chance() * latencyMs));
				amazon.arrive(Date.now());
				await timerClock.sleep(Math.floor(chance() * 300));
			});

		it('reaches 98 % of what Amazon allows and is never refused, however long requests travel', async () => {
			const amazon = new AmazonBucket(limit, Date.now());
			const chance = chances(limit.burst);
			const count = limit.burst + 400;
			const startMs = Date.now();
			const all = Promise.all(Array.from({ length: count }, async () => await send(amazon, chance)));
			let endMs = 0;
			void all.then(() => (endMs = Date.now()));
			while (endMs === 0) await time.tickAsync(500 / limit.ratePerSecond);
			const idealMs = ((count - limit.burst) / limit.ratePerSecond) * 1000;
			expect(amazon.refused).toBe(0);
			expect(amazon.accepted).toBe(count);
			expect(idealMs / (endMs - startMs)).toBeGreaterThanOrEqual(0.98);
		});

		it('is never refused when calls come in waves with pauses between', async () => {
			const amazon = new AmazonBucket(limit, Date.now());
			const chance = chances(7);
			const waves: Array<Promise<unknown>> = [];
			for (let wave = 0; wave < 12; wave++) {
				const size = Math.ceil(chance() * limit.burst * 1.5);
				for (let call = 0; call < size; call++) waves.push(send(amazon, chance));
				await time.tickAsync(Math.floor((chance() * 2 * limit.burst * 1000) / limit.ratePerSecond));
			}
			await time.tickAsync((limit.burst * 20_000) / limit.ratePerSecond);
			await Promise.all(waves);
			expect(amazon.refused).toBe(0);
		});
	});

	it('keeps accounts, applications and operations apart', async () => {
		const limit = { ratePerSecond: 0.01, burst: 1 };
		const started: string[] = [];
		const call = async (account: string, client: string, id: string) => {
			const operation = { ...anOperation(limit), id };
			const caller = anAccount({ sellerId: account, clientId: client });
			await throttle.run(caller, operation, () =>
				Promise.resolve(started.push(`${account} ${client} ${id}`)),
			);
		};
		const calls = [call('A', '1', 'x'), call('B', '1', 'x'), call('A', '2', 'x'), call('A', '1', 'y')];
		await time.tickAsync(100);
		await Promise.all(calls);
		expect(started).toHaveLength(4);
	});

	it('lets the urgent pass the waiting', async () => {
		const operation = anOperation({ ratePerSecond: 1, burst: 1 });
		const order: string[] = [];
		const call = async (name: string, priority?: number) =>
			await throttle.run(ACCOUNT, operation, () => Promise.resolve(order.push(name)), { priority });
		const calls = [call('first'), call('second'), call('third'), call('urgent', 0)];
		await time.tickAsync(10_000);
		await Promise.all(calls);
		expect([...order].sort()).toEqual(['first', 'second', 'third', 'urgent']);
		expect(order.indexOf('urgent')).toBeLessThan(order.indexOf('second'));
	});

	describe('rolling window', () => {
		const operation = anOperation({ ratePerSecond: 10, burst: 50 });

		it('starts at most 5 feeds in any 5 minutes, and each place is free 5 minutes after its use', async () => {
			const startedMs: number[] = [];
			const zeroMs = Date.now();
			const send = async () => {
				startedMs.push(Date.now() - zeroMs);
				await timerClock.sleep(200);
				return { status: 202 };
			};
			const { window } = JSON_LISTINGS_FEED;
			const calls = Array.from(
				{ length: 12 },
				async () => await throttle.run(ACCOUNT, operation, send, { window }),
			);
			await time.tickAsync(1_000_000);
			await Promise.all(calls);
			expect(startedMs).toHaveLength(12);
			for (let index = 5; index < startedMs.length; index++) {
				const spanMs = (startedMs[index] ?? 0) - (startedMs[index - 5] ?? 0);
				expect(spanMs).toBeGreaterThanOrEqual(window.windowMs);
				expect(spanMs).toBeLessThan(window.windowMs + 1000);
			}
		});

		it('gives the place back when Amazon did not count the call, and does not hold up other feeds', async () => {
			const statuses: number[] = [];
			const send = (status: number) => {
				statuses.push(status);
				return Promise.resolve({ status });
			};
			const run = async (status: number, window?: RollingWindow) =>
				await throttle.run(ACCOUNT, operation, async () => await send(status), {
					window,
					takesPlace: (answer) => answer.status !== 429,
				});
			const { window } = JSON_LISTINGS_FEED;
			const calls = [429, 429, 1, 2, 3, 4, 5, 6].map(async (status) => await run(status, window));
			calls.push(run(100));
			await time.tickAsync(5_000);
			expect(statuses).toContain(100);
			expect(statuses).toContain(5);
			expect(statuses).not.toContain(6);
			expect(throttle.waitMs(ACCOUNT, operation, window)).toBeGreaterThan(290_000);
			expect(throttle.waitMs(ACCOUNT, operation)).toBe(0);
			await time.tickAsync(300_000);
			await Promise.all(calls);
			expect(statuses).toContain(6);
		});
	});

	describe('what Amazon says', () => {
		it.each([undefined, '', '0', '-1', 'Infinity', 'NaN', '5, 10', 'fast', '1e-9', '1e12'])(
			'ignores the rate "%s"',
			async (header) => {
				const operation = anOperation({ ratePerSecond: 1, burst: 1 });
				throttle.learn(ACCOUNT, operation, header);
				expect(await timesOf(operation, 5)).toEqual([0, 1, 2, 3, 4]);
			},
		);

		it.each([
			['10', [0, 0.1, 0.2, 0.3, 0.4]],
			['0.5', [0, 2, 4, 6, 8]],
		])('goes on at the rate %s when an answer names it', async (header, seconds) => {
			const operation = anOperation({ ratePerSecond: 1, burst: 1 });
			throttle.learn(ACCOUNT, operation, header);
			expect(await timesOf(operation, 5)).toEqual(seconds);
		});

		it('wakes those who already wait when the rate rises', async () => {
			const operation = anOperation({ ratePerSecond: 0.01, burst: 1 });
			const calls = [1, 2].map(
				async () => await throttle.run(ACCOUNT, operation, () => Promise.resolve(Date.now())),
			);
			await time.tickAsync(1000);
			throttle.learn(ACCOUNT, operation, '1');
			await time.tickAsync(1000);
			const [first = 0, second = 0] = await Promise.all(calls);
			expect(second - first).toBeLessThan(2000);
		});

		it('holds everything back after a 429 until a token is there again', async () => {
			const operation = anOperation({ ratePerSecond: 1, burst: 10 });
			throttle.penalise(ACCOUNT, operation, 7_000);
			const [first = 0, second = 0, third = 0] = await timesOf(operation, 3);
			expect(first).toBeGreaterThanOrEqual(7);
			expect(first).toBeLessThan(8);
			expect([second - first, third - first].map((seconds) => Math.round(seconds))).toEqual([1, 2]);
		});

		async function timesOf(operation: SpApiOperation, count: number): Promise<number[]> {
			const zeroMs = Date.now();
			const calls = Array.from(
				{ length: count },
				async () => await throttle.run(ACCOUNT, operation, () => Promise.resolve(Date.now() - zeroMs)),
			);
			await time.tickAsync(20_000);
			return (await Promise.all(calls)).map((ms) => Math.round(ms / 50) / 20);
		}
	});

	describe('stopping', () => {
		const slow = anOperation({ ratePerSecond: 0.001, burst: 1 });

		it('rejects a waiting call with the signal’s reason and leaves no timer', async () => {
			const stop = new AbortController();
			await timed(throttle.run(ACCOUNT, slow, () => Promise.resolve('first')));
			const waiting = [1, 2, 3].map(
				async () => await throttle.run(ACCOUNT, slow, () => Promise.resolve('late'), { signal: stop.signal }),
			);
			const settled = Promise.allSettled(waiting);
			await time.tickAsync(50);
			expect(time.countTimers()).toBeGreaterThan(0);
			stop.abort(new Error('stopped by the user'));
			await time.tickAsync(50);
			expect(await settled).toEqual(
				[1, 2, 3].map(() => ({ status: 'rejected', reason: new Error('stopped by the user') })),
			);
			expect(time.countTimers()).toBe(0);
		});

		it('costs the others nothing when one of them is stopped', async () => {
			const operation = anOperation({ ratePerSecond: 1, burst: 1 });
			const stop = new AbortController();
			await timed(throttle.run(ACCOUNT, operation, () => Promise.resolve(0)));
			const stopped = throttle.run(ACCOUNT, operation, () => Promise.resolve(0), { signal: stop.signal });
			const startMs = Date.now();
			const patient = throttle.run(ACCOUNT, operation, () => Promise.resolve(Date.now() - startMs));
			const settled = Promise.allSettled([stopped]);
			await time.tickAsync(10);
			stop.abort();
			await time.tickAsync(2000);
			await settled;
			expect(await patient).toBeLessThan(1100);
		});

		it('works again after all who waited have left', async () => {
			const operation = anOperation({ ratePerSecond: 1, burst: 1 });
			const stop = new AbortController();
			await timed(throttle.run(ACCOUNT, operation, () => Promise.resolve(0)));
			const stopped = throttle.run(ACCOUNT, operation, () => Promise.resolve(0), { signal: stop.signal });
			const settled = Promise.allSettled([stopped]);
			stop.abort();
			await time.tickAsync(10);
			await settled;
			expect(await timed(throttle.run(ACCOUNT, operation, () => Promise.resolve('again')))).toBe('again');
		});

		it('closes: what waits is rejected, what runs may finish', async () => {
			let finish = () => {};
			const running = throttle.run(ACCOUNT, slow, async () => {
				await new Promise<void>((resolve) => (finish = resolve));
				return 'done';
			});
			const waiting = Promise.allSettled([throttle.run(ACCOUNT, slow, () => Promise.resolve('late'))]);
			await time.tickAsync(50);
			throttle.close();
			finish();
			await time.tickAsync(50);
			expect(await running).toBe('done');
			expect((await waiting)[0]?.status).toBe('rejected');
			expect(time.countTimers()).toBe(0);
		});

		async function timed<T>(work: Promise<T>): Promise<T> {
			await time.tickAsync(2000);
			return await work;
		}
	});

	it('has no timer while nothing waits', async () => {
		const operation = anOperation({ ratePerSecond: 5, burst: 5 });
		const calls = Array.from(
			{ length: 20 },
			async () => await throttle.run(ACCOUNT, operation, () => Promise.resolve(0)),
		);
		await time.tickAsync(10_000);
		await Promise.all(calls);
		expect(time.countTimers()).toBe(0);
	});
});
