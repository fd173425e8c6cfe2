import type { ICredentialsDecrypted, ICredentialTestFunctions } from 'n8n-workflow';
import { fetchDocument } from '../../nodes/amazon/feeds/document';
import { fetchFeed, fetchFeeds } from '../../nodes/amazon/feeds/feed';
import { submitFeed } from '../../nodes/amazon/feeds/submit';
import { deleteListing, fetchListing, patchListing } from '../../nodes/amazon/listings/listing';
import { searchListings } from '../../nodes/amazon/listings/search';
import {
	confirmShipment,
	updatePickupStatus,
	type Shipment,
} from '../../nodes/amazon/orders/confirmShipment';
import { fetchOrder, fetchOrderPage } from '../../nodes/amazon/orders/fetchOrders';
import { toMarketplaceOrder } from '../../nodes/amazon/orders/toMarketplaceOrder';
import type { FeedType } from '../../nodes/amazon/tables/feedTypes';
import type { Client } from '../../nodes/amazon/transport/contract';
import { amazonSpApiTest } from '../../nodes/n8n/credential/verify';
import { typedInKeys } from '../simulator/accounts';
import { legacyRequest } from '../nodes/legacyRequest';
import { givenValues, type Pair } from './pairs';
import { DOCUMENT_TEXT } from './staticSandbox';

/** What our own code makes of an answer, and what it must be. */
export type Reader = (client: Client, pair: Pair) => Promise<{ read: unknown; expected: unknown }>;

const TEXT_FEED: FeedType = {
	...{ id: 'POST_PRODUCT_DATA', name: 'Products', contentType: 'text/tab-separated-values; charset=UTF-8' },
	...{ maxMessages: 1, maxBytes: 1000 },
};

const textOf = ({ request }: Pair, name: string): string => String(request.parameters[name]?.value);
const responseOf = <T>({ response }: Pair): T => response as T;
const address = (pair: Pair) => ({ sku: textOf(pair, 'sku'), marketplaceIds: ['ATVPDKIKX0DER'] });

/** The first entry of a list that Amazon's static sandbox never ends: it always names the same next page. */
async function firstOf<T>(entries: AsyncGenerator<T>): Promise<T | undefined> {
	for await (const entry of entries) return entry;
	return undefined;
}

async function submit(client: Client): Promise<unknown> {
	const draft = { body: Buffer.from(DOCUMENT_TEXT), marketplaceIds: ['ATVPDKIKX0DER', 'A1F83G8C2ARO7P'] };
	return await submitFeed(client, draft, TEXT_FEED);
}

interface Package extends Omit<Shipment, 'orderId' | 'marketplaceId' | 'items'> {
	orderItems: { orderItemId: string; quantity: number }[];
}

function toShipment(pair: Pair): Shipment {
	const body = givenValues(pair)['body'] as { marketplaceId: string; packageDetail: Package };
	const { orderItems, ...parcel } = body.packageDetail;
	const items = orderItems.map(({ orderItemId: itemId, quantity }) => ({ itemId, quantity }));
	return { ...parcel, orderId: textOf(pair, 'orderId'), marketplaceId: body.marketplaceId, items };
}

/** By Amazon's operation: the successes of each are read by the function of the nodes that asks for it. Nothing reads `putListingsItem` yet. */
export const READERS: Readonly<Record<string, Reader>> = {
	getFeeds: async (client, pair) => ({
		read: await firstOf(fetchFeeds(client, { feedTypes: ['POST_PRODUCT_DATA'] })),
		expected: responseOf<{ feeds: unknown[] }>(pair).feeds[0],
	}),
	getFeed: async (client, pair) => ({
		read: await fetchFeed(client, textOf(pair, 'feedId')),
		expected: pair.response,
	}),
	createFeed: async (client, pair) => ({ read: await submit(client), expected: pair.response }),
	createFeedDocument: async (client, pair) => {
		const { feedDocumentId } = responseOf<{ feedDocumentId: string }>(pair);
		return { read: await submit(client), expected: { feedDocumentId } };
	},
	getFeedDocument: async (client, pair) => ({
		read: await fetchDocument(client, { feedDocumentId: textOf(pair, 'feedDocumentId'), limitBytes: 1000 }),
		expected: DOCUMENT_TEXT,
	}),
	getListingsItem: async (client, pair) => ({
		read: await fetchListing(client, address(pair), ['summaries']),
		expected: pair.response,
	}),
	patchListingsItem: async (client, pair) => {
		const change = { productType: 'LUGGAGE', patches: [], preview: true };
		return { read: await patchListing(client, address(pair), change), expected: pair.response };
	},
	deleteListingsItem: async (client, pair) => ({
		read: await deleteListing(client, address(pair)),
		expected: pair.response,
	}),
	searchListingsItems: async (client, pair) => ({
		read: await firstOf(searchListings(client, { marketplaceIds: ['ATVPDKIKX0DER'], includedData: [] })),
		expected: responseOf<{ items: unknown[] }>(pair).items[0],
	}),
	searchOrders: async (client, pair) => {
		const { orders } = await fetchOrderPage(client, { createdAfter: textOf(pair, 'createdAfter') });
		const wanted = responseOf<{ orders: { orderId: string; orderItems: unknown[] }[] }>(pair).orders;
		return {
			read: orders.map(toMarketplaceOrder),
			expected: wanted.map(({ orderId, orderItems }) => ({ orderId, lines: orderItems.map(() => ({})) })),
		};
	},
	getOrder: async (client, pair) => {
		const { orderId, orderItems } = responseOf<{ order: { orderId: string; orderItems: unknown[] } }>(
			pair,
		).order;
		return {
			read: toMarketplaceOrder(await fetchOrder(client, textOf(pair, 'orderId'), [])),
			expected: { orderId, lines: orderItems.map(() => ({})) },
		};
	},
	confirmShipment: async (client, pair) => ({
		read: await confirmShipment(client, toShipment(pair)),
		expected: 'confirmed',
	}),
	updateShipmentStatus: async (client) => ({
		read: await updatePickupStatus(client, {
			...{ orderId: '902-1106328-1059050', marketplaceId: 'ATVPDKIKX0DER', status: 'PickedUp' },
		}),
		expected: undefined,
	}),
	getMarketplaceParticipations: async ({ account }) => {
		const functions = { helpers: { request: legacyRequest } } as unknown as ICredentialTestFunctions;
		const credential = { data: { ...account, ...typedInKeys({ ...account, storeName: 'Sandbox' }) } };
		const result = await amazonSpApiTest.call(functions, credential as unknown as ICredentialsDecrypted);
		return { read: result, expected: { status: 'OK' } };
	},
};
