import { cancellations } from './cancellations';
import { dailySales } from './dailySales';
import { directPriceList } from './directPriceList';
import { feedResults } from './feedResults';
import { inventoryToStore } from './inventoryToStore';
import { magentoToQueue } from './magentoToQueue';
import { orderFeedResults } from './orderFeedResults';
import { ordersToMagento } from './ordersToMagento';
import { ordersToShopify } from './ordersToShopify';
import { ordersToWebhook } from './ordersToWebhook';
import { ordersToWooCommerce } from './ordersToWooCommerce';
import { queueToAmazon } from './queueToAmazon';
import { refundsToAmazon } from './refundsToAmazon';
import { returnsToStore } from './returnsToStore';
import { setUp } from './setUp';
import { settlementToSpreadsheet } from './settlementToSpreadsheet';
import { shipmentsInBulk } from './shipmentsInBulk';
import { shipmentsToAmazon } from './shipmentsToAmazon';
import { shopifyToQueue } from './shopifyToQueue';
import { wooCommerceToQueue } from './wooCommerceToQueue';
import type { Workflow } from './workflow';

/** Every example workflow; each becomes one JSON file. */
export const WORKFLOWS: Workflow[] = [
	cancellations,
	dailySales,
	directPriceList,
	feedResults,
	inventoryToStore,
	magentoToQueue,
	orderFeedResults,
	ordersToMagento,
	ordersToShopify,
	ordersToWebhook,
	ordersToWooCommerce,
	queueToAmazon,
	refundsToAmazon,
	returnsToStore,
	setUp,
	settlementToSpreadsheet,
	shipmentsInBulk,
	shipmentsToAmazon,
	shopifyToQueue,
	wooCommerceToQueue,
];
