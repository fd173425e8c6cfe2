import { createAmazonTime, dateMsOf } from '../../../../nodes/amazon/transport/amazonTime';
import { OPERATIONS } from '../../../../nodes/amazon/transport/operations';
import type { HttpResponse } from '../../../../nodes/amazon/transport/ports';
import { aClient, anAccount, bodyOf, grantToken, refuse, reply, Wire, type Answer } from './setting';

const MINUTE_MS = 60_000;
const NOON = Date.parse('2026-11-20T12:00:00Z');

const dateOf = (ms: number) => new Date(ms).toUTCString();

describe('the Date of an answer', () => {
	it.each([
		['Fri, 20 Nov 2026 12:00:00 GMT', NOON],
		['', undefined],
		['soon', undefined],
		['5', undefined],
		['2026-11-20T12:00:00Z', undefined],
		['Fri, 40 Nov 2026 12:00:00 GMT', undefined],
	])('"%s" is %s', (date, dateMs) => expect(dateMsOf({ date })).toBe(dateMs));

	it('may be missing', () => expect(dateMsOf({})).toBeUndefined());
});

describe("Amazon's time", () => {
	const account = anAccount();
	let nowMs: number;
	beforeEach(() => (nowMs = NOON));
	const clock = { now: () => nowMs };
	const request = {
		method: 'GET',
		url: 'https://x',
		headers: {},
		timeoutMs: 1,
	} as const;

	/** An answer that Amazon dates so, after some time under way. */
	async function hear(time: ReturnType<typeof createAmazonTime>, date: string, tookMs = 0, more = {}) {
		const headers = { date, 'x-amzn-requestid': '1', ...more };
		const answer: HttpResponse = { status: 200, headers, body: bodyOf('{}') };
		const http = time.listen(
			async () => {
				nowMs += tookMs;
				return await Promise.resolve(answer);
			},
			account,
			clock,
		);
		await http(request);
	}

	it('is that of this machine until Amazon says otherwise', async () => {
		const time = createAmazonTime();
		expect(time.aheadMs(account)).toBe(0);
		nowMs += 700;
		await hear(time, dateOf(NOON));
		expect(time.aheadMs(account)).toBe(0);
		await hear(time, 'nonsense');
		expect(time.aheadMs(account)).toBe(0);
	});

	it.each([8 * MINUTE_MS, -8 * MINUTE_MS, 26 * 60 * MINUTE_MS])(
		'is known within a second: %i ms ahead',
		async (ms) => {
			const time = createAmazonTime();
			await hear(time, dateOf(NOON + ms));
			expect(Math.abs(time.aheadMs(account) - ms)).toBeLessThanOrEqual(1000);
		},
	);

	it('is not spoilt by an answer that took long, and follows a clock that was corrected', async () => {
		const time = createAmazonTime();
		await hear(time, dateOf(NOON + 8 * MINUTE_MS));
		const known = time.aheadMs(account);
		await hear(time, dateOf(NOON + 8 * MINUTE_MS), 50_000);
		expect(time.aheadMs(account)).toBe(known);
		nowMs = NOON + 9 * MINUTE_MS;
		await hear(time, dateOf(nowMs));
		expect(Math.abs(time.aheadMs(account))).toBeLessThanOrEqual(1000);
	});

	it('is not that of a proxy, nor of another Amazon', async () => {
		const time = createAmazonTime();
		const headers = { 'x-amzn-requestid': undefined };
		await hear(time, dateOf(NOON + 8 * MINUTE_MS), 0, headers);
		expect(time.aheadMs(account)).toBe(0);
		await hear(time, dateOf(NOON + 8 * MINUTE_MS));
		expect(time.aheadMs(anAccount({ region: 'na' }))).toBe(0);
	});
});

describe('a client', () => {
	let wire: Wire;
	afterEach(async () => await wire.close());

	const open = async (answer: Answer, login?: Answer) => {
		wire = await Wire.open(answer, login);
		return aClient(wire);
	};

	it('passes on when Amazon answered', async () => {
		const { client } = await open((_, response) => reply(response, 200, {}, { date: dateOf(NOON) }));
		expect((await client.call(OPERATIONS.searchOrders)).dateMs).toBe(NOON);
	});

	it('knows nothing of it when the answer does not say', async () => {
		const { client } = await open((_, response) => {
			response.sendDate = false;
			reply(response, 200, {});
		});
		expect(await client.call(OPERATIONS.searchOrders)).toMatchObject({ status: 200, dateMs: undefined });
	});

	it("asks the login for Amazon's time before the first call, once", async () => {
		const aheadMs = 8 * MINUTE_MS;
		const { client, clock } = await open(
			(_, response) => reply(response, 200, {}),
			(seen, response, index) => {
				response.setHeader('date', dateOf(Date.now() + aheadMs));
				grantToken(seen, response, index);
			},
		);
		const amazon = await client.amazonClock();
		expect(Math.abs(amazon.now() - clock.now() - aheadMs)).toBeLessThanOrEqual(1000);
		await client.amazonClock();
		expect([wire.logins.length, wire.seen.length]).toEqual([1, 0]);
	});

	it('waits until a moment that Amazon names by its own clock', async () => {
		const aheadMs = 60 * MINUTE_MS;
		const { client, clock } = await open((_, response, index) => {
			const now = Math.floor(Date.now() / 1000) * 1000 + aheadMs;
			const headers = { date: dateOf(now), 'retry-after': dateOf(now + 17_000) };
			if (index === 0) refuse(response, 503, 'ServiceUnavailable', 'no', headers);
			else reply(response, 200, {}, { date: dateOf(now) });
		});
		await client.call(OPERATIONS.searchOrders);
		expect(clock.sleptMs).toEqual([17_000]);
	});
});
