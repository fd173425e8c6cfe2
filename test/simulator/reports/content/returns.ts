import { hashOf } from '../../listings/listing';
import type { Fulfiller } from '../../orders/amazonOrder';
import { toMoney } from '../../orders/money';
import type { Content, Subject } from './content';
import { soldItems, type SoldItem } from './soldItems';
import { COMMAS, tableOf, TABS, type Cell, type TableStyle } from './table';
import { namedDay, offsetTime } from './times';
import { fnskuOf, warehouseOf } from './warehouse';
import { element, envelope } from './xml';

const HOUR_MS = 3600_000;

/** An item that its buyer sends back. */
export interface ReturnedItem {
	item: SoldItem;
	/** When the return was asked for; of Amazon's own shipments: when it arrived. */
	atMs: number;
}

const MERCHANT_REASONS = ['AMZ-PG-APP-TOO-SMALL', 'CR-DEFECTIVE', 'CR-UNWANTED_ITEM', 'AMZ-PG-WJ-TOO-SMALL'];
const FBA_REASONS = ['UNWANTED_ITEM', 'DEFECTIVE', 'NOT_AS_DESCRIBED', 'ORDERED_WRONG_ITEM'];

/** When an item comes back, if it does: half a day or a day after it was bought; later if it was bought in the past. */
function returnedAtMs({ itemId, createdAtMs, isPast }: SoldItem): number {
	const hash = hashOf(itemId);
	return createdAtMs + (isPast ? 24 * (1 + (hash % 10)) : 12 + (hash % 12)) * HOUR_MS;
}

/** Every other shipped item comes back, the same ones each time; of drawn items all. */
export function* returnedItems(subject: Subject, fulfilledBy: Fulfiller): Generator<ReturnedItem> {
	const { startMs, endMs, drawn } = subject;
	for (const item of soldItems(subject)) {
		const isWanted = item.fulfilledBy === fulfilledBy && item.shipped > 0 && hashOf(item.itemId) % 2 === 0;
		const atMs = drawn === undefined ? returnedAtMs(item) : item.createdAtMs;
		if (drawn !== undefined || (isWanted && atMs >= startMs && atMs < endMs)) yield { item, atMs };
	}
}

const COLUMNS = [
	...[
		'Order ID',
		'Order date',
		'Return request date',
		'Return request status',
		'Amazon RMA ID',
		'Merchant RMA ID',
	],
	...['Label type', 'Label cost', 'Currency code', 'Return carrier', 'Tracking ID', 'Label to be paid by'],
	...['A-to-Z Claim', 'Is prime', 'ASIN', 'Merchant SKU', 'Item Name', 'Return quantity', 'Return Reason'],
	...['In policy', 'Return type', 'Resolution', 'Invoice number', 'Return delivery date', 'Order Amount'],
	...['Order quantity', 'SafeT Action reason', 'SafeT claim id', 'SafeT claim state'],
	...['SafeT claim creation time', 'SafeT claim reimbursement amount', 'Refunded Amount'],
];

function rmaOf({ itemId }: SoldItem): string {
	return `D${hashOf(itemId).toString(36).padStart(7, 'x')}RRMA`;
}

function pick(list: readonly string[], text: string): string {
	return list[hashOf(`reason ${text}`) % list.length] ?? '';
}

/** Empty cells are a blank, as in Amazon's own file. */
function cellsOf({ item, atMs }: ReturnedItem, isPrime: boolean): Cell[] {
	const { orderId, createdAtMs, marketplace, asin, sku, title, ordered, itemId, price } = item;
	const { currency } = marketplace;
	const total = toMoney(price, currency).amount;
	return [
		...[orderId, namedDay(createdAtMs), namedDay(atMs), 'Approved', rmaOf(item), ' '],
		...[
			'AmazonUnPaidLabel',
			'0.0',
			currency,
			' ',
			' ',
			'Customer',
			'N',
			isPrime ? 'Y' : 'N',
			asin,
			sku,
			title,
		],
		...[1, pick(MERCHANT_REASONS, itemId), 'Y', 'C-Returns', 'StandardRefund', ' ', ' ', total, ordered],
		...[undefined, undefined, undefined, undefined, undefined, undefined],
	];
}

function returnsTable(subject: Subject, style: TableStyle, isPrime: boolean): Content {
	return tableOf(subject, style, COLUMNS, function* () {
		for (const returned of returnedItems(subject, 'MERCHANT')) yield cellsOf(returned, isPrime);
	});
}

/** GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE: returns of what the merchant shipped. */
export const merchantReturns = (subject: Subject): Content => returnsTable(subject, TABS, false);

/** GET_CSV_MFN_PRIME_RETURNS_REPORT: Amazon publishes no columns of it; they are those of the flat file here. */
export const primeReturns = (subject: Subject): Content => returnsTable(subject, COMMAS, true);

function toXml({ item, atMs }: ReturnedItem): string {
	const { title, asin, sku, itemId, orderId, createdAtMs, price, ordered, marketplace } = item;
	const total = toMoney(price, marketplace.currency).amount;
	const details = element('item_details', [
		...[element('item_name', title), element('asin', asin)],
		...[element('return_reason_code', pick(MERCHANT_REASONS, itemId)), element('merchant_sku', sku)],
		...[element('in_policy', 'Y'), element('return_quantity', '1'), element('resolution', 'StandardRefund')],
		element('refund_amount', total),
	]);
	const label = element('label_details', [
		...[element('currency_code', marketplace.currency), element('label_cost', '0.0')],
		element('label_type', 'AmazonUnPaidLabel'),
	]);
	return element('return_details', [
		...[details, element('order_id', orderId), element('order_date', offsetTime(createdAtMs))],
		...[element('amazon_rma_id', rmaOf(item)), element('return_request_date', offsetTime(atMs))],
		...[
			element('return_request_status', 'Approved'),
			element('a_to_z_claim', 'false'),
			element('is_prime', 'N'),
		],
		...[label, element('label_to_be_paid_by', 'Customer'), element('return_type', 'C-Returns')],
		...[element('order_amount', total), element('order_quantity', String(ordered))],
	]);
}

/** GET_XML_RETURNS_DATA_BY_RETURN_DATE: all returns in one message. */
export function xmlReturns(subject: Subject): Content {
	const { head, tail } = envelope('Returns-Report');
	return {
		head: `${head}<Message>`,
		*records() {
			for (const returned of returnedItems(subject, 'MERCHANT')) yield toXml(returned);
		},
		between: '',
		tail: `</Message>${tail}`,
	};
}

const FBA_COLUMNS = [
	...['return-date', 'order-id', 'sku', 'asin', 'fnsku', 'product-name', 'quantity', 'fulfillment-center-id'],
	...['detailed-disposition', 'reason', 'status', 'license-plate-number', 'customer-comments'],
];

/** GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA: returns of what Amazon shipped. */
export function fbaReturns(subject: Subject): Content {
	return tableOf(subject, TABS, FBA_COLUMNS, function* () {
		for (const { item, atMs } of returnedItems(subject, 'AMAZON')) {
			const { orderId, sku, asin, title, itemId } = item;
			yield [
				...[offsetTime(atMs), orderId, sku, asin, fnskuOf(sku), title, 1, warehouseOf(orderId), 'SELLABLE'],
				...[pick(FBA_REASONS, itemId), 'Unit returned to inventory', `LPN${itemId.slice(-9)}`, ''],
			];
		}
	});
}
