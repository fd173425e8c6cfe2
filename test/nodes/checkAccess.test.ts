import type { IDataObject } from 'n8n-workflow';

import type { SellerSeed } from '../simulator';
import { answers, DE, openStage, told, type Seller, type Stage } from './stage';

let stage: Stage;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.close());
beforeEach(() => stage.amazon.faults.clear());

const CHECK = { resource: 'account', operation: 'checkAccess' };
const ALL = [
	...['Marketplaces', 'Listings', 'Orders', "Buyers' Data", 'Feeds', 'Reports', 'Product Types', 'Catalog'],
	'Notifications',
];
const LISTING = 'Product Listing';
const TRACKING = 'Inventory and Order Tracking';
const SHIPPING = 'Direct-to-Consumer Shipping (Restricted)';
const INSIGHTS = 'Selling Partner Insights';

/** A seller whose application has these roles, with a paid order unless told otherwise. */
function sellerWith(roles?: string[], { order = true, ...credential }: Record<string, unknown> = {}): Seller {
	const seller = stage.newSeller(credential);
	Object.assign(seller.seed, { roles } satisfies Partial<SellerSeed>);
	if (order) {
		stage.amazon.addOrder({
			...{ sellerId: seller.seed.sellerId, marketplaceId: DE, createdAtMs: Date.now() - 3_600_000 },
			...{ life: [], status: 'UNSHIPPED' },
		});
	}
	return seller;
}

async function check(seller: Seller): Promise<Record<string, IDataObject>> {
	const items = answers(await stage.listings(seller, CHECK));
	expect(items.map(({ feature }) => feature)).toEqual(ALL);
	return Object.fromEntries(items.map((item) => [item.feature, item]));
}

async function statuses(seller: Seller): Promise<Record<string, unknown>> {
	return Object.fromEntries(Object.entries(await check(seller)).map(([name, { status }]) => [name, status]));
}

const every = (status: string) => Object.fromEntries(ALL.map((name) => [name, status]));

describe('Check Access', () => {
	it('shows that everything works, with the proof that Amazon can be asked about', async () => {
		const seller = sellerWith();
		const access = await check(seller);
		expect(await statuses(seller)).toEqual(every('works'));
		expect(access['Marketplaces']).toMatchObject({
			message: 'The account sells in Germany, United Kingdom, France',
		});
		expect(access['Orders']).toEqual({
			...{ feature: 'Orders', status: 'works', message: 'Orders can be read', page: '' },
			role: `${TRACKING} or ${SHIPPING}`,
			requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
		});
	});

	it('only asks, once for each feature', async () => {
		const seller = sellerWith();
		await check(seller);
		expect(stage.calls(seller).sort()).toEqual([
			...['getFeeds', 'getMarketplaceParticipations', 'getReports', 'getSubscription', 'searchCatalogItems'],
			...['searchDefinitionsProductTypes', 'searchListingsItems', 'searchOrders'],
		]);
	});

	it.each([
		{
			name: 'without Product Listing',
			roles: [TRACKING, SHIPPING, INSIGHTS],
			lacks: { Listings: 'role missing', 'Product Types': 'role missing', Catalog: 'role missing' },
		},
		{
			name: 'without anything for orders',
			roles: [LISTING],
			lacks: { Orders: 'role missing', "Buyers' Data": 'role missing', Notifications: 'role missing' },
		},
		{
			name: 'without the role for addresses',
			roles: [LISTING, TRACKING],
			lacks: { "Buyers' Data": 'role missing' },
		},
		{ name: 'with no role at all', roles: [], lacks: every('not allowed') },
	])('$name names what does not work, and the rest works', async ({ roles, lacks }) => {
		expect(await statuses(sellerWith(roles))).toEqual({ ...every('works'), ...lacks });
	});

	it("names the role, what to do and the page of the account's own Seller Central", async () => {
		const { Listings, Orders } = await check(sellerWith([LISTING]));
		expect(Listings).toMatchObject({ status: 'works', page: '' });
		expect(Orders).toMatchObject({
			role: `${TRACKING} or ${SHIPPING}`,
			page: 'https://sellercentral.amazon.de/sellingpartner/developerconsole',
			message: expect.stringMatching(
				/lacks the role "Inventory and Order Tracking".*Develop Apps.*authorize the app again.*Refresh Token/,
			) as unknown,
			requestId: expect.any(String) as unknown,
		});
	});

	it('does not know about names and addresses without an order that must have them', async () => {
		const access = await check(sellerWith([LISTING, TRACKING], { order: false }));
		expect(access["Buyers' Data"]).toMatchObject({
			status: 'unknown',
			message: expect.stringMatching(/Nobody can tell yet: only a paid order/) as unknown,
		});
	});

	it('tells a wrong Seller ID from a missing role', async () => {
		const access = await check(sellerWith(undefined, { sellerId: 'ASOMEBODYELSE' }));
		expect(access['Listings']).toMatchObject({
			status: 'not allowed',
			message: expect.stringMatching(
				/although the app has the role "Product Listing".*Merchant Token/,
			) as unknown,
			page: 'https://sellercentral.amazon.de/sw/AccountInfo/MerchantToken/step/MerchantToken',
		});
		expect(access['Catalog']).toMatchObject({ status: 'works' });
	});

	it('says of wrong keys what to correct, for every feature', async () => {
		const access = await check(sellerWith(undefined, { refreshToken: 'Atzr|wrong' }));
		for (const item of Object.values(access)) {
			expect(item).toMatchObject({
				status: 'not allowed',
				message: expect.stringMatching(/Refresh Token is wrong/) as unknown,
			});
		}
	});

	it('names the marketplace in which the account does not sell', async () => {
		const seller = sellerWith(undefined, { marketplaces: [DE, 'A1C3SOZRARQ6R3'] });
		expect((await check(seller))['Marketplaces']).toMatchObject({
			status: 'not allowed',
			message: expect.stringMatching(/does not sell in: Poland/) as unknown,
			page: 'https://sellercentral.amazon.de/apps/manage',
		});
	});

	it('goes on with the others when Amazon does not answer one of them', async () => {
		const seller = sellerWith();
		const { sellerId } = seller.seed;
		const broken = { kind: 'status', status: 400, body: '{}', sellerId, times: null } as const;
		stage.amazon.faults.add({ ...broken, operation: 'getReports' });
		expect(await statuses(seller)).toEqual({ ...every('works'), Reports: 'unknown' });
	});

	it('answers every item, and asks once for all of them', async () => {
		const seller = sellerWith();
		const result = await stage.listings(seller, CHECK, [{ a: 1 }, { a: 2 }]);
		expect(answers(result)).toHaveLength(2 * ALL.length);
		expect(stage.calls(seller)).toHaveLength(ALL.length - 1);
	});

	it("refuses Amazon's sandbox, which gives everybody the same answers", async () => {
		const seller = stage.newSeller({ environment: 'sandbox' });
		expect(told(await stage.listings(seller, CHECK))).toMatch(/Environment .*Live or Mock/);
	});

	it('never shows a secret', () => expect(stage.leaks()).toEqual([]));
});
