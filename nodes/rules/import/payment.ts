import { parseDecimal, toFixedText } from '../money/decimalText';
import { isPositive, smaller, ZERO, type Amount } from '../money/money';
import type { OrderImportConfig, PaymentMethod } from './config';
import type { MarketplaceOrder } from '../order/marketplaceOrder';

/**
 * What Amazon calls cash on delivery, as plain letters: `CashOnDelivery` (Orders API 2026-01-01, `PaymentExecution`),
 * `COD` (Orders API v0, `PaymentMethod`).
 */
const ON_DELIVERY: readonly string[] = ['cashondelivery', 'cod'];

/** How a store order is paid, and what of its total is still to be collected. */
export interface OrderPayment {
	method: PaymentMethod;
	/** Whether anything is still to be paid. */
	isDue: boolean;
	/** With the given decimals; 0 when the order is paid. */
	toCollect: string;
}

/** Whether the payment method is cash on delivery: paid when the goods arrive. */
export function isOnDelivery(method: string): boolean {
	return ON_DELIVERY.includes(plain(method));
}

/**
 * Cash on delivery is not paid: what is to be collected never exceeds the store's total, and is all of it where
 * Amazon names no amount. The method is the one mapped to Amazon's, that of the open part where there is one,
 * and of what is paid where there is none.
 */
export function choosePayment(
	order: MarketplaceOrder,
	{ total, decimals }: { total: Amount; decimals: number },
	config: Pick<OrderImportConfig, 'paymentMethod' | 'onDeliveryMethod' | 'paymentMethods'>,
): OrderPayment {
	const open = order.paymentMethods.filter(isOnDelivery);
	const isOpen = open.length > 0 || order.toCollect !== undefined;
	const due = isOpen ? smaller(toCollectOf(order) ?? total, total) : ZERO;
	const isDue = isPositive(due);
	const [methods, usual] = isDue
		? [open, config.onDeliveryMethod]
		: [order.paymentMethods.filter((method) => !isOnDelivery(method)), config.paymentMethod];
	const mapped = methods.map((method) => config.paymentMethods.get(plain(method))).find(Boolean);
	return { method: mapped ?? usual, isDue, toCollect: toFixedText(due, decimals) };
}

/** Payment methods by Amazon's, as people write those: `Cash on Delivery` is `CashOnDelivery`. */
export function byAmazonMethod(
	entries: ReadonlyArray<readonly [amazon: string, method: PaymentMethod]>,
): OrderImportConfig['paymentMethods'] {
	return new Map(entries.map(([amazon, method]) => [plain(amazon), method]));
}

/** Undefined where Amazon names none; what cannot be read is nothing to ask of the buyer. */
function toCollectOf({ toCollect }: MarketplaceOrder): Amount | undefined {
	return toCollect === undefined ? undefined : (parseDecimal(toCollect) ?? ZERO);
}

function plain(method: string): string {
	return method.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
