import { checkAccess } from '../../../nodes/AmazonListings/account/checkAccess';
import { fetchRecentOrders } from '../../../nodes/AmazonListings/account/asks';
import { FEATURES, type Feature } from '../../../nodes/AmazonListings/account/features';
import { judgeAccess } from '../../../nodes/AmazonListings/account/judgeAccess';
import { comesWithBuyer } from '../../../nodes/AmazonListings/account/buyerData';
import { MARKETPLACES } from '../../../nodes/amazon/tables/marketplaces';
import { sellerCentralPage } from '../../../nodes/amazon/tables/sellerCentral';
import { SpApiError, type SpApiErrorFacts } from '../../../nodes/amazon/transport/errors';
import type { Order } from '../../../nodes/amazon/orders/order';
import type { Context } from '../../../nodes/n8n/operation';
import { aClient, reply, Wire } from '../amazon/transport/setting';

function featureNamed(wanted: string): Feature {
	const found = FEATURES.find(({ name }) => name === wanted);
	if (found === undefined) throw new Error(`No feature ${wanted}`);
	return found;
}

const refusal = (facts: Partial<SpApiErrorFacts>) =>
	new SpApiError({ message: 'Amazon refused it.', operation: 'getReports', ...facts });

describe('what a refusal means while something else works', () => {
	const working = {
		feature: featureNamed('Orders'),
		proof: { status: 'works', message: '', requestId: '1' },
	} as const;

	it.each<{ name: string; error: unknown; status: string; says: RegExp }>([
		{
			name: 'a missing role',
			error: refusal({ status: 403 }),
			status: 'role missing',
			says: /lacks the role "Product Listing" or "Inventory and Order Tracking"/,
		},
		{
			name: 'too many calls',
			error: refusal({ status: 429, hint: 'Try later.' }),
			status: 'no answer',
			says: /Try later/,
		},
		{ name: "a fault of Amazon's", error: refusal({ status: 503 }), status: 'no answer', says: /refused it/ },
		{
			name: 'a lost connection',
			error: refusal({ code: 'ECONNRESET' }),
			status: 'no answer',
			says: /refused it/,
		},
		{ name: 'a defect', error: new TypeError('odd'), status: 'no answer', says: /odd/ },
		{
			name: 'something else that Amazon does not want',
			error: refusal({ status: 400, hint: "Correct the operation's fields and run again." }),
			status: 'unknown',
			says: /^Nobody can tell about reports: .*refused it\. Compare Region and Marketplaces in the credential with those of the account, and check again$/,
		},
		{
			name: 'something that Amazon does not find',
			error: refusal({ status: 404, hint: 'Check the spelling.' }),
			status: 'unknown',
			says: /^Nobody can tell about reports: .*check again$/,
		},
		{
			name: 'a token that Amazon does not take',
			error: refusal({ status: 401, hint: 'New token.' }),
			status: 'not allowed',
			says: /New token/,
		},
		{
			name: 'wrong keys',
			error: refusal({ status: 403, operation: 'login', hint: 'New token.' }),
			status: 'not allowed',
			says: /New token/,
		},
	])('$name: $status', ({ error, status, says }) => {
		const [, access] = judgeAccess([working, { feature: featureNamed('Reports'), error }]);
		expect(access).toMatchObject({
			feature: 'Reports',
			status,
			message: expect.stringMatching(says) as unknown,
		});
	});
});

describe('what a refusal means when other features show a role that is enough', () => {
	it.each<{ denied: string; works: string; has: string }>([
		{ denied: 'Listings', works: 'Catalog', has: '"Product Listing"' },
		{ denied: 'Catalog', works: 'Listings', has: '"Product Listing"' },
		{ denied: 'Product Types', works: 'Listings', has: '"Product Listing"' },
		{
			denied: 'Notifications',
			works: 'Orders',
			has: '"Inventory and Order Tracking" or "Direct-to-Consumer Shipping (Restricted)"',
		},
		{ denied: 'Reports', works: 'Feeds', has: '"Product Listing" or "Inventory and Order Tracking"' },
	])('$denied while $works works', ({ denied, works, has }) => {
		const [, access] = judgeAccess([
			{ feature: featureNamed(works), proof: { status: 'works', message: '', requestId: '1' } },
			{ feature: featureNamed(denied), error: refusal({ status: 403 }) },
		]);
		const page = denied === 'Listings' ? 'sellerId' : 'developApps';
		expect(access).toMatchObject({ status: 'not allowed', page });
		expect(access?.message).toContain(`although the app has the role ${has}, as other answers show`);
		expect(access?.message.includes('Seller ID')).toBe(page === 'sellerId');
		expect(access?.message.includes('authorize the app again')).toBe(page === 'developApps');
	});
});

describe('an answer proves access', () => {
	const proofsFor = async (body: unknown) => {
		const wire = await Wire.open((_, response) => reply(response, 200, body));
		try {
			const { client, clock } = aClient(wire);
			const { signal } = new AbortController();
			const recentOrders = fetchRecentOrders(client, clock.now(), signal);
			return await Promise.all(FEATURES.map(({ ask }) => ask({ client, signal, recentOrders })));
		} finally {
			await wire.close();
		}
	};

	it.each([
		{},
		[],
		{ items: {}, orders: {}, feeds: {}, reports: {}, productTypes: {}, payload: {} },
		{ other: [] },
	])('not when it is %j', async (body) => {
		for (const proof of await proofsFor(body)) {
			expect(proof).toMatchObject({
				status: 'unknown',
				message: expect.stringMatching(
					/^Nobody can tell: .*not in the form that Amazon documents/,
				) as unknown,
			});
		}
	});
});

it('a feature that never answers ends with the others after half a minute', async () => {
	const wire = await Wire.open(() => undefined);
	try {
		const { client, clock } = aClient(wire);
		const context = { client, clock, account: client.account } as unknown as Context;
		if (!('batch' in checkAccess)) throw new Error('not a batch');
		const outcomes = await checkAccess.batch(context, [{}]);
		expect(outcomes.map((outcome) => 'json' in outcome && outcome.json.status)).toEqual(
			FEATURES.map(() => 'no answer'),
		);
		expect(outcomes[0]).toMatchObject({
			json: { message: expect.stringMatching(/No answer within 30 seconds/) as unknown },
		});
		expect(clock.sleptMs).toEqual([30_000]);
	} finally {
		await wire.close();
	}
});

describe('whether orders name their buyers', () => {
	const order = (changes: object): Order => ({
		...{ orderId: '1', createdTime: '', lastUpdatedTime: '', orderItems: [] },
		...{ fulfillment: { fulfilledBy: 'MERCHANT', fulfillmentStatus: 'UNSHIPPED' }, ...changes },
	});
	const named = { recipient: { deliveryAddress: { name: 'A. Buyer', addressLine1: 'Weg 1' } } };
	const nameOnly = { buyer: { buyerName: 'A. Buyer' }, recipient: { deliveryAddress: { city: 'Berlin' } } };
	const streetOnly = { recipient: { deliveryAddress: { addressLine1: 'Weg 1' } } };
	const regionOnly = { recipient: { deliveryAddress: { city: 'Berlin', postalCode: '10115' } } };

	it.each([
		{ name: 'no order', orders: [], comes: undefined },
		{ name: 'an order with a name and a street', orders: [order(named)], comes: true },
		{ name: 'an order with a name only', orders: [order(nameOnly)], comes: false },
		{ name: 'an order with a street only', orders: [order(streetOnly)], comes: false },
		{ name: 'a name in one of two', orders: [order({}), order(named)], comes: true },
		{ name: 'an order with city and postal code only', orders: [order(regionOnly)], comes: false },
		{
			name: 'an order that is not paid',
			orders: [order({ fulfillment: { fulfilledBy: 'MERCHANT', fulfillmentStatus: 'PENDING' } })],
			comes: undefined,
		},
		{
			name: 'an order that Amazon ships',
			orders: [order({ fulfillment: { fulfilledBy: 'AMAZON', fulfillmentStatus: 'SHIPPED' } })],
			comes: undefined,
		},
		{
			name: 'an order of the own shop',
			orders: [order({ salesChannel: { channelName: 'NON_AMAZON' } })],
			comes: undefined,
		},
	])('$name: $comes', ({ orders, comes }) => {
		expect(comesWithBuyer(orders)).toBe(comes);
	});
});

it.each(MARKETPLACES)('$name has a Seller Central of its own', ({ id, country }) => {
	const page = sellerCentralPage('developApps', id);
	expect(page).toMatch(/^https:\/\/sellercentral\.amazon\.[a-z.]{2,6}\/sellingpartner\/developerconsole$/);
	expect(page.includes('.com/')).toBe(country === 'US');
});
