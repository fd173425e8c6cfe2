import { ask } from '../../simulator/client';
import { startDemoStore, type DemoStore } from '../../stores';
import { callers, type Callers } from './askStore';

let store: DemoStore;
let webhook: Callers['webhook'];

beforeEach(async () => {
	store = await startDemoStore();
	({ webhook } = callers(store));
});
afterEach(() => store.stop());

const RETURN = { amazonOrderId: '302-1234567-1234567', sku: 'MUG', quantity: '1' };
const put = async (name: string, change: object = {}) =>
	await webhook('PUT', `/webhook/returns/${encodeURIComponent(name)}`, { ...RETURN, ...change });

describe('returns at any store behind a webhook', () => {
	it('the same return is there once, however often it comes', async () => {
		expect(await put('302|D1|MUG')).toMatchObject({ status: 201, json: { return: '302|D1|MUG' } });
		expect(await put('302|D1|MUG', { quantity: '2' })).toMatchObject({ status: 200 });
		expect([...store.returns]).toEqual([['302|D1|MUG', { ...RETURN, quantity: '2' }]]);
	});

	it.each(['amazonOrderId', 'sku', 'quantity'])('refuses one without %s', async (field) => {
		expect(await put('x', { [field]: '' })).toMatchObject({ status: 400, json: { field } });
		expect(store.returns.size).toBe(0);
	});

	it('refuses a wrong token', async () => {
		const headers = { 'x-store-token': 'wrong' };
		const asked = { method: 'PUT', path: '/webhook/returns/x', headers, body: RETURN };
		expect(await ask(store.url, asked)).toMatchObject({ status: 401 });
	});
});

describe('stock at any store behind a webhook', () => {
	it('takes quantities as they are', async () => {
		const stock = [
			{ sku: 'A', quantity: 3 },
			{ sku: 'B', quantity: 0 },
		];
		expect(await webhook('POST', '/webhook/stock', { stock })).toMatchObject({
			...{ status: 200, json: { taken: 2 } },
		});
		expect([...store.stock]).toEqual([
			['A', 3],
			['B', 0],
		]);
	});

	it.each([
		['stock', []],
		['stock.0.sku', [{ sku: '', quantity: 1 }]],
		[
			'stock.1.quantity',
			[
				{ sku: 'A', quantity: 1 },
				{ sku: 'B', quantity: '2' },
			],
		],
		['stock.0.quantity', [{ sku: 'A', quantity: -1 }]],
	])('refuses all of it for %s', async (field, stock) => {
		expect(await webhook('POST', '/webhook/stock', { stock })).toMatchObject({
			status: 400,
			json: { field },
		});
		expect(store.stock.size).toBe(0);
	});
});
