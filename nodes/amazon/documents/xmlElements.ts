/** Longer elements, and longer parts without an end, are not read: Amazon's have a few hundred characters. */
const LONGEST_ELEMENT = 1024 * 1024;
const DEEPEST = 100;

/** What is done with the elements of a document. */
export interface XmlSink {
	/** Told when an element begins, with its names from the root (`a/b/c`); answers whether to hand it out whole. */
	isWanted(path: string): boolean;
	/** Takes a wanted element as it is written; `undefined` when it has more than a million characters. */
	take(path: string, text: string | undefined): void;
}

/** What a document was decoded from. */
export interface Decoded {
	readonly charset: string;
	/** Whether an encoding that the document declares is that charset, or part of it. */
	includes(encoding: string): boolean;
}

const AS_UTF_8: Decoded = {
	charset: 'UTF-8',
	includes: (encoding) => /^(utf-?8|us-ascii)$/i.test(encoding),
};

interface Open {
	name: string;
	path: string;
}

/**
 * Reads an XML document piece by piece and hands out the wanted elements as they are complete, so that a document of
 * any size takes the memory of its largest element. What is between them only has to be nested rightly.
 * `write` and `end` throw an error with the reason alone ("it is ...") for what is not XML, breaks off, declares a document
 * type (which could define entities), or was decoded as another encoding than it declares.
 */
export class XmlElements {
	private rest = '';
	private hasRoot = false;
	private readonly open: Open[] = [];
	/** Depth of the wanted element that is being read. */
	private wantedDepth = 0;
	private wanted: string | undefined;

	constructor(
		private readonly sink: XmlSink,
		private readonly decoded: Decoded = AS_UTF_8,
	) {}

	write(text: string): void {
		const all = this.rest + text;
		let at = 0;
		for (;;) {
			const start = all.indexOf('<', at);
			const endOfWords = start < 0 ? all.length : start;
			this.words(all, at, endOfWords);
			if (start < 0) break;
			const end = endOfPart(all, start);
			if (end === undefined) {
				if (all.length - start > LONGEST_ELEMENT) throw notXml();
				this.rest = all.slice(start);
				return;
			}
			this.part(all.slice(start, end));
			at = end;
		}
		this.rest = '';
	}

	end(): void {
		if (this.rest !== '' || !this.hasRoot || this.open.length > 0) throw notXml();
	}

	private words(text: string, from: number, to: number): void {
		if (this.wantedDepth > 0) this.keep(text.slice(from, to));
		else if (this.open.length === 0 && /[^\s\uFEFF]/.test(text.slice(from, to))) throw notXml();
	}

	private part(part: string): void {
		if (part.startsWith('<?')) this.checkEncoding(part);
		const isTag = !part.startsWith('<?') && !part.startsWith('<!');
		if (isTag && part.startsWith('</')) this.close(part);
		else if (isTag) this.begin(part);
		else if (this.wantedDepth > 0) this.keep(part);
	}

	private checkEncoding(instruction: string): void {
		const encoding = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']{0,99})/i.exec(instruction)?.[1];
		if (encoding === undefined || this.decoded.includes(encoding)) return;
		throw new Error(`it is written in ${encoding}, not in ${this.decoded.charset}`);
	}

	private begin(tag: string): void {
		const name = /^<([^\s/>]+)/.exec(tag)?.[1];
		if (name === undefined || !/^[\p{L}_:][^<&'"=]*$/u.test(name)) throw notXml();
		const parent = this.open.at(-1);
		if (parent === undefined && this.hasRoot) throw notXml();
		this.hasRoot = true;
		const path = parent === undefined ? name : `${parent.path}/${name}`;
		if (this.open.push({ name, path }) > DEEPEST) throw new Error('its elements are nested too deeply');
		if (this.wantedDepth === 0 && this.sink.isWanted(path)) {
			this.wantedDepth = this.open.length;
			this.wanted = '';
		}
		if (this.wantedDepth > 0) this.keep(tag);
		if (tag.endsWith('/>')) this.leave();
	}

	private close(tag: string): void {
		if (this.wantedDepth > 0) this.keep(tag);
		if (this.open.at(-1)?.name !== tag.slice(2, -1).trimEnd()) throw notXml();
		this.leave();
	}

	private leave(): void {
		const isWanted = this.open.length === this.wantedDepth;
		const left = this.open.pop();
		if (!isWanted || left === undefined) return;
		this.wantedDepth = 0;
		this.sink.take(left.path, this.wanted);
	}

	private keep(text: string): void {
		if (this.wanted === undefined) return;
		this.wanted += text;
		if (this.wanted.length > LONGEST_ELEMENT) this.wanted = undefined;
	}
}

/** Where the part that begins with "<" ends; undefined when that is still to come. */
function endOfPart(text: string, start: number): number | undefined {
	if (text.startsWith('<!', start)) return endOfMarkup(text, start);
	if (text.startsWith('<?', start)) return after('?>', text, start + 2);
	let quote = '';
	for (let at = start + 1; at < text.length; at++) {
		const letter = text[at] ?? '';
		if (quote !== '') quote = letter === quote ? '' : quote;
		else if (letter === '>') return at + 1;
		else if (letter === '"' || letter === "'") quote = letter;
	}
	return undefined;
}

function endOfMarkup(text: string, start: number): number | undefined {
	if (text.startsWith('<!--', start)) return after('-->', text, start + 4);
	if (text.startsWith('<![CDATA[', start)) return after(']]>', text, start + 9);
	const head = text.slice(start, start + 9).toUpperCase();
	if (head === '<!DOCTYPE') throw new Error('it declares a document type');
	if (['<!--', '<![CDATA[', '<!DOCTYPE'].some((markup) => markup.startsWith(head))) return undefined;
	throw notXml();
}

function after(mark: string, text: string, from: number): number | undefined {
	const at = text.indexOf(mark, from);
	return at < 0 ? undefined : at + mark.length;
}

function notXml(): Error {
	return new Error('it is not XML, or cut off');
}
