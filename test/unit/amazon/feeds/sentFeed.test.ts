import fc from 'fast-check';

import { offerMessageText } from '../../../../nodes/amazon/feeds/message';
import { pack } from '../../../../nodes/amazon/feeds/pack';
import { parseFeed } from '../../../../nodes/amazon/feeds/sentFeed';
import { JSON_LISTINGS_FEED } from '../../../../nodes/amazon/tables/feedTypes';

const HINT = 'The document is not a listings feed. Give the feed document ID that Submit answered with.';

describe('parseFeed', () => {
	it('reads back what was packed', () => {
		const skus = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 20 });
		fc.assert(
			fc.property(skus, (given) => {
				const price = { price: '1.00', currency: 'EUR' };
				const packing = {
					marketplaceIdOf: () => 'M',
					textOf: (sku: string) => offerMessageText(sku, { price }, 'M'),
				};
				const settings = {
					sellerId: 'S',
					feedType: JSON_LISTINGS_FEED,
					chunkSize: 100,
					separateMarketplaces: true,
				};
				const read = [...pack(given, packing, settings)].flatMap(({ body }) => parseFeed(body.toString()));
				expect(read.map(({ message }) => message)).toEqual(
					given.map((sku): unknown => JSON.parse(`{${packing.textOf(sku)}`)),
				);
				expect(read.map(({ messageId }) => messageId)).toEqual(given.map((_, index) => index + 1));
			}),
		);
	});

	it.each([
		{ name: 'empty', text: '' },
		{ name: 'no JSON', text: '<AmazonEnvelope/>' },
		{ name: 'null', text: 'null' },
		{ name: 'a processing report', text: '{"header":{},"issues":[],"summary":{}}' },
		{ name: 'messages that are no list', text: '{"messages":{}}' },
		{ name: 'a message without an id', text: '{"messages":[{"sku":"A","operationType":"PATCH"}]}' },
		{ name: 'a message without a SKU', text: '{"messages":[{"messageId":1,"operationType":"PATCH"}]}' },
		{ name: 'a message that is null', text: '{"messages":[null]}' },
	])('says which document it needs: $name', ({ text }) => {
		expect(() => parseFeed(text)).toThrow(HINT);
	});
});
