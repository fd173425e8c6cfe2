import type { Marketplace } from '../../../../nodes/amazon/tables/marketplaces';
import { hashOf } from '../../listings/listing';
import { shareOf, toMinor, toMoney } from '../../orders/money';
import type { Refund } from '../../orders/refund';
import type { SimOrder } from '../../orders/simOrder';
import { storeOf } from '../../stores';
import type { Content, Subject } from './content';
import { soldItems, type SoldItem } from './soldItems';
import { tableOf, TABS, type Cell } from './table';
import { isContinental, settlementDay, settlementTime } from './times';

/** The 24 columns of GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2. */
const COLUMNS = [
	...[
		'settlement-id',
		'settlement-start-date',
		'settlement-end-date',
		'deposit-date',
		'total-amount',
		'currency',
	],
	...[
		'transaction-type',
		'order-id',
		'merchant-order-id',
		'adjustment-id',
		'shipment-id',
		'marketplace-name',
	],
	...['amount-type', 'amount-description', 'amount', 'fulfillment-id', 'posted-date', 'posted-date-time'],
	...[
		'order-item-code',
		'merchant-order-item-id',
		'merchant-adjustment-item-id',
		'sku',
		'quantity-purchased',
	],
	'promotion-id',
];

const DAY_MS = 24 * 3600_000;
/** What Amazon keeps of a sale, in ten-thousandths. */
const COMMISSION_RATE = 1500;
const FBA_FEE_MINOR = 322;
const SUBSCRIPTION_FEE_MINOR = 3900;

/** One row: an amount and what it is for. */
interface Posting {
	transactionType: string;
	/** `ItemPrice`, `ItemFees`, `Promotion`, `other-transaction`. */
	type: string;
	description: string;
	minor: number;
	atMs: number;
	marketplace: Marketplace;
	item?: SoldItem;
	adjustmentId?: string;
}

function* salePostings(item: SoldItem): Generator<Posting> {
	const { price, shipping, discount, shipped, ordered, fulfilledBy, marketplace, updatedAtMs: atMs } = item;
	const goods = Math.floor((price * shipped) / Math.max(1, ordered));
	const row = (type: string, description: string, minor: number): Posting => {
		return { transactionType: 'Order', type, description, minor, atMs, marketplace, item };
	};
	yield row('ItemPrice', 'Principal', goods);
	if (shipping > 0) yield row('ItemPrice', 'Shipping', shipping);
	if (discount > 0) yield row('Promotion', 'Principal', -discount);
	yield row('ItemFees', 'Commission', -shareOf(goods, COMMISSION_RATE));
	if (fulfilledBy === 'AMAZON') yield row('ItemFees', 'FBAPerUnitFulfillmentFee', -FBA_FEE_MINOR * shipped);
}

function* refundPostings(
	{ components, promotions, atMs, adjustmentId }: Refund,
	item: SoldItem,
): Generator<Posting> {
	const { marketplace } = item;
	const row = (type: string, description: string, minor: number): Posting => {
		const posting = { transactionType: 'Refund', type, description, minor, atMs, marketplace, item };
		return { ...posting, adjustmentId: adjustmentId ?? String(hashOf(`adjustment ${item.itemId}`)) };
	};
	const minorOf = (amount: string) => toMinor(amount, marketplace.currency) ?? 0;
	for (const { type, amount } of components) yield row('ItemPrice', type, -minorOf(amount));
	for (const { type, amount } of promotions) yield row('Promotion', type, minorOf(amount));
	const principal = components.find(({ type }) => type === 'Principal');
	if (principal !== undefined)
		yield row('ItemFees', 'Commission', shareOf(minorOf(principal.amount), COMMISSION_RATE));
}

function* postings(subject: Subject): Generator<Posting> {
	const { startMs, endMs, orders, marketplaces, drawn } = subject;
	const [marketplace] = marketplaces;
	if (marketplace === undefined) return;
	const byId = new Map<string, SimOrder>(orders.map((order) => [order.orderId, order]));
	const isIn = (atMs: number) => atMs >= startMs && atMs < endMs;
	for (const item of soldItems(subject)) {
		const order = byId.get(item.orderId);
		if (item.shipped > 0 && (drawn !== undefined || isIn(item.updatedAtMs))) yield* salePostings(item);
		for (const refund of order?.refunds ?? [])
			if (refund.orderItemId === item.itemId && isIn(refund.atMs)) yield* refundPostings(refund, item);
	}
	const other = {
		transactionType: 'other-transaction',
		type: 'other-transaction',
		atMs: endMs - 1000,
		marketplace,
	};
	yield { ...other, description: 'Subscription Fee', minor: -SUBSCRIPTION_FEE_MINOR };
}

/** `1234,50` on the European mainland, `1234.50` elsewhere. */
function amountText(minor: number, marketplace: Marketplace): string {
	const { amount } = toMoney(minor, marketplace.currency);
	return isContinental(marketplace) ? amount.replace('.', ',') : amount;
}

function cellsOf(settlementId: string, posting: Posting): Cell[] {
	const { transactionType, type, description, minor, atMs, marketplace, item, adjustmentId } = posting;
	const isSale = transactionType === 'Order' && description === 'Principal' && type === 'ItemPrice';
	const channel = item?.fulfilledBy === 'AMAZON' ? 'AFN' : 'MFN';
	return [
		...[settlementId, '', '', '', '', '', transactionType, item?.orderId, item?.sellerOrderId, adjustmentId],
		...[item === undefined ? '' : `B${hashOf(item.orderId).toString(36)}`],
		...[
			item === undefined ? '' : storeOf(marketplace.country).name,
			type,
			description,
			amountText(minor, marketplace),
		],
		...[
			item === undefined ? '' : channel,
			settlementDay(atMs, marketplace),
			settlementTime(atMs, marketplace),
		],
		...[item?.itemId, '', '', item?.sku, isSale ? item?.shipped : undefined],
		...[type === 'Promotion' ? `PAWS-V2-${item?.asin}` : ''],
	];
}

/** One settlement is in one currency, that of the first marketplace. */
function inOneCurrency(subject: Subject): Subject {
	const [first] = subject.marketplaces;
	return {
		...subject,
		marketplaces: subject.marketplaces.filter(({ currency }) => currency === first?.currency),
	};
}

/** The first row carries the total of all that follow; so they are gone through twice, the first time for the sum. */
export function settlement(asked: Subject): Content {
	const subject = inOneCurrency(asked);
	const { startMs, endMs, sellerId, marketplaces } = subject;
	return tableOf(subject, TABS, COLUMNS, function* () {
		const [marketplace] = marketplaces;
		if (marketplace === undefined) return;
		const settlementId = String(10_000_000_000 + hashOf(`${sellerId} ${marketplace.currency} ${endMs}`));
		let total = 0;
		for (const { minor } of postings(subject)) total += minor;
		const time = (atMs: number) => settlementTime(atMs, marketplace);
		const amount = amountText(total, marketplace);
		const head: Cell[] = [settlementId, time(startMs), time(endMs), time(endMs + 2 * DAY_MS), amount];
		yield [...head, marketplace.currency, ...Array<Cell>(COLUMNS.length - 6).fill('')];
		for (const posting of postings(subject)) yield cellsOf(settlementId, posting);
	});
}
