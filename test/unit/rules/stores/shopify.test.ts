import type { StoreOrder } from '../../../../nodes/rules/import/storeOrder';
import { toShopifyCall, toShopifyOrder } from '../../../../nodes/rules/stores/shopify/order';
import { SHOPIFY, unknownFields } from './documentedFields';
import {
	ADDRESS,
	AMAZON_ORDER_ID,
	ODD_ORDERS,
	promotedOrder,
	storeLine,
	storeOrder,
	taxedOrder,
} from './orderBuilder';

const map = (changes: Partial<StoreOrder> = {}) => toShopifyOrder(storeOrder(changes)).order;
const dollars = (amount: string) => ({ shopMoney: { amount, currencyCode: 'USD' } });

it('maps a plain order', () => {
	expect(toShopifyOrder(storeOrder())).toEqual({
		order: {
			sourceIdentifier: AMAZON_ORDER_ID,
			processedAt: '2026-01-02T03:04:05Z',
			currency: 'USD',
			presentmentCurrency: 'USD',
			email: 'buyer@marketplace.example',
			buyerAcceptsMarketing: false,
			billingAddress: expect.objectContaining({ city: 'Atlanta' }),
			shippingAddress: {
				firstName: 'Jane',
				lastName: 'Doe',
				address1: '1 Peach Street',
				city: 'Atlanta',
				provinceCode: 'GA',
				countryCode: 'US',
				zip: '30301',
				phone: '+1 404 555 0100',
			},
			lineItems: [
				{
					sku: 'MUG',
					title: 'Blue mug',
					quantity: 2,
					priceSet: dollars('10.00'),
					requiresShipping: true,
					properties: [
						{ name: '_amazon_order_item_id', value: '11111111111111' },
						{ name: '_amazon_sku', value: 'AMZ-MUG' },
						{ name: '_amazon_asin', value: 'B000000001' },
					],
				},
			],
			shippingLines: [{ title: 'Standard', code: 'flatrate_flatrate', priceSet: dollars('5.00') }],
			taxesIncluded: true,
			taxLines: [],
			financialStatus: 'PAID',
			transactions: [
				{
					kind: 'SALE',
					status: 'SUCCESS',
					gateway: 'amazon',
					amountSet: dollars('25.00'),
					processedAt: '2026-01-02T03:04:05Z',
				},
			],
			tags: ['Amazon', AMAZON_ORDER_ID, 'Amazon US', 'MFN'],
			customAttributes: [
				{ key: 'Amazon order', value: AMAZON_ORDER_ID },
				{ key: 'Amazon marketplace', value: 'US' },
				{ key: 'Fulfilment channel', value: 'MFN' },
			],
		},
		options: {
			inventoryBehaviour: 'DECREMENT_IGNORING_POLICY',
			sendReceipt: false,
			sendFulfillmentReceipt: false,
		},
	});
});

describe('what is not paid yet', () => {
	it.each([
		['nothing', '0.00', 'PAID', ['25.00']],
		['all of it', '25.00', 'PENDING', []],
		['a part', '20.00', 'PARTIALLY_PAID', ['5.00']],
	])('%s', (_label, toCollect, financialStatus, paid) => {
		const order = map({ toCollect });
		expect(order.financialStatus).toBe(financialStatus);
		expect(order.transactions).toMatchObject(paid.map((amount) => ({ amountSet: dollars(amount) })));
		const attribute = { key: 'To collect on delivery', value: `${toCollect} USD` };
		expect(
			order.customAttributes.some(({ key, value }) => key === attribute.key && value === attribute.value),
		).toBe(toCollect !== '0.00');
	});
});

describe('items', () => {
	it.each([
		['a number', '123', 'gid://shopify/ProductVariant/123'],
		['a global id', 'gid://shopify/ProductVariant/123', 'gid://shopify/ProductVariant/123'],
		['none, when the product is to be created', '', undefined],
		['anything else', 'red', undefined],
	])('variant: %s', (_label, variantId, expected) => {
		const [item] = map({ lines: [storeLine({ variantId })] }).lineItems;
		expect((item as { variantId?: string }).variantId).toBe(expected);
	});

	it('are two where a unit price would miss the row by a cent', () => {
		const lines = [storeLine({ quantity: 3, unitPrice: '3.33', rowTotal: '10.00', variantId: '123' })];
		expect(map({ lines }).lineItems).toMatchObject([
			{ variantId: 'gid://shopify/ProductVariant/123', sku: 'MUG', quantity: 2, priceSet: dollars('3.33') },
			{ variantId: 'gid://shopify/ProductVariant/123', sku: 'MUG', quantity: 1, priceSet: dollars('3.34') },
		]);
	});

	it.each([
		['gift wrap', { giftWrap: { amount: '3.49', tax: '0.00' } }, 'Gift wrap', '3.49'],
		['cash on delivery', { codFee: '4.00' }, 'Cash on delivery', '4.00'],
		['another fee', { otherFee: '0.30' }, 'Other fee', '0.30'],
		['an adjustment upwards', { adjustment: '0.01' }, "Adjustment to Amazon's total", '0.01'],
	])('of no goods: %s', (_label, changes, title, amount) => {
		expect(map(changes).lineItems[1]).toEqual({
			title,
			quantity: 1,
			priceSet: dollars(amount),
			requiresShipping: false,
		});
	});

	it('mark backorders, and so does a tag', () => {
		const order = map({ lines: [storeLine({ backordered: true })] });
		expect(order.lineItems[0]).toMatchObject({
			properties: expect.arrayContaining([{ name: '_backordered', value: 'yes' }]),
		});
		expect(order.tags).toContain('Backordered');
	});

	it('keep a free item', () => {
		expect(map({ lines: [storeLine({ rowTotal: '0.00' })] }).lineItems).toMatchObject([
			{ quantity: 2, priceSet: dollars('0.00') },
		]);
	});
});

describe('reductions', () => {
	const codeOf = (order: StoreOrder) => {
		const mapped = toShopifyOrder(order).order;
		return 'discountCode' in mapped ? mapped.discountCode?.itemFixedDiscountCode : undefined;
	};
	const shippingOf = (order: StoreOrder) =>
		toShopifyOrder(order).order.shippingLines[0]?.priceSet.shopMoney.amount;

	it.each([
		['none', storeOrder(), undefined, '5.00'],
		['promotions', promotedOrder(), '3.00', '4.00'],
		['an adjustment downwards', storeOrder({ adjustment: '-0.01' }), '0.01', '5.00'],
		['promotions and an adjustment', promotedOrder({ adjustment: '-0.50' }), '3.50', '4.00'],
		['more than the items cost', storeOrder({ adjustment: '-22.00' }), '20.00', '3.00'],
	])('%s', (_label, order, discount, shipping) => {
		expect(codeOf(order)).toEqual(
			discount === undefined ? undefined : { code: 'AMAZON', amountSet: dollars(discount) },
		);
		expect(shippingOf(order)).toBe(shipping);
	});
});

describe('tax lines', () => {
	it.each([
		['included', taxedOrder(), true, [['Tax', '2.10', '0.0879', false]]],
		['on top', taxedOrder({ taxIncluded: false }), false, [['Tax', '2.10', '0.0808', false]]],
		[
			'collected by Amazon',
			taxedOrder({ taxIncluded: false, taxCollectedByAmazon: '2.10' }),
			false,
			[['Tax collected by Amazon', '2.10', '0.0808', true]],
		],
		[
			'collected by Amazon in part',
			taxedOrder({ taxIncluded: false, taxCollectedByAmazon: '1.60' }),
			false,
			[
				['Tax', '0.50', '0.0192', false],
				['Tax collected by Amazon', '1.60', '0.0615', true],
			],
		],
	])('%s', (_label, order, taxesIncluded, expected) => {
		const mapped = toShopifyOrder(order).order;
		expect(mapped.taxesIncluded).toBe(taxesIncluded);
		expect(
			mapped.taxLines.map(({ title, priceSet, rate, channelLiable }) => [
				title,
				priceSet.shopMoney.amount,
				rate,
				channelLiable,
			]),
		).toEqual(expected);
	});
});

it('maps a business order', () => {
	const customer = {
		...storeOrder().customer,
		kind: 'buyer' as const,
		lastName: '',
		company: 'ACME',
		vatNumber: 'DE123456789',
	};
	const order = map({
		customer,
		billingAddress: { ...ADDRESS, company: 'ACME' },
		business: true,
		prime: true,
		purchaseOrderNumber: 'PO-7',
		orderNumber: 'AMZ-1',
		shipBy: '2026-01-05T00:00:00Z',
		comments: ['Delivery: at the back door', 'Gift message: Alles Gute 🎂'],
	});
	expect(order).toMatchObject({
		name: 'AMZ-1',
		poNumber: 'PO-7',
		note: 'Delivery: at the back door\nGift message: Alles Gute 🎂',
		customer: { toUpsert: { email: 'buyer@marketplace.example', firstName: 'Jane' } },
		billingAddress: { company: 'ACME' },
		tags: ['Amazon', AMAZON_ORDER_ID, 'Amazon US', 'MFN', 'Prime', 'Amazon Business'],
	});
	expect(order.customAttributes).toContainEqual({ key: 'VAT number', value: 'DE123456789' });
	expect(order.customAttributes).toContainEqual({ key: 'Ship by', value: '2026-01-05T00:00:00Z' });
});

describe('customers', () => {
	it.each([
		['a guest', 'guest' as const, 'a@b.example', { email: 'a@b.example' }],
		['a guest without address', 'guest' as const, '', {}],
		['a buyer without address', 'buyer' as const, '', {}],
		[
			'the default customer',
			'default' as const,
			'a@b.example',
			{
				email: 'a@b.example',
				customer: { toUpsert: { email: 'a@b.example', firstName: 'Jane', lastName: 'Doe' } },
			},
		],
	])('%s', (_label, kind, email, expected) => {
		const order = map({ customer: { ...storeOrder().customer, kind, email } }) as Record<string, unknown>;
		const { email: mapped, customer } = order;
		expect({ email: mapped, customer }).toEqual({ email: undefined, customer: undefined, ...expected });
	});
});

describe('addresses', () => {
	it.each([
		['three lines', { street: ['1', '2', '3'] }, { address1: '1', address2: '2, 3' }],
		['a region without code', { region: 'Kent', regionCode: '' }, { city: 'Atlanta' }],
		['no region', { region: '', regionCode: '', country: 'DE' }, { city: 'Atlanta', countryCode: 'DE' }],
		['no city', { city: '' }, { city: '' }],
		['unicode', { firstName: 'Zoë', city: 'Łódź' }, { firstName: 'Zoë', city: 'Łódź' }],
		['one letter', { firstName: 'X', lastName: 'Y' }, { firstName: 'X', lastName: 'Y' }],
	])('%s', (_label, changes, expected) => {
		expect(map({ shippingAddress: { ...ADDRESS, ...changes } }).shippingAddress).toMatchObject(expected);
	});

	it.each([
		['no phone', { phone: '' }, 'phone'],
		['no name', { lastName: '' }, 'lastName'],
		['one line', {}, 'address2'],
		['no region', { region: '', regionCode: '' }, 'provinceCode'],
	])('leave out: %s', (_label, changes, field) => {
		expect(map({ shippingAddress: { ...ADDRESS, ...changes } }).shippingAddress).not.toHaveProperty(field);
	});
});

it('is fulfilled when shipped, and takes no stock of what Amazon ships', () => {
	expect(toShopifyOrder(storeOrder({ fulfillmentChannel: 'AFN', shipped: true }))).toMatchObject({
		order: { fulfillmentStatus: 'FULFILLED' },
		options: { inventoryBehaviour: 'BYPASS' },
	});
	expect(map()).not.toHaveProperty('fulfillmentStatus');
});

it('names no payment for an order that costs nothing', () => {
	const free = ODD_ORDERS.find(([label]) => label === 'nothing to pay')?.[1] ?? storeOrder();
	expect(toShopifyOrder(free).order).toMatchObject({ transactions: [], financialStatus: 'PAID' });
});

it('prints yen without decimals', () => {
	const yen = ODD_ORDERS.find(([label]) => label === 'yen')?.[1] ?? storeOrder();
	const order = toShopifyOrder(yen).order;
	expect(order).toMatchObject({
		lineItems: [
			{ quantity: 2, priceSet: { shopMoney: { amount: '333', currencyCode: 'JPY' } } },
			{ quantity: 1, priceSet: { shopMoney: { amount: '334', currencyCode: 'JPY' } } },
			{ title: 'Cash on delivery', priceSet: { shopMoney: { amount: '330' } } },
		],
		transactions: [{ amountSet: { shopMoney: { amount: '1680' } } }],
	});
});

it('makes its goods taxable when there is tax to spread over them', () => {
	const taxable = (order: StoreOrder) => toShopifyOrder(order).order.lineItems[0];
	expect(taxable(taxedOrder())).toMatchObject({ taxable: true });
	expect(taxable(storeOrder())).not.toHaveProperty('taxable');
});

it('shortens titles to what Shopify takes', () => {
	const [line] = map({ lines: [storeLine({ name: 'Long '.repeat(112) })] }).lineItems;
	expect(line?.title).toHaveLength(255);
});

it.each(['guest' as const, 'buyer' as const])(
	'gives no placeholder for the e-mail address of a %s',
	(kind) => {
		const customer = { ...storeOrder().customer, kind, email: 'amazon-111-1111111-1111111@customer.invalid' };
		const order = map({ customer });
		expect(order).not.toHaveProperty('email');
		expect(order).not.toHaveProperty('customer');
	},
);

it('shortens tags to what Shopify takes', () => {
	for (const tag of map({ marketplace: 'X'.repeat(60) }).tags) expect(tag.length).toBeLessThanOrEqual(40);
});

it('can be looked up by its source identifier and by a tag', () => {
	const { sourceIdentifier, tags } = map();
	expect(sourceIdentifier).toBe(AMAZON_ORDER_ID);
	expect(tags).toContain(AMAZON_ORDER_ID);
});

it('has a mutation for its variables', () => {
	const { query, variables } = toShopifyCall(storeOrder());
	expect(variables).toEqual(toShopifyOrder(storeOrder()));
	for (const variable of Object.keys(variables)) expect(query).toContain(`${variable}: $${variable}`);
	expect(query).toContain('userErrors');
});

it.each(ODD_ORDERS)('names only fields that Shopify knows: %s', (_label, odd) => {
	const { order, options } = toShopifyOrder(odd);
	const unknown = [
		...unknownFields(order, SHOPIFY.order),
		...unknownFields(options, SHOPIFY.options),
		...order.lineItems.flatMap((item) => unknownFields(item, SHOPIFY.lineItem)),
		...order.shippingLines.flatMap((line) => unknownFields(line, SHOPIFY.shippingLine)),
		...order.taxLines.flatMap((line) => unknownFields(line, SHOPIFY.taxLine)),
		...order.transactions.flatMap((transaction) => unknownFields(transaction, SHOPIFY.transaction)),
		...unknownFields(order.billingAddress, SHOPIFY.address),
		...unknownFields(order.shippingAddress, SHOPIFY.address),
	];
	expect(unknown).toEqual([]);
});
