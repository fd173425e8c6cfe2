import { jsonOf, toItems, type Fields, type Item } from '../n8n';
import { text } from '../text';
import { amountOf, amountText } from './amount';

/** What was sold of a product in a day; amounts are exact decimal texts. */
export interface DaySum {
	saleKey: string;
	/** Such as `2026-11-27`, in UTC, as Amazon counts days; empty when the date cannot be read. */
	day: string;
	/** Amazon's own name for it, such as `Amazon.de`. */
	marketplace: string;
	sku: string;
	product: string;
	units: number;
	sales: string;
	tax: string;
	discount: string;
	currency: string;
	/** Of the units those that have no price yet, as long as their order is pending. */
	unpriced: number;
	/** Rows that are not counted because they cannot be read. */
	unread: number;
}

const AMOUNTS = ['item-price', 'item-tax', 'item-promotion-discount'];

/** Sums of what is counted, in the order of `AMOUNTS`. */
interface Group {
	sum: DaySum;
	amounts: bigint[];
}

/**
 * Sums by day, marketplace and product. A cancelled row counts nothing, but its product has a sum all the same: it may have
 * been counted before. What was not sold at Amazon (its warehouse ships for other shops too) is left out.
 */
export function daySums(rows: Fields[]): DaySum[] {
	const groups = new Map<string, Group>();
	for (const row of rows) {
		if (/^non-amazon/i.test(text(row['sales-channel']))) continue;
		count(row, groupOf(groups, row));
	}
	return [...groups.values()].map(({ sum, amounts }) => {
		const [sales = '', tax = '', discount = ''] = amounts.map(amountText);
		return { ...sum, sales, tax, discount };
	});
}

function groupOf(groups: Map<string, Group>, row: Fields): Group {
	const day = dayOf(text(row['purchase-date']));
	const [marketplace, sku, product] = [
		text(row['sales-channel']),
		text(row['sku']),
		text(row['product-name']),
	];
	const saleKey = [day, marketplace, sku].join('|');
	const known = groups.get(saleKey);
	if (known !== undefined) return known;
	const nothing = { units: 0, sales: '', tax: '', discount: '', currency: '', unpriced: 0, unread: 0 };
	const group = {
		sum: { saleKey, day, marketplace, sku, product, ...nothing },
		amounts: AMOUNTS.map(() => 0n),
	};
	groups.set(saleKey, group);
	return group;
}

function dayOf(date: string): string {
	const moment = new Date(date);
	return Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10);
}

function count(row: Fields, { sum, amounts }: Group): void {
	if ([row['order-status'], row['item-status']].some((status) => /^cancell?ed$/i.test(text(status)))) return;
	const [quantity, currency] = [text(row['quantity']), text(row['currency'])];
	const read = AMOUNTS.map((name) => amountOf(text(row[name])));
	const isOther = currency !== '' && sum.currency !== '' && currency !== sum.currency;
	const isWhole = /^\d+$/.test(quantity) && sum.sku !== '' && sum.day !== '';
	if (!isWhole || isOther || read.includes(undefined)) {
		sum.unread += 1;
		return;
	}
	sum.units += Number(quantity);
	if (text(row['item-price']) === '') sum.unpriced += Number(quantity);
	sum.currency ||= currency;
	read.forEach((amount, index) => (amounts[index] = (amounts[index] ?? 0n) + (amount ?? 0n)));
}

/** Adds up the rows by day, marketplace and product, to the cent. What is cancelled counts nothing. */
export default (): Item[] =>
	toItems(daySums(jsonOf($input.all<{ rows: Fields[] }>()).flatMap(({ rows }) => rows)));
