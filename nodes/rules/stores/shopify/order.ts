import type { StoreAddress, StoreOrder } from '../../import/storeOrder';
import { filled, given } from '../fields';
import { isZero, OrderMoney } from '../orderMoney';
import { twoLines } from '../postal';
import { platformRegionCode } from '../regionCodes';
import { toShopifyLines } from './lines';
import { toMoneyBag, toShopifyReductions, toShopifyTaxLines } from './money';
import { SHOPIFY_ORDER_CREATE } from './mutation';

/** The code under which Amazon's promotions appear; no such code needs to exist. */
const DISCOUNT_CODE = 'AMAZON';
/** Shopify refuses longer tags. */
const MAX_TAG_LENGTH = 40;

/** The body of the GraphQL call that creates the order. */
export function toShopifyCall(order: StoreOrder) {
	return { query: SHOPIFY_ORDER_CREATE, variables: toShopifyOrder(order) };
}

/**
 * The variables of Shopify's mutation `orderCreate` (GraphQL Admin API 2025-10 and later, `OrderCreateOrderInput` and
 * `OrderCreateOptionsInput`). Shopify's total is items less discount, plus shipping, plus tax lines where taxes are
 * not included. No mail is sent. Look it up before creating: `sourceIdentifier` and a tag are Amazon's order id, so
 * `orders(query: "source_identifier:… OR tag:…")` finds it.
 */
export function toShopifyOrder(order: StoreOrder) {
	const money = new OrderMoney(order.currency);
	const { discount, shipping } = toShopifyReductions(order, money);
	return {
		order: {
			sourceIdentifier: order.amazonOrderId,
			...given('name', order.orderNumber),
			processedAt: order.placedAt,
			currency: order.currency,
			presentmentCurrency: order.currency,
			...toCustomer(order),
			buyerAcceptsMarketing: false,
			billingAddress: toAddress(order.billingAddress),
			shippingAddress: toAddress(order.shippingAddress),
			lineItems: toShopifyLines(order, money),
			shippingLines: [toShippingLine(order, shipping)],
			taxesIncluded: order.taxIncluded,
			taxLines: toShopifyTaxLines(order, money),
			...toDiscount(discount, order.currency),
			financialStatus: toFinancialStatus(order, money),
			transactions: toTransactions(order, money),
			...(order.shipped && { fulfillmentStatus: 'FULFILLED' }),
			tags: toTags(order),
			...given('note', order.comments.join('\n')),
			...given('poNumber', order.purchaseOrderNumber),
			customAttributes: toAttributes(order),
		},
		options: {
			// Amazon counts what it ships; for the rest it has sold already, whatever the product's policy.
			inventoryBehaviour: order.fulfillmentChannel === 'AFN' ? 'BYPASS' : 'DECREMENT_IGNORING_POLICY',
			sendReceipt: false,
			sendFulfillmentReceipt: false,
		},
	};
}

/** A domain that nobody can have (RFC 2606), as in placeholders: Shopify refuses it. */
const NOBODYS_EMAIL = /\.invalid$/i;

/** To Shopify a guest is an e-mail address; other customers are found or made by theirs, with their names. */
function toCustomer({ customer: { kind, email, firstName, lastName } }: StoreOrder) {
	if (email === '' || NOBODYS_EMAIL.test(email)) return {};
	if (kind === 'guest') return { email };
	const toUpsert = { email, ...given('firstName', firstName), ...given('lastName', lastName) };
	return { email, customer: { toUpsert } };
}

/** A region without a code at Shopify has no place in an address; see `toAttributes`. */
function toAddress(address: StoreAddress) {
	const [address1, address2] = twoLines(address);
	return {
		...given('firstName', address.firstName),
		...given('lastName', address.lastName),
		...given('company', address.company),
		address1,
		...given('address2', address2),
		city: address.city,
		...given('provinceCode', platformRegionCode('shopify', address)),
		countryCode: address.country,
		...given('zip', address.postalCode),
		...given('phone', address.phone),
	};
}

function toShippingLine({ shipping, currency }: StoreOrder, price: string) {
	const title = shipping.title || shipping.method || 'Shipping';
	return { title, ...given('code', shipping.method), priceSet: toMoneyBag(price, currency) };
}

function toDiscount(amount: string, currency: string) {
	if (isZero(amount)) return {};
	const itemFixedDiscountCode = { code: DISCOUNT_CODE, amountSet: toMoneyBag(amount, currency) };
	return { discountCode: { itemFixedDiscountCode } };
}

/** An order that costs nothing, such as a replacement, counts as paid. */
function toFinancialStatus({ total, toCollect }: StoreOrder, money: OrderMoney): string {
	if (isZero(toCollect)) return 'PAID';
	return isZero(money.less(total, toCollect)) ? 'PENDING' : 'PARTIALLY_PAID';
}

/** What was paid already: nothing for an order that costs nothing, or that is paid on delivery. */
function toTransactions({ total, toCollect, payment, currency, placedAt }: StoreOrder, money: OrderMoney) {
	const paid = money.less(total, toCollect);
	if (isZero(paid)) return [];
	const gateway = payment.method || 'Amazon';
	const amountSet = toMoneyBag(paid, currency);
	return [{ kind: 'SALE', status: 'SUCCESS', gateway, amountSet, processedAt: placedAt }];
}

function toTags(order: StoreOrder): string[] {
	const tags = ['Amazon', order.amazonOrderId, `Amazon ${order.marketplace}`, order.fulfillmentChannel];
	if (order.prime) tags.push('Prime');
	if (order.business) tags.push('Amazon Business');
	if (order.lines.some(({ backordered }) => backordered)) tags.push('Backordered');
	return tags.map((tag) => tag.slice(0, MAX_TAG_LENGTH));
}

function toAttributes(order: StoreOrder) {
	const { shippingAddress } = order;
	const texts = filled({
		'Amazon order': order.amazonOrderId,
		'Amazon marketplace': order.marketplace,
		'Fulfilment channel': order.fulfillmentChannel,
		'Ship by': order.shipBy,
		'To collect on delivery': isZero(order.toCollect) ? '' : `${order.toCollect} ${order.currency}`,
		'Replaces Amazon order': order.replacesOrderId,
		Region: platformRegionCode('shopify', shippingAddress) === '' ? shippingAddress.region : '',
		'VAT number': order.customer.vatNumber,
	});
	return texts.map(([key, value]) => ({ key, value }));
}
