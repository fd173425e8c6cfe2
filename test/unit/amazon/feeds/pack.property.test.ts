import fc from 'fast-check';

import type { ListingsMessage } from '../../../../nodes/amazon/feeds/message';
import { pack, type FeedDraft, type PackOptions, type Packing } from '../../../../nodes/amazon/feeds/pack';
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

interface Parcel {
	marketplaceId: string;
	message: ListingsMessage;
}

const packing: Packing<Parcel> = {
	marketplaceIdOf: ({ marketplaceId }) => marketplaceId,
	textOf: ({ message }) => JSON.stringify(message).slice(1),
};

const deletion = (sku: string): ListingsMessage => ({ sku, operationType: 'DELETE' });

/** SKUs as stores have them: ASCII, umlauts, Japanese, emoji, quotes, even half a surrogate pair. */
const sku = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const parcel: fc.Arbitrary<Parcel> = fc.record({
	marketplaceId: fc.constantFrom(...MARKETPLACES),
	message: sku.map(deletion),
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

const read = ({ body }: FeedDraft<Parcel>): Document => JSON.parse(body.toString()) as Document;

describe('pack, whatever the parcels and limits', () => {
	const packed = fc.record({ parcels, limits }).map(({ parcels: given, limits: limit }) => ({
		given,
		limit,
		drafts: [
			...pack(
				given,
				packing,
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
				const taken = new Set(drafts.flatMap(({ entries }) => entries));
				expect(taken).toEqual(new Set(given));
				expect(drafts.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(given.length);
			}),
		);
	});

	it('numbers the messages from 1 and keeps a ledger of them in order', () => {
		fc.assert(
			fc.property(packed, ({ drafts }) => {
				for (const draft of drafts) {
					const { messages } = read(draft);
					expect(messages.map(({ messageId }) => messageId)).toEqual(
						draft.entries.map((_, index) => index + 1),
					);
					const sent = messages.map(({ messageId: _, ...message }) => message);
					expect(sent).toEqual(draft.entries.map(({ message }) => reread(message)));
				}
			}),
		);
	});

	it('knows the size of each document to the byte and never exceeds a limit', () => {
		fc.assert(
			fc.property(packed, ({ limit, drafts }) => {
				for (const { body, sizeBytes, entries: taken } of drafts) {
					expect(sizeBytes).toBe(body.length);
					expect(sizeBytes).toBeLessThanOrEqual(limit.maxBytes);
					expect(taken.length).toBeGreaterThan(0);
					expect(taken.length).toBeLessThanOrEqual(Math.min(limit.chunkSize, limit.maxMessages));
				}
			}),
		);
	});

	it('names the marketplaces of each document, one only when they are kept apart', () => {
		fc.assert(
			fc.property(packed, ({ limit, drafts }) => {
				for (const draft of drafts) {
					const wanted = new Set(draft.entries.map(({ marketplaceId }) => marketplaceId));
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
				const mostMessages = Math.min(limit.chunkSize, limit.maxMessages);
				drafts.forEach((draft, index) => {
					const next = drafts[index + 1];
					const apart = next?.marketplaceIds[0] !== draft.marketplaceIds[0] && limit.separateMarketplaces;
					if (next === undefined || apart) return;
					const [first] = read(next).messages;
					const asNext = JSON.stringify({ ...first, messageId: draft.entries.length + 1 });
					const isFull = draft.entries.length >= mostMessages;
					expect(isFull || draft.sizeBytes + 1 + Buffer.byteLength(asNext) > limit.maxBytes).toBe(true);
				});
			}),
		);
	});
});

/** A message as JSON brings it back. */
function reread(message: ListingsMessage): unknown {
	return JSON.parse(JSON.stringify(message));
}

describe('pack', () => {
	const one = (text: string, marketplaceId = MARKETPLACES[0] ?? ''): Parcel => ({
		marketplaceId,
		message: deletion(text),
	});

	it('makes no document of nothing', () => {
		expect([...pack([], packing, options())]).toEqual([]);
	});

	it('writes the head that Amazon asks for', () => {
		const [draft] = [...pack([one('A')], packing, options())];
		expect(draft && read(draft).header).toEqual({
			sellerId: 'A2EXAMPLE1SELLER',
			version: '2.0',
			report: { includedData: ['issues'], apiVersion: '2021-08-01' },
		});
	});

	it.each([
		{ name: 'ASCII', text: 'x'.repeat(600) },
		{ name: 'three bytes a letter', text: '日'.repeat(300) },
	])(
		'refuses a single message larger than a feed, wherever it comes, and shows its SKU ($name)',
		({ text }) => {
			const tight = options({ feedType: feedType({ maxBytes: 500 }) });
			expect(() => [...pack([one('A'), one(text), one('B')], packing, tight)]).toThrow(
				/The message "sku":"(xx|日日).* has \d+ bytes; Amazon takes 500 in a whole feed/,
			);
		},
	);

	it('builds one document at a time', () => {
		const drafts = pack([one('A'), one('B')], packing, options({ chunkSize: 1 }));
		expect(drafts.next().value).toMatchObject({ entries: [one('A')] });
		expect(drafts.next().value).toMatchObject({ entries: [one('B')] });
		expect(drafts.next().done).toBe(true);
	});

	it('keeps marketplaces together in the order in which they first come', () => {
		const [de = '', uk = ''] = MARKETPLACES;
		const mixed = [one('A', de), one('B', uk), one('C', de)];
		const apart = [...pack(mixed, packing, options())].map(({ marketplaceIds, entries }) => [
			marketplaceIds,
			entries.map(({ message }) => message.sku),
		]);
		expect(apart).toEqual([
			[[de], ['A', 'C']],
			[[uk], ['B']],
		]);
		const together = [...pack(mixed, packing, options({ separateMarketplaces: false }))];
		expect(together).toHaveLength(1);
		expect(together[0]).toMatchObject({ marketplaceIds: [de, uk], entries: mixed });
	});
});
