import { CHARSETS, type Charset } from './content/charset';
import { isObject } from '../json';

/**
 * What a document holds, said by a test or on the status page: the very bytes, or how to make them. Without any of it
 * the document is made from the seller's own orders and listings.
 */
export interface DocumentSpec {
	/** The document as text; it is written in `charset`. */
	text?: string;
	/** The document as bytes, before compression; in JSON as base64. */
	bytes?: Uint8Array | string;
	/** So many drawn rows (records of XML or JSON), of any number: they are made while they are sent. */
	rows?: number;
	/** Equal seeds, equal rows; default 1. */
	seed?: number;
	/** Other names for columns, for localized headers: `{ sku: 'Händler-SKU' }`. */
	headers?: Record<string, string>;
	/** Default what Amazon uses for the type and the marketplace. */
	charset?: Charset;
	/** A byte order mark in front; default as Amazon does for the type. */
	hasByteOrderMark?: boolean;
	/** Of the download; default by the type's format and the charset. */
	contentType?: string;
	/** Default: documents above two kilobytes are. */
	isGzipped?: boolean;
}

/** Why a description, which may have come as JSON, is none; undefined when it is fine. */
export function documentFault(spec: unknown): string | undefined {
	if (!isObject(spec)) return '"document" must be an object';
	const { text, bytes, rows, charset, headers } = spec;
	const contents = [text, bytes, rows].filter((value) => value !== undefined);
	if (contents.length > 1) return '"document" takes one of "text", "bytes" and "rows"';
	if (text !== undefined && typeof text !== 'string') return '"text" must be a text';
	if (bytes !== undefined && typeof bytes !== 'string' && !(bytes instanceof Uint8Array))
		return '"bytes" must be bytes, or base64';
	if (rows !== undefined && !(Number.isInteger(rows) && Number(rows) >= 0))
		return '"rows" must be a whole number';
	if (charset !== undefined && !CHARSETS.some((known) => known === charset))
		return `"charset" must be one of ${CHARSETS.join(', ')}`;
	return headers === undefined || isObject(headers) ? undefined : '"headers" must be an object';
}
