import { times } from '../../fixtures/stores/amounts';
import { isObject, listAt, numberAt, textAt, type JsonObject } from '../jsonFields';
import { numbersBefore, placedOn, timeOf, type StoreState } from '../storeState';
import {
	gid,
	toAttribute,
	toMoneyBag,
	type FulfillmentOrder,
	type ShopifyLine,
	type ShopifyOrder,
} from './order';
import { SHOP_CURRENCY } from './orderErrors';
import { amountAt, orderTotals } from './orderTotals';
import { findVariant } from './variants';

const FIRST_ID = 6_000_000_000_001;

/** The order that a checked `OrderCreateOrderInput` becomes: open, nothing shipped yet. */
export function toOrder(state: StoreState, input: JsonObject): ShopifyOrder {
	const given = withTaxWhereItGoes(state, input);
	const count = placedOn(state, 'shopify').length;
	const id = FIRST_ID + numbersBefore(state) + count;
	const now = `${timeOf(state)}Z`;
	const currencyCode = textAt(given, 'currency') || SHOP_CURRENCY;
	const lineItems = listAt(given, 'lineItems').map((line, index) =>
		toLine(state, line, { id: id * 10 + index, currencyCode }),
	);
	const optional = (name: string) => textAt(given, name) || null;
	return {
		...{ __typename: 'Order', id: gid('Order', id), legacyResourceId: String(id) },
		name: textAt(given, 'name') || `#${1001 + numbersBefore(state) + count}`,
		...{ sourceIdentifier: optional('sourceIdentifier'), sourceName: optional('sourceName') },
		...{ createdAt: now, processedAt: optional('processedAt') ?? now, updatedAt: now },
		...{ cancelledAt: null, cancelReason: null, closedAt: optional('closedAt') },
		...{ email: optional('email'), phone: optional('phone'), note: optional('note') },
		...{ poNumber: optional('poNumber'), tags: listAt(given, 'tags').map(String) },
		...{ test: given['test'] === true, currencyCode },
		presentmentCurrencyCode: textAt(given, 'presentmentCurrency') || currencyCode,
		taxesIncluded: given['taxesIncluded'] === true,
		...{ displayFinancialStatus: financialStatus(given), displayFulfillmentStatus: 'UNFULFILLED' },
		...moneyOf(given, lineItems, currencyCode),
		customAttributes: listAt(given, 'customAttributes').map((attribute) =>
			toAttribute(textAt(attribute, 'key'), textAt(attribute, 'value')),
		),
		...{ billingAddress: toAddress(given, 'billingAddress') },
		...{ shippingAddress: toAddress(given, 'shippingAddress'), lineItems },
		shippingLines: listAt(given, 'shippingLines').map((line) => ({
			...{ __typename: 'ShippingLine', title: textAt(line, 'title'), code: textAt(line, 'code') || null },
			originalPriceSet: toMoneyBag(amountAt(line, 'priceSet') ?? '0', currencyCode),
		})),
		...{ transactions: toTransactions(given, currencyCode), fulfillments: [], refunds: [] },
		fulfillmentOrders: [toFulfillmentOrder(id, lineItems)],
	};
}

/** Tax lines of the whole order go to taxable items; where there are none, they go nowhere. */
function withTaxWhereItGoes({ shopifyProducts }: StoreState, order: JsonObject): JsonObject {
	const isTaxable = (line: unknown) =>
		isObject(line) &&
		(line['taxable'] ?? findVariant(shopifyProducts, textAt(line, 'variantId'))?.taxable ?? true);
	return listAt(order, 'lineItems').some(isTaxable) ? order : { ...order, taxLines: [] };
}

function moneyOf(given: JsonObject, lines: ShopifyLine[], currency: string) {
	const prices = lines.map(({ originalUnitPriceSet }) => originalUnitPriceSet.shopMoney.amount);
	const { subtotal, shipping, tax, discount, total } = orderTotals(given, prices);
	return {
		subtotalPriceSet: toMoneyBag(subtotal, currency),
		totalShippingPriceSet: toMoneyBag(shipping, currency),
		totalTaxSet: toMoneyBag(tax, currency),
		totalDiscountsSet: toMoneyBag(discount, currency),
		totalPriceSet: toMoneyBag(total, currency),
		currentTotalPriceSet: toMoneyBag(total, currency),
	};
}

function toLine(
	{ shopifyProducts }: StoreState,
	line: unknown,
	{ id, currencyCode }: { id: number; currencyCode: string },
): ShopifyLine {
	const variant = findVariant(shopifyProducts, textAt(line, 'variantId'));
	const product = shopifyProducts.find((candidate) => candidate.id === variant?.product_id);
	const title = textAt(line, 'title') || (product?.title ?? '');
	const price = amountAt(line, 'priceSet') ?? variant?.price ?? '0';
	const quantity = numberAt(line, 'quantity');
	return {
		...{ __typename: 'LineItem', id: gid('LineItem', id), title, name: title },
		sku: textAt(line, 'sku') || (variant?.sku ?? null),
		...{ quantity, currentQuantity: quantity, unfulfilledQuantity: quantity },
		originalUnitPriceSet: toMoneyBag(price, currencyCode),
		originalTotalSet: toMoneyBag(times(price, quantity), currencyCode),
		customAttributes: listAt(line, 'properties').map((property) =>
			toAttribute(textAt(property, 'name'), textAt(property, 'value')),
		),
		taxLines: listAt(line, 'taxLines').map((tax) => ({
			...{ __typename: 'TaxLine', title: textAt(tax, 'title'), rate: Number(textAt(tax, 'rate')) },
			priceSet: toMoneyBag(amountAt(tax, 'priceSet') ?? '0', currencyCode),
		})),
		variant:
			variant === undefined
				? null
				: { __typename: 'ProductVariant', id: variant.admin_graphql_api_id, sku: variant.sku },
	};
}

function toFulfillmentOrder(orderId: number, lines: ShopifyLine[]): FulfillmentOrder {
	const id = orderId + 1_000_000_000;
	return {
		...{ __typename: 'FulfillmentOrder', id: gid('FulfillmentOrder', id), status: 'OPEN' },
		lineItems: lines.map((lineItem, index) => ({
			...{ __typename: 'FulfillmentOrderLineItem', id: gid('FulfillmentOrderLineItem', id * 10 + index) },
			...{ totalQuantity: lineItem.quantity, remainingQuantity: lineItem.quantity, lineItem },
		})),
	};
}

function financialStatus(given: JsonObject): string {
	const named = textAt(given, 'financialStatus');
	if (named !== '') return named;
	return listAt(given, 'transactions').length > 0 ? 'PAID' : 'PENDING';
}

function toTransactions(given: JsonObject, currency: string): object[] {
	return listAt(given, 'transactions').map((transaction) => ({
		...{ __typename: 'OrderTransaction', gateway: textAt(transaction, 'gateway') || null },
		...{ kind: textAt(transaction, 'kind') || 'SALE', status: textAt(transaction, 'status') || 'SUCCESS' },
		amountSet: toMoneyBag(amountAt(transaction, 'amountSet') ?? '0', currency),
	}));
}

function toAddress(given: JsonObject, name: string): object | null {
	const address = given[name];
	if (address === undefined || address === null) return null;
	const text = (field: string) => textAt(address, field) || null;
	return {
		...{ __typename: 'MailingAddress', firstName: text('firstName'), lastName: text('lastName') },
		...{ company: text('company'), address1: text('address1'), address2: text('address2') },
		...{ city: text('city'), provinceCode: text('provinceCode'), province: text('province') },
		...{ zip: text('zip'), countryCodeV2: text('countryCode'), phone: text('phone') },
	};
}
