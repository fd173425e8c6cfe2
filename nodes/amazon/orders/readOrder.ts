import { parseDecimal } from '../../rules/money/decimalText';
import { isRecord } from '../../rules/item/record';
import { compare, ZERO } from '../../rules/money/money';
import { ORDER_STATUSES, type MarketplaceOrder } from '../../rules/order/marketplaceOrder';
import { fromOrderItem, type OrderItem } from '../../rules/order/orderItem';
import { isOrder } from './fetchOrders';
import { at } from '../transport/at';
import { toMarketplaceOrder } from './toMarketplaceOrder';

/** An order as Amazon answers it, or as the nodes simplify it; undefined for everything else. */
export function readOrder(json: unknown): MarketplaceOrder | undefined {
	if (isOrderItem(json)) return fromOrderItem(json);
	return isOrder(json) ? toMarketplaceOrder(json) : undefined;
}

type Test = (value: unknown) => boolean;

/** Whether every field that the rules read is there and of its kind. Fields that nobody knows do not matter. */
export function isOrderItem(value: unknown): value is OrderItem {
	return isShaped(value, ORDER);
}

const isText: Test = (value) => typeof value === 'string';
const isAmount: Test = (value) => {
	const amount = isText(value) ? parseDecimal(value) : undefined;
	return amount !== undefined && compare(amount, ZERO) >= 0;
};
const isFlag: Test = (value) => typeof value === 'boolean';
const isCount: Test = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const oneOf =
	(...values: readonly unknown[]): Test =>
	(value) =>
		values.includes(value);
const listOf =
	(test: Test): Test =>
	(value) =>
		Array.isArray(value) && value.every(test);
const maybe =
	(test: Test): Test =>
	(value) =>
		value === undefined || test(value);
const shaped =
	(tests: Readonly<Record<string, Test>>): Test =>
	(value) =>
		isShaped(value, tests);
const allMaybe = (test: Test, ...names: string[]) =>
	Object.fromEntries(names.map((name) => [name, maybe(test)]));

function isShaped(value: unknown, tests: Readonly<Record<string, Test>>): boolean {
	if (!isRecord(value)) return false;
	return Object.entries(tests).every(([name, test]) => test(at(value, name)));
}

const LINE_AMOUNTS = [
	'item',
	'shipping',
	'giftWrap',
	'codFee',
	'other',
	'discount',
	'shippingDiscount',
	'total',
];

const LINE = {
	itemId: isText,
	...allMaybe(isText, 'sku', 'asin', 'title', 'giftMessage', 'giftWrapLevel', 'cancelRequest'),
	ordered: isCount,
	shipped: isCount,
	cancelled: isCount,
	unitPrice: maybe(isAmount),
	amounts: shaped(allMaybe(isAmount, ...LINE_AMOUNTS)),
	tax: shaped(allMaybe(isAmount, 'total', 'item', 'shipping', 'giftWrap', 'discount')),
	taxCollectedByAmazon: isFlag,
	promotions: listOf(isText),
};

const PACKAGE = {
	reference: isText,
	...allMaybe(isText, 'carrier', 'trackingNumber', 'shippedAt', 'status'),
	lines: listOf(shaped({ itemId: isText, quantity: isCount })),
};

const ADDRESS = {
	...allMaybe(isText, 'name', 'company', 'city', 'region', 'postalCode', 'country', 'phone', 'kind'),
	instructions: maybe(isText),
	lines: listOf(isText),
};

const ORDER = {
	amazonOrderId: isText,
	status: oneOf(...ORDER_STATUSES),
	fulfillmentChannel: oneOf('AFN', 'MFN'),
	marketplaceId: isText,
	marketplace: isText,
	purchasedAt: isText,
	updatedAt: isText,
	...allMaybe(
		isText,
		'salesChannel',
		'storeOrderNumber',
		'currency',
		'replacesOrderId',
		'serviceLevel',
		'shipBy',
		'deliverBy',
	),
	currencies: listOf(isText),
	total: (value: unknown) => value === '' || maybe(isAmount)(value),
	toCollect: maybe(isAmount),
	programs: listOf(isText),
	paymentMethods: listOf(isText),
	buyerDetails: shaped(allMaybe(isText, 'name', 'email', 'company', 'purchaseOrderNumber', 'vatNumber')),
	address: maybe(shaped(ADDRESS)),
	lines: listOf(shaped(LINE)),
	packages: listOf(shaped(PACKAGE)),
};
