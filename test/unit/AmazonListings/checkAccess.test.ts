import { checkAccess } from '../../../nodes/AmazonListings/account/checkAccess';
import { FEATURES, type Feature } from '../../../nodes/AmazonListings/account/features';
import { judgeAccess } from '../../../nodes/AmazonListings/account/judgeAccess';
import { comesWithBuyer } from '../../../nodes/AmazonListings/account/buyerData';
import { MARKETPLACES } from '../../../nodes/amazon/tables/marketplaces';
import { sellerCentralPage } from '../../../nodes/amazon/tables/sellerCentral';
import { SpApiError, type SpApiErrorFacts } from '../../../nodes/amazon/transport/errors';
import type { Order } from '../../../nodes/amazon/orders/order';
import type { Context } from '../../../nodes/n8n/operation';
import { aClient, Wire } from '../amazon/transport/setting';

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
			error: refusal({ status: 400 }),
			status: 'not allowed',
			says: /refused it/,
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
	const named = { recipient: { deliveryAddress: { name: 'A. Buyer' } } };
	const regionOnly = { recipient: { deliveryAddress: { city: 'Berlin', postalCode: '10115' } } };

	it.each([
		{ name: 'no order', orders: [], comes: undefined },
		{ name: 'an order with a name', orders: [order(named)], comes: true },
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
