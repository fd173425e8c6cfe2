import {
	JSON_LISTINGS_FEED,
	ORDER_FULFILLMENT_FEED,
	type FeedType,
} from '../../../nodes/amazon/tables/feedTypes';
import type { Context } from '../../../nodes/n8n/operation';
import { submitFeeds } from '../../../nodes/n8n/submitFeeds';
import { askedOf, openFeeds, type FakeFeeds } from '../amazon/feeds/fakeAmazon';
import { refuse, reply, type Answer } from '../amazon/transport/setting';

const DE = 'A1PA6795UKMFR9';
const FR = 'A13V1IB3VIYZZH';
const CREATE = 'POST /feeds/2021-06-30/feeds';

let amazon: FakeFeeds;
let create: Answer;

beforeEach(async () => {
	create = (_request, response) => reply(response, 202, { feedId: `feed-${creations()}` });
	amazon = await openFeeds((request, response, index) => create(request, response, index));
});
afterEach(async () => await amazon.wire.close());

const creations = () => askedOf(amazon.wire).filter((asked) => asked === CREATE).length;

interface How {
	feedType?: FeedType;
	signal?: AbortSignal;
	textOf?: (entry: string) => string;
}

/** Sends entries, each in a feed of its own. */
async function send(entries: string[], { feedType = ORDER_FULFILLMENT_FEED, signal, textOf }: How = {}) {
	const { client } = amazon;
	const context = { client, account: client.account, n8n: { sendMessageToUI: () => undefined }, signal };
	const sent = await submitFeeds(context as unknown as Context, entries, {
		...{ feedType, chunkSize: 1, marketplaceIds: [DE, FR], noun: 'items' },
		textOf: textOf ?? ((entry) => `<${entry}/>`),
	});
	return sent.map(({ entry, fate }) => ({ entry, ...fate }));
}

describe('submitFeeds', () => {
	it('sends one feed after the other, with the type, content type and marketplaces of the feed', async () => {
		expect(await send(['A', 'B'])).toEqual(
			['A', 'B'].map((entry, index) => ({
				...{ entry, status: 'submitted', feedId: `feed-${index + 1}`, feedDocumentId: `doc-${index + 1}` },
				...{ messageId: 1, feedMessages: 1 },
			})),
		);
		expect(amazon.uploads).toEqual([expect.stringContaining('<A/>'), expect.stringContaining('<B/>')]);
		const put = amazon.wire.seen.find(({ method }) => method === 'PUT');
		expect(put?.headers['content-type']).toBe('text/xml; charset=UTF-8');
		expect(JSON.parse(amazon.wire.seen[2]?.body ?? '')).toMatchObject({
			feedType: 'POST_ORDER_FULFILLMENT_DATA',
			marketplaceIds: [DE, FR],
		});
	});

	it('goes on after a feed that Amazon did not take', async () => {
		create = (_request, response) =>
			creations() === 2
				? refuse(response, 400, 'InvalidInput', 'No.')
				: reply(response, 202, { feedId: String(creations()) });
		expect(await send(['A', 'B', 'C'])).toMatchObject([
			{ entry: 'A', feedId: '1' },
			{
				...{ entry: 'B', status: 'failed', reason: 'feed-not-taken' },
				message: expect.stringMatching(/^Not sent: Amazon refused createFeed \(400/) as unknown,
			},
			{ entry: 'C', feedId: '3' },
		]);
	});

	it('calls a feed that may have arrived unclear, never "not sent"', async () => {
		create = (_request, response) => refuse(response, 500, 'InternalFailure', 'Oops.');
		const [sent] = await send(['A']);
		expect(sent).toMatchObject({ entry: 'A', status: 'unclear', reason: 'answer-lost' });
		expect(sent?.message).toMatch(/^Nobody knows whether Amazon has it: /);
		expect(creations()).toBe(1);
	});

	it('packs a feed when its turn comes', async () => {
		const events: string[] = [];
		create = (_request, response) => {
			events.push(`feed ${creations()}`);
			reply(response, 202, { feedId: String(creations()) });
		};
		const textOf = (entry: string) => {
			events.push(entry);
			return `<${entry}/>`;
		};
		await send(['A', 'B', 'C'], { textOf });
		// Whether there is room for the next entry shows its text.
		expect(events).toEqual(['A', 'B', 'feed 1', 'C', 'feed 2', 'feed 3']);
	});

	it('waits for the window of listings feeds, and of these only', async () => {
		const seven = Array.from({ length: 7 }, (_, index) => String(index));
		await send(seven);
		expect(amazon.clock.sleptMs).toEqual([]);
		await send(seven, { feedType: JSON_LISTINGS_FEED });
		expect(Math.max(...amazon.clock.sleptMs)).toBeGreaterThan(290_000);
	});

	it('leaves the rest unsent when it is stopped', async () => {
		const stop = new AbortController();
		create = (_request, response) => {
			reply(response, 202, { feedId: '1' });
			stop.abort(new Error('Stopped by hand'));
		};
		const sent = await send(['A', 'B'], { signal: stop.signal });
		expect(sent.at(-1)).toMatchObject({ entry: 'B', status: 'failed', message: 'Not sent: Stopped by hand' });
		expect(creations()).toBe(1);
	});
});

describe('an entry that fits in no feed', () => {
	const feedType = { ...JSON_LISTINGS_FEED, maxBytes: 600 };
	const textOf = (size: string) => `"sku":"${'X'.repeat(Number(size))}"}`;

	it('loses no id of the feeds before it', async () => {
		expect(await send(['10', '900', '20'], { feedType, textOf })).toMatchObject([
			{ entry: '10', status: 'submitted', feedId: 'feed-1' },
			{
				entry: '900',
				status: 'failed',
				message: expect.stringMatching(/^Not sent: The message .* has 9\d\d bytes/) as unknown,
			},
			{ entry: '20', status: 'failed', reason: 'feed-not-taken' },
		]);
	});

	it('fails the run when nothing was sent before it', async () => {
		await expect(send(['900', '20'], { feedType, textOf })).rejects.toThrow(/The message .* bytes/);
	});
});
