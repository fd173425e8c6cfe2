import { currencyDecimals } from '../money/currencies';
import { add, compare, ZERO, type Amount } from '../money/money';
import { BOOK_COLUMNS, KINDS, type BookColumn } from './kinds';
import { moneyText, parseMoney } from './moneyText';
import type { SettlementRow } from './row';
import type { SettlementSummary } from './verdict';

/** What a line of a spreadsheet stands for. */
export type BookLineType = 'order' | 'furtherOrders' | 'account' | 'difference' | 'total';

/** One line of a spreadsheet: amounts are exact decimal texts, and all columns of amounts add up to `net`. */
export interface BookLine extends Record<BookColumn | 'net', string> {
	lineType: BookLineType;
	amazonOrderId: string;
	/** Of a line of the account: our word for it, and Amazon's. */
	kind: string;
	description: string;
	/** When the first of its rows was posted. */
	postedAt: string;
	currency: string;
	rows: number;
}

/** What is added up in one line. */
interface Gathered {
	lineType: BookLineType;
	amazonOrderId: string;
	kind: string;
	description: string;
	sums: Map<BookColumn, Amount>;
	rows: number;
	postedAt: string;
}

const MOST_ORDERS = 50_000;
/** Descriptions may be free text; what is beyond goes into one line for each kind. */
const MOST_ACCOUNT_LINES = 200;

/**
 * Folds the rows of one settlement into what a spreadsheet wants: a line for each order, lines for the account, and a total
 * that is what Amazon pays. Only lines are kept: orders beyond `mostOrders` share one.
 */
export class BookLines {
	private readonly orders = new Map<string, Gathered>();
	private readonly accounts = new Map<string, Gathered>();
	private readonly further = nothingIn('furtherOrders');

	constructor(private readonly mostOrders = MOST_ORDERS) {}

	/** @param rows typed rows, as they come; held ones have no amount and are part of the difference */
	add(rows: readonly SettlementRow[]): void {
		for (const row of rows) {
			const amount = parseMoney(row.amount);
			if (amount !== undefined) gather(this.placeOf(row), row, amount);
		}
	}

	/** Orders by their id, then the account, the difference if there is one, and the total. */
	lines({ currency, difference, settlementId }: SettlementSummary): BookLine[] {
		const gathered = [
			...sorted(this.orders),
			...(this.further.rows === 0 ? [] : [this.further]),
			...sorted(this.accounts),
			...differenceOf(parseMoney(difference) ?? ZERO),
		];
		const total = { ...totalOf(gathered), description: `Settlement ${settlementId}` };
		return [...gathered, total].map((place) => toLine(place, currency));
	}

	private placeOf({ amazonOrderId, kind, description }: SettlementRow): Gathered {
		if (amazonOrderId !== '') {
			const order = this.orders.get(amazonOrderId);
			if (order !== undefined) return order;
			if (this.orders.size >= this.mostOrders) return this.further;
			return kept(this.orders, amazonOrderId, { ...nothingIn('order'), amazonOrderId });
		}
		const key = `${kind}\t${description}`;
		const account = this.accounts.get(key);
		if (account !== undefined) return account;
		const isNew = this.accounts.size < MOST_ACCOUNT_LINES;
		const [place, words] = isNew ? [key, { kind, description }] : [kind, { kind }];
		return this.accounts.get(place) ?? kept(this.accounts, place, { ...nothingIn('account'), ...words });
	}
}

function nothingIn(lineType: BookLineType): Gathered {
	return {
		lineType,
		amazonOrderId: '',
		kind: '',
		description: '',
		sums: new Map(),
		rows: 0,
		postedAt: '',
	};
}

function kept(places: Map<string, Gathered>, key: string, place: Gathered): Gathered {
	places.set(key, place);
	return place;
}

function gather(place: Gathered, { kind, postedAt }: SettlementRow, amount: Amount): void {
	const { column } = KINDS[kind];
	place.sums.set(column, add(place.sums.get(column) ?? ZERO, amount));
	place.rows += 1;
	if (place.postedAt === '' || (postedAt !== '' && postedAt < place.postedAt)) place.postedAt = postedAt;
}

function sorted(places: ReadonlyMap<string, Gathered>): Gathered[] {
	return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

function differenceOf(amount: Amount): Gathered[] {
	if (compare(amount, ZERO) === 0) return [];
	const sums = new Map<BookColumn, Amount>([['other', amount]]);
	return [{ ...nothingIn('difference'), description: 'Not explained by any row', sums }];
}

function totalOf(places: readonly Gathered[]): Gathered {
	const total = nothingIn('total');
	for (const { sums, rows } of places) {
		for (const [column, sum] of sums) total.sums.set(column, add(total.sums.get(column) ?? ZERO, sum));
		total.rows += rows;
	}
	return total;
}

function toLine(
	{ sums, rows, postedAt, lineType, amazonOrderId, ...words }: Gathered,
	currency: string,
): BookLine {
	const decimals = currencyDecimals(currency);
	const text = (column: BookColumn) => moneyText(sums.get(column) ?? ZERO, decimals);
	const columns = Object.fromEntries(BOOK_COLUMNS.map((column) => [column, text(column)]));
	const net = moneyText([...sums.values()].reduce(add, ZERO), decimals);
	const amounts = columns as Record<BookColumn, string>;
	return { lineType, amazonOrderId, net, currency, ...amounts, postedAt, ...words, rows };
}
