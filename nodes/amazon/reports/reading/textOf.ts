import { byteOrderMark, charsetOf, UTF_8, WINDOWS_1252 } from './charset';
import { decodeUtf8, unfinishedBytes, type Utf8Text } from './utf8';
import type { Warnings } from './warnings';
import { decodeWindows1252 } from './windows1252';

/** Turns bytes into text as they come. */
export interface TextSource {
	/** As far as it is known by now. */
	readonly charset: string;
	decode(piece: Uint8Array): string;
	/** What was left of a character that never became whole. */
	end(): string;
}

export interface CharsetHints {
	/** What the document's answer or declaration names. */
	named?: string;
	/** What it is in where it names none and is no UTF-8. */
	otherwise?: string;
}

/** The text of a document that begins with `head`: a byte order mark counts first, then what is named. */
export function textSource(head: Uint8Array, hints: CharsetHints, warnings: Warnings): TextSource {
	const mark = byteOrderMark(head);
	const named = mark.charset ?? (hints.named === undefined ? undefined : charsetOf(hints.named));
	if (named === undefined && hints.named !== undefined && !/ascii/i.test(hints.named)) {
		warnings.once(
			'unknown charset',
			`The document says that it is written in "${hints.named}", which is no known charset; it was recognised instead.`,
		);
	}
	const source = sourceOf(named, hints.otherwise ?? WINDOWS_1252, warnings);
	return mark.size === 0 ? source : new WithoutMark(source, mark.size);
}

function sourceOf(named: string | undefined, otherwise: string, warnings: Warnings): TextSource {
	if (named === WINDOWS_1252) return new WesternText();
	if (named !== undefined && named !== UTF_8) return new PlatformText(named, warnings);
	return new UnicodeText(named !== undefined, otherwise, warnings);
}

class WithoutMark implements TextSource {
	private isFirst = true;

	constructor(
		private readonly source: TextSource,
		private readonly markBytes: number,
	) {}

	get charset(): string {
		return this.source.charset;
	}

	decode(piece: Uint8Array): string {
		const bytes = this.isFirst ? piece.subarray(this.markBytes) : piece;
		this.isFirst = false;
		return this.source.decode(bytes);
	}

	end(): string {
		return this.source.end();
	}
}

class WesternText implements TextSource {
	readonly charset = WINDOWS_1252;
	readonly decode = decodeWindows1252;
	readonly end = () => '';
}

/** A charset that Node decodes; `shift_jis` is windows-31j there, as WHATWG has it. */
class PlatformText implements TextSource {
	private readonly decoder: TextDecoder;

	constructor(
		readonly charset: string,
		private readonly warnings: Warnings,
	) {
		this.decoder = new TextDecoder(charset, { ignoreBOM: true });
	}

	decode(piece: Uint8Array): string {
		return this.look(this.decoder.decode(piece, { stream: true }));
	}

	end(): string {
		return this.look(this.decoder.decode());
	}

	private look(text: string): string {
		if (text.includes('\ufffd')) {
			const sentence = `Some bytes of the document are no ${this.charset}; "\ufffd" stands in their places.`;
			this.warnings.once('stray bytes', sentence);
		}
		return text;
	}
}

/**
 * UTF-8. A byte that is none is read as Windows-1252, wherever it comes: nothing is lost then, whether one text of many
 * is written otherwise or the whole document. Where the document names no charset, and the first piece that is not ASCII
 * has more such bytes than characters of UTF-8, all the rest is read in the other charset.
 */
class UnicodeText implements TextSource {
	private tail = new Uint8Array(0);
	private hasLong = false;
	private other: TextSource | undefined;

	constructor(
		private readonly isNamed: boolean,
		private readonly otherwise: string,
		private readonly warnings: Warnings,
	) {}

	get charset(): string {
		return this.other?.charset ?? UTF_8;
	}

	decode(piece: Uint8Array): string {
		if (this.other !== undefined) return this.other.decode(piece);
		const bytes = this.tail.length === 0 ? piece : Buffer.concat([this.tail, piece]);
		const end = bytes.length - unfinishedBytes(bytes);
		this.tail = bytes.slice(end);
		return this.textOf(bytes.subarray(0, end));
	}

	end(): string {
		if (this.other !== undefined) return this.endOfOther();
		const rest = this.tail;
		this.tail = new Uint8Array(0);
		return this.textOf(rest) + this.endOfOther();
	}

	private endOfOther(): string {
		return this.other?.end() ?? '';
	}

	private textOf(bytes: Uint8Array): string {
		const found = decodeUtf8(bytes, decodeWindows1252);
		const isOther = found.stray > 0 && found.stray >= found.long;
		if (isOther && !this.isNamed && !this.hasLong) return this.change(bytes);
		this.tell(found);
		this.hasLong ||= found.long > 0;
		return found.text;
	}

	private change(bytes: Uint8Array): string {
		const rest = Buffer.concat([bytes, this.tail]);
		this.other = sourceOf(charsetOf(this.otherwise) ?? WINDOWS_1252, WINDOWS_1252, this.warnings);
		return this.other.decode(rest);
	}

	private tell({ stray }: Utf8Text): void {
		if (stray === 0) return;
		this.warnings.once(
			'stray bytes',
			'Some characters of the document are no UTF-8 although the others are; they were read as Windows-1252. Check names and titles with letters like "\u00e4" or "\u00e9".',
		);
	}
}
