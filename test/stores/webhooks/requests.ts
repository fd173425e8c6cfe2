import { shopifyWebhook, type ShopifyTopic } from '../../fixtures/stores/shopify';
import { wooWebhook, type WooEvent } from '../../fixtures/stores/wooCommerce';
import { storeSecret } from '../credentials';
import type { StoreNews, Webhook } from './webhook';

/** A message as it goes over the wire; the signature belongs to exactly this body. */
export interface WebhookRequest {
	headers: Record<string, string>;
	rawBody: string;
}

interface Sending {
	/** Of the demo store. */
	storeUrl: string;
	/** How many messages there have been. */
	count: number;
	atMs: number;
}

/** What the store sends to a webhook about some news. */
export function toRequest(webhook: Webhook, news: StoreNews, sending: Sending): WebhookRequest {
	return webhook.platform === 'wooCommerce'
		? toWooRequest(webhook, news, sending)
		: toShopifyRequest(news, sending);
}

/** `WC_Webhook::deliver`. */
function toWooRequest(webhook: Webhook, news: StoreNews, { storeUrl, count }: Sending): WebhookRequest {
	const [resource, event] = news.topic.split('.') as ['product' | 'order', WooEvent];
	const { headers, rawBody } = wooWebhook(event, news.payload(), storeSecret('wooCommerceWebhookDemo'), {
		...{ shop: `${storeUrl}/`, delivery: count, resource },
	});
	const own = {
		'User-Agent': 'WooCommerce/10.3.0 Hookshot (WordPress/6.8)',
		'X-WC-Webhook-ID': String(webhook.id),
	};
	return { headers: { ...headers, ...own }, rawBody };
}

/** Shopify's documentation, "Structure of a webhook". */
function toShopifyRequest(news: StoreNews, { count, atMs }: Sending): WebhookRequest {
	const topic = news.topic as ShopifyTopic;
	const { headers, rawBody } = shopifyWebhook(topic, news.payload(), storeSecret('shopifyWebhookDemo'), {
		delivery: count,
	});
	return { headers: { ...headers, 'X-Shopify-Triggered-At': new Date(atMs).toISOString() }, rawBody };
}
