/** Made-up secrets, meant to be typed into the demo's credentials. */

/** Magento's bearer token. */
export const DEMO_STORE_TOKEN = 'demo-store-token';

/** WooCommerce's consumer key and secret: user and password of its basic login. */
export const WOO_CONSUMER_KEY = 'ck_demo_consumer_key';
export const WOO_CONSUMER_SECRET = 'cs_demo_consumer_secret';

/** Shopify's Admin API access token, in `X-Shopify-Access-Token`. */
export const SHOPIFY_ACCESS_TOKEN = 'demo-shopify-access-token';

/** What the plain webhook wants to see, in `X-Store-Token`. */
export const ORDER_WEBHOOK_TOKEN = 'demo-order-webhook-token';
