import { compareFigures, minus, sum, times } from '../../fixtures/stores/amounts';
import { listAt, numberAt, objectAt, textAt, type JsonObject } from '../jsonFields';

export interface OrderTotals {
	subtotal: string;
	shipping: string;
	tax: string;
	discount: string;
	total: string;
}

/** Lines + shipping + tax (unless it is included) - the one discount code that an order may carry. */
export function orderTotals(order: JsonObject, unitPrices: readonly string[]): OrderTotals {
	const goods = listAt(order, 'lineItems').map((line, index) =>
		times(unitPrices[index] ?? '0', numberAt(line, 'quantity')),
	);
	const carriage = listAt(order, 'shippingLines').map((line) => amountAt(line, 'priceSet') ?? '0');
	const lines = sum(goods);
	const shipping = sum(carriage);
	const tax = sum([
		...listAt(order, 'lineItems').flatMap((line, index) => taxes(line, goods[index] ?? '0')),
		...listAt(order, 'shippingLines').flatMap((line, index) => taxes(line, carriage[index] ?? '0')),
		...taxes(order, lines),
	]);
	const discount = discountOf(objectAt(order, 'discountCode'), lines, shipping);
	const taxOnTop = order['taxesIncluded'] === true ? '0' : tax;
	return {
		...{ subtotal: lines, shipping, tax, discount },
		total: minus(sum([lines, shipping, taxOnTop]), discount),
	};
}

/** The shop's amount of a money bag; undefined when it is not there. */
export function amountAt(value: unknown, name: string): string | undefined {
	const amount = textAt(objectAt(objectAt(value, name), 'shopMoney'), 'amount');
	return amount === '' ? undefined : amount;
}

function taxes(taxed: unknown, amount: string): string[] {
	return listAt(taxed, 'taxLines').map(
		(line) => amountAt(line, 'priceSet') ?? times(amount, textAt(line, 'rate') || '0'),
	);
}

/** Item discounts never take more than the goods cost. */
function discountOf(code: JsonObject, goods: string, shipping: string): string {
	if (code['freeShippingDiscountCode'] !== undefined) return shipping;
	const fixed = amountAt(code['itemFixedDiscountCode'], 'amountSet');
	if (fixed !== undefined) return compareFigures(fixed, goods) > 0 ? goods : times(fixed, 1);
	const percentage = textAt(code['itemPercentageDiscountCode'], 'percentage');
	return percentage === '' ? '0.00' : times(times(goods, percentage, 6), '0.01');
}
