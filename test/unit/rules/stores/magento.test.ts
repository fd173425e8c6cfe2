import type { StoreOrder } from '../../../../nodes/rules/import/storeOrder';
import { toMagentoOrder } from '../../../../nodes/rules/stores/magento/order';
import { MAGENTO, unknownFields } from './documentedFields';
import {
	ADDRESS,
	AMAZON_ORDER_ID,
	ODD_ORDERS,
	promotedOrder,
	storeLine,
	storeOrder,
	taxedOrder,
} from './orderBuilder';

const entityOf = (changes: Partial<StoreOrder> = {}) => toMagentoOrder(storeOrder(changes)).entity;
const assignmentOf = (order: StoreOrder) =>
	toMagentoOrder(order).entity.extension_attributes.shipping_assignments[0];

it('maps a plain order', () => {
	expect(entityOf({ orderNumber: 'AMZ-1', store: '3' })).toMatchObject({
		state: 'processing',
		status: 'processing',
		ext_order_id: AMAZON_ORDER_ID,
		increment_id: 'AMZ-1',
		store_id: 3,
		created_at: '2026-01-02 03:04:05',
		order_currency_code: 'USD',
		base_currency_code: 'USD',
		customer_is_guest: 1,
		customer_email: 'buyer@marketplace.example',
		grand_total: 25,
		subtotal: 20,
		shipping_amount: 5,
		shipping_description: 'Standard',
		total_qty_ordered: 2,
		items: [
			{
				sku: 'MUG',
				product_id: 41,
				product_type: 'simple',
				ext_order_item_id: '11111111111111',
				qty_ordered: 2,
				price: 10,
				row_total: 20,
			},
		],
		billing_address: { address_type: 'billing', firstname: 'Jane', region: 'Georgia', region_code: 'GA' },
		payment: {
			method: 'amazon',
			additional_information: ['Paid on Amazon', `Amazon order ${AMAZON_ORDER_ID}`],
			amount_ordered: 25,
		},
		status_histories: [],
	});
	expect(assignmentOf(storeOrder())).toMatchObject({
		shipping: {
			address: { address_type: 'shipping', city: 'Atlanta' },
			method: 'flatrate_flatrate',
			total: { shipping_amount: 5, base_shipping_amount: 5 },
		},
		items: [{ sku: 'MUG' }],
	});
});

it.each([
	['paid', '0.00', { state: 'processing', status: 'processing' }],
	['paid on delivery', '25.00', { state: 'new', status: 'pending' }],
	['paid in part on delivery', '20.00', { state: 'new', status: 'pending' }],
])('an order that is %s: its stage, and what an invoice would pay', (_label, toCollect, stage) => {
	const entity = entityOf({ toCollect, comments: ['To collect'] });
	expect(entity).toMatchObject({ ...stage, total_due: 25 });
	expect(entity).not.toHaveProperty('total_paid');
	expect(entity.status_histories).toMatchObject([{ status: stage.status }]);
});

describe('what is absent is left out', () => {
	it.each([
		['no number: Magento counts', {}, 'increment_id'],
		['the default store', {}, 'store_id'],
		['a store by its code', { store: 'german' }, 'store_id'],
		['an unreadable moment', { placedAt: 'yesterday' }, 'created_at'],
		['no VAT number', {}, 'customer_taxvat'],
	])('%s', (_label, changes, field) => {
		expect(entityOf(changes)).not.toHaveProperty(field);
	});

	it('no product id, when the product is to be created', () => {
		const [item] = entityOf({ lines: [storeLine({ productId: '', createProduct: true })] }).items;
		expect(item).toMatchObject({ sku: 'MUG', name: 'Blue mug' });
		expect(item).not.toHaveProperty('product_id');
	});

	it.each([
		['a country without regions', { region: '', regionCode: '', country: 'DE' }, ['region', 'region_code']],
		['a region without code', { region: 'Kent', regionCode: '', country: 'GB' }, ['region_code']],
		['no company', {}, ['company']],
	])('%s', (_label, changes, fields) => {
		const address = entityOf({ billingAddress: { ...ADDRESS, ...changes } }).billing_address;
		for (const field of fields) expect(address).not.toHaveProperty(field);
	});
});

describe('what Magento demands has a placeholder', () => {
	it.each([
		['no phone', { phone: '' }, { telephone: '-' }],
		['no names', { firstName: '', lastName: '' }, { firstname: '-', lastname: '-' }],
		['names of one letter', { firstName: 'X', lastName: 'Y' }, { firstname: 'X', lastname: 'Y' }],
		['a single name', { firstName: 'Madonna', lastName: '' }, { firstname: 'Madonna', lastname: '-' }],
		['no street', { street: [] }, { street: ['-'] }],
		['no city', { city: '' }, { city: '-' }],
		['no postal code', { postalCode: '' }, { postcode: '-' }],
	])('%s', (_label, changes, expected) => {
		const address = { ...ADDRESS, ...changes };
		const order = storeOrder({ billingAddress: address, shippingAddress: address });
		expect(toMagentoOrder(order).entity.billing_address).toMatchObject(expected);
		expect(assignmentOf(order)?.shipping.address).toMatchObject(expected);
	});

	it('no e-mail address', () => {
		const customer = { ...storeOrder().customer, email: '', firstName: '', lastName: '' };
		expect(entityOf({ customer })).toMatchObject({
			customer_email: 'unknown@example.invalid',
			customer_firstname: '-',
			customer_lastname: '-',
			billing_address: { email: 'unknown@example.invalid' },
		});
	});
});

it('keeps every line of an address', () => {
	const street = ['1 Peach Street', 'Floor 2', 'Ring twice'];
	expect(entityOf({ billingAddress: { ...ADDRESS, street } }).billing_address.street).toEqual(street);
});

it('maps a business order', () => {
	const customer = { ...storeOrder().customer, company: 'ACME', vatNumber: 'DE123456789' };
	const entity = entityOf({ business: true, purchaseOrderNumber: 'PO-7', customer });
	expect(entity).toMatchObject({
		customer_taxvat: 'DE123456789',
		billing_address: { vat_id: 'DE123456789' },
		payment: { po_number: 'PO-7' },
	});
});

it('writes the comments into the history, unseen by the buyer', () => {
	const comments = ['Gift message: Alles Gute 🎂', 'No phone: "-" is used'];
	expect(entityOf({ comments }).status_histories).toEqual(
		comments.map((comment) => ({
			comment,
			status: 'processing',
			entity_name: 'order',
			is_customer_notified: 0,
			is_visible_on_front: 0,
		})),
	);
});

describe('taxes', () => {
	it('that are included are taken out of the amounts', () => {
		expect(toMagentoOrder(taxedOrder()).entity).toMatchObject({
			grand_total: 26,
			subtotal: 19.3,
			subtotal_incl_tax: 21,
			shipping_amount: 4.6,
			shipping_incl_tax: 5,
			shipping_tax_amount: 0.4,
			tax_amount: 2.1,
			discount_tax_compensation_amount: 0,
			items: [
				{ price: 9.2, price_incl_tax: 10, row_total: 18.4, row_total_incl_tax: 20, tax_amount: 1.6 },
				{ sku: 'amazon-gift-wrap', row_total: 0.9, row_total_incl_tax: 1, tax_amount: 0.1 },
			],
		});
	});

	it('that come on top are added', () => {
		expect(toMagentoOrder(taxedOrder({ taxIncluded: false })).entity).toMatchObject({
			grand_total: 28.1,
			subtotal: 21,
			subtotal_incl_tax: 22.7,
			shipping_amount: 5,
			shipping_incl_tax: 5.4,
			tax_amount: 2.1,
			items: [{ price: 10, price_incl_tax: 10.8, row_total: 20, row_total_incl_tax: 21.6 }, {}],
		});
	});

	it('that promotions lowered are compensated', () => {
		const lines = [storeLine({ discount: '3.00', tax: '2.00' })];
		expect(toMagentoOrder(promotedOrder({ lines, tax: '1.70' })).entity).toMatchObject({
			grand_total: 21,
			subtotal: 18,
			tax_amount: 1.7,
			discount_tax_compensation_amount: 0.3,
		});
	});
});

it('counts promotions down', () => {
	expect(toMagentoOrder(promotedOrder()).entity).toMatchObject({
		grand_total: 21,
		subtotal: 20,
		discount_amount: -4,
		shipping_amount: 5,
		shipping_discount_amount: 1,
		items: [{ row_total: 20, discount_amount: 3 }],
	});
});

describe('amounts without a field of their own are virtual items', () => {
	it.each([
		['gift wrap', { giftWrap: { amount: '3.49', tax: '0.00' } }, 'amazon-gift-wrap', 3.49],
		['cash on delivery', { codFee: '4.00' }, 'amazon-cod-fee', 4],
		['another fee', { otherFee: '0.30' }, 'amazon-other-fee', 0.3],
		['an adjustment upwards', { adjustment: '0.01' }, 'amazon-adjustment', 0.01],
		['an adjustment downwards', { adjustment: '-0.01' }, 'amazon-adjustment', -0.01],
	])('%s', (_label, changes, sku, amount) => {
		const order = storeOrder(changes);
		const { entity } = toMagentoOrder(order);
		expect(entity.items).toHaveLength(2);
		expect(entity.items[1]).toMatchObject({
			sku,
			product_type: 'virtual',
			is_virtual: 1,
			qty_ordered: 1,
			row_total: amount,
		});
		expect(entity.is_virtual).toBe(0);
		expect(assignmentOf(order)?.items).toHaveLength(1);
	});
});

it('leaves nothing to ship of what has been shipped', () => {
	const giftWrap = { amount: '3.49', tax: '0.00' };
	const [goods, wrap] = entityOf({ shipped: true, giftWrap }).items;
	expect(goods).toMatchObject({ qty_ordered: 2, qty_shipped: 2 });
	expect(wrap).not.toHaveProperty('qty_shipped');
	expect(entityOf().items[0]).not.toHaveProperty('qty_shipped');
});

it('prints yen without decimals', () => {
	const yen = ODD_ORDERS.find(([label]) => label === 'yen')?.[1] ?? storeOrder();
	const { entity } = toMagentoOrder(yen);
	expect(entity).toMatchObject({ grand_total: 1680, subtotal: 1330, shipping_amount: 400, tax_amount: 91 });
	expect(JSON.stringify(entity)).not.toMatch(/\d\.\d/);
});

it.each(ODD_ORDERS)('names only fields that Magento knows: %s', (_label, order) => {
	const { entity } = toMagentoOrder(order);
	const address = assignmentOf(order)?.shipping.address ?? {};
	const unknown = [
		...unknownFields(entity, MAGENTO.order),
		...entity.items.flatMap((item) => unknownFields(item, MAGENTO.item)),
		...[entity.billing_address, address].flatMap((part) => unknownFields(part, MAGENTO.address)),
		...unknownFields(entity.payment, MAGENTO.payment),
		...entity.status_histories.flatMap((history) => unknownFields(history, MAGENTO.history)),
	];
	expect(unknown).toEqual([]);
});
