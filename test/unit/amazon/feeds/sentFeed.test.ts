import fc from 'fast-check';

import { patchMessage } from '../../../../nodes/amazon/feeds/message';
import { pack } from '../../../../nodes/amazon/feeds/pack';
import { parseFeed } from '../../../../nodes/amazon/feeds/sentFeed';
import { JSON_LISTINGS_FEED } from '../../../../nodes/amazon/tables/feedTypes';

const HINT = 'The document is not a listings feed. Give the feed document ID that Submit answered with.';

describe('parseFeed', () => {
	it('reads back what was packed', () => {
		const skus = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 20 });
		fc.assert(
			fc.property(skus, (given) => {
				const parcels = given.map((sku) => ({ marketplaceId: 'M', message: patchMessage(sku, []) }));
				const settings = { sellerId: 'S', feedType: JSON_LISTINGS_FEED, chunkSize: 100, separateMarketplaces: true };
				const read = [...pack(parcels, settings)].flatMap(({ body }) => parseFeed(body));
				expect(read.map(({ message }) => message)).toEqual(parcels.map(({ message }) => message));
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
