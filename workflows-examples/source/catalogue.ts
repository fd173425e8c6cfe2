import { cancellations } from './cancellations';
import { directPriceList } from './directPriceList';
import { feedResults } from './feedResults';
import { magentoToQueue } from './magentoToQueue';
import { orderFeedResults } from './orderFeedResults';
import { ordersToMagento } from './ordersToMagento';
import { ordersToShopify } from './ordersToShopify';
import { ordersToWebhook } from './ordersToWebhook';
import { ordersToWooCommerce } from './ordersToWooCommerce';
import { queueToAmazon } from './queueToAmazon';
import { refundsToAmazon } from './refundsToAmazon';
import { setUp } from './setUp';
import { shipmentsInBulk } from './shipmentsInBulk';
import { shipmentsToAmazon } from './shipmentsToAmazon';
import { shopifyToQueue } from './shopifyToQueue';
import { wooCommerceToQueue } from './wooCommerceToQueue';
import type { Workflow } from './workflow';

/** Every example workflow; each becomes one JSON file. */
export const WORKFLOWS: Workflow[] = [
	cancellations,
	directPriceList,
	feedResults,
	magentoToQueue,
	orderFeedResults,
	ordersToMagento,
	ordersToShopify,
	ordersToWebhook,
	ordersToWooCommerce,
	queueToAmazon,
	refundsToAmazon,
	setUp,
	shipmentsInBulk,
	shipmentsToAmazon,
	shopifyToQueue,
	wooCommerceToQueue,
];
