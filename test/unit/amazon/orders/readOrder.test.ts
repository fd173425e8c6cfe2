import fc from 'fast-check';

import { anItem, anOrder } from './anOrder';
import { isOrderItem, readOrder } from '../../../../nodes/amazon/orders/readOrder';
import { toMarketplaceOrder } from '../../../../nodes/amazon/orders/toMarketplaceOrder';
import { toOrderItem } from '../../../../nodes/rules/order/orderItem';

const order = toMarketplaceOrder(
	anOrder({
		recipient: { deliveryAddress: { name: 'Ann', addressLine1: '1 Main Street', city: 'Bath' } },
		packages: [{ packageReferenceId: '1', packageItems: [{ orderItemId: '1', quantity: 1 }] }],
		orderItems: [anItem(), anItem({ orderItemId: '12345678901235' })],
	}),
);

const item = toOrderItem(order);

/** The item as JSON with one place changed; `undefined` removes it. */
function changed(path: string, value: unknown): unknown {
	const copy = JSON.parse(JSON.stringify(item)) as Record<string, unknown>;
	const names = path.split('.');
	const last = names.pop() ?? '';
	let place: Record<string, unknown> = copy;
	for (const name of names) place = place[name] as Record<string, unknown>;
	if (value === undefined) delete place[last];
	else place[last] = value;
	return copy;
}

describe('readOrder', () => {
	it('takes an order as Amazon answers it, and as it was simplified, to the same order', () => {
		expect(readOrder(anOrder())).toEqual(toMarketplaceOrder(anOrder()));
		expect(readOrder(item)).toEqual(order);
		expect(readOrder(JSON.parse(JSON.stringify(item)))).toEqual(order);
	});

	it.each([
		{ name: 'nothing', json: undefined },
		{ name: 'null', json: null },
		{ name: 'text', json: '302-1234567-1234567' },
		{ name: 'a list', json: [item] },
		{ name: 'an empty object', json: {} },
		{ name: 'an id alone', json: { orderId: '302-1234567-1234567' } },
		{ name: 'a product', json: { sku: 'A', price: 1 } },
		{ name: 'an order without an id', json: anOrder({ orderId: '' }) },
		{ name: 'an order without items', json: anOrder({ orderItems: undefined }) },
	])('is undefined for $name', ({ json }) => {
		expect(readOrder(json)).toBeUndefined();
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (json) => {
				const read = readOrder(json);
				expect(read === undefined || isOrderItem(toOrderItem(read))).toBe(true);
			}),
		);
	});
});

describe('isOrderItem', () => {
	it.each([
		['amazonOrderId', 7],
		['amazonOrderId', undefined],
		['status', 'LOST'],
		['fulfillmentChannel', 'FBA'],
		['marketplace', null],
		['salesChannel', true],
		['purchasedAt', undefined],
		['currencies', 'EUR'],
		['currencies', [1]],
		['total', '20,00'],
		['total', '-1'],
		['total', 20],
		['total', null],
		['toCollect', 'all'],
		['programs', undefined],
		['paymentMethods', {}],
		['buyerDetails', undefined],
		['buyerDetails', []],
		['buyerDetails.name', 5],
		['address', 'x'],
		['address.lines', undefined],
		['address.lines', [null]],
		['address.city', {}],
		['lines', {}],
		['lines.0', null],
		['lines.0.itemId', undefined],
		['lines.1.ordered', '2'],
		['lines.1.ordered', -1],
		['lines.1.shipped', 1.5],
		['lines.1.cancelled', undefined],
		['lines.0.amounts', undefined],
		['lines.0.amounts.item', 'many'],
		['lines.0.tax', null],
		['lines.0.tax.total', 1],
		['lines.0.taxCollectedByAmazon', undefined],
		['lines.0.promotions', undefined],
		['packages', undefined],
		['packages.0.reference', 1],
		['packages.0.lines.0.quantity', 'x'],
	])('does not take %s that is %j', (path, value) => {
		expect(isOrderItem(changed(path, value))).toBe(false);
	});

	it.each([
		['amazonOrderId', 'anything'],
		['extra', { any: 'thing' }],
		['salesChannel', undefined],
		['salesChannel', 'ANY_SHOP'],
		['total', undefined],
		['total', '20'],
		['total', ''],
		['buyer', undefined],
		['products', 5],
		['address', undefined],
		['currency', undefined],
		['lines', []],
		['lines.0.sku', undefined],
		['lines.0.unitPrice', '0'],
		['lines.0.cancelRequest', ''],
	])('takes %s that is %j', (path, value) => {
		expect(isOrderItem(changed(path, value))).toBe(true);
	});
});
