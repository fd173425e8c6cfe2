import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';

import { hasMoreThan } from '../transport/parseBody';

/** Elements by name, in the order in which they are written; lists repeat an element, `undefined` leaves it out. */
export interface XmlElements {
	[name: string]: string | undefined | XmlElements | ReadonlyArray<string | XmlElements>;
}

/** Names of attributes begin with this, and the text beside them has its own name. */
export const ATTRIBUTE = '@_';
export const TEXT = '#text';

const builder = new XMLBuilder({
	ignoreAttributes: false,
	attributeNamePrefix: ATTRIBUTE,
	textNodeName: TEXT,
});

/** Characters that no XML 1.0 document can hold, escaped or not; half a surrogate pair is one of them. */
export const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** XML without declaration or white space; texts are escaped. The caller keeps `NOT_IN_XML` out of them. */
export function buildXml(elements: XmlElements): string {
	return builder.build(elements);
}

/** Decodes what XML itself defines, and nothing that a document may define: no entity is ever expanded. */
export const ENTITY_DECODER = {
	setExternalEntities: () => undefined,
	addInputEntities: () => undefined,
	reset: () => undefined,
	setXmlVersion: () => undefined,
	decode: (text: string) =>
		text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, decoded),
};
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const LAST_CODE_POINT = 0x10ffff;

function decoded(reference: string, name?: string, decimal?: string, hex?: string): string {
	if (name !== undefined) return NAMED[name] ?? reference;
	const codePoint = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
	if (codePoint > LAST_CODE_POINT) return reference;
	const character = String.fromCodePoint(codePoint);
	return NOT_IN_XML.test(character) ? reference : character;
}

/** Every element becomes a list under its name; an element that holds text only becomes that text. */
const parser = new XMLParser({
	ignoreAttributes: true,
	parseTagValue: false,
	ignoreDeclaration: true,
	ignorePiTags: true,
	entityDecoder: ENTITY_DECODER,
	isArray: () => true,
});

/** Eighty for each message of a full feed; an element takes far more memory than the letters of its tag. */
const TAGS_AT_MOST = 2_000_000;

/**
 * Reads a whole XML document without its attributes: texts stay texts (`007`), surrounding space is dropped.
 * Throws an error with the reason alone ("it is ...") for what is longer than `limit` characters, has more tags than any
 * feed, declares a document type (which could define entities) or another encoding than UTF-8, or is not well-formed.
 */
export function parseXml(text: string, limit: number): XmlNode {
	const plain = text.replace(/^\uFEFF/, '').trim();
	if (plain.length > limit) throw new Error(`it has more than ${limit} characters`);
	if (hasMoreThan(TAGS_AT_MOST, plain, '<')) throw new Error(`it has more than ${TAGS_AT_MOST} tags`);
	if (/<!DOCTYPE/i.test(plain)) throw new Error('it declares a document type');
	const encoding = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/i.exec(plain)?.[1] ?? 'UTF-8';
	if (!/^(utf-?8|us-ascii)$/i.test(encoding)) throw new Error(`it is written in ${encoding}, not in UTF-8`);
	return new XmlNode(parseWhole(plain));
}

/** The parser alone takes a document that breaks off for a whole one. */
function parseWhole(text: string): unknown {
	try {
		if (XMLValidator.validate(text) === true) return parser.parse(text);
	} catch {
		// Answered below: what the parser stumbled over tells the reader nothing.
	}
	throw new Error('it is not XML, or cut off');
}

/** An element as it was parsed: asked for what it holds, it answers with nothing rather than an error. */
export class XmlNode {
	constructor(private readonly value: unknown) {}

	/** The elements of that name, in order. */
	all(name: string): XmlNode[] {
		if (typeof this.value !== 'object' || this.value === null || !Object.hasOwn(this.value, name)) return [];
		const inner: unknown = Reflect.get(this.value, name);
		return Array.isArray(inner) ? inner.map((one) => new XmlNode(one)) : [];
	}

	/** Text of the first element of that name, unless it is missing or empty. */
	text(name: string): string | undefined {
		const [first] = this.all(name);
		return typeof first?.value === 'string' && first.value !== '' ? first.value : undefined;
	}
}
