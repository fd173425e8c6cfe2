import { gzipSync } from 'node:zlib';
import type { Documents, NewDocument, StoredDocument } from '../feeds/documents';
import type { SimOrder } from '../orders/simOrder';
import type { SimState } from '../state';
import { encode, type Charset } from './content/charset';
import { bytesOf, hasRecords, type Content, type Past, type RowFlaw, type Subject } from './content/content';
import { JAPANESE_HEADERS } from './content/listings';
import { marketplaceOf } from './content/soldItems';
import type { DocumentSpec } from './documentSpec';
import type { DocumentMishap } from './documentMishaps';
import type { StoredReport } from './report';
import { knownType, MADE_TYPES, numberOf, type MadeType, type ReportFormat } from './reportTypes';

/** Larger documents are compressed; smaller ones stay plain so that both are met. */
const COMPRESS_FROM_BYTES = 2048;
/** Documents up to here are kept as bytes; larger ones are made anew each time they are sent. */
const KEPT_BYTES = 4 * 2 ** 20;

/** Tables come as plain text; so do some in JSON, but those are not made here. */
const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
	...{ tsv: 'text/plain', csv: 'text/csv', xml: 'text/xml', json: 'application/json' },
	file: 'application/octet-stream',
};

const NOTHING: NewDocument = { contentType: 'text/plain', isGzipped: false };

const ROW_FLAWS: readonly string[] = ['short-rows', 'repeated-headers', 'missing-headers', 'padded-cells'];

/** A document before it is kept: how it is made, and what is said about it. */
interface Plan {
	bytes: () => Iterable<Uint8Array>;
	contentType: string;
	isGzipped?: boolean;
}

/** What the account sold before the first of its simulated orders. */
function pastOf({ seed, startedAtMs }: SimState, orders: readonly SimOrder[]): Past | undefined {
	if (seed.pastPerDay === 0) return undefined;
	const untilMs = Math.min(startedAtMs, ...orders.slice(0, 1).map(({ createdAtMs }) => createdAtMs));
	return { perDay: seed.pastPerDay, untilMs };
}

function subjectOf(state: SimState, report: StoredReport, made: MadeType): Subject {
	const { sellerId, document: spec = {}, options, startMs, endMs, mishaps } = report;
	const marketplaces = report.marketplaceIds.map(marketplaceOf);
	const isJapanese =
		marketplaces[0]?.country === 'JP' && options['preferredReportDocumentLocale'] === undefined;
	const orders = state.orderBook.of(sellerId).list();
	const past = made.hasPast && spec.rows === undefined ? pastOf(state, orders) : undefined;
	return {
		...{ sellerId, marketplaces, options, startMs, endMs, catalogue: state.catalogue(sellerId) },
		orders,
		...(spec.rows === undefined ? {} : { drawn: { rows: spec.rows, seed: spec.seed ?? 1 } }),
		...(past === undefined ? {} : { past }),
		headers: spec.headers ?? (isJapanese && made.charset !== undefined ? JAPANESE_HEADERS : {}),
		flaws: mishaps.document.filter((mishap): mishap is RowFlaw & DocumentMishap =>
			ROW_FLAWS.includes(mishap),
		),
	};
}

/** What the report is made by; another type's maker when that is the mishap. */
function makerOf(report: StoredReport): MadeType | undefined {
	if (!report.mishaps.document.includes('other-type')) return knownType(report.reportType)?.made;
	const isListings = report.reportType.includes('LISTINGS');
	return MADE_TYPES[
		isListings ? 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE' : 'GET_MERCHANT_LISTINGS_ALL_DATA'
	];
}

function charsetOf(
	{ document: spec = {}, marketplaceIds }: StoredReport,
	made: MadeType | undefined,
): Charset {
	const [id = ''] = marketplaceIds;
	return spec.charset ?? made?.charset?.(marketplaceOf(id)) ?? 'UTF-8';
}

/** What the document is written in, and what its Content-Type says it is. */
function charsetsOf(report: StoredReport, made: MadeType | undefined): { real: Charset; said: Charset } {
	const real = charsetOf(report, made);
	if (!report.mishaps.document.includes('wrong-charset')) return { real, said: real };
	return { real: real === 'UTF-8' ? 'Cp1252' : real, said: 'UTF-8' };
}

function bytesGiven(
	{ text, bytes, hasByteOrderMark }: DocumentSpec,
	charset: Charset,
): Uint8Array | undefined {
	if (typeof bytes === 'string') return Buffer.from(bytes, 'base64');
	if (bytes !== undefined) return bytes;
	return text === undefined ? undefined : encode((hasByteOrderMark ? '\uFEFF' : '') + text, charset);
}

/** The plan of a document; undefined when there is nothing to report. */
function plan(state: SimState, report: StoredReport): Plan | undefined {
	const { document: spec = {}, mishaps } = report;
	const made = makerOf(report);
	const format = made?.format ?? knownType(report.reportType)?.format ?? 'tsv';
	const { real, said } = charsetsOf(report, made);
	const contentType = spec.contentType ?? `${MEDIA_TYPES[format]}; charset=${said}`;
	const common = { contentType, ...(spec.isGzipped === undefined ? {} : { isGzipped: spec.isGzipped }) };
	const given = bytesGiven(spec, real);
	if (mishaps.document.includes('empty')) return { ...common, bytes: () => [] };
	if (given !== undefined) return { ...common, bytes: () => [given] };
	const content = made?.make(subjectOf(state, report, made));
	if (content === undefined) return undefined;
	const isBare = mishaps.document.includes('header-only');
	if (!isBare && spec.rows === undefined && !hasRecords(content)) return undefined;
	const shown: Content = isBare ? { ...content, records: () => [] } : content;
	const hasMark = spec.hasByteOrderMark ?? made?.hasByteOrderMark ?? false;
	return { ...common, bytes: () => bytesOf(shown, real, hasMark) };
}

/** The whole when it is small. */
function small(bytes: Iterable<Uint8Array>): Buffer | undefined {
	const pieces: Uint8Array[] = [];
	let sizeBytes = 0;
	for (const piece of bytes) {
		sizeBytes += piece.length;
		if (sizeBytes > KEPT_BYTES) return undefined;
		pieces.push(piece);
	}
	return Buffer.concat(pieces);
}

function toNewDocument(
	{ bytes, contentType, isGzipped }: Plan,
	mishaps: readonly DocumentMishap[],
): NewDocument {
	const has = (mishap: DocumentMishap) => mishaps.includes(mishap);
	const kept = small(bytes());
	// What lies about its packing is packed, or not, whatever its size.
	const isPacked =
		!has('gzip-flag-on-plain') &&
		(has('plain-flag-on-gzip') || (isGzipped ?? (kept === undefined || kept.length >= COMPRESS_FROM_BYTES)));
	const saysPacked = (isPacked || has('gzip-flag-on-plain')) && !has('plain-flag-on-gzip');
	const packed = kept !== undefined && isPacked ? gzipSync(kept) : kept;
	const cut =
		packed !== undefined && has('cut-off') ? packed.subarray(0, Math.floor(packed.length * 0.6)) : packed;
	return {
		...{ contentType, isGzipped: saysPacked, endsEarly: has('wrong-length') },
		...(cut === undefined ? { stream: { bytes, isPacked, isCutOff: has('cut-off') } } : { content: cut }),
		isExpired: has('expired-address'),
	};
}

function store(
	state: SimState,
	report: StoredReport,
	document: NewDocument & Pick<StoredDocument, 'make'>,
): string {
	const { sellerId, reportType } = report;
	const isRestricted = knownType(reportType)?.isRestricted ?? false;
	const documents: Documents = state.documents;
	const number = numberOf(reportType);
	return documents.createForReport(
		{ ...document, sellerId, isRestricted },
		state.seller(sellerId).region,
		number,
	).id;
}

/** Makes and keeps a report's document; answers with its id, or undefined when there is nothing to report. */
export function makeDocument(state: SimState, report: StoredReport): string | undefined {
	const { document } = report.mishaps;
	const make = (): NewDocument | undefined => {
		const planned = plan(state, report);
		return planned && toNewDocument(planned, document);
	};
	if (report.isMadeWhenRead) return store(state, report, { ...NOTHING, make: () => make() ?? NOTHING });
	const made = make();
	return made && store(state, report, made);
}

/** The document of a FATAL report that says why. */
export function makeErrorDocument(state: SimState, report: StoredReport, errorDetails: string): string {
	const content = Buffer.from(JSON.stringify({ errorDetails }));
	const contentType = 'application/json; charset=UTF-8';
	return store(state, report, { contentType, content, isGzipped: false });
}
