import { CARRIER_ALIASES, CARRIER_CODES } from '../../../../nodes/amazon/tables/carriers';
import { createCarrierFinder } from '../../../../nodes/rules/sendBack/shipment/carrier';
import type { MarketplaceOrder } from '../../../../nodes/rules/order/marketplaceOrder';
import {
	decideShipment,
	type ShipmentChange,
	type ShipmentConfig,
} from '../../../../nodes/rules/sendBack/shipment/decide';
import { listLedger, type RunLedger } from '../../../../nodes/rules/verdict/runLedger';
import { ConfigError, type Item } from '../../../../nodes/rules/verdict/verdict';
import { aLine, anOrder, NOW } from '../order/orders';

const findCarrier = createCarrierFinder(CARRIER_CODES, CARRIER_ALIASES);
const ORDER_ID = '111-1111111-1111111';
const MUG = '12345678901234';
const CUP = '22345678901234';
const ROW: Item = { amazonOrderId: ORDER_ID, carrier: 'UPS', trackingNumber: '1Z1' };

interface Case {
	name: string;
	row?: Item;
	order?: Partial<MarketplaceOrder> | null;
	config?: ShipmentConfig;
	run?: RunLedger<readonly ShipmentChange[]>;
}

/** One row against one order; `order: null` is an order nobody looked up. */
function decide({ row, order = {}, config = {}, run }: Omit<Case, 'name'>) {
	const rule = decideShipment(config, findCarrier);
	return rule({ ...ROW, ...row }, order === null ? undefined : anOrder(order), NOW, run);
}

function changed(given: Omit<Case, 'name'>) {
	const verdict = decide(given);
	if (verdict.kind === 'change') return verdict.change;
	throw new Error(`${verdict.kind}: ${verdict.message}`);
}

const mug = aLine({ itemId: MUG, ordered: 2 });
const cup = aLine({ itemId: CUP, sku: 'CUP', ordered: 3 });
const twoLines = { lines: [mug, cup] };
const twice = { lines: [mug, aLine({ itemId: CUP, sku: 'MUG', ordered: 3 })] };
const aPackage = {
	reference: '7',
	trackingNumber: '1Z 1',
	lines: [{ itemId: MUG, quantity: 1 }],
};
const halfShipped: Partial<MarketplaceOrder> = {
	status: 'PARTIALLY_SHIPPED',
	lines: [aLine({ ordered: 2, shipped: 1 })],
	packages: [aPackage],
};
const items = (...list: Item[]) => ({ items: list });

describe('what holds a shipment', () => {
	it.each<Case & { reason: string; says: RegExp }>([
		{ name: 'no order id', row: { amazonOrderId: ' ' }, reason: 'no-order-id', says: /no Amazon order id/ },
		{
			name: "the store's order number",
			row: { amazonOrderId: 100001 },
			reason: 'order-id-not-amazons',
			says: /^100001 is no Amazon order id/,
		},
		{
			name: 'another order',
			row: { amazonOrderId: '222-2222222-2222222' },
			reason: 'order-differs',
			says: /222-2222222-2222222, but was compared with order 111-1111111-1111111/,
		},
		{
			name: 'AFN',
			order: { channel: 'AFN' },
			reason: 'amazon-ships-it',
			says: /Amazon ships order .* itself/,
		},
		{
			name: 'cancelled',
			order: { status: 'CANCELLED' },
			reason: 'order-cancelled',
			says: /is cancelled; do not ship/,
		},
		{
			name: 'pending',
			order: { status: 'PENDING' },
			reason: 'order-not-paid',
			says: /is PENDING: the payment/,
		},
		{
			name: 'not released yet',
			order: { status: 'PENDING_AVAILABILITY' },
			reason: 'order-not-paid',
			says: /try again later/,
		},
		{
			name: 'tracking required and missing',
			row: { trackingNumber: '' },
			config: { trackingRequired: true },
			reason: 'no-tracking-number',
			says: /add it in the store, or turn "Tracking Number Required" off/,
		},
		{
			name: 'a tracking number that lost its digits as a number',
			row: { trackingNumber: 9405511899223197428490 },
			reason: 'tracking-number-unreadable',
			says: /as text so that no digit is lost/,
		},
		{
			name: 'a tracking number that lost its digits in a spreadsheet',
			row: { trackingNumber: '9,40551E+21' },
			reason: 'tracking-number-unreadable',
			says: /"9,40551E\+21"/,
		},
		{
			name: 'several tracking numbers in one',
			row: { trackingNumber: '1'.repeat(51) },
			reason: 'tracking-number-unreadable',
			says: /at most 50 characters/,
		},
		{ name: 'no carrier', row: { carrier: null }, reason: 'no-carrier', says: /set "Default Carrier"/ },
		{
			name: 'an unreadable date',
			row: { shipDate: '31.12.2026' },
			reason: 'ship-date-unreadable',
			says: /"31.12.2026"; write it like/,
		},
		{
			name: 'six minutes ahead',
			row: { shipDate: '2026-11-25T10:06:00Z' },
			reason: 'ship-date-in-future',
			says: /now is 2026-11-25T10:00:00.000Z/,
		},
		{
			name: 'a day that has begun nowhere',
			row: { shipDate: '2026-11-27' },
			reason: 'ship-date-in-future',
			says: /in the future/,
		},
		{
			name: 'before the purchase',
			row: { shipDate: '2026-11-24T08:54:00Z' },
			reason: 'ship-date-before-purchase',
			says: /before the purchase at 2026-11-24T09:00:00.000Z/,
		},
		{
			name: 'a day that was over everywhere',
			row: { shipDate: '2026-11-22' },
			reason: 'ship-date-before-purchase',
			says: /correct it in the store/,
		},
		{
			name: 'a reference that is a list',
			row: { packageReference: ['P-1'] },
			reason: 'package-reference-unreadable',
			says: /give a number above 0 or a text/,
		},
		{
			name: 'reference 0',
			row: { packageReference: 0 },
			reason: 'package-reference-unreadable',
			says: /above 0/,
		},
		{
			name: 'lines that are none',
			row: { items: 'MUG' },
			reason: 'lines-unreadable',
			says: /lines are "MUG"/,
		},
		{ name: 'lines as texts', row: { items: ['MUG'] }, reason: 'lines-unreadable', says: /a list/ },
		{ name: 'an empty list', row: items(), reason: 'no-lines', says: /names no line/ },
		{ name: 'only zeroes', row: items({ sku: 'MUG', quantity: 0 }), reason: 'no-lines', says: /above 0/ },
		{
			name: 'a line without a name',
			row: items({ quantity: 1 }),
			reason: 'line-not-named',
			says: /nor a SKU/,
		},
		{
			name: 'a quantity in words',
			row: items({ sku: 'MUG', quantity: 'two' }),
			reason: 'quantity-not-a-number',
			says: /SKU "MUG" is "two"/,
		},
		{
			name: 'half a piece',
			row: items({ itemId: MUG, quantity: 0.5 }),
			reason: 'quantity-not-a-number',
			says: /whole number/,
		},
		{
			name: 'below zero',
			row: items({ sku: 'MUG', quantity: -1 }),
			reason: 'quantity-not-a-number',
			says: /-1/,
		},
		{
			name: 'an unknown SKU',
			row: items({ sku: 'mug' }),
			reason: 'line-not-in-order',
			says: /no line for SKU "mug".* it has: MUG \(12345678901234\)/,
		},
		{
			name: 'an unknown item id, with a SKU that is known',
			row: items({ itemId: '9', sku: 'MUG' }),
			reason: 'line-not-in-order',
			says: /has no line for/,
		},
		{
			name: 'more than ordered',
			row: items({ sku: 'MUG', quantity: 3 }),
			reason: 'more-than-ordered',
			says: /^3 of SKU "MUG" are to be shipped, but order .* has 2 left/,
		},
		{
			name: 'more than ordered, named twice',
			row: items({ sku: 'MUG', quantity: 2 }, { itemId: MUG, quantity: 1 }),
			reason: 'more-than-ordered',
			says: /^1 of item 12345678901234 .* has 0 left/,
		},
		{
			name: 'more than was not cancelled',
			order: { lines: [aLine({ ordered: 3, cancelled: 2 })] },
			row: items({ sku: 'MUG', quantity: 2 }),
			reason: 'more-than-ordered',
			says: /has 1 left/,
		},
		{
			name: 'more than is not shipped yet',
			order: halfShipped,
			row: { trackingNumber: '1Z2', ...items({ sku: 'MUG', quantity: 2 }) },
			reason: 'more-than-ordered',
			says: /has 1 left/,
		},
		{
			name: 'more than both lines of the SKU have',
			order: twice,
			row: items({ sku: 'MUG', quantity: 6 }),
			reason: 'more-than-ordered',
			says: /has 5 left/,
		},
		{
			name: 'all lines cancelled since',
			order: { lines: [aLine({ ordered: 2, cancelled: 2 })] },
			reason: 'nothing-left-to-ship',
			says: /it was cancelled/,
		},
		{
			name: 'a SKU without knowing the order',
			order: null,
			row: items({ sku: 'MUG', quantity: 1 }),
			reason: 'order-unknown',
			says: /let the order be looked up/,
		},
		{
			name: 'an empty list without knowing the order',
			order: null,
			row: items(),
			reason: 'no-lines',
			says: /above 0/,
		},
		{
			name: 'a line shipped before beside one that is open',
			order: { status: 'PARTIALLY_SHIPPED', lines: [aLine({ shipped: 2 }), cup] },
			row: items({ sku: 'CUP', quantity: 3 }, { sku: 'MUG', quantity: 1 }),
			reason: 'more-than-ordered',
			says: /^1 of SKU "MUG" .* has 0 left/,
		},
		{
			name: 'a line without quantity, without knowing the order',
			order: null,
			row: items({ itemId: MUG }),
			reason: 'order-unknown',
			says: /how many item 12345678901234 are left; name the quantity/,
		},
		{
			name: 'a garbled item id without knowing the order',
			order: null,
			row: items({ itemId: '1.2E+13' }),
			reason: 'order-unknown',
			says: /item 1.2E\+13/,
		},
	])('$name', ({ reason, says, ...given }) => {
		const verdict = decide(given);
		expect(verdict).toMatchObject({ kind: 'hold', reason });
		expect(verdict).toHaveProperty('message', expect.stringMatching(says));
	});
});

describe('what Amazon has already', () => {
	const shipped = { status: 'SHIPPED' as const, lines: [aLine({ ordered: 2, shipped: 2 })] };

	it.each<Case>([
		{ name: 'the whole order', order: shipped },
		{
			name: 'the whole order, without the tracking that is required',
			order: shipped,
			config: { trackingRequired: true },
			row: { trackingNumber: '' },
		},
		{ name: 'the order, though Amazon named no quantities', order: { ...shipped, lines: [aLine()] } },
		{ name: 'a named line', order: shipped, row: items({ sku: 'MUG', quantity: 1 }) },
		{ name: 'the package with this tracking number', order: halfShipped },
		{
			name: 'the package with this tracking number, among others',
			order: { ...halfShipped, packages: [{ ...aPackage, reference: '6', trackingNumber: '1Z0' }, aPackage] },
		},
		{ name: 'the package, with the line in it', order: halfShipped, row: items({ sku: 'MUG', quantity: 1 }) },
		{
			name: 'the package of which Amazon tells no lines',
			order: { ...halfShipped, packages: [{ ...aPackage, lines: [] }] },
			row: items({ sku: 'MUG', quantity: 1 }),
		},
		{ name: 'the package with this reference', order: halfShipped, row: { packageReference: 7 } },
		{
			name: 'the package with this reference, the row without number',
			order: halfShipped,
			row: { packageReference: '007', trackingNumber: '' },
		},
		{
			name: 'all of the named line, while another is open',
			order: { status: 'PARTIALLY_SHIPPED', lines: [aLine({ shipped: 2 }), cup] },
			row: items({ sku: 'MUG', quantity: 2 }),
		},
	])('$name', (given) => {
		expect(decide(given)).toMatchObject({ kind: 'done', message: expect.stringMatching(/^Amazon has this/) });
	});

	it('but not more than was ordered', () => {
		const row = items({ sku: 'MUG', quantity: 3 });
		expect(decide({ order: shipped, row })).toMatchObject({ reason: 'more-than-ordered' });
	});

	it('says how to correct a package', () => {
		const row = { trackingNumber: 'corrected' };
		const verdict = decide({ order: { ...shipped, packages: [aPackage] }, row });
		expect(verdict).toHaveProperty('message', expect.stringMatching(/give its reference: 7 \(1Z 1\)$/));
	});
});

describe('what is sent', () => {
	it.each<Case & { expected: object }>([
		{
			name: 'everything left',
			order: twoLines,
			expected: {
				amazonOrderId: ORDER_ID,
				packageReference: expect.stringMatching(/^[1-9]\d{0,9}$/),
				trackingNumber: '1Z1',
				carrierCode: 'UPS',
				shipDate: '2026-11-25T10:00:00.000Z',
				lines: [
					{ itemId: MUG, sku: 'MUG', quantity: 2 },
					{ itemId: CUP, sku: 'CUP', quantity: 3 },
				],
			},
		},
		{
			name: 'a part, the quantity as Magento writes it',
			order: twoLines,
			row: items({ sku: 'CUP', quantity: '2.0000' }, { sku: 'MUG', quantity: '0.0000' }),
			expected: { lines: [{ itemId: CUP, quantity: 2 }] },
		},
		{
			name: 'lines as JSON',
			row: { items: '[{"itemId": 12345678901234, "quantity": "1"}]' },
			expected: { lines: [{ itemId: MUG, quantity: 1 }] },
		},
		{
			name: 'a line without a quantity',
			order: twoLines,
			row: items({ sku: 'CUP' }),
			expected: { lines: [{ itemId: CUP, quantity: 3 }] },
		},
		{
			name: 'a SKU in two lines',
			order: twice,
			row: items({ sku: 'MUG', quantity: 4 }),
			expected: {
				lines: [
					{ itemId: MUG, quantity: 2 },
					{ itemId: CUP, quantity: 2 },
				],
			},
		},
		{
			name: 'the same line named twice',
			order: twoLines,
			row: items({ sku: 'CUP', quantity: 1 }, { itemId: CUP, quantity: 2 }),
			expected: { lines: [{ itemId: CUP, quantity: 3 }] },
		},
		{
			name: 'the rest of a half shipped order, in another package',
			order: halfShipped,
			row: { trackingNumber: '1Z2' },
			expected: { lines: [{ itemId: MUG, quantity: 1 }] },
		},
		{
			name: 'another line under the tracking number of an earlier package',
			order: { ...halfShipped, lines: [aLine({ shipped: 1 }), cup] },
			row: items({ sku: 'CUP', quantity: 1 }),
			expected: { lines: [{ itemId: CUP, quantity: 1 }] },
		},
		{
			name: 'more lines under the tracking number of an earlier package',
			order: { ...halfShipped, lines: [aLine({ shipped: 1 }), cup] },
			row: items({ sku: 'MUG', quantity: 1 }, { sku: 'CUP', quantity: 1 }),
			expected: {
				lines: [
					{ itemId: MUG, quantity: 1 },
					{ itemId: CUP, quantity: 1 },
				],
			},
		},
		{
			name: 'a corrected tracking number',
			order: halfShipped,
			row: { packageReference: '7', trackingNumber: '1Z2' },
			expected: {
				packageReference: '7',
				trackingNumber: '1Z2',
				lines: [{ itemId: MUG, quantity: 1 }],
				corrects: [{ itemId: MUG, quantity: 1 }],
			},
		},
		{
			name: 'a corrected quantity, which may hold what is left, too',
			order: halfShipped,
			row: { packageReference: '7', ...items({ sku: 'MUG', quantity: 2 }) },
			expected: { packageReference: '7', lines: [{ itemId: MUG, quantity: 2 }] },
		},
		{
			name: 'a carrier Amazon does not know',
			row: { carrier: 'Bob and Bike' },
			expected: { carrierCode: 'Other', carrierName: 'Bob and Bike' },
		},
		{
			name: 'the default carrier',
			row: { carrier: '' },
			config: { defaultCarrier: 'dhl_de' },
			expected: { carrierCode: 'DHL' },
		},
		{
			name: "the carrier's name gives the service",
			row: { carrier: 'FedEx 2Day' },
			expected: { carrierCode: 'FedEx', shippingMethod: '2Day' },
		},
		{
			name: 'a service of its own wins',
			row: { carrier: 'FedEx 2Day', service: 's'.repeat(60) },
			expected: { carrierCode: 'FedEx', shippingMethod: 's'.repeat(50) },
		},
		{
			name: 'the longest tracking number',
			row: { trackingNumber: '1'.repeat(50) },
			expected: { trackingNumber: '1'.repeat(50) },
		},
		{ name: 'tracking as a number', row: { trackingNumber: 123456 }, expected: { trackingNumber: '123456' } },
		{
			name: 'an order id with spaces around',
			row: { amazonOrderId: ` ${ORDER_ID}\n` },
			expected: { amazonOrderId: ORDER_ID },
		},
		{
			name: 'fields with other names',
			row: { order: { amazon: ORDER_ID }, lines: [{ product: { code: 'CUP' }, qty: 1 }] },
			order: twoLines,
			config: {
				fields: { amazonOrderId: 'order.amazon', items: 'lines', carrier: '' },
				lineFields: { sku: 'product.code', quantity: 'qty' },
			},
			expected: { lines: [{ itemId: CUP, quantity: 1 }], carrierCode: 'UPS' },
		},
	])('$name', ({ expected, ...given }) => {
		expect(changed(given)).toMatchObject(expected);
	});

	it.each([
		['no date is now', undefined, '2026-11-25T10:00:00.000Z'],
		['four minutes ahead is now', '2026-11-25T10:04:00Z', '2026-11-25T10:00:00.000Z'],
		['as given', '2026-11-25T08:30:00+01:00', '2026-11-25T07:30:00.000Z'],
		['without a zone is UTC', '2026-11-24 12:00:00', '2026-11-24T12:00:00.000Z'],
		['Unix seconds', 1795593600, '2026-11-25T08:00:00.000Z'],
		['a minute before the purchase, by another clock', '2026-11-24T08:59:00Z', '2026-11-24T09:00:00.000Z'],
		['the day of the purchase is not before it', '2026-11-24', '2026-11-24T12:00:00.000Z'],
		['a day that ended at noon of the purchase, far in the west', '2026-11-23', '2026-11-24T09:00:00.000Z'],
		['today, before its noon', '2026-11-25', '2026-11-25T10:00:00.000Z'],
		['tomorrow, where it has begun', '2026-11-26', '2026-11-25T10:00:00.000Z'],
	])('%s', (_name, shipDate, expected) => {
		expect(changed({ row: { shipDate } }).shipDate).toBe(expected);
	});

	it('says when it moved the date', () => {
		const step = (shipDate: string) => decide({ row: { shipDate } }).trace.at(-1);
		expect(step('2026-11-26')).toMatchObject({
			before: '"2026-11-26"',
			note: 'moved between purchase and now',
		});
		expect(step('2026-11-24')).not.toHaveProperty('note');
	});

	it('a package without a tracking number has no such field', () => {
		const change = changed({ row: { trackingNumber: ' ' } });
		expect(change).not.toHaveProperty('trackingNumber');
		expect(change).not.toHaveProperty('carrierName');
		expect(change).not.toHaveProperty('shippingMethod');
	});

	it('shows its steps', () => {
		const verdict = decide({ row: { carrier: 'Bob', ...items({ sku: 'MUG', quantity: 1 }) } });
		expect(verdict.trace).toEqual([
			{ step: 'order', before: `"${ORDER_ID}"`, after: 'UNSHIPPED' },
			{ step: 'lines', before: 'SKU "MUG"', after: `${MUG} x 1` },
			{
				step: 'carrier',
				before: 'Bob',
				after: 'Other',
				note: "not among Amazon's carriers, sent by name: Bob",
			},
			{ step: 'ship date', before: 'none', after: '2026-11-25T10:00:00.000Z', note: 'now' },
		]);
	});
});

describe('without knowing the order', () => {
	it.each([
		['everything', {}, undefined],
		['a line', items({ itemId: MUG, quantity: 1 }), [{ itemId: MUG, quantity: 1 }]],
		[
			'a line with its SKU',
			items({ itemId: MUG, sku: 'MUG', quantity: 2 }),
			[{ itemId: MUG, sku: 'MUG', quantity: 2 }],
		],
	])('%s', (_name, row, lines) => {
		expect(changed({ order: null, row }).lines).toEqual(lines);
	});
});

describe('the package reference', () => {
	const reference = (row: Item, order: Case['order'] = null) => changed({ row, order }).packageReference;
	const itemA = items({ itemId: MUG, quantity: 1 });

	it('is the same for the same row, whatever else became known', () => {
		expect(reference(itemA)).toBe(reference(itemA, {}));
		expect(reference({ carrier: 'DHL', shipDate: '2026-11-24', ...itemA })).toBe(reference(itemA));
	});

	it.each([
		['another tracking number', { trackingNumber: '1Z2', ...itemA }],
		['other lines', items({ itemId: CUP, quantity: 1 })],
		['another quantity', items({ itemId: MUG, quantity: 2 })],
		['no tracking number', { trackingNumber: '', ...itemA }],
	])('differs for %s', (_name, row) => {
		expect(reference(row)).not.toBe(reference(itemA));
	});

	it('tells days apart where there is no tracking number', () => {
		const on = (shipDate: string) => reference({ trackingNumber: '', shipDate });
		expect(on('2026-11-24')).not.toBe(on('2026-11-25'));
	});

	it('is that of the row when it has one', () => {
		expect(reference({ packageReference: '0042' })).toBe('42');
	});

	it.each(['P-1', 'gid://shopify/Fulfillment/255858046', '9'.repeat(21)])(
		"is a number made of the row's text %s, whatever the package holds",
		(packageReference) => {
			const made = reference({ packageReference });
			expect(made).toMatch(/^[1-9]\d{0,9}$/);
			expect(reference({ packageReference, trackingNumber: '1Z2', ...itemA })).toBe(made);
			expect(reference({ packageReference: `${packageReference}2` })).not.toBe(made);
		},
	);
});

describe('several packages of one order in one run', () => {
	/** Decides rows one after the other, booking what is sent. */
	function runRows(rows: Item[], order: Case['order']) {
		const run = listLedger<ShipmentChange>();
		return rows.map((row) => {
			const verdict = decide({ row, order, run });
			if (verdict.kind === 'change') run.book(ORDER_ID, [verdict.change]);
			return verdict.kind === 'hold' ? verdict.reason : verdict.kind;
		});
	}
	const row = (trackingNumber: string, ...list: Item[]) => ({
		trackingNumber,
		...(list.length > 0 ? items(...list) : {}),
	});

	it.each<{ name: string; rows: Item[]; order: Case['order']; expected: string[] }>([
		{
			name: 'the second ships what the first left',
			rows: [row('1', { sku: 'MUG', quantity: 1 }), row('2', { sku: 'MUG', quantity: 1 }), row('3')],
			order: {},
			expected: ['change', 'change', 'nothing-left-to-ship'],
		},
		{
			name: 'the second cannot ship more',
			rows: [row('1', { sku: 'MUG', quantity: 1 }), row('2', { sku: 'MUG', quantity: 2 })],
			order: {},
			expected: ['change', 'more-than-ordered'],
		},
		{
			name: 'everything, then something',
			rows: [row('1'), row('2', { sku: 'MUG', quantity: 1 })],
			order: {},
			expected: ['change', 'more-than-ordered'],
		},
		{
			name: 'everything, then what no quantity names',
			rows: [row('1'), row('2', { sku: 'MUG' })],
			order: {},
			expected: ['change', 'nothing-left-to-ship'],
		},
		{
			name: 'the same row twice',
			rows: [row('1'), row('1')],
			order: {},
			expected: ['change', 'repeated-package'],
		},
		{
			name: 'the same row twice, order unknown',
			rows: [row('1'), row('1'), row('2')],
			order: null,
			expected: ['change', 'repeated-package', 'nothing-left-to-ship'],
		},
		{
			name: 'a correction takes only what it adds',
			rows: [
				{ packageReference: '7', trackingNumber: 'new' },
				row('2', { sku: 'MUG', quantity: 1 }),
				row('3', { sku: 'MUG', quantity: 1 }),
			],
			order: halfShipped,
			expected: ['change', 'change', 'more-than-ordered'],
		},
	])('$name', ({ rows, order, expected }) => {
		expect(runRows(rows, order)).toEqual(expected);
	});

	it('orders do not disturb each other', () => {
		const run = listLedger<ShipmentChange>();
		run.book(ORDER_ID, [changed({ order: null })]);
		const other = { amazonOrderId: '333-3333333-3333333' };
		expect(decide({ row: other, order: null, run }).kind).toBe('change');
	});
});

it('names a field path that is none', () => {
	expect(() => decideShipment({ fields: { carrier: ' ' } }, findCarrier)).toThrow(
		new ConfigError('fields.carrier', 'the name of a field, such as price or variants.0.price', ' '),
	);
});
