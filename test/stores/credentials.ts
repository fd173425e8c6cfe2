import { DEMO_STORE_TOKEN } from './server';

/** A credential as n8n imports it. */
export interface StoreCredential {
	id: string;
	name: string;
	type: string;
	data: Record<string, string>;
}

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
		data: { token: DEMO_STORE_TOKEN },
	},
];

/** The made-up secret behind a demo credential. */
export function storeSecret(id: 'shopifyWebhookDemo' | 'wooCommerceWebhookDemo'): string {
	return STORE_CREDENTIALS.find((credential) => credential.id === id)?.data['hmacSecret'] ?? '';
}
