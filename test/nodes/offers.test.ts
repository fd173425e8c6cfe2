import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { answers, DE, FR, offer, openStage, pairs, UK, type Seller, type Stage } from './stage';

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.close());
beforeEach(() => {
	seller = stage.newSeller();
});

const send = async (parameters: INodeParameters, items: IDataObject[]) =>
	answers(await stage.listings(seller, parameters, items));
const listingOf = (sku: string) => stage.amazon.state.listing(seller.seed.sellerId, sku);
const quantityOf = (sku: string) => listingOf(sku)?.attributes.fulfillment_availability?.[0]?.quantity;
const priceAt = (sku: string, marketplaceId: string) =>
	JSON.stringify(
		listingOf(sku)?.attributes.purchasable_offer?.find(({ marketplace_id: id }) => id === marketplaceId)
			?.our_price,
	);

describe('Submit, Send Now and Preview', () => {
	const ITEMS = [
		{ sku: 'T-1', price: 12.5, quantity: 7 },
		{ sku: 'T-2', price: '9.99', quantity: '0' },
	];

	const ROWS = [
		{ resource: 'price', facts: [{ price: '12.50', currency: 'EUR' }, { price: '9.99' }] },
		{ resource: 'stock', facts: [{ quantity: 7, fulfillmentChannel: 'MFN' }, { quantity: 0 }] },
		{
			resource: 'offer',
			facts: [
				{ price: '12.50', quantity: 7 },
				{ price: '9.99', quantity: 0 },
			],
		},
	] as const;

	it.each(ROWS)(
		'$resource: Submit answers every item with its feed and its place there',
		async ({ resource, facts }) => {
			const result = await send(offer('submit', resource), ITEMS);
			const base = {
				status: 'submitted',
				marketplace: 'DE',
				marketplaceId: DE,
				feedId: expect.any(String) as unknown,
				feedDocumentId: expect.any(String) as unknown,
			};
			expect(result).toEqual([
				expect.objectContaining({ ...base, ...facts[0], sku: 'T-1', messageId: 1 }),
				expect.objectContaining({ ...base, ...facts[1], sku: 'T-2', messageId: 2 }),
			]);
			expect(stage.calls(seller)).toEqual(['createFeedDocument', 'createFeed']);
			const changed = { price: priceAt('T-1', DE), quantity: quantityOf('T-1') };
			if (resource !== 'stock') expect(changed.price).toContain('12.5');
			if (resource !== 'price') expect(changed.quantity).toBe(7);
		},
	);

	it.each(ROWS)('$resource: Send Now changes every item at once', async ({ resource, facts }) => {
		const result = await send(offer('sendNow', resource), ITEMS);
		expect(result).toMatchObject([
			{ ...facts[0], sku: 'T-1', status: 'accepted', submissionId: expect.any(String) as unknown },
			{ ...facts[1], sku: 'T-2', status: 'accepted' },
		]);
		expect(stage.calls(seller)).toEqual(['patchListingsItem', 'patchListingsItem']);
	});

	it.each(ROWS)('$resource: Preview explains every item and calls nobody', async ({ resource, facts }) => {
		const result = await send(offer('preview', resource), ITEMS);
		expect(result).toMatchObject([
			{ ...facts[0], sku: 'T-1', status: 'ready' },
			{ ...facts[1], sku: 'T-2', status: 'ready' },
		]);
		expect(result[0]?.[resource === 'stock' ? 'stockSteps' : 'priceSteps']).toMatch(/^(12\.50|7)\b/);
		expect(stage.calls(seller)).toEqual([]);
	});

	it.each(['submit', 'sendNow'] as const)(
		'%s with Dry Run shows the exact message and sends nothing',
		async (operation) => {
			const [shown] = await send(offer(operation, 'offer', { options: { dryRun: true } }), ITEMS);
			expect(shown).toMatchObject({ sku: 'T-1', status: 'ready', wouldSend: { productType: 'PRODUCT' } });
			expect((shown?.wouldSend as IDataObject).patches).toEqual([
				{
					op: 'replace',
					path: '/attributes/purchasable_offer',
					value: [
						{
							marketplace_id: DE,
							currency: 'EUR',
							audience: 'ALL',
							our_price: [{ schedule: [{ value_with_tax: 12.5 }] }],
						},
					],
				},
				{
					op: 'merge',
					path: '/attributes/fulfillment_availability',
					value: [{ fulfillment_channel_code: 'DEFAULT', quantity: 7 }],
				},
			]);
			expect(stage.calls(seller)).toEqual([]);
			expect(quantityOf('T-2')).not.toBe(0);
		},
	);

	it('calls no Amazon and makes no item out of an empty input', async () => {
		const result = await stage.listings(seller, offer('submit'), []);
		expect(result.error).toBeUndefined();
		expect(answers(result)).toEqual([]);
		expect(stage.calls(seller)).toEqual([]);
	});
});

describe('what is sent of an item', () => {
	it('is only the last of a SKU in a run; the first is superseded', async () => {
		const items = [
			{ sku: 'T-1', price: 10, quantity: 1 },
			{ sku: 'T-2', price: 10, quantity: 5 },
			{ sku: ' T-1 ', price: 11, quantity: 2 },
		];
		const result = await send(offer('submit'), items);
		expect(result.map(({ status, sku }) => [status, sku])).toEqual([
			['superseded', 'T-1'],
			['submitted', 'T-2'],
			['submitted', 'T-1'],
		]);
		expect(result[0]?.message).toBe(
			'A newer value of this SKU came later in the same run (item 2); only that one counts. The price is 10.00 here and 11.00 there',
		);
		expect([quantityOf('T-1'), priceAt('T-1', DE)]).toEqual([2, expect.stringContaining('11') as unknown]);
	});

	it.each([
		{
			name: 'by a row with another price and no quantity',
			kind: 'offer',
			items: [
				{ sku: 'T-1', quantity: 0, price: 10 },
				{ sku: 'T-1', price: 12 },
			],
			price: '12',
		},
		{
			name: 'by a quantity that cannot be read',
			kind: 'stock',
			items: [
				{ sku: 'T-1', quantity: 0 },
				{ sku: 'T-1', quantity: '1.000' },
			],
		},
		{
			name: 'by a row of which nothing can be read',
			kind: 'offer',
			items: [
				{ sku: 'T-1', quantity: 0, price: 10 },
				{ sku: 'T-1', quantity: 'n/a', price: 'n/a' },
			],
			price: '10',
		},
	] as const)('is not taken back when it is sold out: $name', async ({ kind, items, ...after }) => {
		const result = await send(offer('submit', kind), [...items]);
		expect(result[0]).toMatchObject({ status: 'submitted', quantity: 0 });
		expect(quantityOf('T-1')).toBe(0);
		if ('price' in after) expect(priceAt('T-1', DE)).toContain(`:${after.price}}`);
	});

	it('names the newer price of a SKU whose stock goes', async () => {
		const result = await send(offer('submit'), [
			{ sku: 'T-1', quantity: 0, price: 10 },
			{ sku: 'T-1', price: 12 },
		]);
		expect(result).toMatchObject([
			{ status: 'submitted', message: '', held: '', note: expect.stringContaining('item 1') as unknown },
			{ status: 'partly', price: '12.00', reason: 'no-quantity', held: 'stock' },
		]);
	});

	it('keeps the same SKU of different marketplaces apart', async () => {
		const items = [
			{ sku: 'T-1', price: 10, marketplace: 'DE' },
			{ sku: 'T-1', price: 9, marketplace: 'United Kingdom' },
			{ sku: 'T-1', price: 11, marketplace: FR },
		];
		const result = await send(offer('submit', 'price', { marketplaceIds: [] }), items);
		expect(result).toMatchObject([
			{ status: 'submitted', marketplace: 'DE', currency: 'EUR', messageId: 1 },
			{ status: 'submitted', marketplace: 'UK', currency: 'GBP', messageId: 1 },
			{ status: 'submitted', marketplace: 'FR', currency: 'EUR', messageId: 1 },
		]);
		expect(new Set(result.map(({ feedId }) => feedId)).size).toBe(3);
		expect([DE, UK, FR].map((id) => /\d+/.exec(priceAt('T-1', id) ?? '')?.[0])).toEqual(['10', '9', '11']);
	});

	it.each([
		{ separateMarketplaces: true, feeds: 2 },
		{ separateMarketplaces: false, feeds: 1 },
	])('goes to several marketplaces in $feeds feed(s)', async ({ separateMarketplaces, feeds }) => {
		const result = await stage.listings(
			seller,
			offer('submit', 'price', { marketplaceIds: [DE, UK], options: { separateMarketplaces } }),
			[
				{ sku: 'T-1', price: 10 },
				{ sku: 'T-2', price: 20 },
			],
		);
		expect(pairs(result)).toEqual([0, 0, 1, 1]);
		expect(answers(result).map(({ sku, marketplace }) => [sku, marketplace])).toEqual([
			['T-1', 'DE'],
			['T-1', 'UK'],
			['T-2', 'DE'],
			['T-2', 'UK'],
		]);
		expect(new Set(answers(result).map(({ feedId }) => feedId)).size).toBe(feeds);
		const results = await stage.listings(
			seller,
			{ resource: 'feed', operation: 'getResult' },
			answers(result),
		);
		expect(answers(results).map(({ status, message }) => [status, message])).toEqual(
			Array(4).fill(['accepted', '']),
		);
	});

	it('is the stock alone when the price is held', async () => {
		const [result] = await send(offer('submit'), [{ sku: 'T-1', price: '1,234', quantity: 0 }]);
		expect(result).toMatchObject({
			status: 'partly',
			quantity: 0,
			message: expect.stringMatching(/^Only the stock goes\. .*1,234/) as unknown,
			reason: 'price-not-a-number',
			held: 'price',
			feedId: expect.stringMatching(/./) as unknown,
		});
		expect(result).toMatchObject({ price: '' });
		expect(quantityOf('T-1')).toBe(0);
	});

	it('is the price alone when the stock is held', async () => {
		const [result] = await send(offer('sendNow'), [{ sku: 'T-1', price: 10, quantity: 'many' }]);
		expect(result).toMatchObject({
			status: 'partly',
			price: '10.00',
			message: expect.stringMatching(/^Only the price goes\. .*many/) as unknown,
			reason: 'stock-not-a-number',
			held: 'stock',
		});
	});

	it('stays half done when Amazon has accepted the part that went, and is rejected when Amazon says so', async () => {
		const sent = await send(offer('submit'), [
			{ sku: 'T-1', price: '1,234', quantity: 3 },
			{ sku: 'UNKNOWN-1', price: '1,234', quantity: 3 },
			{ sku: 'T-2', price: 10, quantity: 3 },
		]);
		expect(sent.map(({ status }) => status)).toEqual(['partly', 'partly', 'submitted']);
		const result = await stage.listings(seller, { resource: 'feed', operation: 'getResult' }, sent);
		expect(answers(result)).toMatchObject([
			{
				...{ status: 'partly', sku: 'T-1', reason: 'price-not-a-number', held: 'price' },
				message: expect.stringMatching(/^Only the stock goes\. price is "1,234"/) as unknown,
			},
			{
				...{ status: 'rejected', sku: 'UNKNOWN-1' },
				message: expect.stringMatching(/UNKNOWN-1.* Only the stock goes\. price is "1,234"/) as unknown,
			},
			{ status: 'accepted', sku: 'T-2', message: '', reason: '' },
		]);
		expect(result.hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^1 accepted, 1 partly, 1 rejected\. /),
		]);
	});

	it('says which rules had nothing to read in any item', async () => {
		const parameters = { stockRules: { enabledField: 'enabld', inStockField: 'inStock' } };
		const result = await stage.listings(seller, offer('preview', 'offer', parameters), [
			{ sku: 'T-1', price: 1, quantity: 1, inStock: true },
		]);
		expect(result.hints.map(({ message }) => message)).toContain(
			'No item has a field "enabld" (Sold Out If Not: Enabled Field). The items have: sku, price, quantity, inStock.',
		);
	});

	it('names all that is wrong with an item at once', async () => {
		const [result] = await send(offer('preview'), [{ sku: 'T-1', price: '1,234', quantity: 'many' }]);
		expect(result).toMatchObject({ status: 'held', held: '' });
		expect(result?.message).toMatch(/1,234.*many/);
		const [half] = await send(offer('preview'), [{ sku: 'T-1', price: '1,234', quantity: -3 }]);
		expect(half).toMatchObject({ status: 'partly', held: 'price', quantity: 0 });
		expect(half?.message).toMatch(/^Only the stock goes\. .*1,234.*quantity is -3: below 0 counts as 0/);
	});

	it('has the same columns in every row, those that people read first', async () => {
		const result = await send(offer('preview'), [
			{ sku: 'T-1', price: 10, quantity: 3 },
			{ sku: '', price: 10, quantity: 3 },
			{ sku: 'T-2', price: '1,234', quantity: -3 },
		]);
		const [columns = [], ...others] = result.map((row) => Object.keys(row));
		expect(columns.slice(0, 5)).toEqual(['status', 'sku', 'message', 'price', 'quantity']);
		expect(columns.at(-1)).toBe('marketplaceId');
		expect(others).toEqual([columns, columns]);
		expect(result.flatMap((row) => Object.values(row))).not.toContain(null);
	});

	it.each([
		{ field: 'skuField', label: 'SKU Field', name: 'articleNumber' },
		{ field: 'priceField', label: 'Price Field', name: 'netto' },
		{ field: 'quantityField', label: 'Quantity Field', name: 'quantity, shelf' },
	])('stops for a $label that no item has, and lists those there are', async ({ field, label, name }) => {
		const result = await stage.listings(seller, offer('submit', 'offer', { [field]: name }), [
			{ sku: 'T-1', price: 10, quantity: 3 },
		]);
		const missing = name.split(', ').at(-1);
		expect(result.error?.message).toContain(`No item has a field "${missing}" (${label}).`);
		expect(result.error?.message).toContain('The items have: sku, price, quantity.');
		expect(stage.calls(seller)).toEqual([]);
	});

	it.each([
		{ label: 'Lowest Price', parameters: { lowestPrice: 'minprice' } },
		{ label: 'Change Price By', parameters: { changePriceBy: 'minprice %' } },
		{ label: 'Highest Price', parameters: { priceRules: { ceiling: 'minprice' } } },
		{ label: 'Minimum Advertised Price', parameters: { priceRules: { minimumAdvertised: 'minprice' } } },
	])('sends nothing when $label names a field that no item has', async ({ label, parameters }) => {
		const items = [
			{ sku: 'T-1', price: 1, quantity: 3, minPrice: 60 },
			{ sku: 'T-2', price: 70, quantity: 3 },
		];
		const result = await stage.listings(seller, offer('submit', 'offer', parameters), items);
		expect(result.error?.message).toContain(`No item has a field "minprice" (${label}).`);
		const right = JSON.parse(JSON.stringify(parameters).replace('minprice', 'minPrice')) as INodeParameters;
		expect((await send(offer('preview', 'price', right), items)).map(({ status }) => status)).toContain(
			'ready',
		);
	});

	it('says how the values came about where there is nothing else to say', async () => {
		const [result] = await send(offer('preview', 'offer', { changePriceBy: '+5 %', keepBack: '2' }), [
			{ sku: 'T-1', price: 10, quantity: 3 },
		]);
		expect(result?.message).toBe('Price: 10.00 > +5 % = 10.50. Stock: 3 > buffer 2 = 1.');
	});

	it('is 0 of what is below 0, so that Amazon stops selling it', async () => {
		const parameters = { quantityField: 'shop, warehouse' };
		const result = await send(offer('submit', 'stock', parameters), [
			{ sku: 'T-1', shop: -1 },
			{ sku: 'T-2', shop: -2, warehouse: 5 },
		]);
		expect(result).toMatchObject([
			{ status: 'submitted', quantity: 0, findings: [{ code: 'negative-stock' }] },
			{ status: 'submitted', quantity: 5, findings: [{ code: 'negative-stock' }] },
		]);
		expect([quantityOf('T-1'), quantityOf('T-2')]).toEqual([0, 5]);
	});

	it('is held when it can be read in two ways, until somebody says how the list is written', async () => {
		const items = [{ sku: 'T-1', price: '1.299', quantity: '1.000' }];
		const [held] = await send(offer('submit'), items);
		expect(held).toMatchObject({
			status: 'held',
			reason: 'price-not-a-number',
			message: expect.stringContaining('Decimal Style') as unknown,
		});
		const [sent] = await send(offer('submit', 'offer', { options: { decimalStyle: 'comma' } }), items);
		expect(sent).toMatchObject({ status: 'submitted', price: '1299.00', quantity: 1000 });
		expect([quantityOf('T-1'), priceAt('T-1', DE)]).toEqual([
			1000,
			expect.stringContaining('1299') as unknown,
		]);
	});

	it('reads the last sent quantity as the list writes numbers, for the brake too', async () => {
		const options = { soldOutAtLeast: 1, decimalStyle: 'comma' };
		const [result] = await send(offer('submit', 'stock', { options }), [
			{ sku: 'T-1', quantity: '0', lastQuantity: '1.000' },
		]);
		expect(result).toMatchObject({ reason: 'too-many-sold-out' });
	});

	it.each([
		{ name: "the workflow's zone", options: {}, startAt: '2026-11-20T00:00:00.000Z' },
		{
			name: 'Los Angeles',
			options: { timeZone: 'America/Los_Angeles' },
			startAt: '2026-11-20T08:00:00.000Z',
		},
	])('is a sale of the days that the shop means: $name', async ({ options, startAt }) => {
		const sale = { rule: { source: 'special', start: 'from', end: 'to' } };
		const [result] = await send(offer('preview', 'price', { priceRules: { sale }, options }), [
			{ sku: 'T-1', price: 10, special: 9, from: '2026-11-20', to: '2099-11-30' },
		]);
		expect(result).toMatchObject({ sale: { startAt } });
	});

	it('ends a sale at Amazon that the store has ended early', async () => {
		const priceRules = { sale: { rule: { source: 'special' } } };
		const saleAt = (sku: string) =>
			JSON.stringify(listingOf(sku)?.attributes.purchasable_offer).includes('discounted_price');
		const [running] = await send(offer('sendNow', 'price', { priceRules }), [
			{ sku: 'T-1', price: 10, special: 9 },
		]);
		expect(saleAt('T-1')).toBe(true);
		const [ended] = await send(offer('sendNow', 'price', { priceRules, options: { onlyChanges: true } }), [
			{ sku: 'T-1', price: 10, lastPrice: '10.00', lastSale: running?.sale },
		]);
		expect(ended).toMatchObject({ status: 'accepted', sale: '' });
		expect(saleAt('T-1')).toBe(false);
	});

	describe('of the repricing range', () => {
		const rangeOf = (sku: string) => {
			const [found] =
				listingOf(sku)?.attributes.purchasable_offer?.filter(
					({ marketplace_id: id, audience }) => id === DE && audience === 'ALL',
				) ?? [];
			const priceIn = (name: string) => /[\d.]+/.exec(JSON.stringify(found?.[name] ?? ''))?.[0];
			return [priceIn('minimum_seller_allowed_price'), priceIn('maximum_seller_allowed_price')];
		};

		it.each([
			{ rules: { boundsMinimum: '80%', boundsMaximum: 'most' }, after: ['8', '25'] },
			{ rules: { boundsMinimum: '80%', boundsClear: ['minimum', 'maximum'] }, after: ['8', undefined] },
			{ rules: { boundsClear: ['minimum', 'maximum'] }, after: [undefined, undefined] },
		])('$rules leaves $after', async ({ rules, after }) => {
			await send(offer('sendNow', 'price', { priceRules: { boundsMinimum: '5', boundsMaximum: '20' } }), [
				{ sku: 'T-1', price: 10 },
			]);
			expect(rangeOf('T-1')).toEqual(['5', '20']);
			const [result] = await send(offer('sendNow', 'price', { priceRules: rules }), [
				{ sku: 'T-1', price: 10, most: 25 },
			]);
			expect(result).toMatchObject({ status: 'accepted' });
			expect(rangeOf('T-1')).toEqual(after);
		});

		it('that Amazon was last sent holds a price outside of it, unless it is cleared', async () => {
			const item = { sku: 'T-1', price: 4, lastBounds: { minimum: '5.00' } };
			const [held] = await send(offer('sendNow', 'price'), [item]);
			expect(held).toMatchObject({
				reason: 'outside-bounds',
				message: expect.stringContaining('that Amazon was last sent') as unknown,
			});
			const priceRules = { boundsClear: ['minimum'] };
			const [sent] = await send(offer('sendNow', 'price', { priceRules }), [item]);
			expect(sent).toMatchObject({ status: 'accepted', bounds: { minimum: null } });
		});
	});

	it('is nothing when both are held; the reason that needs attention is named', async () => {
		const options = { onlyChanges: true };
		const item = { sku: 'T-1', price: 10, lastPrice: '10.00', quantity: 'many', lastQuantity: 3 };
		const [result] = await send(offer('submit', 'offer', { options }), [item]);
		expect(result).toMatchObject({
			status: 'held',
			reason: 'stock-not-a-number',
			priceSteps: expect.stringMatching(/ > unchanged$/) as unknown,
			stockSteps: 'many unusable',
		});
		expect(stage.calls(seller)).toEqual([]);
	});

	it('is only what changed with Only Changes', async () => {
		const items = [
			{ sku: 'T-1', price: 10, lastPrice: '10.00', quantity: 3, lastQuantity: 3 },
			{ sku: 'T-2', price: 11, lastPrice: '10.00', quantity: 3, lastQuantity: 3 },
			{ sku: 'T-3', price: 10, quantity: 3 },
		];
		const result = await send(offer('submit', 'offer', { options: { onlyChanges: true } }), items);
		expect(result).toMatchObject([
			{ status: 'held', reason: 'unchanged' },
			{ status: 'submitted', price: '11.00', quantity: '', held: '', message: '' },
			{ status: 'submitted', price: '10.00', quantity: 3 },
		]);
	});

	it('works with Only Changes whatever rules are on', async () => {
		const priceRules = {
			sale: { rule: { source: 'salePrice' } },
			business: { rule: { kind: 'percentOff', percentOff: '5' } },
			boundsMinimum: '5',
			boundsMaximum: '50',
		};
		const result = await send(offer('submit', 'price', { priceRules, options: { onlyChanges: true } }), [
			{ sku: 'T-1', price: 10 },
		]);
		expect(result).toMatchObject([
			{ status: 'submitted', business: { price: '9.50' }, bounds: { minimum: '5.00' } },
		]);
	});

	describe('to marketplaces of several currencies with one last price', () => {
		const everywhere = {
			marketplaceIds: [DE, UK],
			priceRules: { storeCurrency: 'EUR', exchangeRates: 'EUR>GBP 0.5' },
		};
		const fatesOf = async (options: IDataObject, item: IDataObject, parameters: IDataObject = everywhere) => {
			const result = await send(
				offer('preview', 'price', {
					...(parameters as INodeParameters),
					options: options as INodeParameters,
				}),
				[{ sku: 'T-1', ...item }],
			);
			return result.map(({ marketplace, status, reason }) => [marketplace, reason === '' ? status : reason]);
		};

		it.each([
			{
				name: 'Only Changes',
				options: { onlyChanges: true },
				item: { price: 25, lastPrice: 20 },
				DE: 'ready',
			},
			{
				name: 'Only Changes at the same price',
				options: { onlyChanges: true },
				item: { price: 20, lastPrice: 20 },
				DE: 'unchanged',
			},
			{
				name: 'the brake',
				options: {},
				item: { price: 40, lastPrice: 20 },
				DE: 'price-moved-too-far',
			},
			{
				name: 'the brake within',
				options: {},
				item: { price: 20, lastPrice: 20 },
				DE: 'ready',
			},
		])('compares only amounts of the same currency: $name', async ({ options, item, DE: ofGermany }) => {
			expect(await fatesOf(options, item)).toEqual([
				['DE', ofGermany],
				['UK', 'ready'],
			]);
		});

		it('takes the last price for that of the marketplace which the item names', async () => {
			const item = { price: 40, lastPrice: 20, marketplace: 'UK' };
			expect(await fatesOf({ onlyChanges: true }, item)).toEqual([['UK', 'unchanged']]);
		});

		it('takes it for all where the same number goes to all', async () => {
			const item = { price: 20, lastPrice: 20 };
			expect(await fatesOf({ onlyChanges: true }, item, { marketplaceIds: [DE, UK] })).toEqual([
				['DE', 'unchanged'],
				['UK', 'unchanged'],
			]);
		});
	});

	it('never moves further than the brake allows', async () => {
		const items = [
			{ sku: 'T-1', price: 0.1, lastPrice: 10 },
			{ sku: 'T-2', price: 14, lastPrice: 10 },
			{ sku: 'T-3', price: 0.1 },
		];
		const result = await send(offer('submit', 'price'), items);
		expect(result.map(({ status, reason }) => [status, reason])).toEqual([
			['held', 'price-moved-too-far'],
			['submitted', ''],
			['submitted', ''],
		]);
		expect(result[0]?.message).toMatch(/10\.00.*0\.10|0\.10.*10\.00/);
	});

	it.each([
		{ zeroes: 5, held: 5 },
		{ zeroes: 3, held: 0 },
	])('$zeroes of 10 sold out at 30 %: $held held', async ({ zeroes, held }) => {
		const items = Array.from({ length: 10 }, (_, index) => ({
			sku: `T-${index}`,
			quantity: index < zeroes ? 0 : 4,
			lastQuantity: 4,
		}));
		const parameters = { soldOutPercent: 30, options: { soldOutAtLeast: 10 } };
		const result = await send(offer('submit', 'stock', parameters), items);
		const stopped = result.filter(({ reason }) => reason === 'too-many-sold-out');
		expect(stopped).toHaveLength(held);
		expect(result).toHaveLength(10);
		expect(result.slice(zeroes)).toEqual(
			Array(10 - zeroes).fill(expect.objectContaining({ status: 'submitted' })),
		);
	});

	it('counts the whole run for the brake on zeroes, what is no news too', async () => {
		const items = Array.from({ length: 46 }, (_, index) => ({
			sku: `T-${index}`,
			quantity: index < 40 ? 7 : 0,
			lastQuantity: 7,
		}));
		const options = { onlyChanges: true, soldOutAtLeast: 5 };
		const result = await send(offer('preview', 'stock', { options, soldOutPercent: 30 }), items);
		expect(result.slice(40)).toEqual(
			Array(6).fill(expect.objectContaining({ status: 'ready', quantity: 0 })),
		);
		const sharper = { options, soldOutPercent: 10 };
		const [, , , , , , ...held] = await send(offer('preview', 'stock', sharper), items);
		expect(held.at(-1)?.message).toMatch(/^6 of 46 items would go to 0/);
	});

	it.each(['5 pcs', '1.000', { quantity: 5 }])(
		'is not let through as never sent: %j',
		async (lastQuantity) => {
			const parameters = { soldOutPercent: 99, options: { soldOutAtLeast: 1 } };
			const result = await send(offer('submit', 'stock', parameters), [
				{ sku: 'T-1', quantity: 0, lastQuantity },
				{ sku: 'T-2', quantity: 7, lastQuantity },
			]);
			expect(result).toMatchObject([
				{
					status: 'held',
					reason: 'value-not-a-number',
					message: expect.stringMatching(/^lastQuantity is /) as unknown,
				},
				{ status: 'submitted', quantity: 7 },
			]);
		},
	);

	it('says in its answer that the sale did not go, and which last value could not be read', async () => {
		const priceRules = { sale: { rule: { source: 'special' } } };
		const options = { onlyChanges: true };
		const [result] = await send(offer('submit', 'price', { brakePercent: 0, priceRules, options }), [
			{ sku: 'T-1', price: 10, special: '1.299', lastPrice: 'EUR 10' },
		]);
		expect(result).toMatchObject({
			status: 'submitted',
			price: '10.00',
			message: expect.stringMatching(/^The sale is not sent: special is "1.299"/) as unknown,
			findings: [{ code: 'sale-not-sent' }, { code: 'last-value-unreadable' }],
		});
	});

	it('keeps the finding about a stock below 0 when it is no news', async () => {
		const [result] = await send(offer('submit', 'stock', { options: { onlyChanges: true } }), [
			{ sku: 'T-1', quantity: -3, lastQuantity: 0 },
		]);
		expect(result).toMatchObject({
			reason: 'unchanged',
			findings: [{ code: 'negative-stock', message: expect.stringContaining('-3') as unknown }],
		});
	});

	it('is no sell-out when the item moves to Amazon', async () => {
		const parameters = {
			...{ shippedBy: 'AFN', stockRules: { switchChannel: true } },
			...{ soldOutPercent: 0, options: { soldOutAtLeast: 1 } },
		};
		const [result] = await send(offer('preview', 'stock', parameters), [{ sku: 'T-1', lastQuantity: 5 }]);
		expect(result).toMatchObject({ status: 'ready', fulfillmentChannel: 'AFN' });
	});

	it('carries a business price and tiers that Amazon accepts', async () => {
		const tiers = '5: 3 %; 10: 5 %';
		const result = await send(offer('sendNow', 'price', { priceRules: { tiers } }), [
			{ sku: 'T-1', price: 10 },
		]);
		expect(result).toMatchObject([{ status: 'accepted' }]);
		const business = listingOf('T-1')?.attributes.purchasable_offer?.find(
			({ audience }) => audience === 'B2B',
		);
		expect(business).toMatchObject({ our_price: [{ schedule: [{ value_with_tax: 10 }] }] });
	});

	it('ends a business price that the store has no more, and then it is no news', async () => {
		const priceRules = { business: { rule: { kind: 'field', field: 'b2b' } } };
		const options = { onlyChanges: true };
		const audiences = () => listingOf('T-1')?.attributes.purchasable_offer?.map(({ audience }) => audience);
		const [first] = await send(offer('sendNow', 'price', { priceRules }), [
			{ sku: 'T-1', price: 10, b2b: 9 },
		]);
		expect(audiences()).toContain('B2B');
		const item = { sku: 'T-1', price: 10, b2b: '', lastPrice: '10.00' };
		const [ended] = await send(offer('sendNow', 'price', { priceRules, options }), [
			{ ...item, lastBusiness: first?.business },
		]);
		expect(ended).toMatchObject({ status: 'accepted', business: '' });
		expect(audiences()).not.toContain('B2B');
		expect(audiences()).toContain('ALL');
		const [later] = await send(offer('submit', 'price', { priceRules, options }), [
			{ ...item, lastBusiness: ended?.business },
		]);
		expect(later).toMatchObject({ reason: 'unchanged' });
	});

	describe('of a listing with a handling time and a restock date', () => {
		const before = {
			fulfillment_channel_code: 'DEFAULT',
			quantity: 9,
			lead_time_to_ship_max_days: 7,
			restock_date: '2026-12-24',
		};
		const now = { fulfillment_channel_code: 'DEFAULT', quantity: 4 };

		it.each([
			{ operation: 'submit', rules: {}, after: { ...before, quantity: 4 } },
			{ operation: 'sendNow', rules: {}, after: { ...before, quantity: 4 } },
			{ operation: 'submit', rules: { handlingDays: 2 }, after: { ...now, lead_time_to_ship_max_days: 2 } },
			{
				operation: 'sendNow',
				rules: { restockDateField: 'back' },
				after: { ...now, restock_date: '2027-01-15' },
			},
		] as const)('$operation with $rules leaves $after', async ({ operation, rules, after }) => {
			const update = { resource: 'listing', operation: 'update', sku: 'T-1', marketplaceId: DE };
			const attributes = JSON.stringify({ fulfillment_availability: [before] });
			await send({ ...update, productType: 'PRODUCT', attributes }, [{}]);
			await send(offer(operation, 'stock', { stockRules: rules }), [
				{ sku: 'T-1', quantity: 4, back: '2027-01-15' },
			]);
			expect(listingOf('T-1')?.attributes.fulfillment_availability).toEqual([after]);
		});
	});

	it('goes once to a marketplace that is chosen twice', async () => {
		const result = await send(offer('submit', 'stock', { marketplaceIds: [DE, DE] }), [
			{ sku: 'T-1', quantity: 4 },
		]);
		expect(result).toMatchObject([{ status: 'submitted', quantity: 4 }]);
	});

	it('switches from Amazon to the merchant', async () => {
		const stockRules = { switchChannel: true };
		const result = await send(offer('sendNow', 'stock', { stockRules }), [{ sku: 'T-1', quantity: 4 }]);
		expect(result).toMatchObject([{ status: 'accepted', quantity: 4 }]);
		expect(listingOf('T-1')?.attributes.fulfillment_availability).toEqual([
			{ fulfillment_channel_code: 'DEFAULT', quantity: 4 },
		]);
	});
});

describe('the quantity of a SKU that is sold in several marketplaces', () => {
	const perMarketplace = (quantities: Record<string, number | string>) =>
		Object.entries(quantities).map(([marketplace, quantity]) => ({
			...{ sku: 'T-1', price: 10, marketplace, quantity },
		}));
	const everywhere = { marketplaceIds: [] };
	const WHY = 'Amazon keeps one quantity of a SKU for all marketplaces of a region, so the lowest goes';

	it.each(['submit', 'sendNow'] as const)('is the lowest that the rules give: %s', async (operation) => {
		const items = perMarketplace({ UK: 5, DE: 8, FR: 9 });
		const result = await send(offer(operation, 'stock', everywhere), items);
		expect(result).toMatchObject(Array(3).fill({ quantity: 5, stockShared: `UK 5, DE 8, FR 9: ${WHY}, 5` }));
		expect(result.map(({ realQuantity }) => realQuantity)).toEqual([5, 8, 9]);
		expect(quantityOf('T-1')).toBe(5);
	});

	it('is the lowest where rules differ from marketplace to marketplace', async () => {
		const items = [
			{ sku: 'T-1', quantity: 10, marketplace: 'DE', keep: 1 },
			{ sku: 'T-1', quantity: 10, marketplace: 'UK', keep: 4 },
		];
		const result = await send(
			offer('preview', 'stock', { ...everywhere, keepBack: '={{ $json.keep }}' }),
			items,
		);
		expect(result).toMatchObject([
			{
				quantity: 6,
				stockSteps: `10 > buffer 1 = 9 > DE 9, UK 6: ${WHY}, 6 = 6`,
			},
			{ quantity: 6 },
		]);
	});

	it.each([{ amazon: { channel: 'AFN', switch: true } }, { amazon: { channel: 'AFN', switch: false } }])(
		'is sent nowhere while the rules name two channels: $amazon',
		async ({ amazon }) => {
			const stockRules = { switchChannel: '={{ $json.switch }}' };
			const shippedBy = '={{ $json.channel }}';
			const items = [
				{ sku: 'T-1', quantity: 10, marketplace: 'DE', channel: 'MFN', switch: false },
				{ sku: 'T-1', quantity: 10, marketplace: 'FR', ...amazon },
				{ sku: 'T-2', quantity: 10, marketplace: 'DE', channel: 'MFN', switch: false },
			];
			const result = await send(offer('submit', 'stock', { ...everywhere, shippedBy, stockRules }), items);
			expect(result.map(({ status }) => status)).toEqual(['held', 'held', 'submitted']);
			expect(result[0]).toMatchObject({
				reason: 'channel-unclear',
				message: expect.stringContaining('DE MFN, FR AFN: Amazon keeps one fulfillment channel') as unknown,
			});
		},
	);

	it('needs no words when the rules agree', async () => {
		const result = await send(offer('submit', 'stock', { marketplaceIds: [DE, UK] }), [
			{ sku: 'T-1', quantity: 4 },
			{ sku: '', quantity: 4 },
		]);
		expect(result.map(({ quantity }) => quantity)).toEqual([4, 4, '']);
		expect(result.filter(({ stockShared = '' }) => stockShared !== '')).toEqual([]);
	});

	it('is not that of a value which a newer one has overtaken', async () => {
		const items = [
			{ sku: 'T-1', quantity: 3, marketplace: 'DE' },
			{ sku: 'T-1', quantity: 8, marketplace: 'DE' },
			{ sku: 'T-1', quantity: 9, marketplace: 'UK' },
			{ sku: 'T-2', quantity: 1, marketplace: 'FR' },
		];
		const result = await send(offer('submit', 'stock', everywhere), items);
		expect(result.map(({ status, quantity }) => [status, quantity])).toEqual([
			['superseded', ''],
			['submitted', 8],
			['submitted', 8],
			['submitted', 1],
		]);
	});

	it('is not that of an item whose stock cannot be read', async () => {
		const result = await send(
			offer('submit', 'stock', everywhere),
			perMarketplace({ DE: 8, UK: 'many', FR: 9 }),
		);
		expect(result.map(({ status, quantity }) => [status, quantity])).toEqual([
			['submitted', 8],
			['held', ''],
			['submitted', 8],
		]);
	});

	it('counts where it is no news, and is news where Amazon was last sent another', async () => {
		const items = [
			{ sku: 'T-1', quantity: 5, lastQuantity: 5, marketplace: 'UK' },
			{ sku: 'T-1', quantity: 8, lastQuantity: 8, marketplace: 'DE' },
			{ sku: 'T-1', quantity: 9, lastQuantity: 5, marketplace: 'FR' },
		];
		const parameters = { ...everywhere, options: { onlyChanges: true } };
		const result = await send(offer('submit', 'stock', parameters), items);
		expect(result.map(({ status, reason, quantity }) => [status, reason, quantity])).toEqual([
			['held', 'unchanged', ''],
			['submitted', '', 5],
			['held', 'unchanged', ''],
		]);
	});

	it('sells out everywhere, and the brake sees it', async () => {
		const items = perMarketplace({ UK: 0, DE: 8 }).map((item) => ({ ...item, lastQuantity: 8 }));
		const parameters = { ...everywhere, soldOutPercent: 50, options: { soldOutAtLeast: 1 } };
		const result = await send(offer('submit', 'stock', parameters), items);
		expect(result.map(({ reason }) => reason)).toEqual(['too-many-sold-out', 'too-many-sold-out']);
	});

	it.each([
		{
			name: 'where the last quantity of one marketplace is unknown',
			rows: [
				{ marketplace: 'DE', quantity: 0, lastQuantity: 5 },
				{ marketplace: 'UK', quantity: 8 },
			],
		},
		{
			name: 'where one marketplace was last sent 0 and another has a quantity on sale',
			rows: [
				{ marketplace: 'DE', quantity: 0, lastQuantity: 0 },
				{ marketplace: 'UK', quantity: 8, lastQuantity: 8 },
			],
		},
		{
			name: 'where it would go in one message only',
			options: { stockOnce: true },
			rows: [
				{ marketplace: 'DE', quantity: 0, lastQuantity: 5 },
				{ marketplace: 'UK', quantity: 0, lastQuantity: 5 },
			],
		},
	])('is held in all of them by the brake $name', async ({ rows, options }) => {
		const items = rows.map((row) => ({ sku: 'T-1', ...row }));
		const parameters = { ...everywhere, options: { ...options, soldOutAtLeast: 1 } };
		const result = await send(offer('submit', 'stock', parameters), items);
		const message = expect.stringMatching(/^1 of 1 items would go to 0/) as unknown;
		expect(result).toMatchObject(Array(2).fill({ status: 'held', reason: 'too-many-sold-out', message }));
		expect(stage.calls(seller)).toEqual([]);
	});

	it('goes once if wanted, in the first message that carries it', async () => {
		const parameters = { ...everywhere, options: { stockOnce: true } };
		const result = await send(offer('submit', 'offer', parameters), perMarketplace({ UK: 5, DE: 8, FR: 9 }));
		expect(result).toMatchObject([
			{ status: 'submitted', price: '10.00', quantity: 5 },
			{ status: 'submitted', price: '10.00', quantity: '', message: '', held: '' },
			{ status: 'submitted', price: '10.00', quantity: '', message: '', held: '' },
		]);
		expect(result[1]).toMatchObject({
			note: 'The quantity goes in the message for United Kingdom: Amazon keeps one for the whole region',
		});
		expect(quantityOf('T-1')).toBe(5);
	});

	it('goes once: the other marketplaces have nothing of their own to send', async () => {
		const options = { stockOnce: true, onlyChanges: true };
		const items = perMarketplace({ UK: 5, DE: 8, FR: 9 }).map((item) => ({
			...item,
			lastQuantity: item.marketplace === 'UK' ? 5 : 7,
		}));
		const result = await send(offer('submit', 'stock', { ...everywhere, options }), items);
		expect(result.map(({ status, reason }) => [status, reason])).toEqual([
			['held', 'unchanged'],
			['submitted', ''],
			['superseded', 'stock-sent-once'],
		]);
	});
});

describe('what the form says', () => {
	it('may differ from item to item', async () => {
		const items = [
			{ code: 'T-1', cost: 10, to: DE, markup: '5' },
			{ code: 'T-2', cost: 10, to: UK, markup: '10' },
		];
		const parameters = {
			...{ skuField: '=code', priceField: '={{ "co" + "st" }}', marketplaceIds: '={{ [$json.to] }}' },
			changePriceBy: '=+{{ $json.markup }} %',
		};
		expect(await send(offer('submit', 'price', parameters), items)).toMatchObject([
			{ sku: 'T-1', marketplace: 'DE', price: '10.50', status: 'submitted' },
			{ sku: 'T-2', marketplace: 'UK', price: '11.00', status: 'submitted' },
		]);
	});

	it('reaches into objects and lists, and copies fields into the answers', async () => {
		const items = [{ id: 7, revision: 3, variants: [{ sku: 'T-1', price: '10.00' }], secretField: 'x' }];
		const parameters = {
			skuField: 'variants.0.sku',
			priceField: 'variants.0.price',
			options: { keepFields: 'id, revision' },
		};
		const [result] = await send(offer('submit', 'price', parameters), items);
		expect(result).toMatchObject({ id: 7, revision: 3, sku: 'T-1', price: '10.00' });
		expect(result).not.toHaveProperty('secretField');
	});

	it.each([
		{
			name: 'a chunk of nothing',
			parameters: { options: { chunkSize: 0 } },
			message: 'Feed Chunk Size is 0, but it must be a whole number from 1 to 25,000',
		},
		{
			name: 'a floor that is no number',
			parameters: { lowestPrice: '5 EUR%' },
			message:
				'Lowest Price is "5 EUR%", but it must be an amount such as 9.99, a percentage such as 80 %, or the name of an input field',
		},
		{
			name: 'a time zone of nowhere',
			parameters: { options: { timeZone: 'Mars/Olympus' } },
			message:
				'Time Zone of Dates is "Mars/Olympus", but it must be the name of a time zone, such as Europe/Berlin',
		},
		{
			name: 'a share above all',
			parameters: { stockRules: { sharePercent: 120 } },
			message: 'Show: Part of the Stock (%) is 120, but it must be a percentage from 0 to 100',
		},
		{
			name: 'a handling time of 31 days',
			parameters: { stockRules: { handlingDays: 31 } },
			message: 'Delivery: Handling Time (Days) is 31, but it must be a whole number from 1 to 30',
		},
		{
			name: 'a change that may be a percentage or an amount',
			parameters: { changePriceBy: '5' },
			message:
				'Change Price By is "5", but it must be a percentage such as +5 %, an amount such as +2.50 or -1, or the name of an input field',
		},
		{
			name: 'a further change that may be a percentage or an amount',
			parameters: { priceRules: { adjustments: '+5 %; 3' } },
			message: 'Further Price Changes is "3", but it must be a percentage such as +5 %',
		},
		{
			name: 'a discount without its quantity',
			parameters: { priceRules: { tiers: '5 %' } },
			message:
				'Business Quantity Discounts is "5 %", but it must be a list such as 5: 3 %; 10: 5 %, or 5: 9.50',
		},
		{
			name: 'an ending of three digits',
			parameters: { endPricesIn: '.999' },
			message: 'End Prices In is ".999", but it must be two digits, such as .99',
		},
		{
			name: 'two ways to round',
			parameters: { endPricesIn: '.99', priceRules: { rounding: { rule: { kind: 'whole' } } } },
			message: 'End Prices In is ".99", but it must be empty where there is a rule Rounding',
		},
		{
			name: 'a brake in words',
			parameters: { brakePercent: 'half' },
			message: 'Maximum Price Move (%) is "half", but it must be a number such as 5 or 1.5',
		},
		{
			name: 'a brake on zeroes above all',
			parameters: { soldOutPercent: 101 },
			message: 'Sold-Out Brake (%) is 101, but it must be a percentage from 0 to 100',
		},
		{
			name: 'a buffer in words',
			parameters: { keepBack: 'two' },
			message: 'Keep Back is "two", but it must be a number such as 5 or 1.5',
		},
		{
			name: 'a rate of 0',
			parameters: {
				priceRules: {
					storeCurrency: 'USD',
					exchangeRates: 'USD>EUR 0',
				},
			},
			message: 'Exchange Rates (USD>EUR) is "0", but it must be a number above 0',
		},
		{
			name: 'a marketplace of another account',
			parameters: { marketplaceIds: ['ATVPDKIKX0DER'] },
			message:
				'Marketplaces is "ATVPDKIKX0DER", but it must be marketplaces of the credential: Germany, United Kingdom, France',
		},
	])('is refused by name: $name', async ({ parameters, message }) => {
		const result = await stage.listings(seller, offer('submit', 'offer', parameters), [
			{ sku: 'T-1', price: 1, quantity: 1 },
		]);
		expect(result.error?.message).toContain(message);
		expect(stage.calls(seller)).toEqual([]);
	});
});

it('lets no secret out', () => expect(stage.leaks()).toEqual([]));
