import type { DocumentDownload } from '../../transport/contract';
import { charsetIn, charsetOf, UTF_8 } from './charset';
import { DelimitedReader } from './delimitedReader';
import { checkIsText, formatOf } from './fileKind';
import { JsonReader } from './jsonReader';
import { LostLetters } from './lostLetters';
import type { ReadingParts, RowReader } from './rowReader';
import type { ReadingSummary, ReportRow, RowTerms } from './rowTerms';
import { textSource, type CharsetHints, type TextSource } from './textOf';
import { Warnings } from './warnings';
import { XmlReader } from './xmlReader';

/** Of a report that has a header, or the frame around records, and nothing else. */
export const NO_ROWS_SAID = 'The report has no rows.';

/** More blanks than this before a document say nothing more. */
const BLANKS_HELD = 1024 * 1024;

/** One document on its way from bytes to rows. */
export class Reading {
	isWhole = false;
	private readonly parts: ReadingParts;
	private readonly lostLetters: LostLetters;
	private source: TextSource | undefined;
	private reader: RowReader | undefined;
	/** Text before the first letter. */
	private blanks = '';

	constructor(
		private readonly contentType: DocumentDownload['contentType'],
		terms: RowTerms,
	) {
		this.parts = { terms, warnings: new Warnings(), tally: { rows: 0, kept: 0 } };
		this.lostLetters = new LostLetters(this.parts.warnings);
	}

	get rows(): number {
		return this.parts.tally.rows;
	}

	/** Whether as many rows were kept as are wanted. */
	get isEnough(): boolean {
		return this.parts.tally.kept >= (this.parts.terms.stopAfter ?? Infinity);
	}

	summary(): ReadingSummary {
		const { terms, tally, warnings } = this.parts;
		return {
			...tally,
			columns: this.reader?.columns ?? [],
			missingColumns: this.reader?.missingColumns ?? [],
			charset: this.source?.charset ?? '',
			format: this.reader?.format ?? terms.format,
			isWhole: this.isWhole,
			warnings: warnings.sentences,
		};
	}

	write(piece: Uint8Array): void {
		this.source ??= this.recognise(piece);
		this.read(this.source.decode(piece));
	}

	/** Tells that the document is over. */
	end(): void {
		this.read(this.source?.end() ?? '');
		this.reader?.end();
	}

	/** Adds rows until the batch is full, and answers whether it is. */
	fill(batch: ReportRow[], limit: number): boolean {
		return this.reader?.fill(batch, limit) ?? false;
	}

	/** To be told of each batch before it is given. */
	look(batch: readonly ReportRow[]): void {
		this.lostLetters.check(batch);
	}

	/** To be told when all rows of a whole document were given. */
	finish(): void {
		this.isWhole = true;
		const { tally, warnings } = this.parts;
		if (this.reader === undefined)
			warnings.once('empty', 'The document is empty: it has no header and no rows.');
		else if (tally.rows === 0) warnings.once('no records', NO_ROWS_SAID);
	}

	private read(text: string): void {
		this.lostLetters.look(text, this.source?.charset ?? '');
		if (this.reader !== undefined) {
			this.reader.write(text);
			return;
		}
		const start = this.blanks + text;
		if (start.trim() === '') {
			this.blanks = start.slice(0, BLANKS_HELD);
			return;
		}
		this.blanks = '';
		this.reader = this.open(start);
		this.reader.write(start);
	}

	private recognise(head: Uint8Array): TextSource {
		checkIsText(head);
		const { terms, warnings } = this.parts;
		return textSource(head, charsetHints(head, this.contentType, terms), warnings);
	}

	private open(text: string): RowReader {
		const { terms } = this.parts;
		const format = formatOf(text, terms.format, this.contentType);
		if (format === 'json') return new JsonReader(this.parts);
		if (format === 'xml') return new XmlReader(this.parts, this.source?.charset ?? UTF_8);
		return new DelimitedReader({ ...this.parts, terms: { ...terms, format } });
	}
}

/** XML that calls itself UTF-8 counts before its Content-Type, which a storage may have guessed. */
function charsetHints(head: Uint8Array, contentType: string, { charset }: RowTerms): CharsetHints {
	const start = Buffer.from(head.subarray(0, 1024)).toString('latin1');
	const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']{1,60})/i.exec(start)?.[1];
	const isUtf8 = declared !== undefined && charsetOf(declared) === UTF_8;
	return { named: isUtf8 ? declared : (charsetIn(contentType) ?? declared), otherwise: charset };
}
