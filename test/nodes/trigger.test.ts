import type { IDataObject } from 'n8n-workflow';

import { answers, offer, openStage, textOf, told, type Seller, type Stage } from './stage';
import type { FaultSpec } from '../simulator';

/** Long enough for a feed to be seen running, short enough to be waited for. */
const FEED_MS = 1500;

let stage: Stage;
let slow: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage();
	slow = await openStage({ feedDelayMs: FEED_MS });
});
afterAll(async () => {
	await stage.close();
	await slow.close();
});
beforeEach(() => {
	stage.amazon.faults.clear();
	seller = stage.newSeller();
});

const submit = async (items: IDataObject[] = [{ sku: 'T-1', quantity: 1 }], at = stage, account = seller) => {
	const [answer] = answers(await at.listings(account, offer('submit', 'stock'), items));
	return textOf(answer?.feedId);
};

/** A trigger with its memory: what n8n would store is written down as JSON between polls, as over a restart. */
function aTrigger(parameters: IDataObject = { emit: 'feeds' }, at = stage, account = seller) {
	let stored: IDataObject = {};
	return {
		get stored() {
			return stored;
		},
		set stored(value: IDataObject) {
			stored = value;
		},
		async poll(budgetMs?: number) {
			const result = await at.poll(account, parameters as never, { staticData: stored, budgetMs });
			if (result.error === undefined) stored = JSON.parse(JSON.stringify(result.staticData)) as IDataObject;
			return result;
		},
		async feedIds() {
			return (await this.poll()).json.map(({ feedId }) => feedId);
		},
	};
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const isDone = (at: Stage, feedId: string) => {
	at.amazon.state.settle();
	return at.amazon.state.feeds.find(feedId)?.ended !== undefined;
};

describe('Feed Finished', () => {
	it('emits a feed once, also over restarts', async () => {
		const trigger = aTrigger();
		expect(await trigger.feedIds()).toEqual([]);
		const first = await submit();
		expect(await trigger.feedIds()).toEqual([first]);
		expect(await trigger.feedIds()).toEqual([]);
		const second = await submit();
		expect(await trigger.feedIds()).toEqual([second]);
		expect(await trigger.feedIds()).toEqual([]);
	});

	it('emits several that finish between two polls', async () => {
		const trigger = aTrigger();
		const ids = [await submit(), await submit(), await submit()];
		expect([...(await trigger.feedIds())].sort()).toEqual(ids);
		expect(await trigger.feedIds()).toEqual([]);
	});

	it('waits for a feed that runs while a later one is cancelled', async () => {
		const account = slow.newSeller();
		const trigger = aTrigger({ emit: 'feeds' }, slow, account);
		const early = await submit(undefined, slow, account);
		const late = await submit(undefined, slow, account);
		expect(await trigger.feedIds()).toEqual([]);
		const behind = slow.amazon.state.feeds.find(late);
		if (behind !== undefined) slow.amazon.state.feeds.cancel(behind, Date.now());
		expect(await trigger.feedIds()).toEqual([late]);
		await until(() => isDone(slow, early));
		expect(await trigger.feedIds()).toEqual([early]);
		expect(await trigger.feedIds()).toEqual([]);
	});

	it('emits again after the memory of a poll was lost, rather than losing a feed', async () => {
		const trigger = aTrigger();
		await trigger.poll();
		const before = trigger.stored;
		const id = await submit();
		expect(await trigger.feedIds()).toEqual([id]);
		trigger.stored = before;
		expect(await trigger.feedIds()).toEqual([id]);
	});

	it.each<{ name: string; stored: IDataObject }>([
		{ name: 'nothing', stored: {} },
		{ name: 'text', stored: { sinceMs: 'yesterday', emitted: 'all' } },
		{ name: 'a list', stored: { sinceMs: [], emitted: [] } },
		{ name: 'no number', stored: { sinceMs: null, emitted: null } },
		{ name: 'ids without times', stored: { emitted: { '50000000001': 'x' } } },
		{ name: 'a time out of this world', stored: { sinceMs: 1e300, emitted: {} } },
		{ name: 'a time in the far future', stored: { sinceMs: Date.now() + 1e11, emitted: {} } },
		{ name: 'a time before Amazon', stored: { sinceMs: -1e300, emitted: {} } },
	])('begins anew when its memory holds $name', async ({ stored }) => {
		const id = await submit();
		const trigger = aTrigger();
		trigger.stored = stored;
		expect(await trigger.feedIds()).toEqual([id]);
		expect(await trigger.feedIds()).toEqual([]);
	});

	it.each<{ name: string; fault: FaultSpec; message: RegExp }>([
		{
			name: 'the list',
			fault: { kind: 'status', status: 403, operation: 'getFeeds', times: null },
			message: /Amazon refused getFeeds \(403/,
		},
		{
			name: 'the login',
			fault: { kind: 'status', status: 401, operation: 'getAccessToken', times: null },
			message: /Amazon refused login \(401/,
		},
	])('says what fails, and moves nothing: $name', async ({ fault, message }) => {
		const trigger = aTrigger();
		stage.amazon.faults.add(fault);
		const failed = await trigger.poll();
		expect(told(failed)).toMatch(message);
		expect(trigger.stored).toEqual({});
		stage.amazon.faults.clear();
		const id = await submit();
		expect(await trigger.feedIds()).toEqual([id]);
	});

	it('loses nothing when a poll fails in the middle', async () => {
		const trigger = aTrigger();
		const ids = [await submit(), await submit()];
		stage.amazon.faults.add({ kind: 'truncated-body', operation: 'downloadDocument', times: null, after: 1 });
		const first = await trigger.feedIds();
		expect(first).toHaveLength(1);
		stage.amazon.faults.clear();
		expect([...first, ...(await trigger.feedIds())].sort()).toEqual(ids);
		expect(await trigger.feedIds()).toEqual([]);
	});

	it('tells a report that stays damaged as the problem of its feed, and goes on with the others', async () => {
		const trigger = aTrigger();
		const first = await submit();
		stage.amazon.faults.add({ kind: 'truncated-body', operation: 'downloadDocument', times: 6 });
		expect(await trigger.feedIds()).toEqual([]);
		const { items } = await trigger.poll();
		expect(items).toMatchObject([
			{
				json: {
					feedId: first,
					status: 'unclear',
					others: { status: 'unclear', reason: 'unreadable-report' },
					problem: expect.stringContaining('cut off') as unknown,
				},
			},
		]);
		const second = await submit();
		expect(await trigger.feedIds()).toEqual([second]);
	});

	it('is not kept from the other feeds by a report that nobody can read', async () => {
		const trigger = aTrigger();
		const ids = [await submit(), await submit()];
		stage.amazon.faults.add({ kind: 'status', status: 404, operation: 'getFeedDocument', times: 9 });
		const found: IDataObject[] = [];
		// What is not there may still come. The ninth look is the fifth at one of the two, the tenth gets the other.
		for (let poll = 1; poll <= 5; poll++) found.push(...(await trigger.poll()).json);
		expect(found.map(({ feedId }) => feedId).sort()).toEqual(ids);
		expect(found.filter(({ problem }) => problem !== '')).toMatchObject([
			{ status: 'unclear', problem: expect.stringMatching(/getFeedDocument \(404/) as unknown },
		]);
		expect(await trigger.feedIds()).toEqual([]);
	});

	it.each([401, 403])(
		'asks again for a report that was refused with %i, which is no answer',
		async (status) => {
			const trigger = aTrigger();
			const id = await submit();
			stage.amazon.faults.add({ kind: 'status', status, operation: 'getFeedDocument', times: 2 });
			expect(told(await trigger.poll())).toMatch(`Amazon refused getFeedDocument (${status}`);
			const { json } = await trigger.poll();
			expect(json).toMatchObject([{ feedId: id, status: 'done' }]);
		},
	);

	it.each([
		['', { createdMs: 1, toldStuck: false }],
		['..', { createdMs: 1, toldStuck: false }],
	])('forgets a feed "%s" that nobody can ask for', async (feedId, feed) => {
		const trigger = aTrigger();
		const id = await submit();
		trigger.stored = { sinceMs: Date.now() - 60_000, emitted: { odd: 9e18 }, running: { [feedId]: feed } };
		expect(await trigger.feedIds()).toEqual([id]);
		expect(await trigger.feedIds()).toEqual([]);
		expect(trigger.stored).toMatchObject({ running: {} });
		expect(trigger.stored.emitted).not.toHaveProperty('odd');
	});

	it('emits a feed once even when Amazon gives a page of its list twice', async () => {
		const trigger = aTrigger();
		const id = await submit();
		for (let number = 0; number < 101; number++)
			stage.amazon.state.feeds.create({ ...runningFeed(seller), feedType: 'JSON_LISTINGS_FEED' });
		stage.amazon.faults.add({ kind: 'duplicate-page', operation: 'getFeeds', after: 1 });
		const emitted = await trigger.feedIds();
		expect(emitted.filter((feedId) => feedId === id)).toEqual([id]);
		expect(new Set(emitted).size).toBe(emitted.length);
	});

	it('leaves what does not fit into the time of a poll for the next', async () => {
		const trigger = aTrigger();
		const ids = [await submit(), await submit()];
		expect((await trigger.poll(5000)).json).toEqual([]);
		expect([...(await trigger.feedIds())].sort()).toEqual(ids);
	});

	it('looks back as far as it is told to at the first start', async () => {
		const id = await submit();
		const feed = stage.amazon.state.feeds.find(id);
		if (feed !== undefined) feed.createdAtMs -= 5 * 3_600_000;
		expect(await aTrigger({ emit: 'feeds', lookBackHours: 4 }).feedIds()).toEqual([]);
		expect(await aTrigger({ emit: 'feeds', lookBackHours: 6 }).feedIds()).toEqual([id]);
	});

	it('shows the latest feed by hand and moves nothing', async () => {
		await submit();
		const id = await submit();
		const stored = { sinceMs: Date.now(), emitted: { [id]: Date.now() } };
		const shown = await stage.poll(seller, { emit: 'feeds' }, { mode: 'manual', staticData: stored });
		expect(shown.json).toMatchObject([{ feedId: id }]);
		expect(shown.staticData).toEqual(stored);
	});

	it('shows nothing by hand when there is no feed', async () => {
		expect((await stage.poll(seller, {}, { mode: 'manual' })).outputs).toBeNull();
	});
});

describe('what Feed Finished emits', () => {
	const ITEMS = [
		{ sku: 'T-1', quantity: 1 },
		{ sku: 'UNKNOWN', quantity: 1 },
	];

	it('is one item per feed with its counts and what was rejected', async () => {
		const feedId = await submit(ITEMS);
		const { json } = await aTrigger({ emit: 'feeds' }).poll();
		expect(json).toMatchObject([
			{
				feedId,
				status: 'done',
				processingStatus: 'DONE',
				summary: { messagesProcessed: 2, messagesAccepted: 1, messagesInvalid: 1 },
				rejected: [
					{
						sku: 'UNKNOWN',
						messageId: 2,
						reason: '13013',
						message: expect.stringContaining('UNKNOWN') as unknown,
					},
				],
				general: [],
			},
		]);
	});

	it('is one item per SKU', async () => {
		const feedId = await submit(ITEMS);
		const { json } = await aTrigger({ emit: 'skus' }).poll();
		expect(json).toMatchObject([
			{ feedId, sku: 'UNKNOWN', messageId: 2, status: 'rejected', reason: '13013' },
			{ feedId, sku: 'T-1', status: 'accepted', reason: '' },
		]);
	});

	it.each<{ kind: 'feed-fatal' | 'feed-cancelled'; status: string }>([
		{ kind: 'feed-fatal', status: 'unclear' },
		{ kind: 'feed-cancelled', status: 'cancelled' },
	])('is an item for a feed without a report, also per SKU ($status)', async ({ kind, status }) => {
		stage.amazon.faults.add({ kind, operation: 'createFeed' });
		const feedId = await submit();
		for (const emit of ['feeds', 'skus']) {
			const { json } = await aTrigger({ emit }).poll();
			expect(json).toMatchObject([{ feedId, status }]);
		}
	});
});

describe('the memory of Feed Finished', () => {
	it('stays small however many feeds go by', async () => {
		const trigger = aTrigger();
		const sizes: number[] = [];
		for (let round = 0; round < 4; round++) {
			const id = await submit();
			expect(await trigger.feedIds()).toEqual([id]);
			for (const feed of stage.amazon.state.feeds.list())
				if (feed.sellerId === seller.seed.sellerId) feed.createdAtMs -= 3_600_000;
			const { emitted } = trigger.stored;
			// As if an hour had passed since this feed was emitted.
			trigger.stored = { sinceMs: Number(trigger.stored.sinceMs) - 3_600_000, emitted: shifted(emitted) };
			sizes.push(JSON.stringify(trigger.stored).length);
		}
		expect(Math.max(...sizes.slice(1))).toBeLessThanOrEqual((sizes[0] ?? 0) + 40);
	});
});

function shifted(emitted: unknown): IDataObject {
	return Object.fromEntries(
		Object.entries(Object(emitted) as object).map(([id, at]) => [id, Number(at) - 3_600_000]),
	);
}

function runningFeed({ seed }: Seller) {
	return {
		sellerId: seed.sellerId,
		marketplaceIds: seed.marketplaceIds,
		inputFeedDocumentId: 'none',
		createdAtMs: Date.now(),
		skewMs: 0,
		delayMs: 3_600_000,
	};
}

it('lets no secret out', () => expect([...stage.leaks(), ...slow.leaks()]).toEqual([]));
