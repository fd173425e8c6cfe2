import { LISTINGS_FEED_WINDOW, Limiter } from '../../simulator/limits';
import { ManualClock, RATE_LIMITS, startSimulator, type Simulator } from '../../simulator';
import { listingsFeed, signIn, uploadFeedDocument, type Session } from '../../simulator/client';

const OPERATIONS = Object.entries(RATE_LIMITS).map(([operation, limit]) => ({ operation, ...limit }));

/** How many of so many calls pass, made at one moment. */
function passing(limiter: Limiter, operation: string, calls: number, nowMs: number, caller = 'A'): number {
	return Array.from({ length: calls }, () => limiter.take(operation, caller, nowMs)).filter(Boolean).length;
}

describe('the bucket', () => {
	it.each(OPERATIONS)('$operation lets $burst pass at once, then $ratePerSecond a second', (plan) => {
		const { operation, burst, ratePerSecond } = plan;
		const limiter = new Limiter();
		const intervalMs = 1000 / ratePerSecond;
		expect(passing(limiter, operation, burst + 5, 0)).toBe(burst);
		expect(passing(limiter, operation, 5, intervalMs * 0.99)).toBe(0);
		expect(passing(limiter, operation, 5, intervalMs)).toBe(1);
		expect(passing(limiter, operation, 5, intervalMs * 4)).toBe(Math.min(3, burst));
	});

	it('fills up to the burst and no further', () => {
		const limiter = new Limiter();
		expect(passing(limiter, 'getFeed', 20, 0)).toBe(15);
		expect(passing(limiter, 'getFeed', 20, 3600_000)).toBe(15);
	});

	it('takes the rate over a long time, not more', () => {
		const limiter = new Limiter();
		let passed = 0;
		for (let second = 0; second <= 1000; second++) passed += passing(limiter, 'getFeed', 5, second * 1000);
		expect(passed).toBe(15 + 2 * 1000);
	});

	it.each([
		['another seller', 'getFeed', 'B'],
		['another operation', 'cancelFeed', 'A'],
	])('%s has its own', (_name, operation, caller) => {
		const limiter = new Limiter();
		passing(limiter, 'getFeed', 15, 0, 'A');
		expect(limiter.take('getFeed', 'A', 0)).toBe(false);
		expect(limiter.take(operation, caller, 0)).toBe(true);
	});
});

describe('the window of listings feeds', () => {
	const { feeds, windowMs } = LISTINGS_FEED_WINDOW;

	it.each([
		['at once', feeds, 0, false],
		['a moment before the first leaves the window', feeds, windowMs - 1, false],
		['as the first leaves the window', feeds, windowMs, true],
		['with one fewer', feeds - 1, 0, true],
	])('one more %s', (_name, before, atMs, allowed) => {
		const limiter = new Limiter();
		for (let feed = 0; feed < before; feed++) limiter.takeListingsFeed('A', 0);
		expect(limiter.takeListingsFeed('A', atMs)).toBe(allowed);
		expect(limiter.takeListingsFeed('B', atMs)).toBe(true);
	});
});

describe('over HTTP', () => {
	const clock = new ManualClock();
	let simulator: Simulator;
	let session: Session;

	beforeEach(async () => {
		simulator = await startSimulator({ clock });
		session = await signIn(simulator.url);
	});
	afterEach(() => simulator.stop());

	const participations = () => session.call({ path: '/sellers/v1/marketplaceParticipations' });
	const createFeed = (inputFeedDocumentId: string) =>
		session.call({
			method: 'POST',
			path: '/feeds/2021-06-30/feeds',
			body: { feedType: 'JSON_LISTINGS_FEED', marketplaceIds: ['A1F83G8C2ARO7P'], inputFeedDocumentId },
		});

	it("answers 429 in Amazon's words, without the rate, until a token is back", async () => {
		for (let call = 0; call < 15; call++) expect((await participations()).status).toBe(200);
		const refused = await participations();
		expect(refused.status).toBe(429);
		expect(refused.json).toEqual({
			errors: [
				{
					code: 'QuotaExceeded',
					message: 'You exceeded your quota for the requested resource.',
					details: '',
				},
			],
		});
		expect(refused.headers.get('x-amzn-ratelimit-limit')).toBeNull();
		expect(refused.headers.get('retry-after')).toBeNull();
		clock.advance(62_500);
		expect((await participations()).headers.get('x-amzn-ratelimit-limit')).toBe('0.016');
		expect((await participations()).status).toBe(429);
	});

	it('grants more than usual where that was asked for, and says so', async () => {
		const quick = await startSimulator({ clock, rateFactor: 200 });
		try {
			const { call } = await signIn(quick.url);
			const answer = await call({ path: '/sellers/v1/marketplaceParticipations' });
			expect(answer.headers.get('x-amzn-ratelimit-limit')).toBe('3.2');
		} finally {
			await quick.stop();
		}
	});

	it('refuses the sixth listings feed in five minutes', async () => {
		const documentId = await uploadFeedDocument(session, listingsFeed('ASIMULATOREU1', []));
		for (let feed = 0; feed < 5; feed++) expect((await createFeed(documentId)).status).toBe(202);
		expect((await createFeed(documentId)).status).toBe(429);
		clock.advance(300_000);
		expect((await createFeed(documentId)).status).toBe(202);
	});

	it('refuses nobody when switched off', async () => {
		const unlimited = await startSimulator({ clock, limits: false });
		const { call } = await signIn(unlimited.url);
		const answers = [];
		for (let count = 0; count < 20; count++)
			answers.push(await call({ path: '/sellers/v1/marketplaceParticipations' }));
		await unlimited.stop();
		expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
	});
});
