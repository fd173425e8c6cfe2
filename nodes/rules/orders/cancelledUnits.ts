import { toFixedText } from '../decimalText';
import { currencyDecimals } from '../currencies';
import { amount, compare, multiply, negate, subtract, ZERO, type Amount } from '../money';
import type { MarketplaceOrder, OrderLine } from './marketplaceOrder';
import { amountOf, orderSums } from './orderSums';

/**
 * The order with its goods' amounts for what is left of it. Amazon names a line's amount sometimes for the units
 * ordered and sometimes for those that remain after a cancellation; what comes closer to its total is meant. Where it
 * names no total either, the units that remain are.
 */
export function withoutCancelledUnits(order: MarketplaceOrder): MarketplaceOrder {
	const reduced = { ...order, lines: order.lines.map((line) => reduceLine(line, order.currency ?? '')) };
	return compare(gapOf(reduced), gapOf(order)) <= 0 ? reduced : order;
}

/** How far the lines are from Amazon's total, with tax or without. */
function gapOf(order: MarketplaceOrder): Amount {
	const { net, total, lineTotals } = orderSums(order);
	const wanted = total ?? lineTotals;
	if (wanted === undefined) return ZERO;
	const [plain, plusTax] = [distance(wanted, net.plain), distance(wanted, net.plusTax)];
	return compare(plain, plusTax) < 0 ? plain : plusTax;
}

function distance(one: Amount, other: Amount): Amount {
	const difference = subtract(one, other);
	return compare(difference, ZERO) < 0 ? negate(difference) : difference;
}

function reduceLine(line: OrderLine, currency: string): OrderLine {
	const { unitPrice, ordered, cancelled, amounts } = line;
	if (cancelled === 0 || unitPrice === undefined || amounts.item === undefined) return line;
	const unit = amountOf(unitPrice);
	if (compare(multiply(unit, amount(ordered, 0)), amountOf(amounts.item)) !== 0) return line;
	const left = multiply(unit, amount(ordered - cancelled, 0));
	return { ...line, amounts: { ...amounts, item: toFixedText(left, currencyDecimals(currency)) } };
}
