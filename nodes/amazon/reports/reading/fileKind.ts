import { refusal } from './refusal';
import type { RowFormat } from './rowTerms';

/** First bytes of what is no text (each format's own description). */
const BINARY: ReadonlyArray<[string, readonly number[]]> = [
	['a PDF', [0x25, 0x50, 0x44, 0x46]],
	['a ZIP file or an Excel workbook', [0x50, 0x4b, 0x03, 0x04]],
	['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
	['a gzip file inside another', [0x1f, 0x8b]],
	['a picture', [0x89, 0x50, 0x4e, 0x47]],
	['a picture', [0xff, 0xd8, 0xff]],
];

/** In a text, a zero byte here is none of a cell's faults. */
const BINARY_LOOK = 1_000;

const FORMAT_NAMES: Readonly<Record<RowFormat, string>> = {
	tsv: 'text with tabs',
	csv: 'CSV',
	xml: 'XML',
	json: 'JSON',
};

const BY_CONTENT_TYPE: ReadonlyArray<[RegExp, RowFormat]> = [
	[/tab-separated/i, 'tsv'],
	[/\bcsv\b/i, 'csv'],
	[/[/+]xml\b/i, 'xml'],
	[/[/+]json\b/i, 'json'],
];

/** Throws a `DocumentError` when a document that begins with these bytes is no text. */
export function checkIsText(head: Uint8Array): void {
	const known = BINARY.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
	if (known !== undefined) throw otherKind(`The document is ${known[0]}, which has no rows to read.`);
}

/**
 * What a text is written in: what it begins with counts before what somebody says of it, except between tabs and commas,
 * which the reader of lines tells apart.
 * Throws a `DocumentError` when that is another format than the wanted one, or no report at all.
 */
export function formatOf(text: string, wanted: RowFormat | undefined, contentType: string): RowFormat {
	const seen = formatSeen(text);
	if (seen === 'html') {
		throw otherKind('The document is a web page, maybe an error page, and no report.');
	}
	if (seen === undefined && text.slice(0, BINARY_LOOK).includes('\0')) {
		throw otherKind('The document holds bytes that stand in no text, so there are no rows to read.');
	}
	const said = wanted ?? BY_CONTENT_TYPE.find(([pattern]) => pattern.test(contentType))?.[1];
	if (seen !== undefined && (said === undefined || said === seen)) return seen;
	if (seen === undefined && said !== 'xml' && said !== 'json') return said ?? 'tsv';
	if (wanted === undefined) return seen ?? 'tsv';
	const found = seen === undefined ? 'plain text' : FORMAT_NAMES[seen];
	throw otherKind(`The document is ${found} where ${FORMAT_NAMES[wanted]} was expected.${errorWords(text)}`);
}

/** XML and JSON begin as no table does: a name in a header does not begin with a bracket and go on with one. */
function formatSeen(text: string): 'html' | 'xml' | 'json' | undefined {
	const start = text.slice(0, 4096).replace(/^[\s\ufeff]+/, '');
	if (/^<(!doctype\s+html|html[\s>])/i.test(start)) return 'html';
	if (/^<[?!\p{L}_]/u.test(start)) return 'xml';
	if (/^\{\s*["}]/.test(start) || /^\[\s*[[\]{"\d]/.test(start)) return 'json';
	return undefined;
}

/** Amazon's own words in a document that says why there is no report. */
function errorWords(text: string): string {
	const words = /"errorDetails"\s*:\s*"([^"\\]{1,300})/.exec(text.slice(0, 4096))?.[1];
	return words === undefined ? '' : ` Amazon says: ${words}`;
}

function otherKind(message: string): Error {
	return refusal('OtherKind', message);
}
