import type { INodeParameters } from 'n8n-workflow';

import { answers, DE, offer, openStage, pairs, told, US, type Stage } from './stage';

let stage: Stage;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.close());

const GOOD = { sku: 'T-1', price: 10, quantity: 1 };

describe('a credential that is wrong', () => {
	it('or missing is asked for', async () => {
		const result = await stage.listings(undefined, offer('submit'), [GOOD]);
		expect(told(result)).toContain('Node does not have any credentials set');
	});

	const ROWS: Array<{ name: string; changes: object; message: RegExp }> = [
		{
			name: 'secret',
			changes: { lwaClientSecret: 'wrong' },
			message:
				/^LWA Client ID or LWA Client Secret is wrong.*Seller Central.*Amazon refused login \(401 invalid_client\)/,
		},
		{
			name: 'refresh token',
			changes: { refreshToken: 'Atzr|wrong' },
			message: /^The Refresh Token is wrong, expired or revoked.*Amazon refused login \(400 invalid_grant\)/,
		},
		{
			name: 'seller id',
			changes: { sellerId: '' },
			message: /Seller ID \(Merchant Token\) must be filled in, in the Amazon Selling Partner API credential/,
		},
		{ name: 'region', changes: { region: 'mars' }, message: /Region must be Europe/ },
		{
			name: 'environment',
			changes: { environment: 'prod' },
			message: /Environment must be Live, Sandbox or Mock/,
		},
		{
			name: 'marketplace of another region',
			changes: { marketplaces: [DE, US] },
			message: /Marketplaces must be marketplaces of the chosen region only; United States is not one/,
		},
		{
			name: 'list of marketplaces',
			changes: { marketplaces: [] },
			message: /Marketplaces must be chosen/,
		},
		{
			name: 'simulator address',
			changes: { mockUrl: 'http://192.0.2.1:8098' },
			message: /Simulator Address must be an http address of this machine/,
		},
	];

	it.each(ROWS)('$name: Submit says so', async ({ changes, message }) => {
		const result = await stage.listings(stage.newSeller(changes), offer('submit'), [GOOD]);
		expect(told(result).replace(/\s+/g, ' ')).toMatch(message);
		expect(told(result)).not.toContain('undefined');
	});

	it('says so once per item when the workflow goes on', async () => {
		const seller = stage.newSeller({ lwaClientSecret: 'wrong' });
		const result = await stage.listings(seller, offer('submit'), [GOOD, { ...GOOD, sku: 'T-2' }], {
			onError: 'continueRegularOutput',
		});
		expect(result.error).toBeUndefined();
		expect(pairs(result)).toEqual([0, 1]);
		expect(answers(result)).toMatchObject([
			{
				error: expect.stringContaining('LWA Client Secret is wrong') as unknown,
				details: { hint: expect.stringContaining('LWA Client Secret') as unknown },
			},
			{ error: expect.stringContaining('LWA Client Secret is wrong') as unknown },
		]);
	});

	it('is refused by Amazon when the account does not sell there', async () => {
		const seller = stage.newSeller({ marketplaces: [DE, 'A1C3SOZRARQ6R3'] });
		const result = await stage.listings(
			seller,
			offer('submit', 'offer', { marketplaceIds: ['A1C3SOZRARQ6R3'] }),
			[GOOD],
		);
		expect(told(result)).toMatch(
			/Amazon refused createFeed \(400 InvalidInput\).*participate in marketplace 'A1C3SOZRARQ6R3'/,
		);
	});
});

describe('an item that is wrong', () => {
	const ROWS = [
		{
			name: 'a price with a comma',
			item: { price: '1,234' },
			reason: 'price-not-a-number',
			message: /"1,234"/,
		},
		{
			name: 'a price with its currency',
			item: { price: '12 €' },
			reason: 'price-not-a-number',
			message: /"12 €"/,
		},
		{ name: 'a price of nothing', item: { price: 0 }, reason: 'price-not-positive', message: /0/ },
		{ name: 'no price', item: { price: null }, reason: 'no-price', message: /price/ },
		{
			name: 'a price that is a thousand or one and a bit',
			item: { price: '1.299' },
			reason: 'price-not-a-number',
			message: /"1\.299".*Decimal Style/,
		},
		{
			name: 'a stock that is a thousand or one',
			item: { quantity: '1.000' },
			reason: 'stock-not-a-number',
			message: /"1\.000".*Decimal Style/,
		},
		{
			name: 'a stock in words',
			item: { quantity: 'plenty' },
			reason: 'stock-not-a-number',
			message: /plenty/,
		},
		{ name: 'no stock', item: { quantity: undefined }, reason: 'no-quantity', message: /quantity|stock/i },
		{ name: 'no SKU', item: { sku: '' }, reason: 'no-sku', message: /no SKU/ },
		{
			name: 'a SKU of 41 characters',
			item: { sku: `T-${'x'.repeat(39)}` },
			reason: 'sku-too-long',
			message: /41 characters/,
		},
		{
			name: 'a SKU with a line break',
			item: { sku: 'T-1\nT-2' },
			reason: 'sku-not-allowed',
			message: /control character/,
		},
		{
			name: 'a marketplace of nobody',
			item: { marketplace: 'Atlantis' },
			reason: 'unknown-marketplace',
			message: /"Atlantis".*Germany, United Kingdom, France/,
		},
		{
			name: 'a marketplace of another account',
			item: { marketplace: 'US' },
			reason: 'unknown-marketplace',
			message: /"US"/,
		},
	];

	it.each(ROWS)('is held with its reason and stops no other: $name', async ({ item, reason, message }) => {
		const kind = 'quantity' in item ? 'stock' : 'price';
		const result = await stage.listings(stage.newSeller(), offer('submit', kind), [
			{ ...GOOD, ...item },
			{ ...GOOD, sku: 'T-2' },
		]);
		const [held, sent] = answers(result);
		expect(held).toMatchObject({
			status: 'held',
			reason,
			message: expect.stringMatching(message) as unknown,
		});
		expect(sent).toMatchObject({ status: 'submitted', sku: 'T-2', messageId: 1 });
		expect(pairs(result)).toEqual([0, 1]);
	});

	const SKUS = [
		'T-a/b',
		'T-a#b',
		'T-100%',
		'T-%2F',
		'T-für',
		'T-with two  spaces',
		'T-a?b&c=d',
		'T-日本',
		'T-"quoted" \\',
	];

	it.each(SKUS)('with the SKU %s is no item that is wrong', async (sku) => {
		const seller = stage.newSeller();
		const submitted = await stage.listings(seller, offer('submit', 'stock'), [{ sku, quantity: 5 }]);
		expect(answers(submitted)).toMatchObject([{ sku, status: 'submitted' }]);
		const result = await stage.listings(
			seller,
			{ resource: 'feed', operation: 'getResult' },
			answers(submitted),
		);
		expect(answers(result)).toMatchObject([{ sku, status: 'accepted' }]);
		expect(
			stage.amazon.state.listing(seller.seed.sellerId, sku)?.attributes.fulfillment_availability?.[0]
				?.quantity,
		).toBe(5);
		const now = await stage.listings(seller, offer('sendNow', 'stock'), [{ sku, quantity: 6 }]);
		expect(answers(now)).toMatchObject([{ sku, status: 'accepted' }]);
		const got = await stage.listings(seller, {
			resource: 'listing',
			operation: 'get',
			sku,
			marketplaceId: DE,
		});
		expect(answers(got)).toMatchObject([{ sku, quantity: 6 }]);
	});

	it('is refused by Amazon when it does not know the SKU', async () => {
		const seller = stage.newSeller();
		const items = [
			{ sku: 'T-1', quantity: 1 },
			{ sku: 'UNKNOWN', quantity: 1 },
		];
		const now = await stage.listings(seller, offer('sendNow', 'stock'), items);
		expect(answers(now)).toMatchObject([
			{ status: 'accepted' },
			{ status: 'rejected', message: expect.stringContaining("'UNKNOWN' does not exist") as unknown },
		]);
		const submitted = await stage.listings(seller, offer('submit', 'stock'), items);
		const result = await stage.listings(
			seller,
			{ resource: 'feed', operation: 'getResult' },
			answers(submitted),
		);
		expect(answers(result)).toMatchObject([
			{ sku: 'T-1', status: 'accepted' },
			{
				sku: 'UNKNOWN',
				status: 'rejected',
				reason: '13013',
				message: expect.stringContaining("'UNKNOWN' does not exist") as unknown,
			},
		]);
	});

	const MEGABYTE = 'x'.repeat(2 ** 20);

	it.each([
		{
			name: 'beside the values',
			item: { ...GOOD, description: MEGABYTE },
			parameters: {},
			status: 'submitted',
		},
		{
			name: 'copied into the answer',
			item: { ...GOOD, description: MEGABYTE },
			parameters: { options: { keepFields: 'description' } },
			status: 'submitted',
		},
		{ name: 'as the SKU', item: { ...GOOD, sku: MEGABYTE }, parameters: {}, status: 'held' },
		{ name: 'as the price', item: { ...GOOD, price: MEGABYTE }, parameters: {}, status: 'partly' },
		{ name: 'as the marketplace', item: { ...GOOD, marketplace: MEGABYTE }, parameters: {}, status: 'held' },
	])('may hold a megabyte $name', async ({ item, parameters, status }) => {
		const result = await stage.listings(stage.newSeller(), offer('submit', 'offer', parameters), [item]);
		const [answer] = answers(result);
		expect(answer).toMatchObject({ status });
		const { description: _, ...rest } = answer ?? {};
		expect(JSON.stringify(rest).length).toBeLessThan(3000);
	});
});

describe('a parameter that is wrong', () => {
	const ROWS: Array<{ name: string; parameters: INodeParameters; message: string | RegExp }> = [
		{
			name: 'no SKU',
			parameters: { resource: 'listing', operation: 'get', sku: ' ', marketplaceId: DE },
			message: 'SKU must be the SKU of a listing',
		},
		{
			name: 'no marketplace',
			parameters: { resource: 'listing', operation: 'get', sku: 'T-1' },
			message: 'Marketplace must be chosen: Germany, United Kingdom, France',
		},
		{
			name: 'attributes that are no JSON',
			parameters: {
				resource: 'listing',
				operation: 'update',
				sku: 'T-1',
				marketplaceId: DE,
				productType: 'PRODUCT',
				attributes: '{condition',
			},
			message: 'Fields to Update must be valid JSON',
		},
		{
			name: 'no attributes',
			parameters: {
				resource: 'listing',
				operation: 'update',
				sku: 'T-1',
				marketplaceId: DE,
				productType: 'PRODUCT',
				attributes: '{}',
			},
			message: 'Fields to Update',
		},
		{
			name: 'no feed',
			parameters: {
				resource: 'feed',
				operation: 'get',
				feedId: { __rl: true, mode: 'id', value: '={{ $json.feedId }}' },
			},
			message: /needs a feedId/,
		},
		{
			name: 'a feed that is not there',
			parameters: { resource: 'feed', operation: 'get', feedId: { __rl: true, mode: 'id', value: '123' } },
			message: /Amazon refused getFeed \(404 NotFound\).*123/,
		},
		{
			name: 'a SKU that climbs the path',
			parameters: { resource: 'listing', operation: 'delete', sku: '..', marketplaceId: DE },
			message: /"\.\." cannot be one/,
		},
		{
			name: 'a listing that is not there',
			parameters: { resource: 'listing', operation: 'get', sku: 'NONE', marketplaceId: DE },
			message:
				/^Amazon does not know this id or SKU in this account: .*NONE.*\[item 0\] Check spelling.*getListingsItem \(404 NotFound\)/,
		},
		{
			name: 'a date that is none',
			parameters: { resource: 'feed', operation: 'getMany', filters: { createdSince: 'yesterday' } },
			message: 'Created After is "yesterday", but it must be a date such as 2026-01-31T08:00:00Z',
		},
		{
			name: 'a change date that is none',
			parameters: {
				resource: 'listing',
				operation: 'getMany',
				marketplaceId: DE,
				filters: { lastUpdatedAfter: 'yesterday' },
			},
			message: 'Changed After is "yesterday"',
		},
	];

	it.each(ROWS)('is named: $name', async ({ parameters, message }) => {
		const result = await stage.listings(stage.newSeller(), parameters);
		if (typeof message === 'string') expect(told(result)).toContain(message);
		else expect(told(result)).toMatch(message);
	});

	it('leaves through the error output when the workflow has one', async () => {
		const parameters = { resource: 'listing', operation: 'get', sku: '={{ $json.sku }}', marketplaceId: DE };
		const result = await stage.listings(stage.newSeller(), parameters, [{ sku: 'T-1' }, { sku: 'NONE' }], {
			onError: 'continueErrorOutput',
		});
		expect(result.json('Amazon', 0)).toMatchObject([{ sku: 'T-1' }]);
		expect(result.json('Amazon', 1)).toMatchObject([{ error: expect.stringContaining('NONE') as unknown }]);
	});

	it('fails only its own item when the workflow goes on', async () => {
		const parameters = { resource: 'listing', operation: 'get', sku: '={{ $json.sku }}', marketplaceId: DE };
		const items = [{ sku: 'T-1' }, { sku: 'NONE' }, { sku: 'T-3' }];
		const result = await stage.listings(stage.newSeller(), parameters, items, {
			onError: 'continueRegularOutput',
		});
		expect(answers(result)).toMatchObject([
			{ sku: 'T-1' },
			{
				error: expect.stringContaining('NONE') as unknown,
				details: { code: 'NotFound', status: 404, requestId: expect.any(String) as unknown },
			},
			{ sku: 'T-3' },
		]);
		expect(pairs(result)).toEqual([0, 1, 2]);
	});
});

it('lets no secret out', () => expect(stage.leaks()).toEqual([]));
