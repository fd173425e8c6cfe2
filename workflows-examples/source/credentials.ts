import type { INodeCredentials } from 'n8n-workflow';

/** The credentials of the demo, which `npm start` makes; a person chooses her own after the import. */
export const AMAZON = credential('amazonSpApi', 'amazonSpApiDemo', 'Amazon SP-API (demo)');
export const WOOCOMMERCE = credential('wooCommerceApi', 'wooCommerceDemo', 'WooCommerce API (demo)');
export const MAGENTO = credential('httpBearerAuth', 'magentoDemo', 'Magento access token (demo)');
export const SHOPIFY = credential('httpHeaderAuth', 'shopifyDemo', 'Shopify access token (demo)');
export const ORDER_WEBHOOK = credential('httpHeaderAuth', 'orderWebhookDemo', 'Store webhook token (demo)');
export const WOOCOMMERCE_SECRET = credential(
	'crypto',
	'wooCommerceWebhookDemo',
	'WooCommerce webhook secret (demo)',
);
export const SHOPIFY_SECRET = credential('crypto', 'shopifyWebhookDemo', 'Shopify webhook secret (demo)');

function credential(type: string, id: string, name: string): INodeCredentials {
	return { [type]: { id, name } };
}
