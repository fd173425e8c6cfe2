import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';

import { FieldError } from '../../nodes/amazon/feeds/fieldText';
import { acknowledgementText, cancellationText, shipmentText } from '../../nodes/amazon/feeds/orderMessages';
import { pack } from '../../nodes/amazon/feeds/pack';
import { refundText, type RefundLine } from '../../nodes/amazon/feeds/refundMessage';
import {
	ORDER_ACKNOWLEDGEMENT_FEED,
	ORDER_ADJUSTMENT_FEED,
	ORDER_FULFILLMENT_FEED,
	type FeedType,
} from '../../nodes/amazon/tables/feedTypes';
import { MARKETPLACES } from '../../nodes/amazon/tables/marketplaces';
import {
	ADJUSTMENT_COMPONENTS,
	ADJUSTMENT_REASONS,
	CANCEL_REASONS,
	PROMOTION_COMPONENTS,
} from '../../nodes/amazon/tables/orderReasons';
import { aResult, orderReportText } from '../unit/amazon/feeds/reports';
import { describeWithModels, readModelText } from './models';

const BASE = 'schemas/amzn-base.xsd';
const HEADER = 'schemas/amzn-header.xsd';
const ACKNOWLEDGEMENT = 'schemas/OrderAcknowledgement.xsd';
const FULFILLMENT = 'schemas/OrderFulfillment.xsd';
const ADJUSTMENT = 'schemas/OrderAdjustment.xsd';
const REPORT = 'schemas/ProcessingReport.xsd';
const ENVELOPE = 'schemas/amzn-envelope.xsd';
const NEEDED = [BASE, HEADER, ACKNOWLEDGEMENT, FULFILLMENT, ADJUSTMENT, REPORT, ENVELOPE];

/** What libxml2 says against documents under one of Amazon's XSDs; empty when all are valid. */
async function problemsOf(xsd: string, documents: readonly string[]): Promise<string[]> {
	const file = (path: string) => ({ fileName: path.split('/').pop() ?? '', contents: readModelText(path) });
	const { valid, errors } = await validateXML({
		xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
		schema: file(xsd),
		preload: file(BASE),
	});
	if (valid) return [];
	return errors.map(({ message, loc }) => `${message} in ${documents[parseInt(loc?.fileName ?? '')] ?? '?'}`);
}

const orderId = '302-1234567-1234567';
const itemId = '12345678901234';

function aLine(changes: Partial<RefundLine> = {}): RefundLine {
	const components = [{ type: 'Principal' as const, amount: '10.00', currency: 'EUR' }];
	return { itemId, reason: 'CustomerReturn', components, ...changes };
}

const CURRENCIES = [...new Set(MARKETPLACES.map(({ currency }) => currency))];
/** Amazon opened in South Africa after the XSDs that are to be had were written. */
const YOUNGER = ['ZAR'];

const acknowledged = acknowledgementText({ orderId, storeOrderNumber: 'x' });
const acknowledgements = [
	acknowledged,
	acknowledgementText({ orderId }),
	acknowledgementText({ orderId, storeOrderNumber: 'ü'.repeat(50) }),
];

const cancellations = CANCEL_REASONS.map(({ value: reason }) =>
	cancellationText({
		orderId,
		storeOrderNumber: '1',
		lines: [
			{ itemId, reason },
			{ itemId, reason, quantity: 2 },
		],
	}),
);

const shipped = shipmentText({ orderId, shippedAt: '2026-11-21', carrierCode: 'UPS' });
const shipments = [
	shipped,
	shipmentText({
		orderId,
		reference: '12345678901234567890',
		shippedAt: '2026-11-21T09:00:00+01:00',
		carrierCode: 'Other',
		carrierName: 'My Courier',
		shippingMethod: 'Express',
		trackingNumber: 'T'.repeat(50),
		lines: [
			{ itemId, quantity: 1 },
			{ itemId, quantity: 2 },
		],
	}),
];

const refund = (...lines: RefundLine[]) => refundText({ orderId, kind: 'Refund', lines });

const refunds = [
	...ADJUSTMENT_REASONS.map(({ value: reason }) => refund(aLine({ reason, quantity: 1 }))),
	...CURRENCIES.filter((currency) => !YOUNGER.includes(currency)).map((currency) =>
		refund(aLine({ components: [{ type: 'Principal', amount: '12', currency }] })),
	),
	refund(
		aLine({
			components: ADJUSTMENT_COMPONENTS.map(({ value: type }) => ({ type, amount: '1.5', currency: 'GBP' })),
			promotionAdjustments: [
				{
					promotionId: 'p'.repeat(80),
					components: PROMOTION_COMPONENTS.map((type) => ({ type, amount: '0.01', currency: 'GBP' })),
				},
				{ components: [{ type: 'Shipping', amount: '0.01', currency: 'GBP' }] },
			],
		}),
		aLine({ components: [{ type: 'Principal', amount: '999999999999999.99', currency: 'GBP' }] }),
	),
	refundText({ orderId, kind: 'Cancel', lines: [aLine({ components: [], quantity: 1 })] }),
];

/** Documents with a fault that the validator must see. */
const cancelled = cancellationText({ orderId, lines: [{ itemId, reason: 'NoInventory' }] });
const FAULTY = [
	{ name: 'an element that is missing', text: acknowledged.replace(/<StatusCode>.*<\/StatusCode>/, '') },
	{
		name: 'elements in another order',
		text: acknowledged.replace(/(<Merchant.*ID>)(<Status.*Code>)/, '$2$1'),
	},
	{ name: 'a text that is too long', text: acknowledged.replace('>x<', `>${'x'.repeat(51)}<`) },
	{ name: 'a reason that does not exist', text: cancelled.replace('NoInventory', 'Nothing') },
];

/** Enumerated values of an element or type, as the XSD lists them. */
function enumerated(xsd: string, name: string): string[] {
	const [, after = ''] = readModelText(xsd).split(`name="${name}"`);
	const [list = ''] = after.split('</xsd:restriction>');
	return [...list.matchAll(/enumeration value="([^"]*)"/g)].map(([, value = '']) => value);
}

/** Anything that a field may be given: mostly what fits, often what only nearly does. */
const wild = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 55 }),
	fc.string({ unit: 'binary', maxLength: 55 }),
	fc.constantFrom(']]>', '<a>', '&amp;', '"\'', ' x ', '\t', 'a\nb', '\u0000', '\ud800', 'é'.repeat(50)),
	fc.constantFrom('📦'.repeat(50), '📦'.repeat(51), '\ufffe', '\u2028', '\u0085'),
);
const ids = fc.oneof(fc.constant(itemId), fc.constant(itemId), wild);
const amounts = fc.oneof(
	fc.constantFrom('0', '1', '1.5', '10.00', '-1', '1e3', '1,5', '0.001', ' 2 ', '99999999999999'),
	fc.integer({ min: 0, max: 1e9 }).map((cents) => (cents / 100).toFixed(2)),
);
const quantities = fc.oneof(fc.constantFrom(undefined, 1, 2, 0, -1, 1.5, NaN, 1e21), fc.nat());
const wordsOf = <T extends string>(list: ReadonlyArray<{ value: T }>) =>
	fc.constantFrom(...list.map(({ value }) => value));

const dates = fc
	.date({ noInvalidDate: true, min: new Date('1960-01-01'), max: new Date('2100-01-01') })
	.map((date) => date.toISOString());
const anyShipment = fc.record({
	reference: fc.oneof(fc.constant(undefined), fc.integer({ min: 0 }), wild),
	shippedAt: fc.oneof({ arbitrary: dates, weight: 9 }, { arbitrary: wild, weight: 1 }),
	carrierCode: fc.constantFrom('DHL', 'UPS', 'Other', ' FedEx ', 'Royal Mail'),
	carrierName: wild,
	shippingMethod: wild,
	trackingNumber: wild,
	lines: fc.array(fc.record({ itemId: ids, quantity: fc.constantFrom(1, 2, 3, 0) }), { maxLength: 1 }),
});

const components = fc.record({
	type: wordsOf(ADJUSTMENT_COMPONENTS),
	amount: amounts,
	currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'EUR', 'JPY', 'XXX'),
});
const promotions = fc.record({
	promotionId: wild,
	components: fc.constantFrom([], [{ type: 'Principal' as const, amount: '0.01', currency: 'EUR' }]),
});
const refundLines = fc.record({
	itemId: ids,
	reason: wordsOf(ADJUSTMENT_REASONS),
	components: fc.array(components, { maxLength: 3 }),
	quantity: quantities,
	promotionAdjustments: fc.array(promotions, { maxLength: 1 }),
});
const anyRefund = fc.record({
	kind: fc.constantFrom('Refund' as const, 'Cancel' as const),
	lines: fc.array(refundLines, { minLength: 1, maxLength: 2 }),
});
const cancelledLines = fc.record({ itemId: ids, reason: wordsOf(CANCEL_REASONS), quantity: quantities });

interface Writing {
	name: string;
	xsd: string;
	/** Writes a message of random values, or throws. */
	write: fc.Arbitrary<() => string>;
}

const WRITINGS: Writing[] = [
	{
		name: 'acknowledgements',
		xsd: ACKNOWLEDGEMENT,
		write: wild.map((storeOrderNumber) => () => acknowledgementText({ orderId, storeOrderNumber })),
	},
	{
		name: 'cancellations',
		xsd: ACKNOWLEDGEMENT,
		write: fc
			.array(cancelledLines, { maxLength: 3 })
			.map((lines) => () => cancellationText({ orderId, lines })),
	},
	{
		name: 'shipments',
		xsd: FULFILLMENT,
		write: anyShipment.map((shipment) => () => shipmentText({ orderId, ...shipment })),
	},
	{
		name: 'refunds',
		xsd: ADJUSTMENT,
		write: anyRefund.map((given) => () => refundText({ orderId, ...given })),
	},
];

/** The document, or nothing when it was refused with a reason. */
function written(write: () => string): string[] {
	try {
		return [write()];
	} catch (error) {
		expect(error).toBeInstanceOf(FieldError);
		return [];
	}
}

describeWithModels("order feeds under Amazon's XSDs", NEEDED, () => {
	it.each([
		{ name: 'acknowledgements', xsd: ACKNOWLEDGEMENT, texts: acknowledgements },
		{ name: 'cancellations for every reason', xsd: ACKNOWLEDGEMENT, texts: cancellations },
		{ name: 'shipments', xsd: FULFILLMENT, texts: shipments },
		{ name: 'refunds for every reason, component and currency', xsd: ADJUSTMENT, texts: refunds },
	])('$name are valid', async ({ xsd, texts }) => {
		expect(await problemsOf(xsd, texts)).toEqual([]);
	});

	it.each(FAULTY)('the validator sees $name', async ({ text }) => {
		expect(await problemsOf(ACKNOWLEDGEMENT, [text])).not.toEqual([]);
	});

	it.each(WRITINGS)('$name of any values are valid, or refused with a reason', async ({ xsd, write }) => {
		let valid = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(write, { minLength: 30, maxLength: 60 }), async (writes) => {
				const documents = writes.flatMap(written);
				valid += documents.length;
				if (documents.length > 0) expect(await problemsOf(xsd, documents)).toEqual([]);
			}),
			{ numRuns: 8 },
		);
		// Refusing everything would be no feat.
		expect(valid).toBeGreaterThan(20);
	});

	const FEEDS: Array<{ feedType: FeedType; text: string }> = [
		{ feedType: ORDER_ACKNOWLEDGEMENT_FEED, text: acknowledged },
		{ feedType: ORDER_FULFILLMENT_FEED, text: shipped },
		{ feedType: ORDER_ADJUSTMENT_FEED, text: refund(aLine()) },
	];

	it.each(FEEDS)(
		'the envelope of $feedType.name has a valid head and numbered messages of its kind',
		async ({ feedType, text }) => {
			const packing = { marketplaceIdOf: () => 'M', textOf: () => text };
			const settings = { sellerId: 'A2EXAMPLE1SELLER', feedType, chunkSize: 10, separateMarketplaces: false };
			const [draft] = [...pack([1, 2], packing, settings)];
			const document = draft?.body.toString() ?? '';
			const [header = ''] = /<Header>.*<\/Header>/.exec(document) ?? [];
			expect(await problemsOf(HEADER, [header])).toEqual([]);
			const { messageType = '' } = feedType;
			expect(enumerated(ENVELOPE, 'MessageType')).toContain(messageType);
			expect(text.startsWith(`<${messageType}>`)).toBe(true);
			const messages = [1, 2].map((id) => `<Message><MessageID>${id}</MessageID>${text}</Message>`).join('');
			const rest = `${header}<MessageType>${messageType}</MessageType>${messages}</AmazonEnvelope>`;
			expect(document.endsWith(rest)).toBe(true);
		},
	);

	it.each([
		{ name: 'cancel reasons', table: CANCEL_REASONS, xsd: ACKNOWLEDGEMENT, element: 'CancelReason' },
		{ name: 'adjustment reasons', table: ADJUSTMENT_REASONS, xsd: ADJUSTMENT, element: 'AdjustmentReason' },
		{ name: 'components', table: ADJUSTMENT_COMPONENTS, xsd: ADJUSTMENT, element: 'AdjustmentBuyerPrice' },
	])('knows all $name', ({ table, xsd, element }) => {
		expect(table.map(({ value }) => value).sort()).toEqual(enumerated(xsd, element).sort());
	});

	it('knows the parts of promotions, and the currencies of the marketplaces but the youngest', () => {
		expect(PROMOTION_COMPONENTS).toEqual(enumerated(BASE, 'PromotionApplicationType'));
		const known = enumerated(BASE, 'BaseCurrencyCode');
		expect(CURRENCIES.filter((currency) => !known.includes(currency))).toEqual(YOUNGER);
	});

	it('reads reports like the ones that the XSD describes', async () => {
		const info = `<SKU>A</SKU><AmazonOrderID>${orderId}</AmazonOrderID>`;
		const text = orderReportText(aResult({}) + aResult({ messageId: '0', resultCode: 'Warning', info }));
		const [report = ''] = /<ProcessingReport>.*<\/ProcessingReport>/s.exec(text) ?? [];
		expect(await problemsOf(REPORT, [report])).toEqual([]);
	});
});
