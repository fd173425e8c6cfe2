import { times } from '../../fixtures/stores/amounts';
import type {
	ShopifyMoneyBag,
	ShopifyOrderLine,
	ShopifyRestFulfillment,
	ShopifyRestOrder,
} from '../../fixtures/stores/shopifyRestOrder';
import { objectAt, textAt } from '../jsonFields';
import type { StoreState } from '../storeState';
import type { MoneyBag, ShopifyFulfillment, ShopifyLine, ShopifyOrder } from './order';
import { findVariant } from './variants';

/** The number at the end of a global id. */
export function legacyId(gid: string): number {
	return Number(gid.split('/').at(-1));
}

/** An order as Shopify's webhooks carry it: in the shape of its REST API. */
export function toRestOrder(state: StoreState, order: ShopifyOrder): ShopifyRestOrder {
	const { currencyCode: currency, legacyResourceId, name } = order;
	return {
		...{ id: Number(legacyResourceId), admin_graphql_api_id: order.id, name },
		order_number: Number(name.replace(/\D/g, '')) || 0,
		...{ source_identifier: order.sourceIdentifier, source_name: order.sourceName ?? '', currency },
		...{ created_at: order.createdAt, processed_at: order.processedAt, updated_at: order.updatedAt },
		...{ cancelled_at: order.cancelledAt, closed_at: order.closedAt },
		cancel_reason: order.cancelReason?.toLowerCase() ?? null,
		financial_status: order.displayFinancialStatus.toLowerCase(),
		fulfillment_status: fulfillmentStatus(order),
		subtotal_price: amountOf(order.subtotalPriceSet),
		total_discounts: amountOf(order.totalDiscountsSet),
		total_tax: amountOf(order.totalTaxSet),
		taxes_included: order.taxesIncluded,
		total_price: amountOf(order.totalPriceSet),
		total_price_set: toRestMoney(amountOf(order.totalPriceSet), currency),
		...{ tags: order.tags.join(', '), test: order.test, note: order.note },
		note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
		line_items: order.lineItems.map((line) => toRestLine(state, line)),
		shipping_lines: order.shippingLines.map((line, index) => ({
			...{ id: legacyId(order.id) * 10 + index, title: textAt(line, 'title'), code: textAt(line, 'code') },
			price: shippingAmount(line),
		})),
		fulfillments: order.fulfillments.map((fulfillment) => toRestFulfillment(state, order, fulfillment)),
		refunds: order.refunds,
	};
}

/** What buyers paid for a way of shipping. */
export function shippingAmount(line: object): string {
	return times(textAt(objectAt(objectAt(line, 'originalPriceSet'), 'shopMoney'), 'amount') || '0', 1);
}

export function toRestFulfillment(
	state: StoreState,
	order: ShopifyOrder,
	fulfillment: ShopifyFulfillment,
): ShopifyRestFulfillment {
	const [tracking] = fulfillment.trackingInfo;
	const numbers = tracking?.number ? [tracking.number] : [];
	const urls = tracking?.url ? [tracking.url] : [];
	return {
		...{ id: Number(fulfillment.legacyResourceId), admin_graphql_api_id: fulfillment.id },
		...{ order_id: legacyId(order.id), name: fulfillment.name, status: statusOf(fulfillment) },
		...{ service: 'manual', location_id: LOCATION_ID, shipment_status: null },
		...{ created_at: fulfillment.createdAt, updated_at: fulfillment.updatedAt },
		...{ tracking_company: tracking?.company ?? null, tracking_number: numbers[0] ?? null },
		...{ tracking_numbers: numbers, tracking_url: urls[0] ?? null, tracking_urls: urls },
		line_items: fulfillment.fulfillmentLineItems.map(({ lineItem, quantity }) => ({
			...{ ...toRestLine(state, lineItem), quantity },
		})),
	};
}

export const LOCATION_ID = 65_000_000_001;

export function toRestLine({ shopifyProducts }: StoreState, line: ShopifyLine): ShopifyOrderLine {
	const variant = line.variant === null ? undefined : findVariant(shopifyProducts, line.variant.id);
	const price = amountOf(line.originalUnitPriceSet);
	const open = line.unfulfilledQuantity;
	return {
		...{ id: legacyId(line.id), admin_graphql_api_id: line.id },
		...{ variant_id: variant?.id ?? null, product_id: variant?.product_id ?? null },
		...{ title: line.title, name: line.name, sku: line.sku, vendor: 'Example Goods' },
		...{ quantity: line.quantity, current_quantity: line.currentQuantity, fulfillable_quantity: open },
		fulfillment_status: open === 0 ? 'fulfilled' : open < line.quantity ? 'partial' : null,
		...{ price, price_set: toRestMoney(price, line.originalUnitPriceSet.shopMoney.currencyCode) },
		...{ total_discount: '0.00', taxable: true, tax_lines: line.taxLines },
		properties: line.customAttributes.map(({ key, value }) => ({ name: key, value })),
	};
}

export function amountOf({ shopMoney }: MoneyBag): string {
	return times(shopMoney.amount, 1);
}

function toRestMoney(amount: string, currency_code: string): ShopifyMoneyBag {
	return { shop_money: { amount, currency_code }, presentment_money: { amount, currency_code } };
}

function fulfillmentStatus({ displayFulfillmentStatus }: ShopifyOrder): string | null {
	if (displayFulfillmentStatus === 'FULFILLED') return 'fulfilled';
	return displayFulfillmentStatus === 'PARTIALLY_FULFILLED' ? 'partial' : null;
}

function statusOf({ status }: ShopifyFulfillment): 'success' | 'cancelled' {
	return status === 'SUCCESS' ? 'success' : 'cancelled';
}
