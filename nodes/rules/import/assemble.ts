import type { OrderImportConfig } from './config';
import { takenUnits, type ChosenLines } from './lines';
import type { Reckoning } from './amounts';
import type { Imported, ImportFinding } from './verdict';
import type { MarketplaceOrder } from '../order/marketplaceOrder';
import type { OrderPayment } from './payment';
import type { NumberedOrder } from './orderNumber';
import type { ReadAddress } from './address';
import { toBillingAddress, toStoreCustomer } from './customer';
import type { StoreCustomer, StoreOrder } from './storeOrder';
import { dueOf, commentsOf } from './comments';

/** What an order that is imported is made of. */
export interface Parts {
	order: MarketplaceOrder;
	config: OrderImportConfig;
	currency: string;
	lines: ChosenLines;
	delivery: ReadAddress;
	reckoning: Reckoning;
	payment: OrderPayment;
	number: NumberedOrder;
	findings: ImportFinding[];
}

/** Puts the parts together: the neutral store order, and what goes with it. */
export function assemble(parts: Parts): Imported {
	const { order, config, lines, delivery, findings, number } = parts;
	const { customer, findings: aboutCustomer } = toStoreCustomer(order, config.customer);
	const all = [
		...lines.findings,
		...delivery.findings,
		...aboutCustomer,
		...findings,
		...numberFindings(number),
		...cancelRequests(order),
	];
	return {
		order: toStoreOrder(parts, customer, all),
		findings: all,
		createRegions: delivery.createRegions,
		takes: takenUnits(order, lines.lines),
	};
}

function toStoreOrder(parts: Parts, customer: StoreCustomer, findings: readonly ImportFinding[]): StoreOrder {
	const { order, config, currency, delivery, reckoning, payment, number } = parts;
	const { shipping, ...amounts } = reckoning.amounts;
	const remarks = findings.map(({ message }) => message);
	return {
		amazonOrderId: order.orderId,
		orderNumber: number.number,
		store: config.stores.byMarketplace[order.marketplace] ?? config.stores.default,
		marketplaceId: order.marketplaceId,
		marketplace: order.marketplace,
		fulfillmentChannel: order.channel,
		placedAt: order.purchasedAt,
		currency,
		customer,
		billingAddress: toBillingAddress(delivery.address, customer, config.customer),
		shippingAddress: delivery.address,
		...amounts,
		shipping: { method: config.shippingMethod.code, title: config.shippingMethod.title, ...shipping },
		toCollect: payment.toCollect,
		payment: { method: payment.method.code, title: payment.method.title },
		then: { ...config.then, createInvoice: config.then.createInvoice && !payment.isDue },
		shipped: order.status === 'SHIPPED',
		business: order.programs.includes('AMAZON_BUSINESS'),
		prime: order.programs.includes('PRIME'),
		purchaseOrderNumber: order.buyer.purchaseOrderNumber ?? '',
		replacesOrderId: order.replacesOrderId ?? '',
		shipBy: order.shipBy ?? '',
		comments: [...dueOf(payment, currency), ...commentsOf(order), ...remarks],
	};
}

function numberFindings({ number, taken }: NumberedOrder): ImportFinding[] {
	if (taken === undefined) return [];
	return [{ code: 'order-number-taken', message: `The number ${taken} is taken; this order gets ${number}` }];
}

function cancelRequests({ lines }: MarketplaceOrder): ImportFinding[] {
	return lines
		.filter(({ cancelRequest }) => cancelRequest !== undefined)
		.map(({ sku, itemId }) => {
			const message = `The buyer asks to cancel ${sku ?? itemId}`;
			return { code: 'buyer-asks-to-cancel', message };
		});
}
