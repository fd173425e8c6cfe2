import fc from 'fast-check';

import { cancellationText } from '../../../../nodes/amazon/feeds/orderMessages';
import { pack } from '../../../../nodes/amazon/feeds/pack';
import { parseOrderFeed } from '../../../../nodes/amazon/feeds/sentOrderFeed';
import {
	ORDER_ACKNOWLEDGEMENT_FEED,
	ORDER_FULFILLMENT_FEED,
} from '../../../../nodes/amazon/tables/feedTypes';

const FEED = ORDER_ACKNOWLEDGEMENT_FEED;
const HINT =
	'The document is not a feed of OrderAcknowledgement messages. Give the feed document ID that Submit answered with.';

function written(texts: readonly string[], chunkSize = texts.length): string[] {
	const packing = { marketplaceIdOf: () => 'M', textOf: (text: string) => text };
	const settings = { sellerId: 'A2EXAMPLE1SELLER', feedType: FEED, chunkSize, separateMarketplaces: true };
	return [...pack(texts, packing, settings)].map(({ body }) => body.toString());
}

const aMessage = (orderId: string, storeOrderNumber?: string) =>
	cancellationText({
		orderId,
		storeOrderNumber,
		lines: [{ itemId: '12345678901234', reason: 'NoInventory' }],
	});
const message = (text: string) => `<Message><MessageID>1</MessageID>${text}</Message>`;
const envelope = (messages: string, type = 'OrderAcknowledgement') =>
	`<?xml version="1.0" encoding="UTF-8"?><AmazonEnvelope><MessageType>${type}</MessageType>${messages}</AmazonEnvelope>`;

describe('parseOrderFeed', () => {
	it('reads back what was packed, to the letter', () => {
		const digits = fc.integer({ min: 1_000_000, max: 9_999_999 });
		const number = fc.constantFrom(undefined, 'A&B', '<Message>', '</Message>', ']]>', '日本 "1"');
		const entry = fc
			.tuple(digits, number)
			.map(([digit, text]) => ({ orderId: `302-${digit}-1234567`, text }));
		fc.assert(
			fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), (entries) => {
				const texts = entries.map(({ orderId, text }) => aMessage(orderId, text));
				const [document = ''] = written(texts);
				expect(parseOrderFeed(document, FEED)).toEqual(
					entries.map(({ orderId }, index) => ({ messageId: index + 1, orderId, text: texts[index] })),
				);
				const again = parseOrderFeed(document, FEED).map(({ text }) => text);
				expect(written(again)).toEqual([document]);
			}),
		);
	});

	it('reads documents with line breaks between their elements', () => {
		const text = envelope(
			'\n <Message>\n  <MessageID> 12 </MessageID>\n  <OperationType>Update</OperationType>\n  <A>\n<AmazonOrderID> 302-1-1 </AmazonOrderID></A>\n </Message>\n',
		);
		expect(parseOrderFeed(text, FEED)).toEqual([
			{
				messageId: 12,
				orderId: '302-1-1',
				text: '<OperationType>Update</OperationType>\n  <A>\n<AmazonOrderID> 302-1-1 </AmazonOrderID></A>',
			},
		]);
	});

	it.each([
		{ name: 'empty', text: '' },
		{ name: 'a listings feed', text: '{"header":{},"messages":[]}' },
		{ name: 'a feed of another kind', text: envelope(message('<A/>'), 'OrderFulfillment') },
		{ name: 'a processing report', text: envelope(message('<A/>'), 'ProcessingReport') },
		{ name: 'without messages', text: envelope('') },
		{ name: 'without the number of a message', text: envelope('<Message><A/></Message>') },
		{ name: 'with comments', text: envelope(`<!-- ${message('<A/>')} -->${message('<A/>')}`) },
		{ name: 'with CDATA', text: envelope(message('<A><![CDATA[</Message>]]></A>')) },
		{ name: 'with instructions in it', text: envelope(message('<A/><?x </Message>?>')) },
		{ name: 'cut off', text: envelope(message('<A/>')).slice(0, -5) },
		{ name: 'with a document type', text: `<!DOCTYPE x>${envelope(message('<A/>'))}` },
	])('says which document it needs: $name', ({ text }) => {
		expect(() => parseOrderFeed(text, FEED)).toThrow(HINT);
	});

	it('names the kind of feed that it was asked for', () => {
		expect(() => parseOrderFeed(envelope(message('<A/>')), ORDER_FULFILLMENT_FEED)).toThrow(
			'feed of OrderFulfillment',
		);
	});
});
