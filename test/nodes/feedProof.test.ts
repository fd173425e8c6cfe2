import type { IDataObject } from 'n8n-workflow';

import { answers, DE, offer, openStage, type Seller, type Stage } from './stage';

const HOUR_MS = 3_600_000;

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => {
	expect(stage.leaks()).toEqual([]);
	await stage.close();
});
beforeEach(() => {
	seller = stage.newSeller();
});

interface Sketch {
	status?: 'DONE' | 'FATAL';
	/** Of Amazon's report; without one there is no document. */
	report?: { issues?: object[]; processed?: number; accepted?: number; invalid?: number };
	agoMs?: number;
}

/** A feed of two messages that Amazon has ended in its own way. */
function ended({ status = 'DONE', report, agoMs = 60_000 }: Sketch): string {
	const { sellerId, region } = seller.seed;
	const { feeds, documents } = stage.amazon.state;
	const store = (content: object) =>
		documents.create(
			{
				...{ sellerId, contentType: 'application/json; charset=UTF-8', isGzipped: false },
				content: Buffer.from(JSON.stringify(content)),
			},
			region,
		).id;
	const { issues = [], processed, accepted, invalid = 0 } = report ?? {};
	const counts = { messagesProcessed: processed, messagesAccepted: accepted, messagesInvalid: invalid };
	const header = { sellerId, version: '2.0', feedId: '1' };
	const hasCounts = processed !== undefined;
	const body = { header, issues, ...(hasCounts && { summary: { errors: 0, warnings: 0, ...counts } }) };
	const atMs = Date.now() - agoMs;
	return feeds.create({
		...{ sellerId, feedType: 'JSON_LISTINGS_FEED', marketplaceIds: [DE], inputFeedDocumentId: 'none' },
		...{ createdAtMs: atMs, skewMs: 0, delayMs: 0 },
		ended: { status, atMs, ...(report !== undefined && { resultFeedDocumentId: store(body) }) },
	}).feedId;
}

/** A feed that Amazon has had for so long, and is not done with. */
function running(agoMs: number) {
	return stage.amazon.state.feeds.create({
		...{ sellerId: seller.seed.sellerId, feedType: 'JSON_LISTINGS_FEED', marketplaceIds: [DE] },
		...{ inputFeedDocumentId: 'none', createdAtMs: Date.now() - agoMs, skewMs: 0, delayMs: 1000 * HOUR_MS },
	});
}

const rowsOf = (feedId: string, count = 2) =>
	Array.from({ length: count }, (_, index) => ({ sku: `T-${index + 1}`, feedId, messageId: index + 1 }));
const resultOf = async (items: IDataObject[]) =>
	answers(await stage.listings(seller, { resource: 'feed', operation: 'getResult' }, items));
const resultOfFeed = async (feedId: string) => {
	const locator = { __rl: true, mode: 'id', value: feedId };
	const parameters = { resource: 'feed', operation: 'getResult', source: 'feed', feedId: locator };
	return answers(await stage.listings(seller, parameters, [{}]));
};
const trigger = (parameters: IDataObject = {}) => {
	let stored: IDataObject = {};
	return async () => {
		const all = { emit: 'feeds', lookBackHours: 2160, ...parameters };
		const result = await stage.poll(seller, all, { staticData: stored });
		expect(result.error).toBeUndefined();
		stored = JSON.parse(JSON.stringify(result.staticData)) as IDataObject;
		return result.json;
	};
};

const WRONG_SELLER = {
	code: '4002001',
	severity: 'ERROR',
	message: 'The provided header did not meet the schema: sellerId.',
};
const REFUSED_FOURTH = { messageId: 4, sku: 'T-4', code: '99022', severity: 'ERROR', message: 'No value.' };

describe('a feed that is DONE and was refused as a whole', () => {
	const REPORT = { issues: [WRONG_SELLER], processed: 2, accepted: 0 };
	const WORDS = expect.stringContaining(WRONG_SELLER.message) as unknown;

	it.each(['feeds', 'skus'])('Feed Finished (%s) says so', async (emit) => {
		const feedId = ended({ report: REPORT });
		expect(await trigger({ emit })()).toMatchObject([
			{
				...{ feedId, status: 'rejected', processingStatus: 'DONE', message: WORDS },
				others: { status: 'rejected', reason: '4002001', message: WORDS },
				general: [WRONG_SELLER.message],
			},
		]);
	});

	it('Get Result says so of each item, and of the feed', async () => {
		const feedId = ended({ report: REPORT });
		const expected = { status: 'rejected', reason: '4002001', message: WORDS };
		expect(await resultOf(rowsOf(feedId))).toMatchObject([expected, expected]);
		expect(await resultOfFeed(feedId)).toMatchObject([
			{ feedId, ...expected, processingStatus: 'DONE', general: [WRONG_SELLER.message] },
		]);
	});
});

describe('counts that do not tell', () => {
	const REPORT = { issues: [REFUSED_FOURTH], processed: 4, accepted: 2, invalid: 2 };

	it('leave three of four items unclear, with the counts', async () => {
		const answersOfAll = await resultOf(rowsOf(ended({ report: REPORT }), 4));
		expect(answersOfAll.map(({ status }) => status)).toEqual(['unclear', 'unclear', 'unclear', 'rejected']);
		expect(answersOfAll[0]).toMatchObject({
			reason: 'counts-do-not-tell',
			message: expect.stringContaining('4 read, 2 accepted, 2 refused') as unknown,
		});
	});

	it('are told of the feed, beside what Amazon names', async () => {
		const feedId = ended({ report: REPORT });
		expect(await trigger()()).toMatchObject([
			{ feedId, status: 'unclear', others: { status: 'unclear' }, rejected: [{ messageId: 4, sku: 'T-4' }] },
		]);
		const named = [
			{ sku: 'T-4', status: 'rejected' },
			{ feedId, status: 'unclear' },
		];
		expect(await trigger({ emit: 'skus' })()).toMatchObject(named);
		expect(await resultOfFeed(feedId)).toMatchObject(named);
	});

	it.each([
		{ name: 'none of two read', report: { processed: 0, accepted: 0 }, statuses: ['unclear', 'unclear'] },
		{ name: 'one left out', report: { processed: 1, accepted: 1 }, statuses: ['unclear', 'unclear'] },
		{
			name: 'no counts',
			report: { issues: [{ ...REFUSED_FOURTH, messageId: 1, sku: 'T-1' }] },
			statuses: ['rejected', 'unclear'],
		},
		{ name: 'both taken', report: { processed: 2, accepted: 2 }, statuses: ['accepted', 'accepted'] },
	])('$name: $statuses', async ({ report, statuses }) => {
		expect((await resultOf(rowsOf(ended({ report })))).map(({ status }) => status)).toEqual(statuses);
	});

	it('are held against the number of messages that were sent', async () => {
		const [row] = rowsOf(ended({ report: { processed: 2, accepted: 2 } }), 1);
		expect(await resultOf([{ ...row, feedMessages: 3 }])).toMatchObject([{ status: 'unclear' }]);
		expect(await resultOf([{ ...row, feedMessages: 2 }])).toMatchObject([{ status: 'accepted' }]);
	});

	it('Submit tells how many messages went together', async () => {
		const items = [
			{ sku: 'T-1', quantity: 1 },
			{ sku: 'T-2', quantity: 1 },
		];
		const sent = answers(await stage.listings(seller, offer('submit', 'stock'), items));
		expect(sent.map(({ feedMessages }) => feedMessages)).toEqual([2, 2]);
		expect(await resultOf(sent)).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
	});

	it("refuse to speak of another item under an item's number", async () => {
		const feedId = ended({
			report: {
				issues: [{ ...REFUSED_FOURTH, messageId: 1, sku: 'ELSE' }],
				processed: 1,
				accepted: 0,
				invalid: 1,
			},
		});
		expect(await resultOf(rowsOf(feedId, 1))).toMatchObject([{ status: 'unclear', reason: 'another-item' }]);
	});
});

describe('a feed without a report', () => {
	it('that is DONE is waited for, by Get Result and by the trigger', async () => {
		const feedId = ended({});
		const poll = trigger();
		expect(await resultOf(rowsOf(feedId))).toMatchObject([{ status: 'pending' }, { status: 'pending' }]);
		expect(await poll()).toEqual([]);
		const feed = stage.amazon.state.feeds.find(feedId);
		if (feed?.ended !== undefined) {
			feed.createdAtMs -= 7 * HOUR_MS;
			expect(await poll()).toEqual([]);
			feed.ended.atMs -= 7 * HOUR_MS;
		}
		expect(await poll()).toMatchObject([{ feedId, status: 'unclear' }]);
		expect(await poll()).toEqual([]);
	});

	it('that is FATAL may have been carried out in part', async () => {
		const feedId = ended({ status: 'FATAL' });
		expect(await resultOf(rowsOf(feedId, 1))).toMatchObject([{ status: 'unclear', reason: 'no-report' }]);
		expect(await trigger()()).toMatchObject([{ feedId, status: 'unclear' }]);
	});
});

describe('a feed that sticks', () => {
	it.each(['feeds', 'skus'])('is told once, and again when it has ended (%s)', async (emit) => {
		const poll = trigger({ emit });
		const feed = running(5 * HOUR_MS);
		expect(await poll()).toEqual([]);
		feed.createdAtMs -= 2 * HOUR_MS;
		expect(await poll()).toMatchObject([
			{
				...{ feedId: feed.feedId, status: 'stuck' },
				message: expect.stringMatching(/for 7 hours without an answer \(IN_QUEUE\)/) as unknown,
			},
		]);
		expect(await poll()).toEqual([]);
		feed.ended = { status: 'CANCELLED', atMs: Date.now() };
		expect(await poll()).toMatchObject([{ feedId: feed.feedId, status: 'cancelled' }]);
		expect(await poll()).toEqual([]);
	});

	it('is found after weeks, long after the list has gone on', async () => {
		const poll = trigger();
		const feed = running(HOUR_MS);
		expect(await poll()).toEqual([]);
		feed.createdAtMs -= 30 * 24 * HOUR_MS;
		expect(await poll()).toMatchObject([{ status: 'stuck' }]);
		feed.ended = { status: 'CANCELLED', atMs: Date.now() };
		expect(await poll()).toMatchObject([{ feedId: feed.feedId, status: 'cancelled' }]);
	});

	it('is stuck when you say so', async () => {
		running(3 * HOUR_MS);
		expect(await trigger({ stuckAfterHours: 2 })()).toMatchObject([{ status: 'stuck' }]);
		expect(await trigger({ stuckAfterHours: 4 })()).toEqual([]);
	});

	it('Get Result says so', async () => {
		const { feedId } = running(7 * HOUR_MS);
		const expected = { status: 'stuck', message: expect.stringContaining('for 7 hours') as unknown };
		expect(await resultOf(rowsOf(feedId))).toMatchObject([expected, expected]);
		expect(await resultOfFeed(feedId)).toMatchObject([{ feedId, ...expected }]);
	});

	it('that Amazon no longer knows is let go', async () => {
		const poll = trigger();
		const feed = running(HOUR_MS);
		await poll();
		feed.createdAtMs -= HOUR_MS;
		feed.sellerId = 'ANOTHER';
		expect(await poll()).toEqual([]);
		expect(stage.logLines().join()).toContain(`Amazon feed ${feed.feedId} is not known any more`);
		const asked = stage.calls(seller).length;
		expect(await poll()).toEqual([]);
		expect(stage.calls(seller).slice(asked)).toEqual(['getFeeds']);
	});
});

describe('one feed that cannot be read', () => {
	it('keeps no other from being told: its report fails', async () => {
		const poll = trigger();
		const ids = [
			ended({ report: { processed: 1, accepted: 1 } }),
			ended({ report: { processed: 1, accepted: 1 } }),
		];
		stage.amazon.faults.add({ kind: 'status', status: 505, operation: 'getFeedDocument' });
		const first = await poll();
		expect(first).toHaveLength(1);
		stage.amazon.faults.clear();
		expect([...first, ...(await poll())].map(({ feedId }) => feedId).sort()).toEqual(ids);
	});

	it('keeps no other from being told: a feed of an earlier poll cannot be asked for', async () => {
		const poll = trigger();
		const feed = running(HOUR_MS);
		await poll();
		feed.createdAtMs -= 2 * HOUR_MS;
		const feedId = ended({ report: { processed: 1, accepted: 1 } });
		stage.amazon.faults.add({ kind: 'status', status: 400, operation: 'getFeed' });
		expect(await poll()).toMatchObject([{ feedId }]);
		stage.amazon.faults.clear();
		feed.ended = { status: 'CANCELLED', atMs: Date.now() };
		expect(await poll()).toMatchObject([{ feedId: feed.feedId, status: 'cancelled' }]);
	});
});

it('a damaged memory of running feeds is looked up in the list', async () => {
	const feed = running(HOUR_MS);
	const staticData = { sinceMs: Date.now(), emitted: {}, running: 'x' };
	const parameters = { emit: 'feeds', lookBackHours: 24 };
	feed.ended = { status: 'CANCELLED', atMs: Date.now() };
	expect((await stage.poll(seller, parameters, { staticData })).json).toMatchObject([
		{ feedId: feed.feedId },
	]);
});
