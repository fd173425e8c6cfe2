import { isAbsent } from '../../item/attribute';
import { currencyDecimals, parseCurrency } from '../../money/currencies';
import { UnreadableAmount } from '../../order/lineAmounts';
import { readOrder, type SummedOrder } from '../../order/readOrder';
import type { MarketplaceOrder } from '../../order/marketplaceOrder';
import { hasAmounts } from '../../order/orderSums';
import { heldForAmazon, heldUntilPaid, unitsOf } from '../order';
import { isCollectedOutside, taxPlace, type TaxPlace } from '../../order/taxPlace';
import { shown, Hold } from '../../verdict/verdict';
import type { RefundHold } from './verdict';

/** An order that money can be given back for. */
export interface PaidOrder {
	order: SummedOrder;
	currency: string;
	decimals: number;
	place: TaxPlace;
	/** Whether lines whose tax Amazon collects have it outside of what was paid, while others do not. */
	collectsOutside: boolean;
}

/** The order as far as it was paid; a hold when nothing can be given back for it. */
export function paidOrder(
	orderId: string,
	order: MarketplaceOrder | undefined,
	givenCurrency: unknown,
): PaidOrder | RefundHold {
	if (order === undefined) {
		return new Hold(
			'order-unknown',
			`Order ${orderId} was not looked up at Amazon, and only there stands what was paid; check the id and the account`,
		);
	}
	const held = heldByState(order);
	if (held) return held;
	const paid = readPaid(order, givenCurrency);
	return paid instanceof Hold
		? paid
		: { ...paid, place: taxPlace(paid.order), collectsOutside: isCollectedOutside(paid.order) };
}

function heldByState(order: MarketplaceOrder): RefundHold | undefined {
	const { orderId, status, lines } = order;
	if (status === 'CANCELLED') {
		const message = `Order ${orderId} is cancelled: the buyer has paid nothing, so there is nothing to give back`;
		return new Hold('order-cancelled', message);
	}
	const byAmazon = heldForAmazon(order, 'it also takes the returns and refunds them itself');
	if (byAmazon) return byAmazon;
	const unpaid = heldUntilPaid(order);
	if (unpaid) return unpaid;
	return lines.some((line) => unitsOf(order, line).shipped > 0) ? undefined : notShippedYet(orderId);
}

export function notShippedYet(orderId: string, what = 'Nothing'): RefundHold {
	return new Hold(
		'not-shipped-yet',
		`${what} of order ${orderId} is shipped, and Amazon refunds shipped units only; use Cancel for the others`,
	);
}

/** The amounts of the order, in the one currency that it has. */
function readPaid(
	order: MarketplaceOrder,
	givenCurrency: unknown,
): Pick<PaidOrder, 'order' | 'currency' | 'decimals'> | RefundHold {
	const { orderId, currency, currencies } = order;
	if (currencies.length > 1) {
		const message = `Order ${orderId} has amounts in ${currencies.join(' and ')}; refund it in Seller Central`;
		return new Hold('mixed-currencies', message);
	}
	const read = readOrder(order);
	const isUnreadable = read instanceof UnreadableAmount;
	if (isUnreadable || currency === undefined || !order.lines.some(hasAmounts)) {
		const what = isUnreadable ? `${read.place} as ${shown(read.text)}` : 'no amounts';
		const message = `Amazon gives ${what} for order ${orderId}, so nobody knows what was paid; refund it in Seller Central`;
		return new Hold('amounts-unknown', message);
	}
	if (isAbsent(givenCurrency) || parseCurrency(givenCurrency) === currency) {
		return { order: read, currency, decimals: currencyDecimals(currency) };
	}
	return new Hold(
		'currency-differs',
		`The refund is in ${shown(givenCurrency)}, but order ${orderId} was paid in ${currency}; give the amounts in ${currency}`,
	);
}
