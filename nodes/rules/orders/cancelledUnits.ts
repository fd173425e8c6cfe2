import { toFixedText } from '../decimalText';
import { currencyDecimals } from '../currencies';
import { amount, compare, multiply } from '../money';
import type { MarketplaceOrder, OrderLine } from './marketplaceOrder';
import { amountOf, orderSums } from './orderSums';

/**
 * The order with its goods' amounts for what is left of it. Amazon names a line's amount sometimes for the units
 * ordered and sometimes for those that remain after a cancellation; its total tells which.
 */
export function withoutCancelledUnits(order: MarketplaceOrder): MarketplaceOrder {
	const reduced = { ...order, lines: order.lines.map((line) => reduceLine(line, order.currency ?? '')) };
	return !fitsTotal(order) && fitsTotal(reduced) ? reduced : order;
}

function fitsTotal(order: MarketplaceOrder): boolean {
	const { net, total } = orderSums(order);
	if (total === undefined) return true;
	return compare(total, net.plain) === 0 || compare(total, net.plusTax) === 0;
}

function reduceLine(line: OrderLine, currency: string): OrderLine {
	const { unitPrice, ordered, cancelled, amounts } = line;
	if (cancelled === 0 || unitPrice === undefined || amounts.item === undefined) return line;
	const unit = amountOf(unitPrice);
	if (compare(multiply(unit, amount(ordered, 0)), amountOf(amounts.item)) !== 0) return line;
	const left = multiply(unit, amount(ordered - cancelled, 0));
	return { ...line, amounts: { ...amounts, item: toFixedText(left, currencyDecimals(currency)) } };
}
