export type WebhookPlatform = 'wooCommerce' | 'shopify';

/** Something that happened in a store and that a webhook may tell. */
export interface StoreNews {
	platform: WebhookPlatform;
	/** Such as `order.updated`, or `refunds/create`. */
	topic: string;
	/** What it is about, as a person calls it: `order 5001`. */
	about: string;
	payload: () => object;
}

/** A webhook as a merchant has set it up in the store. */
export interface Webhook {
	id: number;
	platform: WebhookPlatform;
	topic: string;
	/** Of the webhook step that it starts, behind n8n's `/webhook/`. */
	path: string;
	/** The workflow with that step: its id, and its name without what follows the colon. */
	workflow: { id: string; name: string };
	/** In a row. */
	failures: number;
	isActive: boolean;
}

/** One message to n8n; without an outcome it is still on its way. */
export interface Delivery {
	webhook: Webhook;
	about: string;
	atMs: number;
	outcome?: Outcome;
	/** Resolves once there is an outcome. */
	answered: Promise<void>;
}

/** n8n's answer, or why there is none. */
export type Outcome = { status: number; text: string } | { problem: string };

type Subscription = [topic: string, path: string, workflowId: string, workflowName: string];

const WOO_COMMERCE: readonly Subscription[] = [
	['product.updated', 'amazon-woocommerce', 'amazonWooCommerceToQueue', 'Amazon 2b'],
	['order.updated', 'amazon-shipments-woocommerce', 'amazonShipmentsToAmazon', 'Amazon 7'],
	['order.updated', 'amazon-refunds-woocommerce', 'amazonRefundsToAmazon', 'Amazon 8'],
	['order.updated', 'amazon-cancellations-woocommerce', 'amazonCancellations', 'Amazon 9'],
];

const SHOPIFY: readonly Subscription[] = [
	['products/update', 'amazon-shopify', 'amazonShopifyToQueue', 'Amazon 2a'],
	['fulfillments/create', 'amazon-shipments-shopify', 'amazonShipmentsToAmazon', 'Amazon 7'],
	['refunds/create', 'amazon-refunds-shopify', 'amazonRefundsToAmazon', 'Amazon 8'],
	['orders/cancelled', 'amazon-cancellations-shopify', 'amazonCancellations', 'Amazon 9'],
];

/** The webhooks that the notes in the example workflows tell a merchant to set up. */
export function exampleWebhooks(): Webhook[] {
	const all = [
		...WOO_COMMERCE.map((subscription) => ['wooCommerce', subscription] as const),
		...SHOPIFY.map((subscription) => ['shopify', subscription] as const),
	];
	return all.map(([platform, [topic, path, id, name]], index) => ({
		...{ id: index + 1, platform, topic, path, workflow: { id, name }, failures: 0, isActive: true },
	}));
}

/** A 2xx, 301 or 302 (WooCommerce, `WC_Webhook::log_delivery`); Shopify wants a 2xx. */
export function isTaken({ platform }: Webhook, outcome: Outcome): boolean {
	if (!('status' in outcome)) return false;
	return outcome.status >= 200 && outcome.status < (platform === 'wooCommerce' ? 303 : 300);
}
