import { listingsFeed } from '../simulator/client';
import { startSimulator, type Simulator } from '../simulator';
import { credentials, loadSdk } from './sdk';

const DAY_MS = 24 * 3_600_000;

describe('@sp-api-sdk at the simulator', () => {
	let simulator: Simulator;

	beforeEach(async () => {
		simulator = await startSimulator({ feedDelayMs: 0, seed: { unknownSku: 'reject' } });
	});
	afterEach(() => simulator.stop());

	it('submits a listings feed and reads its result', async () => {
		const { axios, SellingPartnerApiAuth, FeedsApiClient } = await loadSdk(() => simulator.url);
		const auth = new SellingPartnerApiAuth(credentials);
		const client = new FeedsApiClient({ auth, region: 'eu' });
		const contentType = 'application/json; charset=UTF-8';

		const { data: document } = await client.createFeedDocument({ body: { contentType } });
		const offer = { currency: 'GBP', our_price: [{ schedule: [{ value_with_tax: 19.99 }] }] };
		const message = {
			messageId: 1,
			sku: 'DEMO-0001',
			operationType: 'PARTIAL_UPDATE',
			productType: 'PRODUCT',
			attributes: { purchasable_offer: [{ marketplace_id: 'A1F83G8C2ARO7P', ...offer }] },
		};
		const feed = listingsFeed('ASIMULATOREU1', [message, { ...message, messageId: 2, sku: 'NONE' }]);
		await axios.put(document.url, JSON.stringify(feed), { headers: { 'content-type': contentType } });
		const { data: created } = await client.createFeed({
			body: {
				feedType: 'JSON_LISTINGS_FEED',
				marketplaceIds: ['A1F83G8C2ARO7P'],
				inputFeedDocumentId: document.feedDocumentId,
			},
		});
		const { data: done } = await client.getFeed({ feedId: created.feedId });
		const { data: result } = await client.getFeedDocument({
			feedDocumentId: done.resultFeedDocumentId ?? '',
		});
		const { data: report } = await axios.get<unknown>(result.url);

		expect(done.processingStatus).toBe('DONE');
		expect(report).toMatchObject({
			issues: [{ messageId: 2, sku: 'NONE', severity: 'ERROR' }],
			summary: { messagesAccepted: 1, messagesInvalid: 1 },
		});
		expect(simulator.calls().map(({ operation, status }) => `${operation} ${status}`)).toEqual([
			'getAccessToken 200',
			'createFeedDocument 201',
			'uploadDocument 200',
			'createFeed 202',
			'getFeed 200',
			'getFeedDocument 200',
			'downloadDocument 200',
		]);
	});

	it('lists feeds and meets refusals as its errors', async () => {
		const { SellingPartnerApiAuth, FeedsApiClient } = await loadSdk(() => simulator.url);
		const auth = new SellingPartnerApiAuth(credentials);
		const client = new FeedsApiClient({ auth, region: 'eu' });
		const { data } = await client.getFeeds({
			feedTypes: ['JSON_LISTINGS_FEED'],
			processingStatuses: ['DONE'],
		});
		expect(data.feeds).toEqual([]);
		await expect(client.getFeed({ feedId: '1' })).rejects.toMatchObject({ response: { status: 404 } });
		const wrong = new SellingPartnerApiAuth({ ...credentials, clientSecret: 'wrong' });
		await expect(wrong.getAccessToken()).rejects.toMatchObject({ response: { status: 401 } });
	});

	it('searches orders page by page, gets one of them and confirms its shipment', async () => {
		const { SellingPartnerApiAuth, OrdersApiClient, ShipmentsApiClient } = await loadSdk(() => simulator.url);
		const auth = new SellingPartnerApiAuth(credentials);
		const orders = new OrdersApiClient({ auth, region: 'eu' });
		const wanted = {
			...{ createdAfter: new Date(Date.now() - 7 * DAY_MS).toISOString(), maxResultsPerPage: 15 },
			fulfillmentStatuses: ['UNSHIPPED' as const],
			includedData: ['BUYER' as const, 'RECIPIENT' as const, 'FULFILLMENT' as const],
		};
		const seen: string[] = [];
		let paginationToken: string | undefined;
		do {
			const { data } = await orders.searchOrders({ ...wanted, paginationToken });
			seen.push(...data.orders.map(({ orderId }) => orderId));
			paginationToken = data.pagination?.nextToken;
		} while (paginationToken !== undefined);
		const open = simulator.orders('ASIMULATOREU1').filter(({ status }) => status === 'UNSHIPPED');
		expect(seen.length).toBeGreaterThan(15);
		expect([...seen].sort()).toEqual(open.map(({ orderId }) => orderId).sort());

		const ours = open.find(({ fulfilledBy }) => fulfilledBy === 'MERCHANT');
		const { data } = await orders.getOrder({ orderId: ours?.orderId ?? '', includedData: ['FULFILLMENT'] });
		const shipments = new ShipmentsApiClient({ auth, region: 'eu' });
		await shipments.confirmShipment({
			orderId: data.order.orderId,
			payload: {
				marketplaceId: data.order.salesChannel.marketplaceId ?? '',
				packageDetail: {
					...{ packageReferenceId: '1', carrierCode: 'DHL', trackingNumber: '00340434161094042557' },
					shipDate: new Date().toISOString(),
					orderItems: data.order.orderItems.map(({ orderItemId, quantityOrdered }) => ({
						...{ orderItemId, quantity: quantityOrdered },
					})),
				},
			},
		});
		expect(simulator.order(data.order.orderId).status).toBe('SHIPPED');
	});

	it('meets an unknown order and a wrong filter as errors', async () => {
		const { SellingPartnerApiAuth, OrdersApiClient } = await loadSdk(() => simulator.url);
		const orders = new OrdersApiClient({ auth: new SellingPartnerApiAuth(credentials), region: 'eu' });
		const unknown = orders.getOrder({ orderId: '111-1111111-1111111' });
		await expect(unknown).rejects.toMatchObject({ response: { status: 404 } });
		await expect(orders.searchOrders({})).rejects.toMatchObject({ response: { status: 400 } });
	});
});
