import type { MarketplaceOrder, OrderLine } from '../../../../nodes/rules/order/marketplaceOrder';
import {
	decideRefund,
	type RefundConfig,
	type RefundedLine,
} from '../../../../nodes/rules/sendBack/refund/decide';
import type { AdjustmentReason } from '../../../../nodes/rules/sendBack/reasons';
import { ConfigError, type Item } from '../../../../nodes/rules/verdict/verdict';
import { aLine, anOrder } from '../order/orders';

const ORDER_ID = '111-1111111-1111111';
const MUG = '12345678901234';
const CUP = '22345678901234';

interface Case {
	name: string;
	row?: Item;
	/** `null` is an order nobody looked up. */
	order?: MarketplaceOrder | null;
	refunded?: RefundedLine[];
	config?: RefundConfig;
}

/** Two mugs for 20.00 and three cups for 10.00; shipping 5.00 on the mugs. */
function linesOf(changes: Partial<OrderLine> = {}): OrderLine[] {
	return [
		aLine({ shipped: 2, unitPrice: '10.00', amounts: { item: '20.00', shipping: '5.00' }, ...changes }),
		aLine({ itemId: CUP, sku: 'CUP', ordered: 3, shipped: 3, unitPrice: '3.33', amounts: { item: '10.00' } }),
	];
}

function shipped(changes: Partial<MarketplaceOrder> = {}): MarketplaceOrder {
	return anOrder({ status: 'SHIPPED', total: '35.00', lines: linesOf(), ...changes });
}

/** Ten percent of tax on top: 2.00 and 0.50 for the mugs and their shipping, 1.00 for the cups. */
const onTop = shipped({
	total: '38.50',
	lines: linesOf().map((line) => ({
		...line,
		tax: line.sku === 'MUG' ? { item: '2.00', shipping: '0.50', total: '2.50' } : { item: '1.00' },
	})),
});
/** Prices that include 20 % of tax. */
const included = shipped({
	marketplace: 'DE',
	currency: 'EUR',
	currencies: ['EUR'],
	lines: linesOf().map((line) => ({
		...line,
		tax: line.sku === 'MUG' ? { item: '3.33', shipping: '0.83', total: '4.16' } : { item: '1.67' },
	})),
});
/** Tax that Amazon collects beside the total. */
const outside = { ...onTop, total: '35.00' };
const yen = shipped({
	marketplace: 'JP',
	currency: 'JPY',
	currencies: ['JPY'],
	total: '1000',
	lines: [
		aLine({ shipped: 2, unitPrice: undefined, amounts: { item: '700' } }),
		aLine({
			itemId: CUP,
			sku: 'CUP',
			ordered: 3,
			shipped: 3,
			unitPrice: undefined,
			amounts: { item: '300' },
		}),
	],
});
const unshipped = shipped({ status: 'UNSHIPPED', lines: linesOf().map((line) => ({ ...line, shipped: 0 })) });
const halfShipped = shipped({
	status: 'PARTIALLY_SHIPPED',
	lines: linesOf({ shipped: 1 }).map((line) => (line.sku === 'CUP' ? { ...line, shipped: 0 } : line)),
});

/** Rows that name no part of their order mean all of it here. */
const PARTS = ['items', 'amount', 'shipping', 'shippingTax'];

function decide({ row = {}, order = shipped(), refunded, config }: Omit<Case, 'name'>) {
	const what = PARTS.some((name) => name in row) ? 'named' : 'whole';
	const rule = decideRefund({ what, ...config });
	return rule({ amazonOrderId: ORDER_ID, ...row }, order ?? undefined, {
		of: () => [{ lines: refunded ?? [] }],
	});
}

function changed(given: Omit<Case, 'name'>) {
	const verdict = decide(given);
	if (verdict.kind === 'change') return verdict.change;
	throw new Error(`${verdict.kind}: ${verdict.message}`);
}

/** `MUG Principal 20.00, Shipping 5.00` per line. */
function summary(given: Omit<Case, 'name'>): string[] {
	return changed(given).lines.map(({ sku, quantity, components }) => {
		const parts = components.map(({ component, amount }) => `${component} ${amount}`).join(', ');
		return `${sku}${quantity === undefined ? '' : ` x ${quantity}`}: ${parts}`;
	});
}

const items = (...list: Item[]) => ({ items: list });
const before = (
	itemId: string,
	component: 'Principal' | 'Tax' | 'Goodwill',
	amount: string,
	quantity?: number,
) => ({
	itemId,
	...(quantity === undefined ? {} : { quantity }),
	components: [{ component, amount }],
});

describe('what holds a refund', () => {
	it.each<Case & { reason: string; says: RegExp }>([
		{ name: 'no order id', row: { amazonOrderId: null }, reason: 'no-order-id', says: /no Amazon order id/ },
		{ name: 'the order is not known', order: null, reason: 'order-unknown', says: /not looked up/ },
		{
			name: 'cancelled',
			order: shipped({ status: 'CANCELLED' }),
			reason: 'order-cancelled',
			says: /paid nothing/,
		},
		{
			name: 'AFN',
			order: shipped({ channel: 'AFN' }),
			reason: 'amazon-ships-it',
			says: /refunds them itself/,
		},
		{ name: 'pending', order: shipped({ status: 'PENDING' }), reason: 'order-not-paid', says: /is PENDING/ },
		{
			name: 'not shipped',
			order: unshipped,
			reason: 'not-shipped-yet',
			says: /^Nothing of order .* use Cancel/,
		},
		{
			name: 'all of an order that is shipped in part',
			order: halfShipped,
			reason: 'not-shipped-yet',
			says: /^Not all of SKU "MUG"/,
		},
		{
			name: 'a line that is not shipped',
			order: halfShipped,
			row: items({ sku: 'CUP' }),
			reason: 'not-shipped-yet',
			says: /^SKU "CUP" of order/,
		},
		{
			name: 'more units than are shipped',
			order: halfShipped,
			row: items({ sku: 'MUG', quantity: 2 }),
			reason: 'not-shipped-yet',
			says: /^Less than 2 of SKU "MUG"/,
		},
		{
			name: 'more units than were ordered',
			row: items({ sku: 'MUG', quantity: 3 }),
			reason: 'more-than-ordered',
			says: /^3 of SKU "MUG" .* has 2 shipped and not refunded yet/,
		},
		{
			name: 'more units than are not refunded yet',
			row: items({ sku: 'MUG', quantity: 2 }),
			refunded: [before(MUG, 'Principal', '10.00', 1)],
			reason: 'more-than-ordered',
			says: /has 1 shipped and not refunded/,
		},
		{
			name: 'another currency',
			row: { currency: 'EUR' },
			reason: 'currency-differs',
			says: /in "EUR", but order .* was paid in USD/,
		},
		{
			name: 'two currencies',
			order: shipped({ currencies: ['USD', 'EUR'] }),
			reason: 'mixed-currencies',
			says: /USD and EUR/,
		},
		{
			name: 'no amounts from Amazon',
			order: shipped({ currency: undefined }),
			reason: 'amounts-unknown',
			says: /gives no amounts/,
		},
		{
			name: 'lines without amounts from Amazon',
			order: shipped({ lines: [aLine({ unitPrice: undefined, amounts: {} })] }),
			reason: 'amounts-unknown',
			says: /Seller Central/,
		},
		{
			name: 'amounts of Amazon that are none',
			order: shipped({ total: '35,00' }),
			reason: 'amounts-unknown',
			says: /the total as "35,00"/,
		},
		{
			name: 'an unknown line',
			row: items({ sku: 'TEA' }),
			reason: 'line-not-in-order',
			says: /no line for SKU "TEA"/,
		},
		{
			name: 'lines that are none',
			row: { items: 'MUG' },
			reason: 'lines-unreadable',
			says: /lines are "MUG"/,
		},
		{
			name: 'an empty list and nothing else',
			row: items(),
			reason: 'nothing-named',
			says: /neither lines nor an amount/,
		},
		{
			name: 'an amount with a comma',
			row: { amount: '5,00' },
			reason: 'amount-not-a-number',
			says: /^amount of the refund is "5,00"/,
		},
		{
			name: 'an amount of a line in words',
			row: items({ sku: 'MUG', amount: 'all' }),
			reason: 'amount-not-a-number',
			says: /^amount of SKU "MUG" is "all"/,
		},
		{
			name: 'a negative amount',
			row: { amount: -5 },
			reason: 'amount-negative',
			says: /is -5; write what goes back/,
		},
		{
			name: 'tax beyond the amount that includes it',
			order: onTop,
			row: items({ sku: 'MUG', amount: 1, tax: 2 }),
			config: { storeAmountsIncludeTax: true },
			reason: 'amount-negative',
			says: /tax named for SKU "MUG" is more than its amount/,
		},
		{
			name: 'nothing',
			row: { amount: 0 },
			reason: 'nothing-to-refund',
			says: /35.00 USD can still be given back/,
		},
		{
			name: 'lines that come to nothing',
			row: items({ sku: 'MUG', amount: 0 }),
			reason: 'nothing-to-refund',
			says: /comes to 0/,
		},
		{
			name: 'an order given back before',
			refunded: [before(MUG, 'Principal', '25.00'), before(CUP, 'Principal', '10.00')],
			reason: 'nothing-to-refund',
			says: /0.00 USD can still/,
		},
		{
			name: 'a line given back before',
			row: items({ sku: 'CUP' }, { sku: 'MUG' }),
			refunded: [before(CUP, 'Principal', '10.00')],
			reason: 'nothing-to-refund',
			says: /All 10.00 USD paid for SKU "CUP" were given back/,
		},
		{
			name: 'more than was paid for the order',
			row: { amount: '35.01' },
			reason: 'above-paid',
			says: /^35.01 USD for the refund is more than the 35.00 USD/,
		},
		{
			name: 'more than was paid for the line',
			row: items({ sku: 'CUP', amount: '10.01' }),
			reason: 'above-paid',
			says: /^10.01 USD for SKU "CUP" \(Principal\) is more than the 10.00 USD/,
		},
		{
			name: 'more than was paid after the discount',
			order: shipped({
				total: '31.00',
				lines: linesOf({ amounts: { item: '20.00', shipping: '5.00', discount: '4.00' } }),
			}),
			row: items({ sku: 'MUG', amount: 20 }),
			reason: 'above-paid',
			says: /more than the 16.00 USD/,
		},
		{
			name: 'more shipping than was paid',
			row: { shipping: '5.50' },
			reason: 'above-paid',
			says: /^5.50 USD for the shipping \(Shipping\) is more than the 5.00 USD/,
		},
		{
			name: 'shipping of a line that paid none',
			row: items({ sku: 'CUP', shipping: 1 }),
			reason: 'above-paid',
			says: /more than the 0.00 USD/,
		},
		{
			name: 'more tax than was paid',
			order: onTop,
			row: items({ sku: 'MUG', amount: 20, tax: '2.01' }),
			reason: 'above-paid',
			says: /\(Tax\) is more than the 2.00 USD/,
		},
		{
			name: 'more than earlier refunds left',
			row: items({ sku: 'MUG', amount: 6 }),
			refunded: [before(MUG, 'Principal', '15.00')],
			reason: 'above-paid',
			says: /more than the 5.00 USD/,
		},
		{
			name: 'more than earlier goodwill left',
			row: items({ sku: 'MUG', amount: 16 }),
			refunded: [before(MUG, 'Goodwill', '5.00')],
			reason: 'above-paid',
			says: /more than the 15.00 USD/,
		},
		{
			name: 'goodwill beyond all that was paid',
			row: items({ sku: 'CUP', goodwill: 11 }),
			reason: 'above-paid',
			says: /\(Goodwill\) is more than the 10.00 USD/,
		},
		{
			name: 'a unit of a line of which too little is left',
			row: items({ sku: 'MUG', quantity: 1 }),
			refunded: [before(MUG, 'Principal', '12.00')],
			reason: 'above-paid',
			says: /^10.00 USD for 1 x SKU "MUG" \(Principal\) is more than the 8.00 USD/,
		},
		{
			name: 'the second of two lines asks too much',
			row: items({ sku: 'MUG', amount: 15 }, { itemId: MUG, amount: 6 }),
			reason: 'above-paid',
			says: /^6.00 USD for item .* more than the 5.00 USD/,
		},
		{
			name: 'parts that do not add up to the amount',
			row: { amount: 16, shipping: 5, ...items({ sku: 'MUG', amount: 10 }) },
			reason: 'amounts-differ',
			says: /add up to 15.00 USD, but its amount is 16.00 USD/,
		},
		{
			name: 'shipping beyond the amount',
			row: { amount: 4, shipping: 5 },
			reason: 'amounts-differ',
			says: /5.00 USD, but its amount is 4.00 USD/,
		},
		...[
			'none',
			[null],
			[{ itemId: MUG, components: [null] }],
			[before(MUG, 'Principal', '1.00'), { itemId: 'X', components: [] }],
			[{ itemId: 'X', components: [] }],
			[{ itemId: MUG, components: [{ component: 'All', amount: '1' }] }],
			[{ itemId: MUG, components: [{ component: 'Tax', amount: '1,5' }] }],
			[{ itemId: MUG, components: [{ component: 'Tax', amount: '-1' }] }],
			[{ itemId: MUG, quantity: 'one', components: [] }],
		].map((refunded) => ({
			name: `earlier refunds ${JSON.stringify(refunded)}`,
			row: { refunded },
			reason: 'refunded-unreadable',
			says: /give the lines of earlier answers/,
		})),
	])('$name', ({ reason, says, ...given }) => {
		const verdict = decide(given);
		expect(verdict).toMatchObject({ kind: 'hold', reason });
		expect(verdict).toHaveProperty('message', expect.stringMatching(says));
	});
});

describe('what is given back', () => {
	it.each<Case & { expected: string[] }>([
		{ name: 'everything', expected: ['MUG: Principal 20.00, Shipping 5.00', 'CUP: Principal 10.00'] },
		{
			name: 'what is left of everything',
			refunded: [before(MUG, 'Principal', '15.00')],
			expected: ['MUG: Principal 5.00, Shipping 5.00', 'CUP: Principal 10.00'],
		},
		{
			name: 'what the row says was given back before',
			row: { refunded: JSON.stringify([before(CUP, 'Principal', '10.00', 3)]) },
			expected: ['MUG: Principal 20.00, Shipping 5.00'],
		},
		{
			name: 'gift wrap, fees and what promotions left',
			order: shipped({
				total: '26.00',
				lines: [
					aLine({
						shipped: 2,
						amounts: {
							...{ item: '20.00', shipping: '5.00', giftWrap: '3.00', codFee: '2.00', other: '1.00' },
							...{ discount: '5.00', shippingDiscount: '4.00' },
						},
					}),
				],
			}),
			expected: ['MUG: Principal 19.00, Shipping 1.00, GiftWrap 3.00, COD 2.00, Other 1.00'],
		},
		{
			name: 'amounts that Amazon gives per unit only',
			order: shipped({ lines: [aLine({ shipped: 2 })], total: '25.00' }),
			expected: ['MUG: Principal 25.00'],
		},
		{
			name: 'a line: the goods, not the shipping',
			row: items({ sku: 'MUG' }),
			expected: ['MUG: Principal 20.00'],
		},
		{ name: 'a unit', row: items({ itemId: MUG, quantity: 1 }), expected: ['MUG x 1: Principal 10.00'] },
		{
			name: 'a unit that does not divide evenly',
			row: items({ sku: 'CUP', quantity: '1.0000' }),
			expected: ['CUP x 1: Principal 3.33'],
		},
		{
			name: 'the unit that brings the cents to the total',
			row: items({ sku: 'CUP', quantity: 1 }),
			refunded: [before(CUP, 'Principal', '3.33', 1)],
			expected: ['CUP x 1: Principal 3.34'],
		},
		{
			name: 'the last unit, when nobody kept the quantities',
			row: items({ sku: 'CUP', quantity: 2 }),
			refunded: [before(CUP, 'Principal', '3.34')],
			expected: ['CUP x 2: Principal 6.66'],
		},
		{
			name: 'a quantity with an amount of its own',
			row: items({ sku: 'MUG', quantity: 1, amount: '7.50', shipping: 2 }),
			expected: ['MUG x 1: Principal 7.50, Shipping 2.00'],
		},
		{
			name: 'a quantity, and shipping with it',
			row: items({ sku: 'MUG', quantity: 1, shipping: 5 }),
			expected: ['MUG x 1: Principal 10.00, Shipping 5.00'],
		},
		{
			name: 'units named twice',
			row: items({ sku: 'CUP', quantity: 1 }, { itemId: CUP, quantity: 1 }),
			expected: ['CUP x 2: Principal 6.67'],
		},
		{
			name: 'the gift wrap of a unit',
			order: shipped({ total: '38.00', lines: linesOf({ amounts: { item: '20.00', giftWrap: '3.00' } }) }),
			row: items({ sku: 'MUG', quantity: 1 }),
			expected: ['MUG x 1: Principal 10.00, GiftWrap 1.50'],
		},
		{
			name: 'a unit with an amount for its gift wrap',
			order: shipped({ total: '38.00', lines: linesOf({ amounts: { item: '20.00', giftWrap: '3.00' } }) }),
			row: items({ sku: 'MUG', quantity: 1, giftWrap: '2.00' }),
			expected: ['MUG x 1: Principal 10.00, GiftWrap 2.00'],
		},
		{
			name: 'lines of which Amazon gives one no amounts',
			order: shipped({
				lines: [...linesOf(), aLine({ itemId: '3', sku: 'GIFT', unitPrice: undefined, amounts: {} })],
			}),
			expected: ['MUG: Principal 20.00, Shipping 5.00', 'CUP: Principal 10.00'],
		},
		{
			name: 'goodwill alone',
			row: items({ sku: 'MUG', goodwill: '3.00' }),
			expected: ['MUG: Goodwill 3.00'],
		},
		{
			name: 'an amount with four decimals, half up',
			row: items({ sku: 'MUG', amount: '7.4950' }),
			expected: ['MUG: Principal 7.50'],
		},
		{
			name: 'zeroes beside what is given back',
			row: items({ sku: 'MUG', amount: 4, tax: 0 }, { sku: 'CUP', amount: '0.00' }),
			expected: ['MUG: Principal 4.00'],
		},
		{ name: 'shipping alone', row: { shipping: '2.50' }, expected: ['MUG: Shipping 2.50'] },
		{
			name: 'shipping that several lines paid',
			order: shipped({
				total: '39.00',
				lines: linesOf().map((line) => ({
					...line,
					amounts: { ...line.amounts, shipping: line.sku === 'MUG' ? '6.00' : '3.00' },
				})),
			}),
			row: { shipping: '1.00' },
			expected: ['MUG: Shipping 0.67', 'CUP: Shipping 0.33'],
		},
		{
			name: 'an amount, shared out over the goods',
			row: { amount: '10.00' },
			expected: ['MUG: Principal 6.67', 'CUP: Principal 3.33'],
		},
		{
			name: 'an amount beyond the goods takes shipping, too',
			row: { amount: 32 },
			expected: ['MUG: Principal 20.00, Shipping 2.00', 'CUP: Principal 10.00'],
		},
		{
			name: 'an amount with an empty list of lines',
			row: { amount: 3, items: [] },
			expected: ['MUG: Principal 2.00', 'CUP: Principal 1.00'],
		},
		{
			name: 'an amount of which shipping is a part',
			row: { amount: 8, shipping: 5 },
			expected: ['MUG: Principal 2.00, Shipping 5.00', 'CUP: Principal 1.00'],
		},
		{
			name: 'an amount for named units',
			row: { amount: 4, ...items({ sku: 'MUG', quantity: 1 }) },
			expected: ['MUG x 1: Principal 4.00'],
		},
		{
			name: 'an amount for named lines, one of them by units',
			row: { amount: 6, ...items({ sku: 'MUG', quantity: 1 }, { sku: 'CUP' }) },
			expected: ['MUG x 1: Principal 4.00', 'CUP: Principal 2.00'],
		},
		{
			name: 'an amount that a line and the units of another add up to',
			row: { amount: '8.33', ...items({ sku: 'MUG', amount: 5 }, { sku: 'CUP', quantity: 1 }) },
			expected: ['MUG: Principal 5.00', 'CUP x 1: Principal 3.33'],
		},
		{
			name: 'an amount that the lines add up to',
			row: { amount: 15, shipping: 5, ...items({ sku: 'MUG', amount: 10 }) },
			expected: ['MUG: Principal 10.00, Shipping 5.00'],
		},
		{
			name: 'a SKU in two lines',
			order: shipped({ lines: linesOf().map((line) => ({ ...line, sku: 'MUG' })) }),
			row: items({ sku: 'MUG', amount: 15 }),
			expected: ['MUG: Principal 10.00', 'MUG: Principal 5.00'],
		},
		{
			name: 'units of a SKU in two lines',
			order: shipped({ lines: linesOf().map((line) => ({ ...line, sku: 'MUG' })) }),
			row: items({ sku: 'MUG', quantity: 3 }),
			expected: ['MUG x 2: Principal 20.00', 'MUG x 1: Principal 3.33'],
		},
		{
			name: 'the shipped unit of two',
			order: halfShipped,
			row: items({ sku: 'MUG' }),
			expected: ['MUG: Principal 10.00'],
		},
		{
			name: 'the shipped unit of three, no cent more than its part',
			order: shipped({
				status: 'PARTIALLY_SHIPPED',
				lines: [aLine({ ordered: 3, shipped: 1, unitPrice: undefined, amounts: { item: '20.00' } })],
			}),
			row: items({ sku: 'MUG' }),
			expected: ['MUG: Principal 6.66'],
		},
		{
			name: 'what is left of a line that was cancelled in part',
			order: shipped({
				total: '10.00',
				lines: [
					aLine({ ordered: 2, cancelled: 1, shipped: 1, unitPrice: '10.00', amounts: { item: '20.00' } }),
				],
			}),
			expected: ['MUG: Principal 10.00'],
		},
		{
			name: 'yen have no decimals',
			order: yen,
			row: { amount: 100 },
			expected: ['MUG: Principal 70', 'CUP: Principal 30'],
		},
		{
			name: 'a yen that does not divide',
			order: yen,
			row: { amount: '101', currency: 'jpy' },
			expected: ['MUG: Principal 71', 'CUP: Principal 30'],
		},
	])('$name', ({ expected, ...given }) => {
		expect(summary(given)).toEqual(expected);
	});
});

describe('tax on top of the prices', () => {
	it.each<Case & { expected: string[] }>([
		{
			name: 'everything',
			expected: [
				'MUG: Principal 20.00, Shipping 5.00, Tax 2.00, ShippingTax 0.50',
				'CUP: Principal 10.00, Tax 1.00',
			],
		},
		{ name: 'a line', row: items({ sku: 'MUG' }), expected: ['MUG: Principal 20.00, Tax 2.00'] },
		{
			name: 'a unit',
			row: items({ sku: 'MUG', quantity: 1 }),
			expected: ['MUG x 1: Principal 10.00, Tax 1.00'],
		},
		{
			name: 'the tax of an amount',
			row: items({ sku: 'MUG', amount: '5.55' }),
			expected: ['MUG: Principal 5.55, Tax 0.56'],
		},
		{
			name: 'the tax the store names',
			row: items({ sku: 'MUG', amount: 5, tax: '0.49' }),
			expected: ['MUG: Principal 5.00, Tax 0.49'],
		},
		{ name: 'tax alone', row: items({ sku: 'MUG', tax: 1 }), expected: ['MUG: Tax 1.00'] },
		{ name: 'shipping', row: { shipping: 2 }, expected: ['MUG: Shipping 2.00, ShippingTax 0.20'] },
		{
			name: 'an amount in which the store has the tax',
			row: items({ sku: 'MUG', amount: 11 }),
			config: { storeAmountsIncludeTax: true },
			expected: ['MUG: Principal 10.00, Tax 1.00'],
		},
		{
			name: 'an amount in which the store has a tax it names',
			row: items({ sku: 'MUG', amount: 11, tax: '0.50' }),
			config: { storeAmountsIncludeTax: true },
			expected: ['MUG: Principal 10.50, Tax 0.50'],
		},
		{
			name: 'an amount of the order, tax in it',
			row: { amount: '16.50' },
			expected: ['MUG: Principal 10.00, Tax 1.00', 'CUP: Principal 5.00, Tax 0.50'],
		},
		{
			name: 'the last cents, where rounding would miss them',
			row: items({ sku: 'MUG', amount: '11.01' }),
			refunded: [before(MUG, 'Principal', '9.99'), before(MUG, 'Tax', '1.00')],
			config: { storeAmountsIncludeTax: true },
			expected: ['MUG: Principal 10.01, Tax 1.00'],
		},
		{
			name: 'shipping that a promotion paid has no tax',
			order: {
				...onTop,
				total: '32.00',
				lines: [
					aLine({
						shipped: 2,
						amounts: { item: '20.00', shipping: '5.00', discount: '5.00', shippingDiscount: '5.00' },
						tax: { item: '2.00', shipping: '0.50', discount: '0.50' },
					}),
				],
			},
			expected: ['MUG: Principal 20.00, Tax 2.00'],
		},
	])('$name', ({ expected, ...given }) => {
		expect(summary({ order: onTop, ...given })).toEqual(expected);
	});

	it('is not given back for lines whose tax Amazon collects outside of the total', () => {
		const [mug, cup] = onTop.lines;
		const order = { ...onTop, total: '36.00', lines: [{ ...mug, taxCollectedByAmazon: true }, cup] };
		expect(summary({ order: order as MarketplaceOrder })).toEqual([
			'MUG: Principal 20.00, Shipping 5.00',
			'CUP: Principal 10.00, Tax 1.00',
		]);
	});
});

describe('tax that the prices include', () => {
	it.each<Case & { expected: string[] }>([
		{ name: 'everything', expected: ['MUG: Principal 20.00, Shipping 5.00', 'CUP: Principal 10.00'] },
		{ name: 'an amount', row: items({ sku: 'MUG', amount: 6, tax: 1 }), expected: ['MUG: Principal 6.00'] },
		{
			name: 'an amount without its tax',
			row: items({ sku: 'MUG', amount: 5, tax: 1 }),
			config: { storeAmountsIncludeTax: false },
			expected: ['MUG: Principal 6.00'],
		},
		{
			name: 'an amount without a tax that nobody names',
			row: items({ sku: 'MUG', amount: '16.67' }),
			config: { storeAmountsIncludeTax: false },
			expected: ['MUG: Principal 20.00'],
		},
		{ name: 'the tax alone', row: items({ sku: 'MUG', tax: '3.33' }), expected: ['MUG: Principal 3.33'] },
	])('$name', ({ expected, ...given }) => {
		expect(summary({ order: included, ...given })).toEqual(expected);
	});

	it('or that Amazon collected beside the total is no component', () => {
		expect(summary({ order: outside, row: items({ sku: 'MUG', amount: 5, tax: 1 }) })).toEqual([
			'MUG: Principal 5.00',
		]);
	});
});

describe('the whole answer', () => {
	it('has the order, its currency, the total and the reasons', () => {
		const row = {
			reason: 'Damaged',
			...items({ sku: 'MUG', quantity: 1, reason: 'wrong item' }, { sku: 'CUP' }),
		};
		expect(changed({ row })).toEqual({
			amazonOrderId: ORDER_ID,
			currency: 'USD',
			total: '20.00',
			lines: [
				{
					itemId: MUG,
					sku: 'MUG',
					reason: 'DifferentItem',
					quantity: 1,
					components: [{ component: 'Principal', amount: '10.00' }],
				},
				{
					itemId: CUP,
					sku: 'CUP',
					reason: 'CustomerReturn',
					components: [{ component: 'Principal', amount: '10.00' }],
				},
			],
		});
	});

	it('is what the next refund takes as given back before', () => {
		const first = changed({ row: items({ sku: 'MUG', quantity: 1 }) });
		expect(summary({ refunded: first.lines })).toEqual([
			'MUG: Principal 10.00, Shipping 5.00',
			'CUP: Principal 10.00',
		]);
		expect(
			decide({ refunded: first.lines, row: { refunded: changed({ refunded: first.lines }).lines } }),
		).toMatchObject({
			reason: 'nothing-to-refund',
		});
	});

	it('shows its steps', () => {
		expect(decide({ order: onTop, row: items({ sku: 'MUG', amount: 5 }) }).trace).toEqual([
			{ step: 'order', before: `"${ORDER_ID}"`, after: 'SHIPPED' },
			{ step: 'paid', before: '38.50 USD', after: '38.50 USD', note: 'tax on-top' },
			{ step: 'SKU "MUG"', before: '27.50 USD', after: 'Principal 5.00, Tax 0.50' },
			{ step: 'reason', before: 'none', after: 'CustomerReturn', note: 'the default' },
		]);
	});
});

describe('reasons', () => {
	it.each<[string, string | undefined, RefundConfig, AdjustmentReason]>([
		['none', undefined, {}, 'CustomerReturn'],
		["Amazon's code", 'CouldNotShip', {}, 'CouldNotShip'],
		["Amazon's code, otherwise written", 'could_not_ship', {}, 'CouldNotShip'],
		['a return reason of Shopify', 'SIZE_TOO_SMALL', {}, 'CustomerReturn'],
		['out of stock', 'Out of Stock', {}, 'ProductOutofStock'],
		['lost', 'lost in transit', {}, 'Undeliverable'],
		['goodwill', 'Kulanz', {}, 'GeneralAdjustment'],
		['German', 'Rücksendung', {}, 'CustomerReturn'],
		['a reason of cancellations', 'BuyerCanceled', {}, 'CustomerCancel'],
		['a sentence', 'The handle came off.', {}, 'CustomerReturn'],
		['a sentence, with another default', 'The handle came off.', { defaultReason: 'Other' }, 'Other'],
		['a word of the shop', 'B-Ware', { reasons: { 'b ware': 'DifferentItem' } }, 'DifferentItem'],
		[
			'a word of the shop wins',
			'lost',
			{ reasons: { Lost: 'CarrierCoverageFailure' } },
			'CarrierCoverageFailure',
		],
	])('%s', (_name, reason, config, expected) => {
		expect(changed({ row: { reason }, config }).lines[0]?.reason).toBe(expected);
	});

	it.each<[string, RefundConfig]>([
		['defaultReason', { defaultReason: 'Broken' as AdjustmentReason }],
		['reasons.broken', { reasons: { broken: 'Broken' as AdjustmentReason } }],
	])('%s must be one of Amazon', (field, config) => {
		const create = () => decideRefund(config);
		expect(create).toThrow(ConfigError);
		expect(create).toThrow(`${field} is "Broken", but it must be one of NoInventory, CustomerReturn`);
	});
});

it('reads fields by their paths', () => {
	const config: RefundConfig = {
		what: 'named',
		fields: { amazonOrderId: 'order.ref', items: 'rows' },
		lineFields: { sku: 'product.code', amount: 'row_total', tax: 'tax_amount' },
	};
	const row = {
		order: { ref: ORDER_ID },
		amazonOrderId: undefined,
		rows: [{ product: { code: 'MUG' }, row_total: '5.0000', tax_amount: '0.5000' }],
	};
	expect(summary({ order: onTop, row, config })).toEqual(['MUG: Principal 5.00, Tax 0.50']);
});
