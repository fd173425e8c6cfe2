import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

import { OPERATIONS } from '../../../../nodes/amazon/transport/operations';
import { createTokenStore } from '../../../../nodes/amazon/transport/token';
import {
	aClient,
	anAccount,
	flood,
	grantToken,
	QuickClock,
	refuse,
	reply,
	Wire,
	type Answer,
} from './setting';

const { getFeed } = OPERATIONS;

/** Real time, but its deadlines come at once unless a test says otherwise. */
class ShortClock extends QuickClock {
	readonly askedMs: number[] = [];

	constructor(private readonly deadlineMs: number) {
		super();
	}

	override deadline(delayMs: number): AbortSignal {
		this.askedMs.push(delayMs);
		return AbortSignal.timeout(this.deadlineMs);
	}
}

/** Sends a byte now and then and never ends, until the other side has had enough. */
function trickle(response: ServerResponse): void {
	response.writeHead(200, { 'x-amzn-requestid': 'request-1' });
	const timer = setInterval(() => response.write(' '), 5);
	response.on('close', () => clearInterval(timer));
}

describe('bounds of a call', () => {
	let wire: Wire;
	afterEach(async () => await wire.close());

	const open = async (answer: Answer, login: Answer = grantToken) => (wire = await Wire.open(answer, login));
	const callOf = async ({ client }: ReturnType<typeof aClient>) =>
		await client.call(getFeed, { path: { feedId: '1' } }).catch((caught: unknown) => caught);

	it.each<[string, Answer]>([
		['an answer that trickles', (_, response) => trickle(response)],
		['an answer that never begins', () => undefined],
	])('ends %s after a minute in all, and tries again', async (_, answer) => {
		await open((seen, response, index) => {
			if (index === 0) answer(seen, response, index);
			else reply(response, 200, { feedId: '1' });
		});
		const clock = new ShortClock(60);
		expect(await callOf(aClient(wire, { clock }))).toMatchObject({ body: { feedId: '1' } });
		expect(clock.askedMs).toContain(60_000);
	});

	it.each<[string, Answer]>([
		['an answer without end', (_, response) => flood(response)],
		['an answer of three million objects', (_, response) => reply(response, 200, `[${'{},'.repeat(3e6)}{}]`)],
	])('refuses %s once, and closes the connection', async (_, answer) => {
		let closed: Promise<unknown> = Promise.resolve();
		await open((seen, response, index) => {
			closed = once(response, 'close');
			answer(seen, response, index);
		});
		expect(await callOf(aClient(wire))).toMatchObject({
			code: 'TOO_LARGE',
			message: expect.stringContaining('more than'),
		});
		await closed;
		expect(wire.seen).toHaveLength(1);
	});

	it('tells a refusal whose words have no end', async () => {
		await open((_, response) => flood(response, 400));
		expect(await callOf(aClient(wire))).toMatchObject({ status: 400 });
	});

	it.each<[string, Answer, string, number]>([
		['trickles', (_, response) => trickle(response), 'ETIMEDOUT', 60],
		['never ends', (_, response) => flood(response), 'TOO_LARGE', 30_000],
	])('ends a login that %s, within half a minute in all', async (_, login, code, deadlineMs) => {
		await open((_seen, response) => reply(response, 200, {}), login);
		const clock = new ShortClock(deadlineMs);
		expect(await callOf(aClient(wire, { clock, giveUpAfterMs: 0 }))).toMatchObject({
			operation: 'login',
			code,
		});
		expect(clock.askedMs).toEqual([30_000]);
	});

	it('lets nobody wait for another account’s login', async () => {
		await open(
			(_, response) => reply(response, 200, {}),
			(seen, response, index) => (index === 0 ? undefined : grantToken(seen, response, index)),
		);
		const account = anAccount({ environment: 'mock', mockUrl: wire.origin });
		const tokens = createTokenStore();
		const waiting = new AbortController();
		const hanging = aClient(wire, { account, tokens }).client.call(getFeed, {
			path: { feedId: '1' },
			signal: waiting.signal,
		});
		hanging.catch(() => {});
		const other = aClient(wire, { account: { ...account, refreshToken: 'Atzr|another' }, tokens });
		expect(await callOf(other)).toMatchObject({ status: 200 });
		waiting.abort();
		await expect(hanging).rejects.toThrow();
	});

	it.each<[string, (response: ServerResponse) => void]>([
		['trickles', trickle],
		['stops in the middle', (response) => void response.writeHead(200).write('half')],
	])('gives a document up that %s', async (_, answer) => {
		await open((_seen, response) => answer(response));
		const clock = new ShortClock(80);
		const { client } = aClient(wire, { clock });
		// Bytes that come too slowly are late in all, not each for itself.
		let now = 0;
		clock.now = () => (now += 60_000);
		const { chunks } = await client.download(`${wire.origin}/documents/1`);
		const reading = (async () => {
			for await (const chunk of chunks) expect(chunk.length).toBeGreaterThan(0);
		})();
		await expect(reading).rejects.toMatchObject({
			code: 'Truncated',
			message: expect.stringContaining('ETIMEDOUT'),
		});
	});
});

describe('a token that Amazon refuses', () => {
	it.each([401, 403])('is renewed once for 60 calls that meet %i', async (status) => {
		const wire = await Wire.open((_, response) => refuse(response, status, 'Unauthorized'));
		try {
			const { client } = aClient(wire);
			for (const wave of [1, 2, 3]) {
				const calls = Array.from({ length: 20 }, async () =>
					client.call(getFeed, { path: { feedId: String(wave) } }).catch((caught: unknown) => caught),
				);
				for (const failure of await Promise.all(calls)) expect(failure).toMatchObject({ status });
			}
			expect(wire.logins).toHaveLength(2);
		} finally {
			await wire.close();
		}
	});

	it('is renewed again when the renewed one has grown old', async () => {
		const wire = await Wire.open((_, response) => refuse(response, 403, 'Unauthorized'));
		try {
			const { client, clock } = aClient(wire);
			const call = async () => await client.call(getFeed, { path: { feedId: '1' } }).catch(() => {});
			await call();
			clock.skip(61_000);
			await call();
			expect(wire.logins).toHaveLength(3);
		} finally {
			await wire.close();
		}
	});
});
