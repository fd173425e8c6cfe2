import { ask } from '../../simulator/client';
import { startDemoStore, type DemoStore } from '../../stores';
import { storeOrder } from '../rules/stores/orderBuilder';
import { callers, type Callers } from './askStore';

let store: DemoStore;
let webhook: Callers['webhook'];

beforeEach(async () => {
	store = await startDemoStore();
	({ webhook } = callers(store));
});
afterEach(() => store.stop());

const order = storeOrder({ comments: ['Gift: happy birthday'] });
const post = (changes: object = {}) => webhook('POST', '/webhook/orders', { ...order, ...changes });

describe('any store behind a webhook', () => {
	it('refuses a wrong token', async () => {
		const headers = { 'x-store-token': 'wrong' };
		const answer = await ask(store.url, { method: 'POST', path: '/webhook/orders', headers, body: order });
		expect(answer).toMatchObject({ status: 401, json: { error: 'unauthorized' } });
	});

	it('takes the neutral order and finds it again', async () => {
		expect(await post()).toMatchObject({ status: 201, json: { id: '1', number: 'W-000001' } });
		expect(await post({ amazonOrderId: 'other', orderNumber: 'AMZ-2' })).toMatchObject({
			...{ status: 201, json: { id: '2', number: 'AMZ-2' } },
		});
		expect(store.orders[0]).toMatchObject({
			...{ platform: 'webhook', id: '1', amazonOrderId: order.amazonOrderId, currency: 'USD' },
			...{ total: '25.00', status: 'new', comments: ['Gift: happy birthday'] },
			lines: [{ amazonItemId: '11111111111111', sku: 'MUG', quantity: 2, total: '20.00' }],
		});
		const found = await webhook('GET', `/webhook/orders?amazonOrderId=${order.amazonOrderId}`);
		expect(found.json).toMatchObject([{ id: '1' }]);
		expect((await webhook('GET', '/webhook/orders?amazonOrderId=none')).json).toEqual([]);
	});

	it('refuses an Amazon order that is there already, and says which it is', async () => {
		await post();
		expect(await post({ orderNumber: 'AMZ-2' })).toMatchObject({
			...{ status: 409, json: { error: 'duplicate', id: '1', number: 'W-000001' } },
		});
		expect(store.orders).toHaveLength(1);
		expect(store.duplicates).toEqual([]);
	});

	it('cancels an order, as often as it is asked to, and knows no others', async () => {
		await post();
		for (const status of [200, 200])
			expect(await webhook('DELETE', '/webhook/orders/1')).toMatchObject({ status, json: { id: '1' } });
		expect(store.orders).toMatchObject([{ id: '1', status: 'cancelled' }]);
		expect(await webhook('DELETE', '/webhook/orders/2')).toMatchObject({ status: 404 });
	});

	const [line] = order.lines;
	it.each([
		['amazonOrderId', { amazonOrderId: '' }],
		['currency', { currency: undefined }],
		['customer.email', { customer: {} }],
		['shipping.amount', { shipping: { ...order.shipping, amount: '4,99' } }],
		['total', { total: '24.99' }],
		['tax', { tax: null }],
		['taxIncluded', { taxIncluded: 'yes' }],
		['then.createInvoice', { then: {} }],
		['lines', { lines: [] }],
		['lines.0.sku', { lines: [{ ...line, sku: '' }] }],
		['lines.0.rowTotal', { lines: [{ ...line, rowTotal: 'free' }] }],
		['lines.0.quantity', { lines: [{ ...line, quantity: 0 }] }],
	])('names the field %s when it is wrong', async (field, changes) => {
		expect(await post(changes)).toMatchObject({ status: 400, json: { error: 'invalid', field } });
		expect(store.orders).toEqual([]);
	});

	it('adds tax that is not included', async () => {
		expect(await post({ taxIncluded: false, tax: '2.00', total: '25.00' })).toMatchObject({ status: 400 });
		expect(await post({ taxIncluded: false, tax: '2.00', total: '27.00' })).toMatchObject({ status: 201 });
	});

	it('refuses what is no JSON', async () => {
		expect(await webhook('POST', '/webhook/orders', 'x')).toMatchObject({ status: 400 });
	});
});
