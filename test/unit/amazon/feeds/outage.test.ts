import { openFeeds, type FakeFeeds } from './fakeAmazon';
import { fetchFeed } from '../../../../nodes/amazon/feeds/feed';
import { submitFeed } from '../../../../nodes/amazon/feeds/submit';
import { JSON_LISTINGS_FEED } from '../../../../nodes/amazon/tables/feedTypes';
import { aClient, bodyOf, nodeHttp, QuickClock, refuse, reply } from '../transport/setting';

const MINUTE_MS = 60_000;
const DRAFT = { body: Buffer.from('{"messages":[]}'), marketplaceIds: ['A1PA6795UKMFR9'] };

describe('Amazon down, by a fake clock', () => {
	let amazon: FakeFeeds;
	let downUntilMs: number;
	let clock: QuickClock;

	beforeEach(async () => {
		amazon = await openFeeds((_request, response) => reply(response, 202, { feedId: '50001' }));
		clock = new QuickClock();
	});

	afterEach(async () => await amazon.wire.close());

	/** A client whose every exchange fails while Amazon is down. */
	const submit = async (failure: 'refused' | 503) => {
		const { client } = aClient(amazon.wire, {
			clock,
			http: async (request) => {
				if (clock.now() >= downUntilMs) return await nodeHttp(request);
				if (failure === 'refused') return await nodeHttp({ ...request, url: 'http://127.0.0.1:1/' });
				const body = JSON.stringify({ errors: [{ code: 'ServiceUnavailable', message: 'Down.' }] });
				return { status: 503, headers: { 'x-amzn-requestid': 'request-9' }, body: bodyOf(body) };
			},
		});
		return await submitFeed(client, DRAFT, JSON_LISTINGS_FEED);
	};

	it.each<{ failure: 'refused' | 503 }>([{ failure: 'refused' }, { failure: 503 }])(
		'gets over a minute ($failure) and sends one feed',
		async ({ failure }) => {
			downUntilMs = clock.now() + MINUTE_MS;
			expect(await submit(failure)).toMatchObject({ feedId: '50001' });
			expect(amazon.uploads).toHaveLength(1);
		},
	);

	it.each<{ failure: 'refused' | 503; message: RegExp }>([
		{ failure: 'refused', message: /No usable answer to login \(ECONNREFUSED.*Tried \d+ times in \d+ s\./ },
		{ failure: 503, message: /Amazon refused login \(503.*Tried \d+ times in \d+ s\./ },
	])('gives up an hour ($failure) in minutes, and says what to do', async ({ failure, message }) => {
		const startedAt = clock.now();
		downUntilMs = startedAt + 60 * MINUTE_MS;
		const error: unknown = await submit(failure).catch((reason: unknown) => reason);
		expect(error).toMatchObject({
			name: 'SpApiError',
			retryable: true,
			message: expect.stringMatching(message) as unknown,
		});
		expect(error).toHaveProperty(
			'hint',
			expect.stringMatching(/simulator at .* does not answer|Try again later/) as unknown,
		);
		expect(clock.now() - startedAt).toBeLessThan(6 * MINUTE_MS);
		expect(amazon.wire.seen).toEqual([]);
	});

	it('gives up a call in five minutes when only the call fails', async () => {
		const failing = await openFeeds((_request, response) =>
			refuse(response, 503, 'ServiceUnavailable', 'Down.'),
		);
		const { client, clock: quick } = failing;
		const startedAt = quick.now();
		await expect(fetchFeed(client, '1')).rejects.toMatchObject({
			status: 503,
			requestId: 'request-1',
			message: expect.stringMatching(/getFeed .*Tried \d+ times in (2\d\d|300) s/) as unknown,
		});
		expect(quick.now() - startedAt).toBeGreaterThan(3.5 * MINUTE_MS);
		expect(quick.now() - startedAt).toBeLessThan(5.5 * MINUTE_MS);
		await failing.wire.close();
	});
});
