import type { ServerResponse } from 'node:http';

import type { Client } from '../../../../nodes/amazon/transport/contract';
import { SpApiError } from '../../../../nodes/amazon/transport/errors';
import { OPERATIONS } from '../../../../nodes/amazon/transport/operations';
import { NetworkError, type Http } from '../../../../nodes/amazon/transport/ports';
import { Silence } from '../../../../nodes/amazon/transport/silence';
import { createTokenStore } from '../../../../nodes/amazon/transport/token';
import { aClient, anAccount, grantToken, nodeHttp, QuickClock, refuse, reply, Wire } from './setting';

const LIMIT_MS = 20_000;

/** Deadlines come at once, and their time has passed then. */
class SkippingClock extends QuickClock {
	readonly askedMs: number[] = [];

	override deadline(delayMs: number): AbortSignal {
		this.askedMs.push(delayMs);
		const deadline = new AbortController();
		const dueMs = this.now() + delayMs;
		setTimeout(() => {
			this.skip(Math.max(0, dueMs - this.now()));
			deadline.abort(new DOMException('late', 'TimeoutError'));
		}, 200).unref();
		return deadline.signal;
	}
}

const failing =
	(code: string): Http =>
	() =>
		Promise.reject(new NetworkError(code, `connect ${code} 127.0.0.1:9`));

let wire: Wire;
let others: Wire[] = [];
let clock: QuickClock;
beforeEach(async () => {
	wire = await Wire.open((_, response) => reply(response, 200, { feedId: '1' }));
	clock = new QuickClock();
});
afterEach(async () => {
	await Promise.all([wire, ...others].map(async (one) => await one.close()));
	others = [];
});

/** One more Amazon, closed at the end of the test. */
const openAnother: typeof Wire.open = async (...answers) => {
	const another = await Wire.open(...answers);
	others.push(another);
	return another;
};

const getFeed = async (client: Client) =>
	await client
		.call(OPERATIONS.getFeed, { path: { feedId: '1' } })
		.then(() => undefined)
		.catch((error: unknown) => error);

describe('a person who watches', () => {
	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ECONNRESET'])(
		'is told within 20 s: %s',
		async (code) => {
			const silence = new Silence(clock, LIMIT_MS);
			const startedAt = clock.now();
			const { client } = aClient(wire, { clock, silence, http: failing(code) });
			expect(await getFeed(client)).toMatchObject({ code, operation: 'login' });
			expect(clock.now() - startedAt).toBeLessThanOrEqual(LIMIT_MS);
			expect(clock.sleptMs.length).toBeGreaterThan(3);
		},
	);

	it.each([
		['the call', () => undefined, grantToken],
		['the login', (_: unknown, response: ServerResponse) => reply(response, 200, {}), () => undefined],
	])('is told within 20 s: %s is never answered', async (_, answer, login) => {
		const silent = await openAnother(answer, login);
		const slow = new SkippingClock();
		const startedAt = slow.now();
		const { client } = aClient(silent, { clock: slow, silence: new Silence(slow, LIMIT_MS) });
		expect(await getFeed(client)).toMatchObject({ code: 'ETIMEDOUT' });
		expect(slow.now() - startedAt).toBeLessThan(LIMIT_MS + 1_000);
	});

	it('waits no longer for a hundred items than for one', async () => {
		const silence = new Silence(clock, LIMIT_MS);
		const { client } = aClient(wire, { clock, silence, http: failing('ECONNREFUSED') });
		const startedAt = clock.now();
		for (let item = 0; item < 100; item++) expect(await getFeed(client)).toBeInstanceOf(SpApiError);
		expect(clock.now() - startedAt).toBeLessThan(LIMIT_MS + 1_000);
	});

	it('still waits when Amazon answers: it asks to slow down, or is overloaded', async () => {
		for (const status of [429, 503]) {
			const busy = await openAnother((_, response, index) =>
				index < 8 ? refuse(response, status, 'Busy') : reply(response, 200, { feedId: '1' }),
			);
			const startedAt = clock.now();
			const { client } = aClient(busy, { clock, silence: new Silence(clock, LIMIT_MS) });
			expect(await getFeed(client)).toBeUndefined();
			expect(clock.now() - startedAt).toBeGreaterThan(LIMIT_MS);
		}
	});

	it('has the whole patience again as soon as somebody has answered', async () => {
		let silentCalls = 4;
		const http: Http = async (request) =>
			silentCalls-- > 0 ? await failing('ECONNREFUSED')(request) : await nodeHttp(request);
		const silence = new Silence(clock, LIMIT_MS);
		const { client } = aClient(wire, { clock, silence, http });
		expect(await getFeed(client)).toBeUndefined();
		expect(silence.leftMs).toBe(Infinity);
	});

	it('is not told too soon what must not be sent twice', async () => {
		const silent = await openAnother(() => undefined);
		const slow = new SkippingClock();
		const { client } = aClient(silent, { clock: slow, silence: new Silence(slow, LIMIT_MS) });
		const sent = client.call(OPERATIONS.createFeed, { body: {} });
		await expect(sent).rejects.toMatchObject({ code: 'ETIMEDOUT', mayHaveArrived: true });
		expect(slow.askedMs).toContain(60_000);
	});
});

describe('a run at night', () => {
	it('waits an outage out', async () => {
		const startedAt = clock.now();
		const back = startedAt + 120_000;
		const http: Http = async (request) =>
			clock.now() < back ? await failing('ECONNREFUSED')(request) : await nodeHttp(request);
		expect(await getFeed(aClient(wire, { clock, http }).client)).toBeUndefined();
		expect(clock.now()).toBeGreaterThanOrEqual(back);
	});

	it('does not end with the login of somebody who watches, nor keeps them waiting', async () => {
		const tokens = createTokenStore();
		const account = anAccount({ environment: 'mock', mockUrl: wire.origin });
		const back = clock.now() + 60_000;
		const http: Http = async (request) =>
			clock.now() < back ? await failing('ECONNREFUSED')(request) : await nodeHttp(request);
		const own = () => ({ account, http, tokens, clock });
		const night = getFeed(aClient(wire, own()).client);
		const watched = getFeed(aClient(wire, { ...own(), silence: new Silence(clock, LIMIT_MS) }).client);
		expect(await watched).toMatchObject({ code: 'ECONNREFUSED' });
		expect(await night).toBeUndefined();
	});
});

describe('what is said when nobody answers', () => {
	const said = async (changes: object, code: string) => {
		const account = anAccount({ environment: 'mock', mockUrl: 'http://127.0.0.1:8098', ...changes });
		const { client } = aClient(wire, { clock, account, http: failing(code), giveUpAfterMs: 0 });
		return (await getFeed(client)) as SpApiError;
	};

	it.each(['ECONNREFUSED', 'ETIMEDOUT'])('by a simulator: how to start it (%s)', async (code) => {
		const error = await said({}, code);
		expect(error.hint).toMatch(
			/^The simulator at http:\/\/127\.0\.0\.1:8098 does not answer\. Start it with `npm run simulator` .*or correct Simulator Address in the credential\.$/,
		);
	});

	it('by Amazon: what to check, and nothing of a simulator', async () => {
		const error = await said({ environment: 'live' }, 'ECONNREFUSED');
		expect(error.hint).toMatch(/^Amazon could not be reached\. Check this machine's internet connection/);
		expect(error.hint).not.toMatch(/simulator/i);
	});

	it('by a simulator that answers badly: not that it is missing', async () => {
		expect((await said({}, 'ECONNRESET')).happened).toBe('The connection was lost before the answer came.');
	});
});
