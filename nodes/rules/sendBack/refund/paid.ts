import { parseDecimal } from '../../money/decimalText';
import { add, amount, compare, subtract, ZERO, sumOf, larger, smaller, type Amount } from '../../money/money';
import type { OrderLine } from '../../order/marketplaceOrder';
import type { SummedLine } from '../../order/readOrder';
import type { LineSums } from '../../order/orderSums';
import type { RefundedLine } from './config';
import type { PaidOrder } from './paidOrder';
import { portionOf } from '../../money/shares';
import type { AdjustmentComponent } from '../reasons';
import { unitsOf } from '../order';

/** Amounts per component; what is not in it is 0. */
export type Purse = ReadonlyMap<AdjustmentComponent, Amount>;

/** The goods with what belongs to them, in the order that goodwill uses them up. */
export const GOODS: readonly AdjustmentComponent[] = ['Principal', 'Tax', 'GiftWrap', 'GiftWrapTax'];
/** What was paid beside the goods. */
export const EXTRAS: readonly AdjustmentComponent[] = ['Shipping', 'ShippingTax', 'COD', 'Other'];

/** A line of an order and what can still be given back for it. */
export interface RefundableLine {
	line: OrderLine;
	/** Shipped units: Amazon charges when it ships, so only they were paid. */
	units: number;
	/** Units that earlier refunds named. */
	refundedUnits: number;
	/** Paid for the shipped units, promotions taken off. */
	paid: Purse;
	left: Purse;
	/** Tax of what was paid, wherever it is. */
	taxes: LineTaxes;
}

export interface LineTaxes {
	item: Amount;
	shipping: Amount;
	giftWrap: Amount;
}

/**
 * What was paid for the lines of an order, and what of it is left after earlier refunds.
 *
 * Tax on top of the prices is a component of its own. Tax that prices include stays in them: Amazon refuses a separate
 * tax there ("The requested refund amount for the tax or shipping tax is not eligible",
 * amzn/selling-partner-api-models#1372). Tax outside the total is given back by Amazon, which collected it.
 */
export function refundableLines(
	{ order, place, collectsOutside, decimals }: PaidOrder,
	refunded: readonly RefundedLine[],
): RefundableLine[] {
	return order.lines.map((line) => {
		const { wanted, shipped } = unitsOf(order, line);
		const share = (whole: Amount) =>
			portionOf(whole, { part: amount(shipped, 0), whole: amount(wanted, 0) }, decimals, 'down');
		const isOnTop = place === 'on-top' && !(collectsOutside && line.taxCollectedByAmazon);
		const { amounts, taxes } = paidFor(line, isOnTop, decimals);
		const paid: Purse = new Map([...amounts].map(([component, whole]) => [component, share(whole)]));
		const earlier = refunded.filter(({ itemId }) => itemId === line.itemId);
		return {
			line,
			units: shipped,
			refundedUnits: earlier.reduce((sum, { quantity = 0 }) => sum + quantity, 0),
			paid,
			left: leftOf(paid, earlier),
			taxes: { item: share(taxes.item), shipping: share(taxes.shipping), giftWrap: share(taxes.giftWrap) },
		};
	});
}

/** All components together, or some of them. */
export function totalOf(
	purse: Purse,
	components: readonly AdjustmentComponent[] = [...purse.keys()],
): Amount {
	return sumOf(components.map((component) => purse.get(component) ?? ZERO));
}

/** A purse less an amount of one component. */
export function lessOf(purse: Purse, component: AdjustmentComponent, taken: Amount): Purse {
	return new Map(purse).set(component, subtract(purse.get(component) ?? ZERO, taken));
}

/** A purse less an amount, without regard to what it was paid for. */
export function usedUp(purse: Purse, used: Amount): Purse {
	const left = new Map(purse);
	let rest = used;
	for (const component of [...GOODS, ...EXTRAS]) {
		const there = purse.get(component) ?? ZERO;
		const taken = smaller(rest, there);
		left.set(component, subtract(there, taken));
		rest = subtract(rest, taken);
	}
	return left;
}

function paidFor(
	{ sums }: SummedLine,
	isTaxOnTop: boolean,
	decimals: number,
): { amounts: Purse; taxes: LineTaxes } {
	const shipping = larger(ZERO, subtract(sums.shipping, sums.shippingDiscount));
	const discount = larger(ZERO, subtract(sums.discount, sums.shippingDiscount));
	const taxes = taxesOf(sums, shipping, decimals);
	const amounts = new Map<AdjustmentComponent, Amount>([
		['Principal', larger(ZERO, subtract(sums.item, discount))],
		['Shipping', shipping],
		['GiftWrap', sums.giftWrap],
		['COD', sums.codFee],
		['Other', sums.other],
	]);
	if (isTaxOnTop) {
		amounts.set('Tax', taxes.item).set('ShippingTax', taxes.shipping).set('GiftWrapTax', taxes.giftWrap);
	}
	return { amounts, taxes };
}

/** Shipping that a promotion paid bears no tax; whatever is not tax of shipping or gift wrap is tax of the goods. */
function taxesOf(sums: LineSums, shippingPaid: Amount, decimals: number): LineTaxes {
	const shipping =
		compare(shippingPaid, sums.shipping) === 0
			? sums.shippingTax
			: portionOf(sums.shippingTax, { part: shippingPaid, whole: sums.shipping }, decimals);
	const item = subtract(sums.tax, sumOf([shipping, sums.giftWrapTax]));
	return { item: larger(ZERO, item), shipping, giftWrap: sums.giftWrapTax };
}

/** Earlier goodwill, and whatever else goes beyond its component, counts against the line as a whole. */
function leftOf(paid: Purse, earlier: readonly RefundedLine[]): Purse {
	let left = paid;
	let beyond = ZERO;
	for (const { component, amount: text } of earlier.flatMap(({ components }) => components)) {
		const given = parseDecimal(text) ?? ZERO;
		const taken = smaller(given, left.get(component) ?? ZERO);
		left = lessOf(left, component, taken);
		beyond = add(beyond, subtract(given, taken));
	}
	return usedUp(left, beyond);
}
