import type { MagentoCreditmemo, MagentoOrder, MagentoShipment } from '../fixtures/stores/magentoOrder';
import type { MagentoProduct } from '../fixtures/stores/magento';
import type { ShopifyProduct } from '../fixtures/stores/shopify';
import type { WooProduct } from '../fixtures/stores/wooCommerce';
import type { WooOrder, WooRefund } from '../fixtures/stores/wooOrder';
import type { JsonObject } from './jsonFields';
import type { MagentoCart } from './magento/cart';
import type { ShopifyOrder } from './shopify/order';
import type { Desk } from './page/desk';
import type { WebhookOrder } from './webhookRoutes';

/** What the demo store holds; tests change it while the store runs. */
export interface StoreState {
	/** Magento's; the other platforms have lists of their own. */
	products: MagentoProduct[];
	wooProducts: WooProduct[];
	shopifyProducts: ShopifyProduct[];
	/** Of all platforms, in the order of their arrival. */
	placed: Placed[];
	/** Returns that the store behind a plain webhook has heard of, by the name they came under. */
	returns: Map<string, JsonObject>;
	/** What Amazon stores for it, by SKU. */
	stock: Map<string, number>;
	/** Carts of Magento's guests by their masked id; null once they are orders. */
	carts: Map<string, MagentoCart | null>;
	nowMs: () => number;
	/** What the first orders are numbered by, so that a later start does not use the same numbers again. */
	firstNumber: number;
	/** What the pages for people, and the webhooks, know beside it. */
	desk: Desk;
}

/** An order with what its platform keeps beside it. */
export type Placed = PlacedWoo | PlacedMagento | PlacedShopify | PlacedWebhook;

export interface PlacedWoo {
	platform: 'wooCommerce';
	raw: WooOrder;
	/** Somebody else has counted the stock: the order takes none. */
	stockIsCounted: boolean;
	notes: WooNote[];
	refunds: WooRefund[];
}

export interface WooNote {
	id: number;
	author: string;
	date_created: string;
	date_created_gmt: string;
	note: string;
	customer_note: boolean;
}

export interface PlacedMagento {
	platform: 'magento';
	raw: MagentoOrder;
	/** Only orders of carts take stock. */
	tookStock: boolean;
	invoices: number[];
	shipments: MagentoShipment[];
	creditmemos: MagentoCreditmemo[];
}

export interface PlacedShopify {
	platform: 'shopify';
	raw: ShopifyOrder;
	tookStock: boolean;
}

export interface PlacedWebhook {
	platform: 'webhook';
	raw: WebhookOrder;
}

/** By how much the numbers of this start lie above the first ones; WooCommerce's first order is 5001. */
export function numbersBefore({ firstNumber }: StoreState): number {
	return firstNumber - 5001;
}

/** The orders of one platform. */
export function placedOn<Name extends Placed['platform']>(
	{ placed }: StoreState,
	platform: Name,
): Array<Extract<Placed, { platform: Name }>> {
	const isOfPlatform = (order: Placed): order is Extract<Placed, { platform: Name }> =>
		order.platform === platform;
	return placed.filter(isOfPlatform);
}

/** ISO 8601 in UTC, to the second, without a zone: `2026-11-20T10:00:00`. */
export function timeOf({ nowMs }: StoreState): string {
	return new Date(nowMs()).toISOString().slice(0, 19);
}
