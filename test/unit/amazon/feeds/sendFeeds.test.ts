import { askedOf, openFeeds, type FakeFeeds } from './fakeAmazon';
import type { FeedDraft } from '../../../../nodes/amazon/feeds/pack';
import { sendFeeds } from '../../../../nodes/amazon/feeds/sendFeeds';
import { JSON_LISTINGS_FEED, ORDER_FULFILLMENT_FEED } from '../../../../nodes/amazon/tables/feedTypes';
import { refuse, reply, type Answer } from '../transport/setting';

const DE = 'A1PA6795UKMFR9';
const CREATE = 'POST /feeds/2021-06-30/feeds';

let amazon: FakeFeeds;
let create: Answer;

beforeEach(async () => {
	amazon = await openFeeds((request, response, index) => create(request, response, index));
});
afterEach(async () => await amazon.wire.close());

const aDraft = (entry: string): FeedDraft<string> => {
	const body = Buffer.from(`<${entry}/>`);
	return { marketplaceIds: [DE], body, sizeBytes: body.length, entries: [entry] };
};
const creations = () => askedOf(amazon.wire).filter((asked) => asked === CREATE).length;

async function send(
	drafts: Iterable<FeedDraft<string>>,
	feedType = ORDER_FULFILLMENT_FEED,
	signal?: AbortSignal,
) {
	const outcomes: string[] = [];
	for await (const { draft, sent } of sendFeeds(amazon.client, drafts, feedType, signal))
		outcomes.push(`${draft.entries.join()}: ${sent instanceof Error ? sent.message : sent.feedId}`);
	return outcomes;
}

describe('sendFeeds', () => {
	it('sends one draft after the other, with the type and content type of the feed', async () => {
		create = (_request, response) => reply(response, 202, { feedId: String(creations()) });
		expect(await send([aDraft('A'), aDraft('B')])).toEqual(['A: 1', 'B: 2']);
		expect(amazon.uploads).toEqual(['<A/>', '<B/>']);
		const put = amazon.wire.seen.find(({ method }) => method === 'PUT');
		expect(put?.headers['content-type']).toBe('text/xml; charset=UTF-8');
		expect(JSON.parse(amazon.wire.seen[2]?.body ?? '')).toMatchObject({
			feedType: 'POST_ORDER_FULFILLMENT_DATA',
			marketplaceIds: [DE],
		});
	});

	it('goes on after a draft that Amazon did not take', async () => {
		create = (_request, response) =>
			creations() === 2
				? refuse(response, 400, 'InvalidInput', 'No.')
				: reply(response, 202, { feedId: String(creations()) });
		const outcomes = await send([aDraft('A'), aDraft('B'), aDraft('C')]);
		expect(outcomes).toEqual(['A: 1', expect.stringMatching(/^B: Amazon refused createFeed \(400/), 'C: 3']);
	});

	it('asks for a draft when its turn comes, and for none that nobody waits for', async () => {
		create = (_request, response) => reply(response, 202, { feedId: String(creations()) });
		const made: string[] = [];
		const drafts = function* () {
			for (const entry of ['A', 'B', 'C']) {
				made.push(entry);
				yield aDraft(entry);
			}
		};
		for await (const { draft } of sendFeeds(amazon.client, drafts(), ORDER_FULFILLMENT_FEED)) {
			expect(made).toEqual(['A', 'B'].slice(0, made.length));
			if (draft.entries[0] === 'B') break;
		}
		expect(made).toEqual(['A', 'B']);
		expect(creations()).toBe(2);
	});

	it('waits for the window of listings feeds, and of these only', async () => {
		create = (_request, response) => reply(response, 202, { feedId: String(creations()) });
		const seven = Array.from({ length: 7 }, (_, index) => aDraft(String(index)));
		await send(seven);
		expect(amazon.clock.sleptMs).toEqual([]);
		await send(seven, JSON_LISTINGS_FEED);
		expect(Math.max(...amazon.clock.sleptMs)).toBeGreaterThan(290_000);
	});

	it('leaves the rest unsent when it is stopped', async () => {
		const stop = new AbortController();
		create = (_request, response) => {
			reply(response, 202, { feedId: '1' });
			stop.abort(new Error('Stopped by hand'));
		};
		const outcomes = await send([aDraft('A'), aDraft('B')], ORDER_FULFILLMENT_FEED, stop.signal);
		expect(outcomes.at(-1)).toBe('B: Stopped by hand');
		expect(creations()).toBe(1);
	});
});
