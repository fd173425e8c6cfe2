/** Longer entries are left unread: Amazon's have a few hundred characters. */
const LONGEST_VALUE = 1024 * 1024;

/** What becomes of the values of a document. */
export interface JsonSink {
	/** Whether the entries of this list at the top are given one by one; '' asks for a document that is a list itself. */
	isList(name: string): boolean;
	/** Told that such a list begins. */
	begin(name: string): void;
	/**
	 * Takes an entry of one of the lists, or the whole value of another name at the top. `undefined` stands for a value of
	 * more than a million characters, which was left unread.
	 */
	take(name: string, value: unknown): void;
}

type Place =
	| 'start'
	| 'firstName'
	| 'name'
	| 'colon'
	| 'value'
	| 'firstEntry'
	| 'entry'
	| 'afterEntry'
	| 'afterValue'
	| 'end';

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/**
 * Reads one JSON object, or list if the sink takes one, piece by piece and hands its values out as they are complete, so that a document of any size
 * takes the memory of its largest entry. The structure between the entries is checked here, the entries by `JSON.parse`.
 * `write` and `end` throw for what is not JSON, is another value, or breaks off.
 */
export class JsonEntries {
	private place: Place = 'start';
	private name = '';
	/** A document may be a list itself. */
	private isInObject = true;
	private piece: Piece | undefined;

	constructor(private readonly sink: JsonSink) {}

	write(text: string): void {
		let at = 0;
		while (at < text.length) {
			if (this.piece === undefined) at = this.step(text, at);
			else {
				at = this.piece.read(text, at);
				if (this.piece.isWhole) this.close(this.piece);
			}
		}
	}

	end(): void {
		if (this.place !== 'end') throw notJson();
	}

	/** Looks at one character between values. */
	private step(text: string, at: number): number {
		const code = text.charCodeAt(at);
		if (isSpace(code) || (this.place === 'start' && code === 0xfeff)) return at + 1;
		const next = this.punctuation(code);
		if (next !== undefined) {
			this.place = next;
			return at + 1;
		}
		this.open(code);
		return at;
	}

	/** Where a comma, colon or bracket leads to; undefined where a value or a name begins. */
	private punctuation(code: number): Place | undefined {
		switch (this.place) {
			case 'start':
				return code === OPEN_LIST ? this.wholeList() : expected(code === OPEN_OBJECT, 'firstName');
			case 'colon':
				return expected(code === COLON, 'value');
			case 'afterValue':
				return code === CLOSE_OBJECT ? 'end' : expected(code === COMMA, 'name');
			case 'afterEntry':
				return code === CLOSE_LIST ? this.afterList() : expected(code === COMMA, 'entry');
			case 'firstName':
				return code === CLOSE_OBJECT ? 'end' : undefined;
			case 'firstEntry':
				return code === CLOSE_LIST ? this.afterList() : undefined;
			case 'value':
				return code === OPEN_LIST ? this.list() : undefined;
			case 'end':
				throw notJson();
			default:
				return undefined;
		}
	}

	private wholeList(): Place {
		this.isInObject = false;
		return expected(this.list() !== undefined, 'firstEntry');
	}

	private afterList(): Place {
		return this.isInObject ? 'afterValue' : 'end';
	}

	private list(): Place | undefined {
		if (!this.sink.isList(this.name)) return undefined;
		this.sink.begin(this.name);
		return 'firstEntry';
	}

	private open(code: number): void {
		const isName = this.place === 'firstName' || this.place === 'name';
		if (isName && code !== QUOTE) throw notJson();
		this.piece = new Piece(code);
	}

	private close({ text }: Piece): void {
		this.piece = undefined;
		const value = text === undefined ? undefined : parse(text);
		if (this.place === 'firstName' || this.place === 'name') {
			this.name = typeof value === 'string' ? value : '';
			this.place = 'colon';
			return;
		}
		this.place = this.place === 'value' ? 'afterValue' : 'afterEntry';
		this.sink.take(this.name, value);
	}
}

/** One value on its way in. */
class Piece {
	isWhole = false;
	/** Undefined as soon as it is too long. */
	text: string | undefined = '';
	private readonly isNested: boolean;
	private readonly isText: boolean;
	private depth = 0;
	private inText = false;
	private isEscaped = false;

	constructor(code: number) {
		this.isNested = code === OPEN_OBJECT || code === OPEN_LIST;
		this.isText = code === QUOTE;
	}

	/** Reads on from `at`, and answers where the value ends or the text does. */
	read(text: string, at: number): number {
		let end = at;
		while (end < text.length && !this.isWhole) {
			const code = text.charCodeAt(end);
			if (!this.inText && !this.isNested && !this.isText && isDelimiter(code)) this.isWhole = true;
			else {
				this.look(code);
				end += 1;
			}
		}
		if (this.text !== undefined) this.text += text.slice(at, end);
		if ((this.text?.length ?? 0) > LONGEST_VALUE) this.text = undefined;
		return end;
	}

	private look(code: number): void {
		if (this.inText) this.lookInText(code);
		else if (code === QUOTE) this.inText = true;
		else if (code === OPEN_OBJECT || code === OPEN_LIST) this.depth += 1;
		else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
			this.depth -= 1;
			this.isWhole = this.depth === 0;
		}
	}

	private lookInText(code: number): void {
		if (this.isEscaped) this.isEscaped = false;
		else if (code === BACKSLASH) this.isEscaped = true;
		else if (code === QUOTE) {
			this.inText = false;
			this.isWhole = this.isText;
		}
	}
}

function isSpace(code: number): boolean {
	return code === 32 || code === 10 || code === 13 || code === 9;
}

function isDelimiter(code: number): boolean {
	return code === COMMA || code === CLOSE_LIST || code === CLOSE_OBJECT || isSpace(code);
}

function expected(isThere: boolean, next: Place): Place {
	if (!isThere) throw notJson();
	return next;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw notJson();
	}
}

function notJson(): Error {
	return new Error('it is not JSON, or cut off');
}
