import fc from 'fast-check';

import { patchMessage, type ListingsMessage } from '../../../../nodes/amazon/feeds/message';
import { pack, type FeedDraft, type Parcel, type PackOptions } from '../../../../nodes/amazon/feeds/pack';
import type { FeedType } from '../../../../nodes/amazon/tables/feedTypes';

const MARKETPLACES = ['A1PA6795UKMFR9', 'A1F83G8C2ARO7P', 'A13V1IB3VIYZZH'];
const HEAD_BYTES = 150;

function feedType(limits: Partial<FeedType> = {}): FeedType {
	return { id: 'F', contentType: 'application/json', maxMessages: 25_000, maxBytes: 10_000_000, ...limits };
}

function options(changes: Partial<PackOptions> = {}): PackOptions {
	return {
		sellerId: 'A2EXAMPLE1SELLER',
		feedType: feedType(),
		chunkSize: 100,
		separateMarketplaces: true,
		...changes,
	};
}

/** SKUs as stores have them: ASCII, umlauts, Japanese, emoji, quotes, even half a surrogate pair. */
const sku = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const parcel: fc.Arbitrary<Parcel> = fc.record({
	marketplaceId: fc.constantFrom(...MARKETPLACES),
	message: sku.map((text): ListingsMessage => patchMessage(text, [{ op: 'delete', path: '/attributes/x' }])),
});
const parcels = fc.array(parcel, { maxLength: 60 });
const limits = fc.record({
	chunkSize: fc.integer({ min: 1, max: 20 }),
	maxMessages: fc.integer({ min: 1, max: 20 }),
	// Room for the head and the largest single message, and from there on anything.
	maxBytes: fc.integer({ min: HEAD_BYTES + 600, max: 5000 }),
	separateMarketplaces: fc.boolean(),
});

interface Document {
	header: { sellerId: string; version: string; report: { includedData: string[] } };
	messages: Array<{ messageId: number } & ListingsMessage>;
}

const read = ({ body }: FeedDraft): Document => JSON.parse(body) as Document;

describe('pack, whatever the parcels and limits', () => {
	const packed = fc.record({ parcels, limits }).map(({ parcels: given, limits: limit }) => ({
		given,
		limit,
		drafts: [
			...pack(
				given,
				options({
					chunkSize: limit.chunkSize,
					separateMarketplaces: limit.separateMarketplaces,
					feedType: feedType({ maxMessages: limit.maxMessages, maxBytes: limit.maxBytes }),
				}),
			),
		],
	}));

	it('puts every parcel into exactly one draft', () => {
		fc.assert(
			fc.property(packed, ({ given, drafts }) => {
				const taken = drafts.flatMap((draft) => draft.parcels).sort((one, other) => one - other);
				expect(taken).toEqual(given.map((_, index) => index));
			}),
		);
	});

	it('numbers the messages from 1 and keeps a ledger of them in order', () => {
		fc.assert(
			fc.property(packed, ({ given, drafts }) => {
				for (const draft of drafts) {
					const { messages } = read(draft);
					expect(messages.map(({ messageId }) => messageId)).toEqual(draft.parcels.map((_, index) => index + 1));
					const sent = messages.map(({ messageId: _, ...message }) => message);
					expect(sent).toEqual(draft.parcels.map((index) => reread(given[index]?.message)));
				}
			}),
		);
	});

	it('knows the size of each document to the byte and never exceeds a limit', () => {
		fc.assert(
			fc.property(packed, ({ limit, drafts }) => {
				for (const { body, sizeBytes, parcels: taken } of drafts) {
					expect(sizeBytes).toBe(Buffer.byteLength(body));
					expect(sizeBytes).toBeLessThanOrEqual(limit.maxBytes);
					expect(taken.length).toBeGreaterThan(0);
					expect(taken.length).toBeLessThanOrEqual(Math.min(limit.chunkSize, limit.maxMessages));
				}
			}),
		);
	});

	it('names the marketplaces of each document, one only when they are kept apart', () => {
		fc.assert(
			fc.property(packed, ({ given, limit, drafts }) => {
				for (const draft of drafts) {
					const wanted = new Set(draft.parcels.map((index) => given[index]?.marketplaceId));
					expect(new Set(draft.marketplaceIds)).toEqual(wanted);
					expect(draft.marketplaceIds).toHaveLength(wanted.size);
					if (limit.separateMarketplaces) expect(wanted.size).toBe(1);
				}
			}),
		);
	});

	it('opens a new document only when the next message would not have fitted', () => {
		fc.assert(
			fc.property(packed, ({ limit, drafts }) => {
				drafts.forEach((draft, index) => {
					const next = drafts[index + 1];
					if (next === undefined || next.marketplaceIds[0] !== draft.marketplaceIds[0]) return;
					if (!limit.separateMarketplaces || draft.parcels.length < Math.min(limit.chunkSize, limit.maxMessages)) {
						const [first] = read(next).messages;
						const asNext = JSON.stringify({ ...first, messageId: draft.parcels.length + 1 });
						const full = draft.parcels.length >= Math.min(limit.chunkSize, limit.maxMessages);
						expect(full || draft.sizeBytes + 1 + Buffer.byteLength(asNext) > limit.maxBytes).toBe(true);
					}
				});
			}),
		);
	});
});

/** A message as JSON brings it back. */
function reread(message: ListingsMessage | undefined): unknown {
	return JSON.parse(JSON.stringify(message ?? null));
}

describe('pack', () => {
	const one = (text: string, marketplaceId = MARKETPLACES[0] ?? ''): Parcel => ({
		marketplaceId,
		message: patchMessage(text, []),
	});

	it('makes no document of nothing', () => {
		expect([...pack([], options())]).toEqual([]);
	});

	it('writes the head that Amazon asks for', () => {
		const [draft] = [...pack([one('A')], options())];
		expect(draft && read(draft).header).toEqual({
			sellerId: 'A2EXAMPLE1SELLER',
			version: '2.0',
			report: { includedData: ['issues'], apiVersion: '2021-08-01' },
		});
	});

	it.each([
		{ name: 'ASCII', text: 'x'.repeat(600) },
		{ name: 'three bytes a letter', text: '日'.repeat(300) },
	])('refuses a single message larger than a feed, with its SKU ($name)', ({ text }) => {
		const tight = options({ feedType: feedType({ maxBytes: 700 }) });
		expect(() => [...pack([one('A'), one(text), one('B')], tight)]).toThrow(
			new RegExp(`SKU "${text}" has \\d+ bytes, more than Amazon takes`),
		);
	});

	it('builds one document at a time', () => {
		const drafts = pack([one('A'), one('B')], options({ chunkSize: 1 }));
		expect(drafts.next().value).toMatchObject({ parcels: [0] });
		expect(drafts.next().value).toMatchObject({ parcels: [1] });
		expect(drafts.next().done).toBe(true);
	});

	it('keeps marketplaces together in the order in which they first come', () => {
		const [de = '', uk = ''] = MARKETPLACES;
		const mixed = [one('A', de), one('B', uk), one('C', de)];
		const apart = [...pack(mixed, options())].map(({ marketplaceIds, parcels: taken }) => [marketplaceIds, taken]);
		expect(apart).toEqual([
			[[de], [0, 2]],
			[[uk], [1]],
		]);
		const together = [...pack(mixed, options({ separateMarketplaces: false }))];
		expect(together).toHaveLength(1);
		expect(together[0]).toMatchObject({ marketplaceIds: [de, uk], parcels: [0, 1, 2] });
	});
});
