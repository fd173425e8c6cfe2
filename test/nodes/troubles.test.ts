import type { FaultSpec } from '../simulator';
import { answers, offer, openStage, textOf, told, type Seller, type Stage } from './stage';

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.close());
beforeEach(() => {
	stage.amazon.faults.clear();
	seller = stage.newSeller();
});

const ITEMS = [
	{ sku: 'T-1', quantity: 1 },
	{ sku: 'T-2', quantity: 2 },
];

const submit = async () => await stage.listings(seller, offer('submit', 'stock'), ITEMS);
const resultOf = async (rows: ReturnType<typeof answers>) =>
	answers(await stage.listings(seller, { resource: 'feed', operation: 'getResult' }, rows));
const feedsOf = () =>
	stage.amazon.state.feeds.list().filter(({ sellerId }) => sellerId === seller.seed.sellerId);

describe('a passing trouble at Amazon is got over', () => {
	const ROWS: Array<{ name: string; faults: FaultSpec[] }> = [
		{ name: 'down for two seconds', faults: [{ kind: 'down', forMs: 2000 }] },
		{
			name: '429 without a word',
			faults: [{ kind: 'status', status: 429, operation: 'createFeedDocument' }],
		},
		{
			name: '500 before the document',
			faults: [{ kind: 'status', status: 500, operation: 'createFeedDocument' }],
		},
		{
			name: 'a login that fails once',
			faults: [{ kind: 'status', status: 503, operation: 'getAccessToken' }],
		},
		{ name: 'an upload that is reset', faults: [{ kind: 'reset-before', operation: 'uploadDocument' }] },
		{
			name: 'an upload whose answer is lost',
			faults: [{ kind: 'reset-after', operation: 'uploadDocument' }],
		},
		{
			name: 'an address for the upload that has expired',
			faults: [{ kind: 'expire-document', operation: 'uploadDocument' }],
		},
		{ name: 'a token that expires early', faults: [{ kind: 'expire-token', operation: 'createFeed' }] },
		{
			name: 'an answer of HTML',
			faults: [
				{ kind: 'status', status: 502, body: '<html>Bad Gateway</html>', operation: 'createFeedDocument' },
			],
		},
		{
			name: 'an answer that dawdles',
			faults: [{ kind: 'slow-body', delayMs: 300, operation: 'createFeedDocument' }],
		},
		{ name: 'an answer cut in half', faults: [{ kind: 'truncated-body', operation: 'createFeedDocument' }] },
	];

	it.each(ROWS)('$name', async ({ faults }) => {
		for (const fault of faults) stage.amazon.faults.add(fault);
		const result = await submit();
		expect(told(result).trim()).toBe('');
		expect(answers(result)).toMatchObject([{ status: 'submitted' }, { status: 'submitted' }]);
		expect(feedsOf()).toHaveLength(1);
	});

	it.each<{ name: string; fault: FaultSpec }>([
		{ name: 'a download cut in half', fault: { kind: 'truncated-body', operation: 'downloadDocument' } },
		{
			name: 'a download that dawdles',
			fault: { kind: 'slow-body', delayMs: 300, operation: 'downloadDocument' },
		},
		{ name: 'a download that is reset', fault: { kind: 'reset-before', operation: 'downloadDocument' } },
		{
			name: 'a document that has expired',
			fault: { kind: 'expire-document', operation: 'downloadDocument' },
		},
		{
			name: 'a document address that fails once',
			fault: { kind: 'status', status: 500, operation: 'getFeedDocument' },
		},
		{ name: 'a strange content type', fault: { kind: 'wrong-content-type', operation: 'downloadDocument' } },
	])('$name', async ({ fault }) => {
		const rows = answers(await submit());
		stage.amazon.faults.add(fault);
		expect(await resultOf(rows)).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
	});
});

describe('a lasting trouble is named', () => {
	it('when documents are always expired', async () => {
		const rows = answers(await submit());
		stage.amazon.faults.add({ kind: 'expire-document', operation: 'downloadDocument', times: null });
		const result = await stage.listings(seller, { resource: 'feed', operation: 'getResult' }, rows);
		expect(told(result)).toMatch(
			/^The document's address has expired.*Amazon refused downloadDocument \(403/,
		);
	});

	it('when a download always breaks off', async () => {
		const rows = answers(await submit());
		stage.amazon.faults.add({ kind: 'truncated-body', operation: 'downloadDocument', times: null });
		const result = await stage.listings(seller, { resource: 'feed', operation: 'getResult' }, rows);
		expect(told(result).trim()).toBe('');
		const answer = { status: 'pending', reason: 'unreadable-report' };
		expect(answers(result)[0]).toMatchObject({
			...answer,
			message: expect.stringMatching(/cannot be read yet; ask again later.*cut off after \d+/) as unknown,
		});
		expect(stage.calls(seller).filter((call) => call === 'getFeedDocument')).toHaveLength(3);
	});

	it('when the address for an upload is always expired', async () => {
		stage.amazon.faults.add({ kind: 'expire-document', operation: 'uploadDocument', times: null });
		expect(told(await submit())).toMatch(
			/^The document's address has expired.*Amazon refused uploadDocument \(403/,
		);
		expect(feedsOf()).toEqual([]);
	});

	it('when the application has no role', async () => {
		stage.amazon.faults.add({ kind: 'status', status: 403, operation: 'createFeedDocument', times: null });
		expect(told(await submit())).toMatch(
			/a role is missing.*Amazon refused createFeedDocument \(403 Unauthorized\)/,
		);
	});
});

describe('an answer to createFeed that is lost', () => {
	it.each<{ name: string; fault: FaultSpec }>([
		{ name: 'by the network', fault: { kind: 'reset-after', operation: 'createFeed' } },
		{
			name: 'by a 500 after the work',
			fault: { kind: 'status', status: 500, processed: true, operation: 'createFeed' },
		},
		{ name: 'halfway', fault: { kind: 'truncated-body', operation: 'createFeed' } },
		{ name: 'with the feed never made', fault: { kind: 'reset-before', operation: 'createFeed' } },
	])('$name: nobody knows, and nothing is sent again', async ({ fault }) => {
		stage.amazon.faults.add(fault);
		const result = await submit();
		expect(told(result).trim()).toBe('');
		expect(stage.calls(seller).filter((call) => call === 'createFeed')).toHaveLength(1);
		expect(answers(result)).toMatchObject(
			ITEMS.map(({ sku }) => ({
				...{ sku, status: 'unclear', reason: 'answer-lost' },
				message: expect.stringMatching(
					/^Nobody knows whether Amazon has it: .*look before you repeat it/,
				) as unknown,
			})),
		);
		for (const answer of answers(result)) expect(answer).not.toHaveProperty('feedId');
	});

	it("is not taken for another run's feed that came at the same moment", async () => {
		const other = answers(await submit());
		stage.amazon.faults.add({ kind: 'reset-before', operation: 'createFeed' });
		const [lost, near] = await Promise.all([submit(), submit()]);
		const all = [...answers(lost), ...answers(near)].map(({ status, feedId }) => [status, feedId]);
		const [feed] = feedsOf().filter(({ feedId }) => feedId !== other[0]?.feedId);
		expect(all.sort()).toEqual([
			...ITEMS.map(() => ['submitted', feed?.feedId]),
			...ITEMS.map(() => ['unclear', undefined]),
		]);
	});

	it('among several feeds concerns only its own items', async () => {
		stage.amazon.faults.add({ kind: 'reset-before', operation: 'createFeed', after: 1 });
		const result = await stage.listings(
			seller,
			offer('submit', 'stock', { options: { chunkSize: 1 } }),
			ITEMS,
		);
		expect(result.error).toBeUndefined();
		expect(answers(result)).toMatchObject([
			{ sku: 'T-1', status: 'submitted', feedMessages: 1 },
			{ sku: 'T-2', status: 'unclear', reason: 'answer-lost' },
		]);
		expect(feedsOf()).toHaveLength(1);
	});

	it('a refusal among several feeds is called not sent', async () => {
		stage.amazon.faults.add({ kind: 'status', status: 400, operation: 'createFeed', after: 1 });
		const parameters = offer('submit', 'stock', { options: { chunkSize: 1 } });
		expect(answers(await stage.listings(seller, parameters, ITEMS))).toMatchObject([
			{ sku: 'T-1', status: 'submitted' },
			{
				...{ sku: 'T-2', status: 'failed', reason: 'feed-not-taken' },
				message: expect.stringMatching(/^Not sent: /) as unknown,
			},
		]);
	});
});

describe('a feed that ends badly', () => {
	it.each<{ kind: 'feed-fatal' | 'feed-cancelled'; status: string; message: RegExp }>([
		{
			kind: 'feed-fatal',
			status: 'unclear',
			message: /Amazon gave up on feed \d+ \(FATAL\) and wrote no report on it\. Look in Seller Central/,
		},
		{
			kind: 'feed-cancelled',
			status: 'cancelled',
			message: /Feed \d+ was cancelled before Amazon read it; send the item again/,
		},
	])('$kind: every item is $status', async ({ kind, status, message }) => {
		stage.amazon.faults.add({ kind, operation: 'createFeed' });
		const rows = answers(await submit());
		const expected = { status, message: expect.stringMatching(message) as unknown };
		expect(await resultOf(rows)).toMatchObject([expected, expected]);
		const feedId = { __rl: true, mode: 'id', value: textOf(rows[0]?.feedId) };
		const download = await stage.listings(seller, { resource: 'feed', operation: 'download', feedId });
		expect(told(download)).toMatch(/has no processing report/);
	});

	it('after a fault Resubmit sends all of it', async () => {
		stage.amazon.faults.add({ kind: 'feed-fatal', operation: 'createFeed' });
		const [row] = answers(await submit());
		const parameters = {
			feedId: { __rl: true, mode: 'id', value: textOf(row?.feedId) },
			feedDocumentId: textOf(row?.feedDocumentId),
			which: 'all',
		};
		const again = await stage.listings(seller, { resource: 'feed', operation: 'resubmit', ...parameters });
		expect(await resultOf(answers(again))).toMatchObject([
			{ sku: 'T-1', status: 'accepted' },
			{ sku: 'T-2', status: 'accepted' },
		]);
	});
});

describe('Send Now in trouble', () => {
	it('gets over a 429 in the middle and answers every item', async () => {
		stage.amazon.faults.add({ kind: 'status', status: 429, operation: 'patchListingsItem', after: 2 });
		const items = Array.from({ length: 6 }, (_, index) => ({ sku: `T-${index}`, quantity: index }));
		const result = answers(await stage.listings(seller, offer('sendNow', 'stock'), items));
		expect(result.map(({ sku, status }) => [sku, status])).toEqual(items.map(({ sku }) => [sku, 'accepted']));
	});

	it('repeats a change whose answer was lost, since that is harmless', async () => {
		stage.amazon.faults.add({ kind: 'reset-after', operation: 'patchListingsItem' });
		const result = await stage.listings(seller, offer('sendNow', 'stock'), [{ sku: 'T-1', quantity: 3 }]);
		expect(answers(result)).toMatchObject([{ status: 'accepted' }]);
	});
});

it('logs what it tries again, and lets no secret out', () => {
	expect(stage.logLines().join()).toMatch(/createFeedDocument is tried again.*reason: 'throttled'/s);
	expect(stage.leaks()).toEqual([]);
});
