import { currencyDecimals } from '../money/currencies';
import { parseDecimal } from '../money/decimalText';
import { withoutCancelledUnits } from './cancelledUnits';
import { parseLine, UnreadableAmount, type NamedAmounts } from './lineAmounts';
import type { MarketplaceOrder, OrderLine } from './marketplaceOrder';
import { lineSums, orderSums, type LineSums, type OrderSums } from './orderSums';

/** A line and its amounts, for the units that were not cancelled. */
export interface SummedLine extends OrderLine {
	sums: LineSums;
}

/** An order and its amounts, for what is left of it: the rules read these, and never the texts. */
export interface SummedOrder extends MarketplaceOrder {
	lines: SummedLine[];
	sums: OrderSums;
}

/** Reads the amounts of an order, once for all rules. What Amazon does not name is 0 in the lines, and no total. */
export function readOrder(order: MarketplaceOrder): SummedOrder | UnreadableAmount {
	const total = order.total === undefined ? undefined : parseDecimal(order.total);
	if (order.total !== undefined && total === undefined) {
		return new UnreadableAmount('the total', String(order.total));
	}
	const named: NamedAmounts[] = [];
	for (const line of order.lines) {
		const parsed = parseLine(line);
		if (parsed instanceof UnreadableAmount) return parsed;
		named.push(parsed);
	}
	const left = withoutCancelledUnits(named, total, currencyDecimals(order.currency ?? ''));
	const lines = left.map((line) => ({ ...line.line, sums: lineSums(line) }));
	const sums = lines.map((line) => line.sums);
	return { ...order, lines, sums: orderSums(sums, total) };
}
