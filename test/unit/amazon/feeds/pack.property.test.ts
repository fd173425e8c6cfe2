import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';

import type { ListingsMessage } from '../../../../nodes/amazon/feeds/message';
import { pack, type FeedDraft, type PackOptions, type Packing } from '../../../../nodes/amazon/feeds/pack';
import { buildXml } from '../../../../nodes/amazon/feeds/xml';
import {
	JSON_LISTINGS_FEED,
	ORDER_ACKNOWLEDGEMENT_FEED,
	ORDER_FULFILLMENT_FEED,
	type FeedType,
} from '../../../../nodes/amazon/tables/feedTypes';

const MARKETPLACES = ['A1PA6795UKMFR9', 'A1F83G8C2ARO7P', 'A13V1IB3VIYZZH'];

interface Parcel {
	marketplaceId: string;
	text: string;
}

interface Message {
	messageId: number;
	text: string;
}

/** What differs between the kinds of documents: everything else holds for all of them. */
interface Kind {
	name: string;
	feedType: FeedType;
	/** Texts as stores have them, as wild as the kind allows. */
	text: fc.Arbitrary<string>;
	textOf(text: string): string;
	read(body: string): Message[];
	/** The bytes that one more message takes. */
	sizeOf(message: Message): number;
	/** Room for head, closing and the largest message. */
	leastBytes: number;
}

const JSON_KIND: Kind = {
	name: 'JSON',
	feedType: JSON_LISTINGS_FEED,
	// ASCII, umlauts, Japanese, emoji, quotes, even half a surrogate pair.
	text: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
	textOf: (text) => JSON.stringify(deletion(text)).slice(1),
	read: (body) => {
		const { messages } = JSON.parse(body) as Document;
		return messages.map(({ messageId, sku }) => ({ messageId, text: sku }));
	},
	sizeOf: ({ messageId, text }) => Buffer.byteLength(`,${JSON.stringify({ messageId, ...deletion(text) })}`),
	leastBytes: 750,
};

const XML_KIND: Kind = {
	name: 'XML',
	feedType: ORDER_ACKNOWLEDGEMENT_FEED,
	text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => `<&"${text}']]>`),
	textOf: (text) => buildXml({ OrderAcknowledgement: { MerchantOrderID: text } }),
	read: (body) => {
		const parser = new XMLParser({
			...{ trimValues: false, parseTagValue: false, isArray: (name: string) => name === 'Message' },
		});
		const { Message: messages } = (parser.parse(body) as Envelope).AmazonEnvelope;
		return messages.map(({ MessageID, OrderAcknowledgement }) => ({
			messageId: Number(MessageID),
			text: OrderAcknowledgement.MerchantOrderID,
		}));
	},
	sizeOf: ({ messageId, text }) =>
		Buffer.byteLength(`<Message><MessageID>${messageId}</MessageID>${XML_KIND.textOf(text)}</Message>`),
	leastBytes: 1600,
};

interface Document {
	header: { sellerId: string; version: string; report: { includedData: string[] } };
	messages: Array<{ messageId: number } & ListingsMessage>;
}

interface Envelope {
	AmazonEnvelope: {
		Header: { DocumentVersion: string; MerchantIdentifier: string };
		MessageType: string;
		Message: Array<{ MessageID: string; OrderAcknowledgement: { MerchantOrderID: string } }>;
	};
}

function options(changes: Partial<PackOptions> = {}): PackOptions {
	return {
		sellerId: 'A2EXAMPLE1SELLER',
		feedType: JSON_LISTINGS_FEED,
		chunkSize: 100,
		separateMarketplaces: true,
		...changes,
	};
}

const deletion = (sku: string): ListingsMessage => ({ sku, operationType: 'DELETE' });
const packingOf = (kind: Kind): Packing<Parcel> => ({
	marketplaceIdOf: ({ marketplaceId }) => marketplaceId,
	textOf: ({ text }) => kind.textOf(text),
});

describe.each([JSON_KIND, XML_KIND])('pack, whatever the parcels and limits ($name)', (kind) => {
	const parcel: fc.Arbitrary<Parcel> = fc.record({
		marketplaceId: fc.constantFrom(...MARKETPLACES),
		text: kind.text,
	});
	const limits = fc.record({
		chunkSize: fc.integer({ min: 1, max: 20 }),
		maxMessages: fc.integer({ min: 1, max: 20 }),
		maxBytes: fc.integer({ min: kind.leastBytes, max: 5000 }),
		separateMarketplaces: fc.boolean(),
	});
	const packed = fc
		.record({ given: fc.array(parcel, { maxLength: 60 }), limit: limits })
		.map(({ given, limit }) => {
			const { chunkSize, separateMarketplaces, maxMessages, maxBytes } = limit;
			const feedType = { ...kind.feedType, maxMessages, maxBytes };
			const settings = options({ chunkSize, separateMarketplaces, feedType });
			return { given, limit, drafts: [...pack(given, packingOf(kind), settings)] };
		});
	const read = ({ body }: FeedDraft<Parcel>) => kind.read(body.toString());

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
					const sent = draft.entries.map(({ text }, index) => ({ messageId: index + 1, text }));
					expect(read(draft)).toEqual(sent);
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

	it('fills a document to the last byte, and not beyond', () => {
		const texts = Array.from({ length: 12 }, (_, index) => `A-${index}`);
		const given = texts.map((text) => ({ marketplaceId: MARKETPLACES[0] ?? '', text }));
		const counts = (maxBytes: number) => {
			const settings = options({ feedType: { ...kind.feedType, maxBytes } });
			return [...pack(given, packingOf(kind), settings)].map(({ entries }) => entries.length);
		};
		const [whole] = [...pack(given, packingOf(kind), options({ feedType: kind.feedType }))];
		const { sizeBytes } = whole ?? { sizeBytes: 0 };
		expect(counts(sizeBytes)).toEqual([12]);
		expect(counts(sizeBytes - 1)).toEqual([11, 1]);
	});

	it('opens a new document only when the next message would not have fitted', () => {
		fc.assert(
			fc.property(packed, ({ limit, drafts }) => {
				const mostMessages = Math.min(limit.chunkSize, limit.maxMessages);
				drafts.forEach((draft, index) => {
					const next = drafts[index + 1];
					const apart = next?.marketplaceIds[0] !== draft.marketplaceIds[0] && limit.separateMarketplaces;
					if (next === undefined || apart) return;
					const text = next.entries[0]?.text ?? '';
					const nextBytes = kind.sizeOf({ messageId: draft.entries.length + 1, text });
					const isFull = draft.entries.length >= mostMessages;
					expect(isFull || draft.sizeBytes + nextBytes > limit.maxBytes).toBe(true);
				});
			}),
		);
	});
});

describe('pack', () => {
	const one = (text: string, marketplaceId = MARKETPLACES[0] ?? ''): Parcel => ({
		marketplaceId,
		text,
	});
	const packing = packingOf(JSON_KIND);

	it('makes no document of nothing', () => {
		expect([...pack([], packing, options())]).toEqual([]);
	});

	it('writes the head that Amazon asks for', () => {
		const [draft] = [...pack([one('A')], packing, options())];
		expect((JSON.parse(draft?.body.toString() ?? '') as Document).header).toEqual({
			sellerId: 'A2EXAMPLE1SELLER',
			version: '2.0',
			report: { includedData: ['issues'], apiVersion: '2021-08-01' },
		});
	});

	it('writes the envelope of order feeds', () => {
		const feedType = ORDER_ACKNOWLEDGEMENT_FEED;
		const drafts = [...pack([one('A'), one('B')], packingOf(XML_KIND), options({ feedType }))];
		expect(drafts.map(({ body }) => body.toString())).toEqual([
			'<?xml version="1.0" encoding="UTF-8"?>' +
				'<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">' +
				'<Header><DocumentVersion>1.01</DocumentVersion><MerchantIdentifier>A2EXAMPLE1SELLER</MerchantIdentifier></Header>' +
				'<MessageType>OrderAcknowledgement</MessageType>' +
				'<Message><MessageID>1</MessageID><OrderAcknowledgement><MerchantOrderID>A</MerchantOrderID></OrderAcknowledgement></Message>' +
				'<Message><MessageID>2</MessageID><OrderAcknowledgement><MerchantOrderID>B</MerchantOrderID></OrderAcknowledgement></Message>' +
				'</AmazonEnvelope>',
		]);
	});

	it.each(['', ' ', 'A\u0000', 'x'.repeat(51)])(
		'does not write an envelope for the seller %j',
		(sellerId) => {
			const settings = options({ sellerId, feedType: ORDER_FULFILLMENT_FEED });
			expect(() => [...pack([one('A')], packingOf(XML_KIND), settings)]).toThrow(
				'but it must be 1 to 50 visible characters',
			);
		},
	);

	it.each([
		{ name: 'ASCII', text: 'x'.repeat(600) },
		{ name: 'three bytes a letter', text: '日'.repeat(300) },
	])(
		'refuses a single message larger than a feed, wherever it comes, and shows its SKU ($name)',
		({ text }) => {
			const tight = options({ feedType: { ...JSON_LISTINGS_FEED, maxBytes: 500 } });
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
			entries.map(({ text }) => text),
		]);
		expect(apart).toEqual([
			[[de], ['A', 'C']],
			[[uk], ['B']],
		]);
		const together = [...pack(mixed, packing, options({ separateMarketplaces: false }))];
		expect(together).toHaveLength(1);
		expect(together[0]).toMatchObject({ marketplaceIds: [de, uk], entries: mixed });
	});

	it('makes feeds for all given marketplaces alike, whatever the entries say', () => {
		const [de = '', uk = ''] = MARKETPLACES;
		const alike = { textOf: (parcel: Parcel) => packing.textOf(parcel), marketplaceIds: [uk, de] };
		for (const separateMarketplaces of [true, false]) {
			const drafts = [...pack([one('A', de), one('B', uk)], alike, options({ separateMarketplaces }))];
			expect(drafts).toMatchObject([{ marketplaceIds: [uk, de], entries: [one('A', de), one('B', uk)] }]);
		}
	});
});
