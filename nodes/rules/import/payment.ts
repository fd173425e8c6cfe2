import { toFixedText } from '../money/decimalText';
import { compare, isPositive } from '../money/money';
import type { OrderImportConfig, PaymentMethod } from './config';
import type { MarketplaceOrder } from '../order/marketplaceOrder';
import { amountOf } from '../order/orderSums';

/**
 * What Amazon calls cash on delivery, as plain letters: `CashOnDelivery` (Orders API 2026-01-01, `PaymentExecution`),
 * `COD` (Orders API v0, `PaymentMethod`).
 */
const ON_DELIVERY: readonly string[] = ['cashondelivery', 'cod'];

/** How a store order is paid, and what of its total is still to be collected. */
export interface OrderPayment {
	method: PaymentMethod;
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
	total: string,
	decimals: number,
	config: Pick<OrderImportConfig, 'paymentMethod' | 'onDeliveryMethod' | 'paymentMethods'>,
): OrderPayment {
	const open = order.paymentMethods.filter(isOnDelivery);
	const isOpen = open.length > 0 || order.toCollect !== undefined;
	const due = amountOf(isOpen ? smaller(order.toCollect ?? total, total) : '0');
	const [methods, usual] = isPositive(due)
		? [open, config.onDeliveryMethod]
		: [order.paymentMethods.filter((method) => !isOnDelivery(method)), config.paymentMethod];
	const mapped = methods.map((method) => config.paymentMethods.get(plain(method))).find(Boolean);
	return { method: mapped ?? usual, toCollect: toFixedText(due, decimals) };
}

/** Payment methods by Amazon's, as people write those: `Cash on Delivery` is `CashOnDelivery`. */
export function byAmazonMethod(
	entries: ReadonlyArray<readonly [amazon: string, method: PaymentMethod]>,
): OrderImportConfig['paymentMethods'] {
	return new Map(entries.map(([amazon, method]) => [plain(amazon), method]));
}

function smaller(one: string, other: string): string {
	return compare(amountOf(one), amountOf(other)) < 0 ? one : other;
}

function plain(method: string): string {
	return method.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
