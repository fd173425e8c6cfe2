import { ambiguousPrice, priceOf, quantityOf } from '../fixtures/stores/skus';
import { demoSku } from './demoProducts';
import type { StoreRoute } from './storeRoute';

const COLUMNS = ['sku', 'name', 'price', 'currency', 'quantity', 'floorPrice'] as const;

type Row = Record<(typeof COLUMNS)[number], string>;

/** One row in this many is odd. */
const ODD_EVERY = 25;

/** What goes wrong in real price lists. */
const ODD_FORMS: ReadonlyArray<(row: Row) => Row> = [
	(row) => ({ ...row, sku: `NOT-LISTED-${row.sku}` }),
	(row) => ({ ...row, price: ambiguousPrice }),
	(row) => ({ ...row, quantity: '-3' }),
	(row) => ({ ...row, sku: '' }),
	(row) => ({ ...row, sku: demoSku(0), name: `${row.name} (the SKU of Product 1 again)` }),
	(row) => ({ ...row, price: '0.00', floorPrice: '' }),
];

export const priceListRoutes: readonly StoreRoute[] = [
	{
		method: 'GET',
		path: /^\/price-list\.csv$/,
		operation: 'priceList',
		answer: (_state, { query }) => ({
			status: 200,
			contentType: 'text/csv; charset=utf-8',
			body: toPriceList(Number(query.get('rows') ?? 200)),
		}),
	},
];

/** A price list as CSV with a header line: rows of the demo's SKUs, one in 25 of them odd. */
export function toPriceList(rows: number): string {
	const lines = Array.from({ length: rows }, (_, index) => toLine(rowAt(index)));
	return [COLUMNS.join(','), ...lines, ''].join('\n');
}

function rowAt(index: number): Row {
	const row: Row = {
		sku: demoSku(index),
		name: `Product ${index + 1}`,
		price: priceOf(index),
		currency: 'EUR',
		quantity: String(quantityOf(index)),
		floorPrice: '14.99',
	};
	const odd =
		index % ODD_EVERY === ODD_EVERY - 1
			? ODD_FORMS[Math.floor(index / ODD_EVERY) % ODD_FORMS.length]
			: undefined;
	return odd === undefined ? row : odd(row);
}

function toLine(row: Row): string {
	return COLUMNS.map((column) => quoted(row[column])).join(',');
}

function quoted(text: string): string {
	return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
