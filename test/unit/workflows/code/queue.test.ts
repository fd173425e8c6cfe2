import { changeFor } from '../../../../workflows-examples/source/code/queue/answers';
import { heldMessages } from '../../../../workflows-examples/source/code/queue/heldMessage';
import { sortIntoLanes, type WaitingRow } from '../../../../workflows-examples/source/code/queue/lanes';
import { soldByThemselves } from '../../../../workflows-examples/source/code/queue/magentoProducts';
import { rowsOfMagento } from '../../../../workflows-examples/source/code/queue/magentoRows';
import { sinceWhen } from '../../../../workflows-examples/source/code/queue/magentoSince';
import { marketplacesOf, moment, stock } from '../../../../workflows-examples/source/code/queue/offerRow';
import { takenOf } from '../../../../workflows-examples/source/code/queue/ours';
import { rowsOfShopify } from '../../../../workflows-examples/source/code/queue/shopifyRows';
import { rowsOfWooCommerce } from '../../../../workflows-examples/source/code/queue/wooCommerceRows';

const WHEN = '2026-11-20T10:00:00Z';

describe('what all rows of offers have in common', () => {
	it.each([
		[3, 3],
		[-2, 0],
		['7', 7],
		['', null],
		[null, null],
		[undefined, null],
		['many', null],
	])('stock %p is %p', (value, expected) => expect(stock(value)).toBe(expected));

	it.each([
		['DE', ['DE']],
		['DE, FR ,', ['DE', 'FR']],
		['', []],
	])('marketplaces "%s"', (list, expected) => expect(marketplacesOf(list)).toEqual(expected));

	it('a moment is UTC, and now when it cannot be read', () => {
		expect(moment('2026-11-20T11:00:00+01:00')).toBe('2026-11-20T10:00:00.000Z');
		expect(Math.abs(Date.parse(moment('soon')) - Date.now())).toBeLessThan(60_000);
	});
});

describe('rows of Shopify', () => {
	const variant = { id: 2, title: 'M', sku: ' SHIRT-M ', price: '19.99', inventory_quantity: 4 };
	const body = { id: 1, title: 'Shirt', status: 'active', updated_at: WHEN, variants: [variant] };
	const rowsFor = (change: object, marketplaces = 'DE') =>
		rowsOfShopify({ body: { ...body, ...change }, marketplaces, currency: 'EUR' });

	it('one per variant and marketplace', () => {
		expect(rowsFor({}, 'DE,FR')).toEqual([
			expect.objectContaining({ key: 'DE|SHIRT-M', storeItem: 'shopify/1/2/DE', product: 'Shirt / M' }),
			expect.objectContaining({
				key: 'FR|SHIRT-M',
				price: '19.99',
				quantity: 4,
				status: 'pending',
				priority: 0,
			}),
		]);
	});

	it.each([
		['no variants', { variants: [] }, 'DE'],
		['no list of variants', { variants: undefined }, 'DE'],
		['no marketplaces', {}, ''],
	])('none for %s', (_what, change, marketplaces) => expect(rowsFor(change, marketplaces)).toEqual([]));

	it.each([
		['without a SKU', { sku: null }, { key: 'NO-SKU|shopify/1/2/DE', status: 'held', reason: 'no-sku' }],
		['sold out', { inventory_quantity: 0 }, { quantity: 0, priority: 10 }],
		['not managed', { inventory_management: null }, { managesStock: false }],
	])('a variant %s', (_what, change, expected) => {
		expect(rowsFor({ variants: [{ ...variant, ...change }] })).toEqual([expect.objectContaining(expected)]);
	});
});

describe('rows of WooCommerce', () => {
	const body = {
		...{
			id: 5,
			type: 'simple',
			name: 'Mug',
			sku: 'MUG',
			status: 'publish',
			price: '9.90',
			regular_price: '12.00',
		},
		...{
			stock_quantity: 3,
			stock_status: 'instock',
			manage_stock: true,
			date_modified_gmt: '2026-11-20T10:00:00',
		},
	};
	const rowsFor = (change: object) =>
		rowsOfWooCommerce({ body: { ...body, ...change }, marketplaces: 'DE', currency: 'EUR' });

	it.each([
		['simple', {}, { storeItem: 'woocommerce/5/5/DE', price: '9.90', salePrice: '', quantity: 3 }],
		['a variation', { parent_id: 4, type: 'variation' }, { storeItem: 'woocommerce/4/5/DE' }],
		[
			'in a sale with an end',
			{
				sale_price: '9.90',
				date_on_sale_from_gmt: '2026-11-01T00:00:00',
				date_on_sale_to_gmt: '2026-12-01T00:00:00',
			},
			{
				price: '12.00',
				salePrice: '9.90',
				saleStart: '2026-11-01T00:00:00Z',
				saleEnd: '2026-12-01T00:00:00Z',
			},
		],
		['in a sale without an end', { sale_price: '9.90' }, { price: '9.90', salePrice: '' }],
		['without a SKU', { sku: '' }, { status: 'held', reason: 'no-sku' }],
		['a draft', { status: 'draft' }, { enabled: false, priority: 10 }],
	])('%s', (_what, change, expected) => expect(rowsFor(change)).toEqual([expect.objectContaining(expected)]));

	it('none for a parent', () => expect(rowsFor({ type: 'variable' })).toEqual([]));
});

describe('rows of Magento', () => {
	const product = {
		...{
			id: 9,
			sku: 'LAMP',
			name: 'Lamp',
			type_id: 'simple',
			status: 1,
			price: 30,
			updated_at: '2026-11-20 10:00:00',
		},
	};
	const settings = { marketplaces: 'DE', currency: 'EUR' };
	const rowsFor = (change: object, answer: { statusCode: number; salable?: string }) =>
		rowsOfMagento({
			products: [{ ...product, ...change }],
			answers: [answer],
			settings,
			today: '2026-11-20',
		});
	const attributes = (values: Record<string, string>) => ({
		custom_attributes: Object.entries(values).map(([attribute_code, value]) => ({ attribute_code, value })),
	});

	it.each([
		[
			'in stock',
			{},
			{ price: '30', quantity: 2, managesStock: true, updatedAtStore: '2026-11-20T10:00:00.000Z' },
		],
		[
			'with a special price',
			attributes({ special_price: '25', special_from_date: '2026-11-01 00:00:00' }),
			{ price: '25' },
		],
		[
			'with a special price that ends',
			attributes({ special_price: '25', special_to_date: '2026-11-30 00:00:00' }),
			{ price: '30', salePrice: '25', saleEnd: '2026-11-30' },
		],
		[
			'out of stock',
			{ extension_attributes: { stock_item: { is_in_stock: false } } },
			{ inStock: false, priority: 10 },
		],
	])('%s', (_what, change, expected) => {
		expect(rowsFor(change, { statusCode: 200, salable: '2' })).toEqual([expect.objectContaining(expected)]);
	});

	it('without a stock that Magento manages', () => {
		expect(rowsFor({}, { statusCode: 400 })).toEqual([
			expect.objectContaining({ quantity: null, managesStock: false }),
		]);
	});

	it('none without products', () => {
		expect(rowsOfMagento({ products: [], answers: [], settings, today: '2026-11-20' })).toEqual([]);
	});

	it('stop the run when Magento does not tell the quantity', () => {
		expect(() => rowsFor({}, { statusCode: 503 })).toThrow('HTTP 503');
		const answers = [{ statusCode: 200 }];
		expect(() => rowsOfMagento({ products: [], answers, settings, today: '' })).toThrow('more answers');
	});

	it('are made of products that are sold by themselves', () => {
		const configurable = { ...product, type_id: 'configurable' };
		expect(soldByThemselves([{ items: [product, configurable] }, { items: [] }])).toEqual([product]);
		expect(soldByThemselves([])).toEqual([]);
		expect(() => soldByThemselves([{ message: 'Not allowed' }])).toThrow('Not allowed');
	});

	const NOW = Date.parse('2026-11-20T12:00:00Z');
	it.each([
		['the last run', { changedSince: WHEN, everything: false }, '2026-11-20 09:50:00'],
		['ever, once an hour', { changedSince: WHEN, everything: true }, '1970-01-01 00:00:00'],
		['ever, at the first run', { everything: false }, '1970-01-01 00:00:00'],
	])('since %s', (_what, progress, since) => {
		expect(sinceWhen({ overlapMinutes: 10, ...progress }, NOW)).toEqual({
			...{ since, store: 'magento', changedSince: '2026-11-20T12:00:00.000Z' },
		});
	});
});

describe('lanes', () => {
	const row = (id: number, more: Partial<WaitingRow> = {}): WaitingRow => ({
		...{
			id,
			key: `DE|${id}`,
			sku: `${id}`,
			status: 'pending',
			updatedAtStore: WHEN,
			quantity: 5,
			lastQuantity: 5,
		},
		...more,
	});
	const lanesOf = (rows: WaitingRow[], urgentAtMost = 10) =>
		sortIntoLanes(rows, urgentAtMost).map(({ id, lane }) => `${id} ${lane}`);

	it.each([
		['nothing', [], []],
		['a row twice', [row(1), row(1)], ['1 feed']],
		['a sold-out row', [row(1, { quantity: 0 })], ['1 urgent']],
		[
			'an older row of the product',
			[row(1, { key: 'A', updatedAtStore: '2026-11-19' }), row(2, { key: 'A' })],
			['2 feed', '1 duplicate'],
		],
		[
			'of one change the row that was sent',
			[row(1, { key: 'A', submittedAt: WHEN }), row(2, { key: 'A' })],
			['1 feed', '2 duplicate'],
		],
		['rows without a key', [row(1, { key: '' }), row(2, { key: '' })], ['1 feed', '2 feed']],
		['a row that does not wait', [row(1, { status: 'held' })], []],
		['an item that is no row', [{}], []],
	])('%s', (_what, rows, expected) => expect(lanesOf(rows)).toEqual(expected));

	it('many sold out at once are no emergency', () => {
		expect(lanesOf([row(1, { quantity: 0 }), row(2, { quantity: 0 })], 1)).toEqual(['1 feed', '2 feed']);
	});

	it('what Amazon has of another SKU does not count', () => {
		const [renamed] = sortIntoLanes([row(1, { lastSku: 'OLD', lastPrice: '1.00' })], 10);
		expect(renamed).toMatchObject({ lastPrice: '', lastSale: '', lastQuantity: null });
	});

	it('only taken rows go on', () => {
		const items = [{ json: { id: 1 } }, { json: { id: 2 } }];
		expect(takenOf(items, [{ id: 2 }, {}])).toEqual([{ json: { id: 2 } }]);
		expect(takenOf([], [])).toEqual([]);
	});
});

describe('answers to rows', () => {
	const known = {
		id: 1,
		revision: 'r',
		lastSku: 'A',
		lastPrice: '1.00',
		lastSale: '',
		lastQuantity: 1,
		feedId: 'F0',
	};
	const sending = { rows: new Map([[1, known]]), now: WHEN };
	const answer = { id: 1, revision: 'r', sku: 'A', price: '2.00', quantity: 5, message: 'm' };

	it.each([
		[
			'submitted',
			{ status: 'submitted', feedId: 'F1', messageId: 1, feedMessages: 9 },
			{ status: 'submitted', lastPrice: '2.00', lastQuantity: 5, feedId: 'F1', pastFeed: '' },
		],
		[
			'partly in a feed',
			{ status: 'partly', feedId: 'F1', price: '', lastPrice: '1.00' },
			{ status: 'submitted', lastPrice: '1.00' },
		],
		['accepted at once', { status: 'accepted' }, { status: 'accepted', feedId: null, pastFeed: 'F0' }],
		[
			'unchanged',
			{ status: 'held', reason: 'unchanged' },
			{ status: 'unchanged', reason: '', lastPrice: '1.00', feedId: 'F0' },
		],
		['superseded', { status: 'superseded' }, { status: 'superseded', lastPrice: '', lastQuantity: null }],
		['held', { status: 'held', reason: 'too-cheap' }, { status: 'held', lastPrice: '1.00' }],
		[
			'unclear',
			{ status: 'unclear' },
			{ status: 'pending', reason: 'unclear', lastPrice: '', message: 'm It is sent again in full.' },
		],
		['failed', { status: 'failed' }, { status: 'pending', reason: 'not-sent', lastPrice: '1.00' }],
		['an error', { error: 'no network' }, { status: 'pending', reason: 'not-sent', message: 'no network' }],
		[
			'an error that may have arrived',
			{ error: { message: 'lost' }, details: { mayHaveArrived: true } },
			{ reason: 'unclear', lastPrice: '' },
		],
		['of a row that nobody knows', { id: 7, status: 'held' }, { id: 7, lastPrice: null, feedId: null }],
	])('%s', (_what, change, expected) => {
		expect(changeFor({ ...answer, ...change }, known, sending)).toMatchObject(expected);
	});
});

describe('the message about what is held', () => {
	const row = { sku: 'A', marketplace: 'DE', status: 'held', message: 'too cheap' };

	it.each([
		['none', [], []],
		['none when all went', [{ ...row, status: 'submitted' }], []],
		[
			'one product',
			[row],
			[
				{
					subject: '1 product for Amazon: not sent, or only in part',
					text: expect.stringContaining('- A (DE, held): too cheap'),
					products: 1,
				},
			],
		],
	])('%s', (_what, rows, expected) => expect(heldMessages(rows)).toEqual(expected));

	it('names 50 products and how many more there are', () => {
		const [message] = heldMessages(Array.from({ length: 53 }, () => row));
		expect(message?.text.split('\n').slice(-1)).toEqual(['... and 3 more in the table "Amazon Offers"']);
	});
});
