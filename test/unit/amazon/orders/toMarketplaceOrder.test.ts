import fc from 'fast-check';

import { anItem, anOrder, money } from './anOrder';
import type { Order } from '../../../../nodes/amazon/orders/order';
import { isOrderItem } from '../../../../nodes/amazon/orders/readOrder';
import { toMarketplaceOrder } from '../../../../nodes/amazon/orders/toMarketplaceOrder';
import { ORDER_STATUSES } from '../../../../nodes/rules/order/marketplaceOrder';
import { toOrderItem } from '../../../../nodes/rules/order/orderItem';
import { describeWithModels, readModelJson } from '../../../contract/models';

const lineOf = (item: Record<string, unknown>, order: Record<string, unknown> = {}) =>
	toMarketplaceOrder(anOrder({ orderItems: [anItem(item)], ...order })).lines[0];
const part = (type: string, amount: string, details: Record<string, string> = {}) => ({
	type,
	subtotal: money(amount),
	detailedBreakdowns: Object.entries(details).map(([subtype, value]) => ({ subtype, value: money(value) })),
});
const priced = (...breakdowns: unknown[]) =>
	lineOf({ proceeds: { proceedsTotal: money('20.00'), breakdowns } });

const usd = (amount: string) => ({ amount, currencyCode: 'USD' });
type Payment = [paymentMethod: string, amount?: string, currency?: string];
const paidBy = (...payments: Payment[]) => ({
	paymentExecutions: payments.map(([paymentMethod, amount, currencyCode = 'USD']) => ({
		paymentMethod,
		...(amount !== undefined && { paymentAmount: { amount, currencyCode } }),
	})),
});

describe('toMarketplaceOrder', () => {
	it('says a plain order in a shopkeeper’s terms', () => {
		expect(toMarketplaceOrder(anOrder())).toEqual({
			orderId: '302-1234567-1234567',
			status: 'UNSHIPPED',
			channel: 'MFN',
			salesChannel: 'AMAZON',
			marketplaceId: 'A1PA6795UKMFR9',
			marketplace: 'DE',
			purchasedAt: '2026-11-20T10:00:00Z',
			updatedAt: '2026-11-20T11:00:00Z',
			currency: 'EUR',
			currencies: ['EUR'],
			total: '20.00',
			programs: [],
			paymentMethods: [],
			buyer: {},
			lines: [
				{
					itemId: '12345678901234',
					sku: 'SKU-1',
					asin: 'B00EXAMPLE',
					title: 'A thing',
					ordered: 2,
					shipped: 0,
					cancelled: 0,
					unitPrice: '10.00',
					amounts: { item: '20.00', total: '20.00' },
					tax: {},
					taxCollectedByAmazon: false,
					promotions: [],
				},
			],
			packages: [],
		});
	});

	it.each<{ name: string; given: Record<string, unknown>; expected: object }>([
		{
			name: "Amazon's own shipping",
			given: { fulfillment: { fulfillmentStatus: 'SHIPPED', fulfilledBy: 'AMAZON' } },
			expected: { channel: 'AFN', status: 'SHIPPED' },
		},
		{
			name: 'the United Kingdom by Amazon’s code',
			given: { salesChannel: { marketplaceId: 'A1F83G8C2ARO7P' } },
			expected: { marketplaceId: 'A1F83G8C2ARO7P', marketplace: 'UK' },
		},
		{
			name: 'a marketplace nobody knows',
			given: { salesChannel: { marketplaceId: 'ANEW' } },
			expected: { marketplaceId: 'ANEW', marketplace: '' },
		},
		{
			name: 'the store’s number',
			given: {
				orderAliases: [
					{ aliasType: 'OTHER', aliasId: 'X' },
					{ aliasType: 'SELLER_ORDER_ID', aliasId: '302-1234567-1234567' },
					{ aliasType: 'SELLER_ORDER_ID', aliasId: ' 1100001 ' },
				],
			},
			expected: { storeOrderNumber: '1100001' },
		},
		{
			name: 'the order it replaces',
			given: {
				associatedOrders: [{ associationType: 'REPLACEMENT_ORIGINAL_ID', orderId: '302-1-1' }],
			},
			expected: { replacesOrderId: '302-1-1' },
		},
		{
			name: 'the order it is exchanged for',
			given: {
				associatedOrders: [
					{ associationType: 'SOMETHING', orderId: '302-0-0' },
					{ associationType: 'EXCHANGE_ORIGINAL_ID', orderId: '302-2-2' },
				],
			},
			expected: { replacesOrderId: '302-2-2' },
		},
		{
			name: 'latest moments',
			given: {
				fulfillment: {
					fulfillmentStatus: 'UNSHIPPED',
					fulfillmentServiceLevel: 'EXPEDITED',
					shipByWindow: { earliestDateTime: 'a', latestDateTime: 'b' },
					deliverByWindow: { earliestDateTime: 'c', latestDateTime: 'd' },
				},
			},
			expected: { serviceLevel: 'EXPEDITED', shipBy: 'b', deliverBy: 'd', channel: 'MFN' },
		},
		{
			name: 'programs and payments, each once',
			given: {
				programs: ['PRIME', 7, '', 'PRIME', 'AMAZON_BUSINESS'],
				payment: {
					paymentExecutions: [{ paymentMethod: 'Invoice' }, {}, { paymentMethod: 'Invoice' }],
				},
			},
			expected: { programs: ['PRIME', 'AMAZON_BUSINESS'], paymentMethods: ['Invoice'] },
		},
		{
			name: 'cash on delivery',
			given: { payment: paidBy(['CashOnDelivery', '59.35']), proceeds: { grandTotal: usd('59.35') } },
			expected: { paymentMethods: ['CashOnDelivery'], toCollect: '59.35' },
		},
		{
			name: 'cash on delivery in the words of the older API',
			given: { payment: paidBy(['COD', '59.35']), proceeds: { grandTotal: usd('59.35') } },
			expected: { paymentMethods: ['COD'], toCollect: '59.35' },
		},
		{
			name: 'a gift card, and the rest on delivery',
			given: {
				payment: paidBy(['GiftCard', '500'], ['CashOnDelivery', '2500']),
				proceeds: { grandTotal: usd('3000.00') },
			},
			expected: { paymentMethods: ['GiftCard', 'CashOnDelivery'], toCollect: '2500.00' },
		},
		{
			name: 'the rest on delivery, whose amount Amazon does not name',
			given: {
				payment: paidBy(['GiftCard', '10.00'], ['CashOnDelivery', undefined]),
				proceeds: { grandTotal: usd('59.35') },
			},
			expected: { toCollect: '49.35' },
		},
		{
			name: 'cash on delivery of an order without a total',
			given: { payment: paidBy(['CashOnDelivery', '5.00']), proceeds: {} },
			expected: { toCollect: '5.00' },
		},
		{
			name: 'the buyer, with the buyer’s own tax number',
			given: {
				buyer: {
					buyerName: 'Ann',
					buyerEmail: 'a@marketplace.amazon.de',
					buyerCompanyName: 'Ann Ltd',
					buyerPurchaseOrderNumber: 'PO1',
				},
				tax: {
					taxRegistrations: [
						{ entityType: 'MARKETPLACE', taxRegistrationNumber: 'M' },
						{ entityType: 'BUYER' },
						{ entityType: 'BUYER', taxRegistrationNumber: 'DE123' },
					],
				},
			},
			expected: {
				buyer: {
					name: 'Ann',
					email: 'a@marketplace.amazon.de',
					company: 'Ann Ltd',
					purchaseOrderNumber: 'PO1',
					vatNumber: 'DE123',
				},
			},
		},
		{
			name: 'packages',
			given: {
				packages: [
					{
						packageReferenceId: '1',
						carrier: 'DHL',
						shipTime: '2026-11-21T00:00:00Z',
						trackingNumber: 'JD1',
						packageStatus: { status: 'IN_TRANSIT', detailedStatus: 'X' },
						packageItems: [{ orderItemId: '12345678901234', quantity: 1 }],
					},
				],
			},
			expected: {
				packages: [
					{
						reference: '1',
						carrier: 'DHL',
						shippedAt: '2026-11-21T00:00:00Z',
						trackingNumber: 'JD1',
						status: 'IN_TRANSIT',
						lines: [{ itemId: '12345678901234', quantity: 1 }],
					},
				],
			},
		},
		{
			name: 'a status nobody knows',
			given: { fulfillment: { fulfillmentStatus: 'LOST' } },
			expected: { status: 'PENDING' },
		},
		{
			name: 'no fulfilment data',
			given: { fulfillment: undefined },
			expected: { status: 'PENDING', channel: 'MFN' },
		},
		{
			name: 'several currencies, the total’s first',
			given: {
				orderItems: [anItem({ product: { price: { unitPrice: money('9', 'SEK') } } })],
				proceeds: { grandTotal: money('1', 'USD'), breakdowns: [{ subtotal: money('1', 'PLN') }] },
			},
			expected: { currency: 'USD', currencies: ['USD', 'SEK', 'EUR', 'PLN'], total: '1' },
		},
		{
			name: 'no amount at all',
			given: { proceeds: undefined, orderItems: [anItem({ proceeds: undefined, product: undefined })] },
			expected: { currencies: [] },
		},
	])('reads $name', ({ given, expected }) => {
		expect(toMarketplaceOrder(anOrder(given))).toMatchObject(expected);
	});

	it('leaves out what Amazon did not say', () => {
		const empty = toMarketplaceOrder({} as Order);
		expect(Object.keys(empty)).not.toEqual(expect.arrayContaining(['currency']));
		for (const name of ['currency', 'total', 'address', 'storeOrderNumber', 'replacesOrderId'])
			expect(empty).not.toHaveProperty(name);
		expect(empty).toMatchObject({ orderId: '', marketplace: '', lines: [], packages: [], buyer: {} });
	});
});

describe('amounts of a line', () => {
	it('come from the breakdowns by type', () => {
		const line = priced(
			part('ITEM', '20.00'),
			part('SHIPPING', '3.99'),
			part('GIFT_WRAP', '2.50'),
			part('COD_FEE', '1.00'),
			part('OTHER', '0.50'),
			part('DISCOUNT', '-4.00', { ITEM: '-1.00', SHIPPING: '-3.00' }),
			part('TAX', '4.25', { ITEM: '3.20', SHIPPING: '0.64', GIFT_WRAP: '0.41', DISCOUNT: '-0.64' }),
			part('SOMETHING_NEW', '99.00'),
		);
		expect(line?.amounts).toEqual({
			item: '20.00',
			shipping: '3.99',
			giftWrap: '2.50',
			codFee: '1.00',
			other: '0.50',
			discount: '4.00',
			shippingDiscount: '3.00',
			total: '20.00',
		});
		expect(line?.tax).toEqual({
			total: '4.25',
			item: '3.20',
			shipping: '0.64',
			giftWrap: '0.41',
			discount: '0.64',
		});
	});

	it.each([
		{ name: 'positive', sign: '' },
		{ name: 'negative', sign: '-' },
	])('discounts are positive, also when Amazon writes them $name', ({ sign }) => {
		const line = priced(
			part('DISCOUNT', `${sign}2.00`, { SHIPPING: `${sign}1.50` }),
			part('TAX', '1.00', { DISCOUNT: `${sign}0.32` }),
		);
		expect(line?.amounts).toMatchObject({ discount: '2.00', shippingDiscount: '1.50' });
		expect(line?.tax.discount).toBe('0.32');
	});

	it.each([
		{ name: 'cents that no float holds', amounts: ['0.1', '0.2'], sum: '0.3' },
		{ name: 'the longest decimals count', amounts: ['1', '2.5', '0.25'], sum: '3.75' },
		{ name: 'whole yen', amounts: ['100', '200'], sum: '300' },
		{ name: 'trailing zeros', amounts: ['1.50', '1.50'], sum: '3.00' },
		{ name: 'what is no amount is left out', amounts: ['1.00', 'free', '1,50', '2.00'], sum: '3.00' },
		{ name: 'a correction', amounts: ['5.00', '-2.00'], sum: '3.00' },
		{ name: 'large amounts', amounts: ['99999999999999.99', '0.01'], sum: '100000000000000.00' },
	])('several entries of a type are added: $name', ({ amounts, sum }) => {
		expect(priced(...amounts.map((amount) => part('SHIPPING', amount)))?.amounts.shipping).toBe(sum);
	});

	it('several discounts are added whatever their signs', () => {
		expect(priced(part('DISCOUNT', '-1.00'), part('DISCOUNT', '2.00'))?.amounts.discount).toBe('3.00');
	});

	it.each([
		{ name: 'negative goods', breakdown: part('ITEM', '-1.00'), left: {} },
		{ name: 'less than nothing in sum', breakdown: part('OTHER', '-0.01'), left: {} },
		{ name: 'nothing, with a minus', breakdown: part('ITEM', '-0.00'), left: { item: '0.00' } },
		{ name: 'a number', breakdown: { type: 'ITEM', subtotal: { amount: 19.9 } }, left: { item: '19.9' } },
		{ name: 'no amount', breakdown: { type: 'ITEM', subtotal: {} }, left: {} },
		{ name: 'no subtotal', breakdown: { type: 'ITEM' }, left: {} },
		{ name: 'nothing', breakdown: null, left: {} },
	])('none is negative or no number: $name', ({ breakdown, left }) => {
		expect(priced(breakdown)?.amounts).toEqual({ ...left, total: '20.00' });
	});

	it.each([
		{ model: 'MARKETPLACE_FACILITATOR', collected: true },
		{ model: 'ANOTHER', collected: false },
		{ model: 'LOW_VALUE_GOODS', responsibleParty: 'Amazon Commercial Services', collected: true },
		{ model: 'MARKETPLACE_FACILITATOR', responsibleParty: 'A Seller Ltd', collected: false },
		{ model: 'ANOTHER', responsibleParty: 'AMAZON_SERVICES', collected: true },
	])('tax under $model, responsible $responsibleParty, is collected by Amazon: $collected', (row) => {
		const { collected, ...collection } = row;
		expect(lineOf({ tax: { taxCollections: [{ model: 'X' }, collection] } })).toMatchObject({
			taxCollectedByAmazon: collected,
		});
	});
});

describe('what is to be collected on delivery', () => {
	const read = (total: string, ...payments: Payment[]) =>
		toMarketplaceOrder(anOrder({ payment: paidBy(...payments), proceeds: { grandTotal: usd(total) } }));

	it.each<{ name: string; total?: string; payments: Payment[]; toCollect: string }>([
		{
			name: 'nothing where a gift card pays all of it',
			payments: [['GiftCard', '30.00'], ['CashOnDelivery']],
			toCollect: '0.00',
		},
		{
			name: 'nothing where a gift card pays all of it and the rest is named',
			payments: [
				['CashOnDelivery', '0.00'],
				['GiftCard', '30.00'],
			],
			toCollect: '0.00',
		},
		{
			name: 'nothing where a gift card pays more than all of it',
			payments: [['GiftCard', '40.00'], ['CashOnDelivery']],
			toCollect: '0.00',
		},
		{ name: 'nothing where Amazon says so', payments: [['CashOnDelivery', '0.00']], toCollect: '0.00' },
		{ name: 'nothing for what costs nothing', total: '0.00', payments: [['COD']], toCollect: '0.00' },
		{
			name: 'what a gift card leaves after a unit was cancelled',
			total: '20.00',
			payments: [
				['GiftCard', '10.00'],
				['CashOnDelivery', '20.00'],
			],
			toCollect: '10.00',
		},
		{
			name: 'what the payments leave that have an amount',
			payments: [['GiftCard', '10.00'], ['Pix'], ['CashOnDelivery']],
			toCollect: '20.00',
		},
		{
			name: 'the rest, where the amount is none of a sale',
			payments: [
				['GiftCard', '10.00'],
				['CashOnDelivery', '-20.00'],
			],
			toCollect: '20.00',
		},
	])('$name', ({ total = '30.00', payments, toCollect }) => {
		expect(read(total, ...payments).toCollect).toBe(toCollect);
	});

	const cents = (units: number) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`;
	const units = fc.nat(9999);

	it('and what is paid make the total where only one amount is not named', () => {
		fc.assert(
			fc.property(units, fc.array(units, { maxLength: 3 }), (total, paid) => {
				const payments = paid.map((one): Payment => ['GiftCard', cents(one)]);
				const sum = paid.reduce((a, b) => a + b, 0);
				const { toCollect } = read(cents(total), ...payments, ['CashOnDelivery']);
				expect(toCollect).toBe(cents(total - Math.min(sum, total)));
			}),
		);
	});

	it.each<{ name: string; payments: Payment[]; currencies: string[] }>([
		{
			name: 'other money on delivery',
			payments: [['CashOnDelivery', '3000', 'JPY']],
			currencies: ['USD', 'JPY'],
		},
		{
			name: 'other money that was paid before the delivery',
			payments: [['GiftCard', '5.00', 'CAD'], ['CashOnDelivery']],
			currencies: ['USD', 'CAD'],
		},
		{
			name: 'a card of another currency, with nothing left to pay',
			payments: [['CreditCard', '5.00', 'CAD']],
			currencies: ['USD'],
		},
	])('$name: the currencies are $currencies', ({ payments, currencies }) => {
		const order = anOrder({
			payment: paidBy(...payments),
			proceeds: { grandTotal: usd('30.00') },
			orderItems: [],
		});
		expect(toMarketplaceOrder(order).currencies).toEqual(currencies);
	});
});

describe('units of a line', () => {
	it.each([
		{ name: 'nothing cancelled', status: 'UNSHIPPED', units: [3, 0, 3], cancelled: 0 },
		{ name: 'one cancelled before shipping', status: 'UNSHIPPED', units: [3, 0, 2], cancelled: 1 },
		{ name: 'one cancelled after shipping', status: 'PARTIALLY_SHIPPED', units: [3, 1, 1], cancelled: 1 },
		{ name: 'the rest cancelled', status: 'SHIPPED', units: [3, 2, 0], cancelled: 1 },
		{ name: 'more shipped than ordered', status: 'SHIPPED', units: [3, 4, 0], cancelled: 0 },
		{ name: 'a pending order', status: 'PENDING', units: [3, 0, 0], cancelled: 0 },
		{ name: 'a cancelled order', status: 'CANCELLED', units: [3, 0, 0], cancelled: 3 },
		{ name: 'one count unknown', status: 'UNSHIPPED', units: [3, 0, undefined], cancelled: 0 },
		{ name: 'the other unknown', status: 'SHIPPED', units: [3, undefined, 1], cancelled: 0 },
		{ name: 'counts as text', status: 'SHIPPED', units: ['3', '1', '0'], cancelled: 2 },
		{ name: 'counts that are none', status: 'SHIPPED', units: [3, 1.5, -1], cancelled: 0 },
	])('$name', ({ status, units, cancelled }) => {
		const [quantityOrdered, quantityFulfilled, quantityUnfulfilled] = units;
		const fulfillment = { quantityFulfilled, quantityUnfulfilled };
		const line = lineOf(
			{ quantityOrdered, fulfillment },
			{ fulfillment: { fulfillmentStatus: status, fulfilledBy: 'MERCHANT' } },
		);
		expect(line).toMatchObject({ ordered: 3, cancelled });
	});

	it.each([
		{
			name: 'the buyer, with a reason',
			request: { requester: 'BUYER', cancelReason: 'Late' },
			shown: 'Late',
		},
		{ name: 'the buyer, without one', request: { requester: 'BUYER' }, shown: '' },
		{ name: 'someone else', request: { requester: 'AMAZON', cancelReason: 'X' }, shown: undefined },
		{ name: 'nobody', request: undefined, shown: undefined },
	])('a cancellation asked for by $name', ({ request, shown }) => {
		expect(lineOf({ cancellation: { cancellationRequest: request } })?.cancelRequest).toBe(shown);
	});

	it('gifts and promotions are there', () => {
		const giftOption = { giftMessage: 'For you', giftWrapLevel: 'STANDARD' };
		const line = lineOf({
			fulfillment: { packing: { giftOption } },
			promotion: { breakdowns: [{ promotionId: 'P1' }, {}, { promotionId: 'P1' }, { promotionId: 'P2' }] },
		});
		expect(line).toMatchObject({ ...giftOption, promotions: ['P1', 'P2'] });
	});
});

describe('the address', () => {
	const addressOf = (deliveryAddress: unknown, deliveryPreference?: unknown) =>
		toMarketplaceOrder(anOrder({ recipient: { deliveryAddress, deliveryPreference } })).address;

	it('keeps every field under its own name', () => {
		const given = {
			name: ' Ann Smith ',
			companyName: 'Ann Ltd',
			addressLine1: '1 Main Street',
			city: 'Bath',
			stateOrRegion: 'Somerset',
			postalCode: 'BA1 1AA',
			countryCode: 'GB',
			phone: '+44 1',
			addressType: 'COMMERCIAL',
		};
		expect(addressOf(given, { addressInstruction: 'Ring twice', dropOffLocation: 'Porch' })).toEqual({
			name: 'Ann Smith',
			company: 'Ann Ltd',
			lines: ['1 Main Street'],
			city: 'Bath',
			region: 'Somerset',
			postalCode: 'BA1 1AA',
			country: 'GB',
			phone: '+44 1',
			kind: 'COMMERCIAL',
			instructions: 'Ring twice; Porch',
		});
	});

	it.each([
		{ name: 'empty lines are dropped', given: ['', '  ', 'Flat 2'], district: undefined, lines: ['Flat 2'] },
		{
			name: 'a district takes a free line',
			given: ['A', 'B'],
			district: 'Beyoglu',
			lines: ['A', 'B', 'Beyoglu'],
		},
		{ name: 'no line is free', given: ['A', 'B', 'C'], district: 'Beyoglu', lines: ['A', 'B', 'C'] },
		{ name: 'a line says it already', given: ['A, BEYOGLU'], district: 'Beyoglu', lines: ['A, BEYOGLU'] },
		{ name: 'the city says it already', given: ['A'], district: 'istanbul', lines: ['A'] },
		{ name: 'the region says it already', given: ['A'], district: 'Marmara', lines: ['A'] },
		{ name: 'an empty district', given: ['A'], district: ' ', lines: ['A'] },
		{ name: 'a withheld street stays withheld', given: [], district: 'Beyoglu', lines: [] },
	])('$name', ({ given, district, lines }) => {
		const [addressLine1, addressLine2, addressLine3] = given;
		const places = { city: 'Istanbul', stateOrRegion: 'Marmara', districtOrCounty: district };
		expect(addressOf({ addressLine1, addressLine2, addressLine3, ...places })?.lines).toEqual(lines);
	});

	it.each([
		{
			name: 'of Japan, where a municipality is the city',
			given: {
				addressLine1: '渋谷区神南1-2-3',
				...{ stateOrRegion: '東京都', municipality: '渋谷区', postalCode: '150-0041', countryCode: 'JP' },
			},
			expected: { lines: ['渋谷区神南1-2-3'], city: '渋谷区', region: '東京都' },
		},
		{
			name: 'of a district and no city',
			given: { addressLine1: '1 Main', districtOrCounty: 'Kadıköy', stateOrRegion: 'İstanbul' },
			expected: { lines: ['1 Main'], city: 'Kadıköy', region: 'İstanbul' },
		},
		{
			name: 'of a region and nothing smaller',
			given: { addressLine1: '神南1-2-3', stateOrRegion: '東京都' },
			expected: { lines: ['神南1-2-3'], city: '東京都', region: '東京都' },
		},
		{
			name: 'of which Amazon withholds all but the region: that is no city',
			given: { stateOrRegion: 'GA', countryCode: 'US' },
			expected: { lines: [], city: undefined, region: 'GA' },
		},
		{
			name: 'of Brazil, in parts',
			given: {
				extendedFields: {
					...{ streetName: 'Rua das Flores', streetNumber: '123' },
					...{ complement: 'Apto 4', neighborhood: 'Centro' },
				},
				...{ municipality: 'São Paulo', stateOrRegion: 'SP', countryCode: 'BR' },
			},
			expected: { lines: ['Rua das Flores, 123', 'Apto 4', 'Centro'], city: 'São Paulo', region: 'SP' },
		},
		{
			name: 'of Brazil, in lines and in parts',
			given: {
				addressLine1: 'Rua das Flores, 123',
				extendedFields: { streetName: 'Rua das Flores', streetNumber: '123', neighborhood: 'Centro' },
				city: 'São Paulo',
			},
			expected: { lines: ['Rua das Flores, 123', 'Centro'], city: 'São Paulo' },
		},
		{
			name: 'of a city and its municipality',
			given: { addressLine1: 'Av. Reforma 1', city: 'Ciudad de México', municipality: 'Cuauhtémoc' },
			expected: { lines: ['Av. Reforma 1', 'Cuauhtémoc'], city: 'Ciudad de México' },
		},
	])('$name', ({ given, expected }) => {
		const { lines, city, region } = addressOf(given) ?? {};
		expect({ lines, city, region }).toEqual({ region: undefined, ...expected });
	});

	it.each([
		{ name: 'Amazon gave none', given: undefined },
		{ name: 'Amazon gave an empty one', given: {} },
		{ name: 'all its fields are empty', given: { name: '', addressLine1: ' ', city: null } },
		{ name: 'it is no object', given: 'Main Street' },
	])('is absent when $name', ({ given }) => {
		expect(addressOf(given)).toBeUndefined();
	});

	it('may have a city and nothing else', () => {
		expect(addressOf({ city: 'Bath' })).toEqual({ city: 'Bath', lines: [] });
	});
});

describe('toMarketplaceOrder, whatever it is given', () => {
	/** An order in which some places hold anything at all. */
	const spoilt = fc
		.tuple(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), fc.constantFrom(...Object.keys(anOrder())))
		.map(([one, other, third, name]) => ({
			...anOrder({ orderItems: [anItem({ proceeds: one }), anItem({ fulfillment: other }), third] }),
			[name]: other,
		}));

	it('makes an order that the rules can work on', () => {
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), spoilt, fc.anything()), (given) => {
				const order = toMarketplaceOrder(given as Order);
				expect(isOrderItem(toOrderItem(order))).toBe(true);
				expect(ORDER_STATUSES).toContain(order.status);
			}),
			{ numRuns: 500 },
		);
	});

	it('copes with orders of any size', () => {
		const breakdowns = Array.from({ length: 200_000 }, () => part('ITEM', '0.01'));
		expect(lineOf({ proceeds: { breakdowns } })?.amounts.item).toBe('2000.00');
	});
});

describeWithModels("toMarketplaceOrder on Amazon's static sandbox", ['models/orders_2026-01-01.json'], () => {
	interface Model {
		paths: Record<string, Record<string, { responses?: Record<string, Response> }>>;
	}
	interface Response {
		'x-amzn-api-sandbox'?: { static?: Array<{ response?: { order?: Order; orders?: Order[] } }> };
	}

	it('reads every order of it', () => {
		const { paths } = readModelJson<Model>('models/orders_2026-01-01.json');
		const answers = Object.values(paths)
			.flatMap((methods) => Object.values(methods))
			.flatMap(({ responses = {} }) => Object.values(responses))
			.flatMap((response) => response['x-amzn-api-sandbox']?.static ?? [])
			.flatMap(({ response = {} }) => [
				...(response.orders ?? []),
				...(response.order ? [response.order] : []),
			]);
		const seen = answers
			.map(toMarketplaceOrder)
			.map(({ orderId, status, channel, marketplace, currency, total, lines, address }) =>
				[orderId, status, channel, marketplace, currency, total, lines.length, address?.lines.length].join(
					' ',
				),
			);
		expect(seen).toEqual([
			'250-1234567-8901234 SHIPPED AFN JP JPY 19940 2 2',
			'202-7654321-1098765 SHIPPED MFN UK GBP 34.99 1 3',
			'171-2345678-9012345 UNSHIPPED MFN BR BRL 1599.90 1 3',
			'171-9876543-2109876 UNSHIPPED MFN BR BRL 299.90 1 3',
			'028-1234567-8901234 SHIPPED MFN TR TRY 125.00 1 3',
			'114-9876543-1234567 UNSHIPPED MFN US USD 49.99 1 2',
		]);
		for (const order of answers) expect(isOrderItem(toOrderItem(toMarketplaceOrder(order)))).toBe(true);
	});
});
