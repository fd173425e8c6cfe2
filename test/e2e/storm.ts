import {
	shopifyProduct,
	shopifyVariant,
	shopifyWebhook,
	type ShopifyProduct,
} from '../fixtures/stores/shopify';
import type { SignedRequest } from '../fixtures/stores/signedRequest';
import { storeSecret } from '../stores';

/** What has to become of a SKU. */
export type Expected =
	| { fate: 'sent'; price: string; quantity: number }
	| { fate: 'held'; reason: string; quantity?: number }
	| { fate: 'refused' };

export interface Storm {
	/** In the order in which they are sent. */
	requests: SignedRequest[];
	/** By SKU. */
	expected: Map<string, Expected>;
}

const SKUS = 1000;
const SECOND_CHANGES = 180;
const REDELIVERIES = 20;

/**
 * 1,200 Shopify webhooks for 1,000 products, all known to Amazon but for ten: 180 products change twice (half of
 * them arrive in the wrong order), 20 messages are delivered twice, 30 products are bad in one way or another.
 */
export function shopifyStorm(): Storm {
	const expected = new Map<string, Expected>();
	const early: ShopifyProduct[] = [];
	const late: ShopifyProduct[] = [];
	for (let index = 1; index <= SKUS; index += 1) {
		const { product, fate } = productOf(index);
		const sku = product.variants[0]?.sku ?? '';
		const second = index > SKUS - SECOND_CHANGES ? changedLater(index, product) : undefined;
		expected.set(sku, second === undefined ? fate : sentAs(second));
		const inOrder = index % 2 === 0;
		early.push(second === undefined || inOrder ? product : second);
		if (second !== undefined) late.push(inOrder ? second : product);
	}
	const messages = [...early, ...late, ...early.slice(100, 100 + REDELIVERIES)];
	const secret = storeSecret('shopifyWebhookDemo');
	const requests = messages.map((product) => shopifyWebhook('products/update', product, secret));
	return { requests, expected };
}

function productOf(index: number): { product: ShopifyProduct; fate: Expected } {
	const known = `DEMO-${String(index).padStart(4, '0')}`;
	const price = `${10 + (index % 90)}.${String(index % 100).padStart(2, '0')}`;
	const quantity = index % 40;
	if (index <= 10)
		return { product: product(index, `NOWHERE-${index}`, price, quantity), fate: { fate: 'refused' } };
	if (index <= 20) {
		return {
			product: product(index, known, '1,234', quantity),
			fate: { fate: 'held', reason: 'price-not-a-number', quantity },
		};
	}
	if (index <= 30)
		return { product: product(index, known, price, -3), fate: { fate: 'sent', price, quantity: 0 } };
	return { product: product(index, known, price, quantity), fate: { fate: 'sent', price, quantity } };
}

function product(index: number, sku: string, price: string, quantity: number): ShopifyProduct {
	const variant = shopifyVariant(index, { sku, price, inventory_quantity: quantity });
	return shopifyProduct(index, { updated_at: '2026-11-20T09:30:00-05:00', variants: [variant] });
}

/** Half an hour later: one more in price, one more in stock. */
function changedLater(index: number, before: ShopifyProduct): ShopifyProduct {
	const [variant] = before.variants;
	if (variant === undefined) throw new Error('a product of the storm has no variant');
	const [whole = '0', cents = '00'] = variant.price.split('.');
	const changed = {
		...variant,
		price: `${Number(whole) + 1}.${cents}`,
		inventory_quantity: variant.inventory_quantity + 1,
	};
	return shopifyProduct(index, { updated_at: '2026-11-20T10:00:00-05:00', variants: [changed] });
}

function sentAs({ variants: [variant] }: ShopifyProduct): Expected {
	return { fate: 'sent', price: variant?.price ?? '', quantity: variant?.inventory_quantity ?? 0 };
}
