import {
	add,
	amount,
	compare,
	distance,
	divide,
	multiply,
	smaller,
	subtract,
	sumOf,
	ZERO,
	type Amount,
} from '../money/money';
import { roundToDecimals } from '../money/rounding';
import type { NamedAmounts } from './lineAmounts';
import { unitsLeft } from './marketplaceOrder';
import { lineSums, orderSums } from './orderSums';

type Lines = readonly NamedAmounts[];

/**
 * The lines' amounts for what is left of them. Amazon names a line's amounts sometimes for the units ordered and
 * sometimes for those that remain after a cancellation: its goods, their tax and their promotions alike. What comes
 * closest to Amazon's total is meant; where several are as close, what the lines say themselves.
 * @param total of the order; undefined where Amazon names none
 */
export function withoutCancelledUnits(named: Lines, total: Amount | undefined, decimals: number): Lines {
	const reduced = named.map((line) => reduceLine(line, decimals));
	if (reduced.every((line, index) => line === named[index])) return named;
	const likely = named.map((line, index) => likelierOf(line, reduced[index] ?? line));
	const readings = [likely, reduced, named].map((lines) => ({ lines, gap: gapOf(lines, total) }));
	return readings.reduce((best, one) => (compare(one.gap, best.gap) < 0 ? one : best)).lines;
}

/** The line as it is named or as it is reduced, by its unit price, or else by its own total. */
function likelierOf(named: NamedAmounts, reduced: NamedAmounts): NamedAmounts {
	const { line, unitPrice } = named;
	const { item = ZERO } = named.amounts;
	const gapWith = (one: NamedAmounts) => {
		if (unitPrice === undefined) return gapOf([one], undefined);
		const units = one === named ? unitsLeft(line) : line.ordered;
		return distance(item, multiply(unitPrice, amount(units, 0)));
	};
	return compare(gapWith(reduced), gapWith(named)) < 0 ? reduced : named;
}

/** How far the lines are from Amazon's total, with tax or without. */
function gapOf(lines: Lines, orderTotal: Amount | undefined): Amount {
	const { net, total, lineTotals } = orderSums(lines.map(lineSums), orderTotal);
	const wanted = total ?? lineTotals;
	return wanted === undefined ? ZERO : smaller(distance(wanted, net.plain), distance(wanted, net.plusTax));
}

/** The line with the amounts of its goods taken as those of all units ordered; postage stays. */
function reduceLine(named: NamedAmounts, decimals: number): NamedAmounts {
	const { line, amounts, tax } = named;
	if (line.cancelled === 0 || line.ordered === 0 || amounts.item === undefined) return named;
	const reduce = reducer(named, decimals);
	return {
		...named,
		amounts: {
			...amounts,
			item: byUnitPrice(named, decimals) ?? reduce(amounts.item),
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
function reducer({ line }: NamedAmounts, decimals: number) {
	const [left, ordered] = [amount(unitsLeft(line), 0), amount(line.ordered, 0)];
	return (whole: Amount | undefined, ...others: Array<Amount | undefined>): Amount | undefined => {
		if (whole === undefined) return undefined;
		const other = sumOf(others.map((part) => part ?? ZERO));
		const goods = subtract(whole, other);
		if (compare(goods, ZERO) <= 0) return whole;
		const share = roundToDecimals(divide(multiply(goods, left), ordered), decimals);
		return roundToDecimals(add(share, other), decimals);
	};
}

/** The unit price is exacter than a share, if it is the price of these units: but for what rounding explains. */
function byUnitPrice({ line, unitPrice, amounts }: NamedAmounts, decimals: number): Amount | undefined {
	if (unitPrice === undefined) return undefined;
	const { ordered } = line;
	const off = distance(amounts.item ?? ZERO, multiply(unitPrice, amount(ordered, 0)));
	if (compare(add(off, off), amount(ordered, decimals)) > 0) return undefined;
	return roundToDecimals(multiply(unitPrice, amount(unitsLeft(line), 0)), decimals);
}
