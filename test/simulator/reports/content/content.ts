import type { Marketplace } from '../../../../nodes/amazon/tables/marketplaces';
import type { Catalogue } from '../../listings/catalogue';
import type { SimOrder } from '../../orders/simOrder';
import { encode, type Charset } from './charset';

/** A document before it is bytes; records are made while they are sent. */
export interface Content {
	/** The header line of a table, or what stands in front of the first record. */
	head: string;
	records: () => Iterable<string>;
	/** Between two records. */
	between: string;
	tail: string;
}

/** Rows that nobody bought and nobody lists, drawn so that a document has a wanted size. */
export interface Drawn {
	rows: number;
	/** Equal seeds, equal rows. */
	seed: number;
}

/** What was sold before the simulated orders begin: the same items whatever time a report asks about. */
export interface Past {
	/** In each marketplace. */
	perDay: number;
	untilMs: number;
}

/** What a document is about. */
export interface Subject {
	sellerId: string;
	marketplaces: readonly Marketplace[];
	/** Milliseconds since 1970, the end not included. */
	startMs: number;
	endMs: number;
	options: Readonly<Record<string, string>>;
	/** The seller's own orders and listings; with `drawn`, that many rows instead. */
	orders: readonly SimOrder[];
	catalogue: Catalogue;
	drawn?: Drawn;
	past?: Past;
	/** Other names for columns: localized headers. */
	headers: Readonly<Record<string, string>>;
	flaws: readonly RowFlaw[];
}

/** What is wrong with a table row by row. */
export type RowFlaw = 'short-rows' | 'repeated-headers' | 'missing-headers' | 'padded-cells';

/** So much text is made before it is sent. */
const CHUNK_CHARACTERS = 64 * 1024;

function* pieces({ head, records, between, tail }: Content): Generator<string> {
	yield head;
	let isFirst = true;
	for (const record of records()) {
		yield isFirst ? record : between + record;
		isFirst = false;
	}
	yield tail;
}

/** The document in bytes, piece by piece: at no time is more of it in memory. */
export function* bytesOf(content: Content, charset: Charset, hasMark: boolean): Generator<Buffer> {
	let text = hasMark ? '\uFEFF' : '';
	for (const piece of pieces(content)) {
		text += piece;
		if (text.length < CHUNK_CHARACTERS) continue;
		yield encode(text, charset);
		text = '';
	}
	if (text !== '') yield encode(text, charset);
}

/** Whether there is nothing to report: Amazon cancels such a report. */
export function hasRecords({ records }: Content): boolean {
	for (const _record of records()) return true;
	return false;
}
