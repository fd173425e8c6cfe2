import fc from 'fast-check';
import { parseDecimal, toFixedText } from '../../../../nodes/rules/money/decimalText';
import { amount, toWide } from '../../../../nodes/rules/money/money';
import type { OrderLine } from '../../../../nodes/rules/order/marketplaceOrder';
import { UnreadableAmount } from '../../../../nodes/rules/order/lineAmounts';
import { readOrder } from '../../../../nodes/rules/order/readOrder';
import { decideRefund, type RefundedLine } from '../../../../nodes/rules/sendBack/refund/decide';
import { shareOut } from '../../../../nodes/rules/money/shares';
import { aLine, anOrder } from '../order/orders';

const ORDER_ID = '111-1111111-1111111';
const cents = fc.nat(50_000);
const text = (units: number, decimals = 2) => toFixedText(amount(units, decimals), decimals);
const unitsOf = (value: string) => {
	const parsed = parseDecimal(value);
	if (parsed === undefined) throw new Error(`${value} is not an amount`);
	return toWide(parsed).times(100).toNumber();
};
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('shares, for any limits', () => {
	it('add up to the total, are whole units, and none is above its limit or further than one unit from its part', () => {
		const limits = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(limits, fc.nat(1_000_000), fc.constantFrom(0, 2, 3), (given, wish, decimals) => {
				const whole = sum(given);
				const total = Math.min(wish, whole);
				const shares = shareOut(
					amount(total, decimals),
					given.map((limit) => amount(limit, decimals)),
					decimals,
				).map((share) =>
					toWide(share)
						.times(10 ** decimals)
						.toNumber(),
				);
				expect(sum(shares)).toBe(total);
				shares.forEach((share, index) => {
					const limit = given[index] ?? 0;
					expect(Number.isInteger(share)).toBe(true);
					expect(share).toBeLessThanOrEqual(limit);
					if (whole > 0) expect(Math.abs(share - (total * limit) / whole)).toBeLessThan(1);
				});
			}),
			{ numRuns: 1000 },
		);
	});
});

const line = fc.record({
	sku: fc.constantFrom('A', 'B'),
	units: fc.integer({ min: 1, max: 7 }),
	item: cents,
	shipping: fc.nat(900),
	giftWrap: fc.nat(300),
	discount: fc.nat(400),
	shippingDiscount: fc.nat(400),
	itemTax: fc.nat(5000),
	shippingTax: fc.nat(90),
});
/** A shipped order whose total says where its tax is. */
const order = fc
	.tuple(fc.array(line, { minLength: 1, maxLength: 4 }), fc.constantFrom('DE', 'US'), fc.boolean())
	.map(([lines, marketplace, isOnTop]) => {
		const bare = anOrder({
			marketplace,
			status: 'SHIPPED',
			total: undefined,
			lines: lines.map((each, index) => {
				// A promotion never exceeds what it is for.
				const shippingDiscount = Math.min(each.shippingDiscount, each.shipping);
				const discount = shippingDiscount + Math.min(each.discount, each.item);
				return aLine({
					itemId: String(1000 + index),
					sku: each.sku,
					ordered: each.units,
					shipped: each.units,
					amounts: {
						item: text(each.item),
						shipping: text(each.shipping),
						giftWrap: text(each.giftWrap),
						discount: text(discount),
						shippingDiscount: text(shippingDiscount),
					},
					tax: { item: text(each.itemTax), shipping: text(each.shippingTax) },
				});
			}),
		});
		const read = readOrder(bare);
		if (read instanceof UnreadableAmount) throw new Error(read.place);
		const { net } = read.sums;
		return { ...bare, total: toFixedText(isOnTop ? net.plusTax : net.plain, 2) };
	});

const money = (most: number) => fc.nat(most).map((units) => text(units));
const named = fc.record(
	{
		sku: fc.constantFrom('A', 'B'),
		quantity: fc.integer({ min: 1, max: 3 }),
		amount: money(9000),
		shipping: money(200),
		goodwill: money(500),
	},
	{ requiredKeys: ['sku'] },
);
const row = fc
	.oneof(
		fc.record({ amount: money(20_000) }),
		fc.record({ amount: money(9000), shipping: money(200) }),
		fc.record({ items: fc.array(named, { minLength: 1, maxLength: 2 }) }),
		fc.record({ items: fc.tuple(named), amount: money(9000) }),
		fc.constant({}),
	)
	.map((given) => ({ amazonOrderId: ORDER_ID, ...given }));

/** What the buyer paid for the order, as its total says. */
const paidFor = (given: { total?: string }) => unitsOf(given.total ?? '0');
const givenBack = (lines: readonly RefundedLine[], only?: string) =>
	sum(
		lines
			.flatMap(({ components }) => components)
			.filter(({ component }) => only === undefined || component === only)
			.map((each) => unitsOf(each.amount)),
	);

/** What was paid for a line's goods, shipping and gift wrap after promotions, without tax on top. */
function limitsOf({ amounts }: OrderLine) {
	const named = (key: keyof OrderLine['amounts']) => unitsOf(amounts[key] ?? '0');
	return {
		Principal: named('item') - (named('discount') - named('shippingDiscount')),
		Shipping: named('shipping') - named('shippingDiscount'),
		GiftWrap: named('giftWrap'),
		ReturnShipping: 0,
	};
}

describe('refunds, for any order and any rows of it', () => {
	it('never give back more than was paid, and add up exactly', () => {
		let changes = 0;
		const decide = decideRefund({});
		fc.assert(
			fc.property(order, fc.array(row, { maxLength: 5 }), (given, rows) => {
				const refunded: RefundedLine[] = [];
				for (const each of rows) {
					const verdict = decide(each, given, { of: () => [{ lines: refunded }] });
					if (verdict.kind !== 'change') continue;
					changes++;
					const { total, lines } = verdict.change;
					expect(givenBack(lines)).toBe(unitsOf(total));
					if ('amount' in each) expect(unitsOf(total)).toBe(unitsOf(each.amount ?? ''));
					for (const component of lines.flatMap(({ components }) => components)) {
						expect(component.amount).toMatch(/^\d+\.\d{2}$/);
						expect(unitsOf(component.amount)).toBeGreaterThan(0);
					}
					refunded.push(...lines);
				}
				expect(givenBack(refunded)).toBeLessThanOrEqual(paidFor(given));
				for (const each of given.lines) {
					const mine = refunded.filter(({ itemId }) => itemId === each.itemId);
					for (const [component, limit] of Object.entries(limitsOf(each))) {
						expect(givenBack(mine, component)).toBeLessThanOrEqual(limit);
					}
				}
			}),
			{ numRuns: 1000 },
		);
		expect(changes).toBeGreaterThan(500);
	});

	it('of all units, one by one, give back the same as of all at once', () => {
		const decide = decideRefund({});
		fc.assert(
			fc.property(order, (given) => {
				const units = sum(given.lines.filter(({ sku }) => sku === 'A').map(({ ordered }) => ordered));
				const ask = (item: object, refunded: RefundedLine[] = []) => {
					const verdict = decide({ amazonOrderId: ORDER_ID, items: [{ sku: 'A', ...item }] }, given, {
						of: () => [{ lines: refunded }],
					});
					return verdict.kind === 'change' ? verdict.change.lines : [];
				};
				const single: RefundedLine[] = [];
				for (let unit = 0; unit < units; unit++) {
					const lines = ask({ quantity: 1 }, single);
					single.push(...lines);
				}
				// A unit may come to nothing where a line costs less than a cent a piece: it then leaves no trace to count by.
				const isCheap = given.lines.some(
					({ amounts, ordered }) => unitsOf(amounts.item ?? '0') < ordered * 500,
				);
				if (!isCheap) expect(givenBack(single)).toBe(givenBack(ask({})));
			}),
		);
	});

	it('of the whole order give back all that was paid', () => {
		const decide = decideRefund({ what: 'whole' });
		fc.assert(
			fc.property(order, (given) => {
				const verdict = decide({ amazonOrderId: ORDER_ID }, given);
				const total = verdict.kind === 'change' ? verdict.change.total : '0';
				expect(unitsOf(total)).toBe(paidFor(given));
			}),
		);
	});
});
