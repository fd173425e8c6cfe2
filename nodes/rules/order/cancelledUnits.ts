import { toFixedText } from '../money/decimalText';
import { currencyDecimals } from '../money/currencies';
import {
	add,
	amount,
	compare,
	distance,
	divide,
	multiply,
	subtract,
	ZERO,
	type Amount,
} from '../money/money';
import { roundToDecimals } from '../money/rounding';
import type { MarketplaceOrder, OrderLine } from './marketplaceOrder';
import { amountOf, orderSums } from './orderSums';

/**
 * The order with its amounts for what is left of it. Amazon names a line's amounts sometimes for the units ordered and
 * sometimes for those that remain after a cancellation: its goods, their tax and their promotions alike. What comes
 * closest to Amazon's total is meant; where several are as close, what the lines say themselves.
 */
export function withoutCancelledUnits(order: MarketplaceOrder): MarketplaceOrder {
	const decimals = currencyDecimals(order.currency ?? '');
	const reduced = order.lines.map((line) => reduceLine(line, decimals));
	const likely = order.lines.map((line, index) => likelierOf(line, reduced[index] ?? line, order));
	const readings = [likely, reduced].map((lines) => ({ ...order, lines }));
	return readings.concat(order).reduce((best, one) => (compare(gapOf(one), gapOf(best)) < 0 ? one : best));
}

/** The line as it is named or as it is reduced, by its unit price, or else by its own total. */
function likelierOf(named: OrderLine, reduced: OrderLine, order: MarketplaceOrder): OrderLine {
	const { unitPrice, ordered } = named;
	const item = amountOf(named.amounts.item);
	const gapWith = (line: OrderLine) => {
		if (unitPrice === undefined) return gapOf({ ...order, total: undefined, lines: [line] });
		const units = line === named ? leftOf(named) : ordered;
		return distance(item, multiply(amountOf(unitPrice), amount(units, 0)));
	};
	return compare(gapWith(reduced), gapWith(named)) < 0 ? reduced : named;
}

/** How far the lines are from Amazon's total, with tax or without. */
function gapOf(order: MarketplaceOrder): Amount {
	const { net, total, lineTotals } = orderSums(order);
	const wanted = total ?? lineTotals;
	if (wanted === undefined) return ZERO;
	const [plain, plusTax] = [distance(wanted, net.plain), distance(wanted, net.plusTax)];
	return compare(plain, plusTax) < 0 ? plain : plusTax;
}

function leftOf({ ordered, cancelled }: OrderLine): number {
	return Math.max(0, ordered - cancelled);
}

/** The line with the amounts of its goods taken as those of all units ordered; postage stays. */
function reduceLine(line: OrderLine, decimals: number): OrderLine {
	const { ordered, cancelled, amounts, tax } = line;
	if (cancelled === 0 || ordered === 0 || amounts.item === undefined) return line;
	const reduce = reducer(line, decimals);
	return {
		...line,
		amounts: {
			...amounts,
			item: byUnitPrice(line, decimals) ?? reduce(amounts.item),
			discount: reduce(amounts.discount, amounts.shippingDiscount),
		},
		tax: {
			...tax,
			total: reduce(tax.total, tax.shipping, tax.giftWrap),
			item: reduce(tax.item),
			discount: reduce(tax.discount),
		},
	};
}

/** Takes the share of the units left of an amount, but for the parts of it that are not of the goods. */
function reducer(line: OrderLine, decimals: number) {
	return (text: string | undefined, ...others: Array<string | undefined>): string | undefined => {
		if (text === undefined) return undefined;
		const other = others.map(amountOf).reduce(add, ZERO);
		const goods = subtract(amountOf(text), other);
		if (compare(goods, ZERO) <= 0) return text;
		const share = divide(multiply(goods, amount(leftOf(line), 0)), amount(line.ordered, 0));
		return toFixedText(add(roundToDecimals(share, decimals), other), decimals);
	};
}

/** The unit price is exacter than a share, if it is the price of these units: but for what rounding explains. */
function byUnitPrice(line: OrderLine, decimals: number): string | undefined {
	const { unitPrice, ordered, amounts } = line;
	if (unitPrice === undefined) return undefined;
	const unit = amountOf(unitPrice);
	const off = distance(amountOf(amounts.item), multiply(unit, amount(ordered, 0)));
	if (compare(add(off, off), amount(ordered, decimals)) > 0) return undefined;
	return toFixedText(multiply(unit, amount(leftOf(line), 0)), decimals);
}
