import * as tokens from './tokens';

/** A credential as n8n imports it. */
export interface StoreCredential {
	id: string;
	name: string;
	type: string;
	/** What is left out has n8n's default. */
	data: Record<string, string>;
}

/** Where `npm start` puts the demo store; n8n only needs it to test the credential. */
const DEMO_STORE_URL = 'http://127.0.0.1:8099';

/** Made-up secrets of the demo: what the bundled workflows ask for beside the Amazon account. */
export const STORE_CREDENTIALS: readonly StoreCredential[] = [
	{
		id: 'shopifyWebhookDemo',
		name: 'Shopify webhook secret (demo)',
		type: 'crypto',
		data: { hmacSecret: 'demo-shopify-secret' },
	},
	{
		id: 'wooCommerceWebhookDemo',
		name: 'WooCommerce webhook secret (demo)',
		type: 'crypto',
		data: { hmacSecret: 'demo-woocommerce-secret' },
	},
	{
		id: 'magentoDemo',
		name: 'Magento access token (demo)',
		type: 'httpBearerAuth',
		data: { token: tokens.DEMO_STORE_TOKEN },
	},
	{
		// For HTTP Request as "Predefined Credential Type"; it sends key and secret as a basic login.
		id: 'wooCommerceDemo',
		name: 'WooCommerce API (demo)',
		type: 'wooCommerceApi',
		data: {
			consumerKey: tokens.WOO_CONSUMER_KEY,
			consumerSecret: tokens.WOO_CONSUMER_SECRET,
			url: DEMO_STORE_URL,
		},
	},
	{
		id: 'wooCommerceBasicDemo',
		name: 'WooCommerce key and secret (demo)',
		type: 'httpBasicAuth',
		data: { user: tokens.WOO_CONSUMER_KEY, password: tokens.WOO_CONSUMER_SECRET },
	},
	{
		id: 'shopifyDemo',
		name: 'Shopify access token (demo)',
		type: 'httpHeaderAuth',
		data: { name: 'X-Shopify-Access-Token', value: tokens.SHOPIFY_ACCESS_TOKEN },
	},
	{
		id: 'orderWebhookDemo',
		name: 'Store webhook token (demo)',
		type: 'httpHeaderAuth',
		data: { name: 'X-Store-Token', value: tokens.ORDER_WEBHOOK_TOKEN },
	},
];

/** What must not be found in logs or run data: not the addresses and header names beside it. */
export function storeSecrets(): string[] {
	const open = ['url', 'name'];
	return STORE_CREDENTIALS.flatMap(({ data }) =>
		Object.entries(data).flatMap(([field, value]) => (open.includes(field) ? [] : [value])),
	);
}

/** The made-up secret behind a demo credential. */
export function storeSecret(id: 'shopifyWebhookDemo' | 'wooCommerceWebhookDemo'): string {
	return STORE_CREDENTIALS.find((credential) => credential.id === id)?.data['hmacSecret'] ?? '';
}
