import { minus, times, type Figure } from '../fixtures/stores/amounts';
import type { WooOrder } from '../fixtures/stores/wooOrder';
import type { ShopifyOrder } from './shopify/order';
import type { Platform } from './storeRoute';
import type { Placed, PlacedMagento, PlacedWebhook, PlacedWoo } from './storeState';

/** An order in a fake store as a person compares it with Amazon's, whatever the platform. */
export interface ArrivedOrder {
	platform: Platform;
	id: string;
	number: string;
	/** From where our mappers put it; empty for an order of the shop's own. */
	amazonOrderId: string;
	currency: string;
	/** Decimal text with two decimals, as the platform has it. */
	total: string;
	/** The platform's own word; for Shopify `cancelled`, or the fulfillment status in lower case. */
	status: string;
	lines: ArrivedLine[];
	/** What stands in the order's history, oldest first. */
	comments: string[];
	/** The order itself, not a copy: changing it changes what the store answers. */
	raw: object;
}

export interface ArrivedLine {
	amazonItemId: string;
	sku: string;
	quantity: number;
	/** After the line's own discounts, without tax that comes on top. */
	total: string;
}

export interface Duplicate {
	platform: Platform;
	amazonOrderId: string;
	count: number;
}

/** Where our mappers put Amazon's ids. */
const ORDER_ID_META = '_amazon_order_id';
const ITEM_ID = '_amazon_order_item_id';

export function toArrivedOrder(placed: Placed): ArrivedOrder {
	switch (placed.platform) {
		case 'wooCommerce':
			return fromWoo(placed);
		case 'magento':
			return fromMagento(placed);
		case 'shopify':
			return fromShopify(placed.raw);
		case 'webhook':
			return fromWebhook(placed);
	}
}

/** Amazon orders that a platform holds more than once. */
export function findDuplicates(orders: readonly ArrivedOrder[]): Duplicate[] {
	const counts = new Map<string, Duplicate>();
	for (const { platform, amazonOrderId } of orders) {
		if (amazonOrderId === '') continue;
		const key = `${platform} ${amazonOrderId}`;
		const { count } = counts.get(key) ?? { count: 0 };
		counts.set(key, { platform, amazonOrderId, count: count + 1 });
	}
	return [...counts.values()].filter(({ count }) => count > 1);
}

function fromWoo({ raw, notes }: PlacedWoo): ArrivedOrder {
	return {
		...{ platform: 'wooCommerce', id: String(raw.id), number: raw.number },
		amazonOrderId: metaOf(raw.meta_data, ORDER_ID_META),
		...{ currency: raw.currency, total: raw.total, status: raw.status },
		lines: raw.line_items.map(({ meta_data, sku, quantity, total }) => ({
			...{ amazonItemId: metaOf(meta_data, ITEM_ID), sku: sku ?? '', quantity, total },
		})),
		comments: [raw.customer_note, ...notes.map(({ note }) => note)].filter((text) => text !== ''),
		raw,
	};
}

function metaOf(meta: WooOrder['meta_data'], key: string): string {
	const value = meta.find((candidate) => candidate.key === key)?.value;
	return typeof value === 'string' ? value : '';
}

function fromMagento({ raw }: PlacedMagento): ArrivedOrder {
	return {
		...{ platform: 'magento', id: String(raw.entity_id), number: raw.increment_id },
		...{ amazonOrderId: raw.ext_order_id ?? '', currency: raw.order_currency_code ?? '' },
		...{ total: toTwoDecimals(raw.grand_total), status: raw.status ?? '' },
		lines: raw.items.map((item) => ({
			...{ amazonItemId: item.ext_order_item_id ?? '', sku: item.sku, quantity: Number(item.qty_ordered) },
			total: minus(item.row_total ?? 0, item.discount_amount ?? 0),
		})),
		comments: raw.status_histories.map(({ comment }) => comment),
		raw,
	};
}

function fromShopify(raw: ShopifyOrder): ArrivedOrder {
	return {
		...{ platform: 'shopify', id: raw.legacyResourceId, number: raw.name },
		...{ amazonOrderId: raw.sourceIdentifier ?? '', currency: raw.currencyCode },
		total: toTwoDecimals(raw.totalPriceSet.shopMoney.amount),
		status: raw.cancelledAt === null ? raw.displayFulfillmentStatus.toLowerCase() : 'cancelled',
		lines: raw.lineItems.map(({ customAttributes, sku, quantity, originalTotalSet }) => ({
			amazonItemId: customAttributes.find(({ key }) => key === ITEM_ID)?.value ?? '',
			...{ sku: sku ?? '', quantity, total: toTwoDecimals(originalTotalSet.shopMoney.amount) },
		})),
		...{ comments: raw.note === null ? [] : [raw.note], raw },
	};
}

function fromWebhook({ raw }: PlacedWebhook): ArrivedOrder {
	const { id, number, amazonOrderId, currency, total, status, comments = [] } = raw;
	return {
		...{ platform: 'webhook', id, number, amazonOrderId, currency, total: toTwoDecimals(total), status },
		lines: raw.lines.map(({ amazonItemId, sku, quantity, rowTotal, discount }) => ({
			...{ amazonItemId, sku, quantity, total: minus(rowTotal, discount) },
		})),
		...{ comments, raw },
	};
}

function toTwoDecimals(figure: Figure): string {
	return times(figure, 1);
}
