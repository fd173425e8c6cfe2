import { toMoney } from '../../orders/money';
import { storeOf } from '../../stores';
import type { Content, Subject } from './content';
import { soldItems, type SoldItem } from './soldItems';
import { tableOf, TABS, type Cell } from './table';
import { offsetTime } from './times';
import { element, envelope } from './xml';

type TimeOf = (item: SoldItem) => number;
const purchase: TimeOf = ({ createdAtMs }) => createdAtMs;
const lastUpdate: TimeOf = ({ updatedAtMs }) => updatedAtMs;

function* itemsIn(subject: Subject, timeOf: TimeOf): Generator<SoldItem> {
	const { startMs, endMs, drawn } = subject;
	for (const item of soldItems(subject)) {
		const atMs = timeOf(item);
		if (drawn !== undefined || (atMs >= startMs && atMs < endMs)) yield item;
	}
}

/** The words of the order reports, which are older than those of the API. */
const STATUS_WORDS: Readonly<Record<SoldItem['status'], string>> = {
	...{ PENDING_AVAILABILITY: 'Pending', PENDING: 'Pending', UNSHIPPED: 'Unshipped' },
	...{
		PARTIALLY_SHIPPED: 'Shipping',
		SHIPPED: 'Shipped',
		CANCELLED: 'Cancelled',
		UNFULFILLABLE: 'Unshippable',
	},
};

const COLUMNS = [
	...['amazon-order-id', 'merchant-order-id', 'purchase-date', 'last-updated-date', 'order-status'],
	...['fulfillment-channel', 'sales-channel', 'order-channel', 'url', 'ship-service-level', 'product-name'],
	...['sku', 'asin', 'item-status', 'quantity', 'currency', 'item-price', 'item-tax', 'shipping-price'],
	...['shipping-tax', 'gift-wrap-price', 'gift-wrap-tax', 'item-promotion-discount'],
	...['ship-promotion-discount', 'ship-city', 'ship-state', 'ship-postal-code', 'ship-country'],
	...['promotion-ids', 'is-business-order', 'purchase-order-number', 'price-designation'],
];

function amount(minor: number, { marketplace }: SoldItem): string {
	return minor === 0 ? '' : toMoney(minor, marketplace.currency).amount;
}

/** What was not paid yet has no price, and a cancelled order has none either. */
function pricesOf(item: SoldItem): Cell[] {
	const isPriced = !['PENDING', 'PENDING_AVAILABILITY', 'CANCELLED'].includes(item.status);
	if (!isPriced) return ['', '', '', '', '', '', '', '', ''];
	const { marketplace, price, tax, shipping, discount } = item;
	return [
		...[marketplace.currency, toMoney(price, marketplace.currency).amount, amount(tax, item)],
		...[amount(shipping, item), '', '', '', amount(discount, item), ''],
	];
}

function cellsOf(item: SoldItem): Cell[] {
	const { marketplace, address, status } = item;
	const place = address.city ?? address.municipality ?? '';
	return [
		...[item.orderId, item.sellerOrderId, offsetTime(item.createdAtMs), offsetTime(item.updatedAtMs)],
		...[
			STATUS_WORDS[status],
			item.fulfilledBy === 'AMAZON' ? 'Amazon' : 'Merchant',
			storeOf(marketplace.country).name,
		],
		...['', '', item.serviceLevel === 'STANDARD' ? 'Standard' : 'Expedited', item.title, item.sku, item.asin],
		...[STATUS_WORDS[status], status === 'CANCELLED' ? 0 : item.ordered, ...pricesOf(item)],
		...[place, address.stateOrRegion, address.postalCode, address.countryCode],
		...['', String(item.isBusiness), '', item.isBusiness ? 'Business Price' : ''],
	];
}

function orders(subject: Subject, timeOf: TimeOf): Content {
	return tableOf(subject, TABS, COLUMNS, function* () {
		for (const item of itemsIn(subject, timeOf)) yield cellsOf(item);
	});
}

/** GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL. */
export const ordersByPurchase = (subject: Subject): Content => orders(subject, purchase);

/** GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL. */
export const ordersByUpdate = (subject: Subject): Content => orders(subject, lastUpdate);

const SHIPPING_COLUMNS = [
	...['order-id', 'order-item-id', 'purchase-date', 'payments-date', 'buyer-email', 'buyer-name'],
	...[
		'buyer-phone-number',
		'sku',
		'product-name',
		'quantity-purchased',
		'currency',
		'item-price',
		'item-tax',
	],
	...['shipping-price', 'shipping-tax', 'ship-service-level', 'recipient-name', 'ship-address-1'],
	...['ship-address-2', 'ship-address-3', 'ship-city', 'ship-state', 'ship-postal-code', 'ship-country'],
	...['ship-phone-number', 'delivery-start-date', 'delivery-end-date', 'delivery-time-zone'],
	...['delivery-Instructions', 'sales-channel'],
];

function shippingCells(item: SoldItem): Cell[] {
	const { address, marketplace, createdAtMs } = item;
	const { currency, country } = marketplace;
	return [
		...[item.orderId, item.itemId, offsetTime(createdAtMs), offsetTime(createdAtMs)],
		...[item.buyerEmail, item.buyerName, address.phone, item.sku, item.title, item.ordered, currency],
		...[toMoney(item.price, currency).amount, toMoney(item.tax, currency).amount],
		...[toMoney(item.shipping, currency).amount, toMoney(0, currency).amount, 'Standard'],
		...[address.name, address.addressLine1, address.addressLine2, address.addressLine3],
		...[address.city ?? address.municipality, address.stateOrRegion, address.postalCode, address.countryCode],
		...[address.phone, '', '', '', '', storeOf(country).name],
	];
}

/** GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING: with names and addresses; the merchant's own shipments that were paid. */
export function ordersToShip(subject: Subject): Content {
	return tableOf(subject, TABS, SHIPPING_COLUMNS, function* () {
		for (const item of itemsIn(subject, purchase)) {
			const isPaid = !['PENDING', 'PENDING_AVAILABILITY', 'CANCELLED'].includes(item.status);
			if (subject.drawn !== undefined || (isPaid && item.fulfilledBy === 'MERCHANT'))
				yield shippingCells(item);
		}
	});
}

const OPEN_COLUMNS = [
	...['order-id', 'order-item-id', 'purchase-date', 'payments-date', 'reporting-date', 'promise-date'],
	...['days-past-promise', 'buyer-email', 'buyer-name', 'buyer-phone-number', 'sku', 'product-name'],
	...['quantity-purchased', 'quantity-shipped', 'quantity-to-ship', 'ship-service-level', 'recipient-name'],
	...['ship-address-1', 'ship-address-2', 'ship-address-3', 'ship-city', 'ship-state', 'ship-postal-code'],
	...['ship-country', 'is-business-order', 'purchase-order-number', 'price-designation'],
];

function openCells(item: SoldItem, reportedMs: number): Cell[] {
	const { address, createdAtMs, ordered, shipped } = item;
	const promisedMs = createdAtMs + 2 * 24 * 3600_000;
	const late = Math.floor((reportedMs - promisedMs) / (24 * 3600_000));
	return [
		...[item.orderId, item.itemId, offsetTime(createdAtMs), offsetTime(createdAtMs), offsetTime(reportedMs)],
		...[offsetTime(promisedMs), late, item.buyerEmail, item.buyerName, address.phone, item.sku, item.title],
		...[ordered, shipped, Math.max(0, ordered - shipped), 'Standard', address.name, address.addressLine1],
		...[
			address.addressLine2,
			address.addressLine3,
			address.city ?? address.municipality,
			address.stateOrRegion,
		],
		...[address.postalCode, address.countryCode, String(item.isBusiness), '', ''],
	];
}

/** GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING: what the merchant still has to ship, of whatever time. */
export function ordersNotShipped(subject: Subject): Content {
	return tableOf(subject, TABS, OPEN_COLUMNS, function* () {
		for (const item of soldItems(subject)) {
			const isOpen = ['UNSHIPPED', 'PARTIALLY_SHIPPED'].includes(item.status) && item.shipped < item.ordered;
			if (subject.drawn !== undefined || (isOpen && item.fulfilledBy === 'MERCHANT'))
				yield openCells(item, subject.endMs);
		}
	});
}

function itemXml(item: SoldItem): string {
	const { currency } = item.marketplace;
	const component = (type: string, minor: number) =>
		element('Component', [
			element('Type', type),
			element('Amount', toMoney(minor, currency).amount, ` currency="${currency}"`),
		]);
	return element('OrderItem', [
		...[element('AmazonOrderItemCode', item.itemId), element('ASIN', item.asin), element('SKU', item.sku)],
		...[element('ItemStatus', STATUS_WORDS[item.status]), element('ProductName', item.title)],
		element('Quantity', String(item.ordered)),
		element('ItemPrice', [component('Principal', item.price), component('Shipping', item.shipping)]),
	]);
}

function orderXml(items: readonly SoldItem[]): string {
	const [first] = items;
	if (first === undefined) return '';
	const { address, marketplace } = first;
	const place = element('Address', [
		...[
			element('City', address.city ?? address.municipality ?? ''),
			element('State', address.stateOrRegion ?? ''),
		],
		...[element('PostalCode', address.postalCode ?? ''), element('Country', address.countryCode ?? '')],
	]);
	const order = element('Order', [
		...[element('AmazonOrderID', first.orderId), element('PurchaseDate', offsetTime(first.createdAtMs))],
		...[
			element('LastUpdatedDate', offsetTime(first.updatedAtMs)),
			element('OrderStatus', STATUS_WORDS[first.status]),
		],
		element('SalesChannel', storeOf(marketplace.country).name),
		element('FulfillmentData', [
			element('FulfillmentChannel', first.fulfilledBy === 'AMAZON' ? 'Amazon' : 'Merchant'),
			...[element('ShipServiceLevel', 'Standard'), place],
		]),
		...[element('IsBusinessOrder', String(first.isBusiness)), ...items.map(itemXml)],
	]);
	return `${element('Message', [order])}\n`;
}

function xmlOrders(subject: Subject, timeOf: TimeOf): Content {
	return {
		...envelope('AllOrdersReport'),
		between: '',
		*records() {
			let items: SoldItem[] = [];
			for (const item of itemsIn(subject, timeOf)) {
				if (items.length > 0 && items[0]?.orderId !== item.orderId) {
					yield orderXml(items);
					items = [];
				}
				items.push(item);
			}
			if (items.length > 0) yield orderXml(items);
		},
	};
}

/** GET_XML_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL: one message for each order. */
export const xmlOrdersByPurchase = (subject: Subject): Content => xmlOrders(subject, purchase);

/** GET_XML_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL. */
export const xmlOrdersByUpdate = (subject: Subject): Content => xmlOrders(subject, lastUpdate);
