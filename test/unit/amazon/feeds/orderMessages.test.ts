import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

import { FieldError } from '../../../../nodes/amazon/feeds/fieldText';
import {
	acknowledgementText,
	cancellationText,
	shipmentText,
	type Cancellation,
	type ShipmentMessage,
} from '../../../../nodes/amazon/feeds/orderMessages';
import type { CancelReason } from '../../../../nodes/rules/sendBack/reasons';

const orderId = '302-1234567-1234567';
const itemId = '12345678901234';
const aCancellation = (line: object): Cancellation => ({
	orderId,
	lines: [{ itemId, reason: 'NoInventory', ...line }],
});
const aShipment = (changes: Partial<ShipmentMessage> = {}): ShipmentMessage => ({
	orderId,
	shippedAt: '2026-11-21T09:00:00+01:00',
	carrierCode: 'DHL',
	...changes,
});

describe('what the order feeds say', () => {
	it.each([
		{
			name: 'an acknowledgement',
			text: () => acknowledgementText({ orderId }),
			xml: `<OrderAcknowledgement><AmazonOrderID>${orderId}</AmazonOrderID><StatusCode>Success</StatusCode></OrderAcknowledgement>`,
		},
		{
			name: "an acknowledgement with the store's number",
			text: () => acknowledgementText({ orderId: ` ${orderId} `, storeOrderNumber: ' A&B-1 ' }),
			xml: `<OrderAcknowledgement><AmazonOrderID>${orderId}</AmazonOrderID><MerchantOrderID>A&amp;B-1</MerchantOrderID><StatusCode>Success</StatusCode></OrderAcknowledgement>`,
		},
		{
			name: 'an empty number counts as none',
			text: () => acknowledgementText({ orderId, storeOrderNumber: '  ' }),
			xml: `<OrderAcknowledgement><AmazonOrderID>${orderId}</AmazonOrderID><StatusCode>Success</StatusCode></OrderAcknowledgement>`,
		},
		{
			name: 'a cancellation of two lines, one in part',
			text: () =>
				cancellationText({
					orderId,
					storeOrderNumber: '7',
					lines: [
						{ itemId, reason: 'NoInventory' },
						{ itemId: '123456789012345', reason: 'BuyerCanceled', quantity: 2 },
					],
				}),
			xml:
				`<OrderAcknowledgement><AmazonOrderID>${orderId}</AmazonOrderID><MerchantOrderID>7</MerchantOrderID><StatusCode>Failure</StatusCode>` +
				`<Item><AmazonOrderItemCode>${itemId}</AmazonOrderItemCode><CancelReason>NoInventory</CancelReason></Item>` +
				'<Item><AmazonOrderItemCode>123456789012345</AmazonOrderItemCode><CancelReason>BuyerCanceled</CancelReason><Quantity>2</Quantity></Item>' +
				'</OrderAcknowledgement>',
		},
		{
			name: 'a shipment of the whole order',
			text: () => shipmentText(aShipment()),
			xml:
				`<OrderFulfillment><AmazonOrderID>${orderId}</AmazonOrderID><FulfillmentDate>2026-11-21T08:00:00.000Z</FulfillmentDate>` +
				'<FulfillmentData><CarrierCode>DHL</CarrierCode></FulfillmentData></OrderFulfillment>',
		},
		{
			name: 'a shipment of some lines, with everything',
			text: () =>
				shipmentText(
					aShipment({
						reference: 4711,
						carrierCode: 'Other',
						carrierName: 'My Courier',
						shippingMethod: 'Express',
						trackingNumber: 'T-1',
						lines: [{ itemId, quantity: 3 }],
					}),
				),
			xml:
				`<OrderFulfillment><AmazonOrderID>${orderId}</AmazonOrderID><MerchantFulfillmentID>4711</MerchantFulfillmentID><FulfillmentDate>2026-11-21T08:00:00.000Z</FulfillmentDate>` +
				'<FulfillmentData><CarrierCode>Other</CarrierCode><CarrierName>My Courier</CarrierName><ShippingMethod>Express</ShippingMethod><ShipperTrackingNumber>T-1</ShipperTrackingNumber></FulfillmentData>' +
				`<Item><AmazonOrderItemCode>${itemId}</AmazonOrderItemCode><Quantity>3</Quantity></Item></OrderFulfillment>`,
		},
	])('$name', ({ text, xml }) => {
		expect(text()).toBe(xml);
	});
});

describe('what no document can hold is refused by name', () => {
	const long = 'x'.repeat(51);
	it.each<{ name: string; text: () => string; message: string }>([
		{
			name: 'an order id that is none',
			text: () => acknowledgementText({ orderId: '123' }),
			message: 'Order ID is "123", but it must be like 902-1234567-1234567',
		},
		{
			name: 'a missing order id',
			text: () => acknowledgementText({ orderId: undefined as never }),
			message: 'Order ID is undefined, but it must be like 902-1234567-1234567',
		},
		{
			name: 'a store number that is too long',
			text: () => acknowledgementText({ orderId, storeOrderNumber: long }),
			message: 'Store Order Number is "xxxxx',
		},
		{
			name: 'a control character',
			text: () => acknowledgementText({ orderId, storeOrderNumber: 'A\u0007B' }),
			message: 'but it must be 1 to 50 visible characters',
		},
		{
			name: 'a line break',
			text: () => acknowledgementText({ orderId, storeOrderNumber: 'A\nB' }),
			message: 'but it must be 1 to 50 visible characters',
		},
		{
			name: 'half a character',
			text: () => acknowledgementText({ orderId, storeOrderNumber: 'A\ud800' }),
			message: 'but it must be 1 to 50 visible characters',
		},
		{
			name: 'no lines to cancel',
			text: () => cancellationText({ orderId, lines: [] }),
			message: 'Lines is "an empty list", but it must be at least one line to cancel',
		},
		{
			name: 'an item id that is none',
			text: () => cancellationText(aCancellation({ itemId: 'SKU-1' })),
			message: 'Order Item ID is "SKU-1", but it must be Amazon\'s number of 14 or 15 digits',
		},
		{
			name: 'a reason that Amazon does not know',
			text: () => cancellationText(aCancellation({ reason: 'SoldOut' as CancelReason })),
			message: 'Cancel Reason is "SoldOut", but it must be one of NoInventory, ',
		},
		{
			name: 'no units',
			text: () => cancellationText(aCancellation({ quantity: 0 })),
			message: 'Quantity is 0, but it must be a whole number, 1 or more',
		},
		{
			name: 'a part of a unit',
			text: () => shipmentText(aShipment({ lines: [{ itemId, quantity: 1.5 }] })),
			message: 'Quantity is 1.5, but it must be a whole number, 1 or more',
		},
		{
			name: 'a date that is none',
			text: () => shipmentText(aShipment({ shippedAt: 'soon' })),
			message: 'Ship Date is "soon", but it must be a date and time, like 2026-01-31T08:00:00Z',
		},
		{
			name: 'no carrier',
			text: () => shipmentText(aShipment({ carrierCode: '' })),
			message: 'Carrier is "", but it must be 1 to 50 visible characters',
		},
		{
			name: 'another carrier without a name',
			text: () => shipmentText(aShipment({ carrierCode: 'Other', carrierName: ' ' })),
			message: 'Carrier Name is "empty", but it must be given when the carrier is Other',
		},
		{
			name: 'a tracking number that is too long',
			text: () => shipmentText(aShipment({ trackingNumber: long })),
			message: 'Tracking Number is "xxxxx',
		},
		{
			name: 'a reference that is no number',
			text: () => shipmentText(aShipment({ reference: 'S-1' })),
			message: 'Reference is "S-1", but it must be a whole number of at most 20 digits',
		},
		{
			name: 'a reference of zeros',
			text: () => shipmentText(aShipment({ reference: '000' })),
			message: 'Reference is "000"',
		},
	])('$name', ({ text, message }) => {
		expect(text).toThrow(FieldError);
		expect(text).toThrow(message);
	});
});

const parser = new XMLParser({ parseTagValue: false, trimValues: false, isArray: (name) => name === 'Item' });

interface Written {
	OrderAcknowledgement: Record<string, string>;
	OrderFulfillment: {
		AmazonOrderID: string;
		FulfillmentData: Record<string, string>;
		Item: Array<Record<string, string>>;
	};
}

/** The message as another reader finds it; the text must be XML, all of it. */
function written(xml: string): Written {
	expect(XMLValidator.validate(xml)).toBe(true);
	return parser.parse(xml) as Written;
}

/** What shops and people type, and what nobody should: quotes, markup, entities, controls, halves of characters. */
const anyText = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 60 }),
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.string({
		unit: fc.constantFrom('&', '<', '>', '"', "'", ']', '[', '!', 'ä', '日', '\n', '\u0000', ' '),
	}),
	fc.constantFrom(
		']]>',
		'<![CDATA[',
		'&amp;',
		'&#0;',
		'&x;',
		'<!--',
		'?>',
		'\ufeff',
		'\ufffe',
		'\u0085',
		'\u2028',
	),
);

/** The text of a message, or `undefined` when it was refused with a reason. */
function orRefused(write: () => string): string | undefined {
	try {
		return write();
	} catch (error) {
		expect(error).toBeInstanceOf(FieldError);
		expect(String(error)).toMatch(/ is .*, but it must be /s);
		return undefined;
	}
}

describe('any text in any field', () => {
	it('comes back as it went in, or is refused: store order numbers', () => {
		fc.assert(
			fc.property(anyText, (storeOrderNumber) => {
				const xml = orRefused(() => acknowledgementText({ orderId, storeOrderNumber }));
				if (xml === undefined) return;
				const { MerchantOrderID = '' } = written(xml).OrderAcknowledgement;
				expect(MerchantOrderID).toBe(storeOrderNumber.trim());
			}),
			{ numRuns: 1000 },
		);
	});

	it('comes back as it went in, or is refused: carriers and tracking numbers', () => {
		fc.assert(
			fc.property(anyText, anyText, (carrierCode, trackingNumber) => {
				const xml = orRefused(() => shipmentText(aShipment({ carrierCode, trackingNumber })));
				if (xml === undefined) return;
				const { CarrierCode, ShipperTrackingNumber = '' } = written(xml).OrderFulfillment.FulfillmentData;
				expect(CarrierCode).toBe(carrierCode.trim());
				expect(ShipperTrackingNumber).toBe(trackingNumber.trim());
			}),
			{ numRuns: 1000 },
		);
	});

	it('is made to fit where only people read it: names of carriers and methods', () => {
		fc.assert(
			fc.property(anyText, anyText, (carrierName, shippingMethod) => {
				const xml = shipmentText(aShipment({ carrierName, shippingMethod }));
				const { CarrierName = '', ShippingMethod = '' } = written(xml).OrderFulfillment.FulfillmentData;
				for (const [shown, given] of [
					[CarrierName, carrierName],
					[ShippingMethod, shippingMethod],
				] as const) {
					expect([...shown].length).toBeLessThanOrEqual(50);
					expect(shown).toBe(shown.trim());
					expect(shown).not.toMatch(/[\p{Cc}\p{Cs}]/u);
					const visible = /^[\p{L}\p{N}]{1,50}$/u.test(given);
					if (visible) expect(shown).toBe(given);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it('is refused where Amazon wants an id or a word of its own', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const xmls = [
					orRefused(() => acknowledgementText({ orderId: text })),
					orRefused(() => cancellationText(aCancellation({ itemId: text }))),
					orRefused(() => cancellationText(aCancellation({ reason: text as CancelReason }))),
					orRefused(() => shipmentText(aShipment({ shippedAt: text }))),
					orRefused(() => shipmentText(aShipment({ reference: text }))),
				];
				for (const xml of xmls) if (xml !== undefined) written(xml);
			}),
		);
	});

	it.each([
		{ name: 'a long name is cut', given: 'Fifty characters and then some more: '.repeat(3), shown: 50 },
		{ name: 'emoji count as one character', given: '📦'.repeat(60), shown: 50 },
		{ name: 'tabs and line breaks become a space', given: 'A\t\r\nB', shown: 'A B' },
		{ name: 'controls become a space', given: 'A\u0000\u0007B', shown: 'A B' },
		{ name: 'half a character becomes a space', given: 'A\ud800B', shown: 'A B' },
		{ name: 'no space is left at the cut', given: `${'x'.repeat(49)} yy`, shown: 49 },
	])('in a name: $name', ({ given, shown }) => {
		const { CarrierName = '' } = written(shipmentText(aShipment({ carrierName: given }))).OrderFulfillment
			.FulfillmentData;
		expect(typeof shown === 'number' ? [...CarrierName].length : CarrierName).toBe(shown);
	});
});
