import { currencyDecimals } from '../../../../nodes/rules/money/currencies';
import type { StoreAddress, StoreLine, StoreOrder } from '../../../../nodes/rules/import/storeOrder';

export const AMAZON_ORDER_ID = '111-2222222-3333333';

/** A decimal text as whole units of the currency's smallest coin; fails on any other form than the currency's. */
export function toUnits(text: string, currency: string): number {
	const decimals = currencyDecimals(currency);
	const form = decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`);
	if (!form.test(text)) throw new Error(`"${text}" is no amount of ${currency}`);
	return Number(text.replace('.', ''));
}

/** Whole units as the decimal text of the currency. */
export function toText(units: number, currency: string): string {
	const decimals = currencyDecimals(currency);
	const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
	const point = digits.length - decimals;
	const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
	return units < 0 ? `-${text}` : text;
}

/** The total that the contract of a store order demands. */
export function contractTotal(order: StoreOrder): string {
	const units = (text: string) => toUnits(text, order.currency);
	const charges = [
		...order.lines.map(({ rowTotal }) => rowTotal),
		order.shipping.amount,
		order.giftWrap.amount,
		order.codFee,
		order.otherFee,
		order.adjustment,
		...(order.taxIncluded ? [] : [order.tax]),
	];
	const sum = charges.map(units).reduce((a, b) => a + b, 0) - units(order.discount);
	return toText(sum, order.currency);
}

export const ADDRESS: StoreAddress = {
	firstName: 'Jane',
	lastName: 'Doe',
	company: '',
	street: ['1 Peach Street'],
	city: 'Atlanta',
	region: 'Georgia',
	regionCode: 'GA',
	postalCode: '30301',
	country: 'US',
	phone: '+1 404 555 0100',
};

const LINE: StoreLine = {
	amazonItemId: '11111111111111',
	amazonSku: 'AMZ-MUG',
	asin: 'B000000001',
	sku: 'MUG',
	productId: '41',
	variantId: '',
	name: 'Blue mug',
	quantity: 2,
	unitPrice: '10.00',
	rowTotal: '20.00',
	discount: '0.00',
	tax: '0.00',
	backordered: false,
	createProduct: false,
};

const PLAIN: StoreOrder = {
	amazonOrderId: AMAZON_ORDER_ID,
	orderNumber: '',
	store: '',
	marketplaceId: 'ATVPDKIKX0DER',
	marketplace: 'US',
	fulfillmentChannel: 'MFN',
	placedAt: '2026-01-02T03:04:05Z',
	currency: 'USD',
	customer: {
		kind: 'guest',
		email: 'buyer@marketplace.example',
		firstName: 'Jane',
		lastName: 'Doe',
		company: '',
		vatNumber: '',
	},
	billingAddress: ADDRESS,
	shippingAddress: ADDRESS,
	lines: [LINE],
	shipping: { method: 'flatrate_flatrate', title: 'Standard', amount: '5.00', discount: '0.00', tax: '0.00' },
	giftWrap: { amount: '0.00', tax: '0.00' },
	codFee: '0.00',
	otherFee: '0.00',
	adjustment: '0.00',
	discount: '0.00',
	tax: '0.00',
	taxIncluded: true,
	taxCollectedByAmazon: '0.00',
	total: '25.00',
	toCollect: '0.00',
	payment: { method: 'amazon', title: 'Paid on Amazon' },
	then: { createInvoice: false, acknowledge: false, notify: false },
	shipped: false,
	business: false,
	prime: false,
	purchaseOrderNumber: '',
	replacesOrderId: '',
	shipBy: '',
	comments: [],
};

/** Two mugs for 20.00 and 5.00 of shipping, in US dollars, with changes; the total follows from them. */
export function storeOrder(changes: Partial<StoreOrder> = {}): StoreOrder {
	const order = { ...PLAIN, ...changes };
	return { ...order, total: contractTotal(order) };
}

export function storeLine(changes: Partial<StoreLine> = {}): StoreLine {
	return { ...LINE, ...changes };
}

/** Goods and shipping with a promotion of 3.00 on the former and 1.00 on the latter. */
export function promotedOrder(changes: Partial<StoreOrder> = {}): StoreOrder {
	const shipping = { ...PLAIN.shipping, discount: '1.00' };
	return storeOrder({ lines: [storeLine({ discount: '3.00' })], shipping, discount: '4.00', ...changes });
}

/** Tax of 2.10: 1.60 on the goods, 0.40 on shipping, 0.10 on the gift wrap of 1.00. */
export function taxedOrder(changes: Partial<StoreOrder> = {}): StoreOrder {
	return storeOrder({
		lines: [storeLine({ tax: '1.60' })],
		shipping: { ...PLAIN.shipping, tax: '0.40' },
		giftWrap: { amount: '1.00', tax: '0.10' },
		tax: '2.10',
		...changes,
	});
}

/** Orders of which each has one thing that is out of the ordinary. */
export const ODD_ORDERS: ReadonlyArray<[label: string, order: StoreOrder]> = [
	['plain', storeOrder()],
	['yen', yenOrder()],
	['a free item', storeOrder({ lines: [storeLine(), storeLine({ rowTotal: '0.00', unitPrice: '0.00' })] })],
	['nothing to pay', freeOrder()],
	['promotions', promotedOrder()],
	[
		'promotions equal to the price',
		promotedOrder({ lines: [storeLine({ discount: '20.00' })], discount: '21.00' }),
	],
	[
		'promotions above the price, made up for',
		promotedOrder({ lines: [storeLine({ discount: '27.00' })], discount: '28.00', adjustment: '3.00' }),
	],
	['tax included', taxedOrder()],
	['tax on top', taxedOrder({ taxIncluded: false })],
	['tax on top, collected by Amazon', taxedOrder({ taxIncluded: false, taxCollectedByAmazon: '2.10' })],
	['tax collected by Amazon in part', taxedOrder({ taxIncluded: false, taxCollectedByAmazon: '1.60' })],
	['tax included, collected by Amazon', taxedOrder({ taxCollectedByAmazon: '2.10' })],
	[
		'tax that promotions lowered',
		promotedOrder({ lines: [storeLine({ discount: '3.00', tax: '2.00' })], tax: '1.70' }),
	],
	['gift wrap', storeOrder({ giftWrap: { amount: '3.49', tax: '0.00' } })],
	['cash on delivery', storeOrder({ codFee: '4.00' })],
	['paid on delivery', storeOrder({ codFee: '4.00', toCollect: '29.00' })],
	['paid in part on delivery', storeOrder({ toCollect: '20.00' })],
	['another fee', storeOrder({ otherFee: '0.30' })],
	['an adjustment upwards', storeOrder({ adjustment: '0.01' })],
	['an adjustment downwards', storeOrder({ adjustment: '-0.01' })],
	['a downward adjustment above the goods', storeOrder({ adjustment: '-22.00' })],
	[
		'a third of a cent',
		storeOrder({ lines: [storeLine({ quantity: 3, unitPrice: '3.33', rowTotal: '10.00' })] }),
	],
	['several lines', storeOrder({ lines: [storeLine(), storeLine({ sku: 'CUP', productId: '42' })] })],
	['shipped', storeOrder({ fulfillmentChannel: 'AFN', shipped: true })],
	['unicode', unicodeOrder()],
	['everything a business order may have', businessOrder()],
];

function yenOrder(): StoreOrder {
	const none = { amount: '0', tax: '0' };
	return storeOrder({
		currency: 'JPY',
		lines: [storeLine({ quantity: 3, unitPrice: '333', rowTotal: '1000', discount: '50', tax: '0' })],
		shipping: { method: 'flatrate_flatrate', title: '送料', amount: '400', discount: '0', tax: '0' },
		giftWrap: none,
		codFee: '330',
		otherFee: '0',
		adjustment: '0',
		discount: '50',
		tax: '91',
		taxCollectedByAmazon: '0',
		toCollect: '0',
	});
}

/** As replacements are. */
function freeOrder(): StoreOrder {
	return storeOrder({
		lines: [storeLine({ rowTotal: '0.00', unitPrice: '0.00' })],
		shipping: { ...PLAIN.shipping, amount: '0.00' },
		replacesOrderId: '111-0000000-0000000',
	});
}

function businessOrder(): StoreOrder {
	const address = {
		...ADDRESS,
		company: 'ACME GmbH',
		street: ['Hauptstraße 1', 'Tor 3', 'Halle B'],
		region: '',
		regionCode: '',
		country: 'DE',
		phone: '',
	};
	return taxedOrder({
		orderNumber: 'AMZ-1',
		store: '3',
		customer: { ...PLAIN.customer, kind: 'buyer', company: 'ACME GmbH', vatNumber: 'DE123456789' },
		billingAddress: address,
		shippingAddress: address,
		lines: [
			storeLine({ tax: '1.60', backordered: true, variantId: '99' }),
			storeLine({ productId: '', createProduct: true }),
		],
		business: true,
		prime: true,
		purchaseOrderNumber: 'PO-7',
		replacesOrderId: '111-0000000-0000000',
		shipBy: '2026-01-05T00:00:00Z',
		shipped: true,
		comments: ['Delivery: at the gate'],
	});
}

function unicodeOrder(): StoreOrder {
	const address = { ...ADDRESS, firstName: 'Zoë', lastName: '山田', city: 'Łódź', street: ['Straße „Ö” 1'] };
	return storeOrder({
		billingAddress: address,
		shippingAddress: address,
		lines: [storeLine({ name: 'Tasse „Blümchen” 🌸', sku: 'TASSE/ÄÖ' })],
		comments: ['Alles Gute zum Geburtstag 🎂'],
	});
}
