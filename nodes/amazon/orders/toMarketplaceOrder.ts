import {
	ORDER_STATUSES,
	type MarketplaceOrder,
	type OrderBuyer,
	type OrderPackage,
	type OrderStatus,
} from '../../rules/order/marketplaceOrder';
import { marketplaceById } from '../tables/marketplaces';
import { notNegative } from './lineAmounts';
import type { Order } from './order';
import { toOrderAddress } from './orderAddress';
import { toOrderLine } from './orderLine';
import { reckonedPayments, toPayment } from './orderPayment';
import { amountAt, countAt, listAt, givenFieldsOf, textAt, textsOf } from './reading';
import { asText, at } from '../transport/at';

/**
 * Amazon's order in a shopkeeper's terms (Orders API 2026-01-01). Never throws, whatever the order lacks: what
 * Amazon did not say is absent. An order without a status, which Amazon gives with FULFILLMENT data only, counts
 * as PENDING: nothing is done with it.
 */
export function toMarketplaceOrder(order: Order): MarketplaceOrder {
	const status = toStatus(order);
	const marketplaceId = textAt(order, 'salesChannel', 'marketplaceId') ?? '';
	const currencies = toCurrencies(order);
	return givenFieldsOf({
		orderId: textAt(order, 'orderId') ?? '',
		status,
		channel: textAt(order, 'fulfillment', 'fulfilledBy') === 'AMAZON' ? 'AFN' : 'MFN',
		salesChannel: toSalesChannel(order),
		marketplaceId,
		marketplace: marketplaceById(marketplaceId)?.country ?? '',
		purchasedAt: textAt(order, 'createdTime') ?? '',
		updatedAt: textAt(order, 'lastUpdatedTime') ?? '',
		storeOrderNumber: toStoreOrderNumber(order),
		currency: currencies[0],
		currencies,
		total: notNegative(amountAt(order, 'proceeds', 'grandTotal')),
		programs: textsOf(at(order, 'programs'), asText),
		replacesOrderId: toReplaced(order),
		serviceLevel: textAt(order, 'fulfillment', 'fulfillmentServiceLevel'),
		shipBy: textAt(order, 'fulfillment', 'shipByWindow', 'latestDateTime'),
		deliverBy: textAt(order, 'fulfillment', 'deliverByWindow', 'latestDateTime'),
		...toPayment(order),
		buyer: toBuyer(order),
		address: toOrderAddress(order),
		lines: listAt(order, 'orderItems').map((item) => givenFieldsOf(toOrderLine(item, status))),
		packages: listAt(order, 'packages').map((parcel) => givenFieldsOf(toPackage(parcel))),
	});
}

/** AMAZON or NON_AMAZON (Orders API 2026-01-01, `SalesChannel`). */
export function toSalesChannel(order: unknown): string | undefined {
	return textAt(order, 'salesChannel', 'channelName');
}

function toStatus(order: unknown): OrderStatus {
	const given = textAt(order, 'fulfillment', 'fulfillmentStatus');
	return ORDER_STATUSES.find((status) => status === given) ?? 'PENDING';
}

/** Amazon repeats its own id as the seller's until the seller names one. */
function toStoreOrderNumber(order: unknown): string | undefined {
	const own = textAt(order, 'orderId');
	const aliases = listAt(order, 'orderAliases').filter(
		(alias) => textAt(alias, 'aliasType') === 'SELLER_ORDER_ID',
	);
	return textsOf(aliases, (alias) => textAt(alias, 'aliasId')).find((number) => number !== own);
}

const REPLACEMENTS: readonly unknown[] = ['REPLACEMENT_ORIGINAL_ID', 'EXCHANGE_ORIGINAL_ID'];

function toReplaced(order: unknown): string | undefined {
	const replaced = listAt(order, 'associatedOrders').find((associated) =>
		REPLACEMENTS.includes(textAt(associated, 'associationType')),
	);
	return textAt(replaced, 'orderId');
}

function toBuyer(order: unknown): OrderBuyer {
	const registrations = listAt(order, 'tax', 'taxRegistrations').filter(
		(registration) => textAt(registration, 'entityType') === 'BUYER',
	);
	return givenFieldsOf({
		name: textAt(order, 'buyer', 'buyerName'),
		email: textAt(order, 'buyer', 'buyerEmail'),
		company: textAt(order, 'buyer', 'buyerCompanyName'),
		purchaseOrderNumber: textAt(order, 'buyer', 'buyerPurchaseOrderNumber'),
		vatNumber: textsOf(registrations, (registration) => textAt(registration, 'taxRegistrationNumber'))[0],
	});
}

function toPackage(parcel: unknown): OrderPackage {
	return {
		reference: textAt(parcel, 'packageReferenceId') ?? '',
		carrier: textAt(parcel, 'carrier'),
		trackingNumber: textAt(parcel, 'trackingNumber'),
		shippedAt: textAt(parcel, 'shipTime'),
		status: textAt(parcel, 'packageStatus', 'status'),
		lines: listAt(parcel, 'packageItems').map((item) => ({
			itemId: textAt(item, 'orderItemId') ?? '',
			quantity: countAt(item, 'quantity') ?? 0,
		})),
	};
}

/** Currencies of every amount that is reckoned with, the total's first. */
function toCurrencies(order: unknown): string[] {
	const items = listAt(order, 'orderItems');
	const breakdowns = [order, ...items].flatMap((one) => listAt(one, 'proceeds', 'breakdowns'));
	const monies = [
		at(order, 'proceeds', 'grandTotal'),
		...items.flatMap((item) => [
			at(item, 'product', 'price', 'unitPrice'),
			at(item, 'proceeds', 'proceedsTotal'),
		]),
		...breakdowns.flatMap((entry) => [
			at(entry, 'subtotal'),
			...listAt(entry, 'detailedBreakdowns').map((detail) => at(detail, 'value')),
		]),
		...reckonedPayments(order),
	];
	return textsOf(monies, (money) => textAt(money, 'currencyCode'));
}
