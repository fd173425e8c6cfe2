import { toMagentoCart } from '../../../../nodes/rules/stores/magento/cart';
import { MAGENTO, unknownFields } from './documentedFields';
import { ADDRESS, AMAZON_ORDER_ID, ODD_ORDERS, storeLine, storeOrder } from './orderBuilder';

const ORDER = storeOrder({
	lines: [storeLine(), storeLine({ sku: 'CUP', quantity: 1 })],
	purchaseOrderNumber: 'PO-7',
	comments: ['Gift message: Alles Gute'],
});

it('walks through a cart to an order that carries the Amazon order id', () => {
	const calls = toMagentoCart(ORDER);
	expect(calls.map(({ path, asGuest, answers }) => [path, asGuest, answers])).toEqual([
		['/rest/V1/guest-carts', true, 'cartId'],
		['/rest/V1/guest-carts/{cartId}/items', true, undefined],
		['/rest/V1/guest-carts/{cartId}/items', true, undefined],
		['/rest/V1/guest-carts/{cartId}/shipping-information', true, undefined],
		['/rest/V1/guest-carts/{cartId}/payment-information', true, 'orderId'],
		['/rest/V1/orders', false, undefined],
		['/rest/V1/orders/{orderId}/comments', false, undefined],
	]);
	expect(calls.map(({ body }) => body)).toMatchObject([
		{},
		{ cartItem: { quote_id: '{cartId}', sku: 'MUG', qty: 2 } },
		{ cartItem: { quote_id: '{cartId}', sku: 'CUP', qty: 1 } },
		{
			addressInformation: {
				shipping_address: { city: 'Atlanta', region_code: 'GA', country_id: 'US' },
				billing_address: { email: 'buyer@marketplace.example' },
				shipping_carrier_code: 'flatrate',
				shipping_method_code: 'flatrate',
			},
		},
		{
			email: 'buyer@marketplace.example',
			paymentMethod: { method: 'amazon', po_number: 'PO-7' },
			billing_address: { firstname: 'Jane' },
		},
		{ entity: { entity_id: '{orderId}', ext_order_id: AMAZON_ORDER_ID } },
		{ statusHistory: { comment: 'Gift message: Alles Gute', is_customer_notified: 0 } },
	]);
});

it.each([
	['by its code', 'german', '/rest/german/V1/guest-carts'],
	['by its number', '3', '/rest/V1/guest-carts'],
	['none', '', '/rest/V1/guest-carts'],
])('store %s', (_label, store, path) => {
	expect(toMagentoCart({ ...ORDER, store })[0]?.path).toBe(path);
});

it.each([
	['flatrate_flatrate', 'flatrate', 'flatrate'],
	['ups_GND_XL', 'ups', 'GND_XL'],
	['pickup', 'pickup', ''],
])('the shipping method %s', (method, carrier, code) => {
	const calls = toMagentoCart({ ...ORDER, shipping: { ...ORDER.shipping, method } });
	expect(calls[3]?.body).toMatchObject({
		addressInformation: { shipping_carrier_code: carrier, shipping_method_code: code },
	});
});

it.each([
	['one line', ['1 Peach Street'], ['1 Peach Street']],
	['two lines', ['1 Peach Street', 'Floor 2'], ['1 Peach Street', 'Floor 2']],
	['three lines', ['1 Peach Street', 'Floor 2', 'Ring twice'], ['1 Peach Street', 'Floor 2, Ring twice']],
	['no line', [], ['-']],
])('an address of %s', (_label, street, expected) => {
	const calls = toMagentoCart({ ...ORDER, shippingAddress: { ...ADDRESS, street } });
	expect(calls[3]?.body).toMatchObject({ addressInformation: { shipping_address: { street: expected } } });
});

it.each(ODD_ORDERS)('names only fields that Magento knows: %s', (_label, order) => {
	const addresses = toMagentoCart(order).flatMap(({ body }) => {
		const { addressInformation, billing_address } = body as Record<string, Record<string, object>>;
		return [addressInformation?.shipping_address, addressInformation?.billing_address, billing_address];
	});
	const known = addresses.filter((address) => address !== undefined);
	expect(known).toHaveLength(3);
	expect(known.flatMap((address) => unknownFields(address, MAGENTO.cartAddress))).toEqual([]);
});
