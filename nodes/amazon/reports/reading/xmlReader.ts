import { XMLParser } from 'fast-xml-parser';

import { XmlElements, type XmlSink } from '../../documents/xmlElements';
import { ATTRIBUTE, ENTITY_DECODER, TEXT } from '../../feeds/xml';
import { isRecord } from '../../../rules/item/record';
import { charsetOf } from './charset';
import type { Nested } from './flatten';
import { RecordReader } from './recordReader';
import type { ReadingParts } from './rowReader';
import { XmlRecordPath } from './xmlRecordPath';

/** An element that holds text only becomes that text, a repeated one a list. */
const parser = new XMLParser({
	ignoreAttributes: false,
	attributeNamePrefix: ATTRIBUTE,
	textNodeName: TEXT,
	// It would take the blank away that stands before CDATA.
	trimValues: false,
	parseTagValue: false,
	parseAttributeValue: false,
	ignoreDeclaration: true,
	ignorePiTags: true,
	entityDecoder: ENTITY_DECODER,
});

/** Reads an XML document record by record: the wanted elements, or those that it repeats. */
export class XmlReader extends RecordReader implements XmlSink {
	readonly format = 'xml';
	private readonly elements: XmlElements;
	private paths: readonly string[];
	private readonly search = new XmlRecordPath();
	/** Text that waits until it is known which elements are the records. */
	private held = '';

	/** @param charset what the text was decoded from */
	constructor(parts: ReadingParts, charset: string) {
		super(parts);
		this.paths = parts.terms.records ?? [];
		const includes = (encoding: string) => (charsetOf(encoding) ?? charset) === charset;
		this.elements = new XmlElements(this, { charset, includes });
	}

	isWanted(path: string): boolean {
		return this.paths.includes(path);
	}

	take(path: string, text: string | undefined): void {
		const list = this.paths.length > 1 ? path.slice(path.lastIndexOf('/') + 1) : undefined;
		this.rows.add(text === undefined ? undefined : recordOf(text), list);
	}

	protected read(text: string): void {
		if (this.paths.length > 0) {
			this.elements.write(text);
			return;
		}
		this.held += text;
		if (this.search.write(text)) this.release();
	}

	protected close(): void {
		if (this.held !== '') this.release();
		this.elements.end();
		if (this.parts.tally.rows === 0) this.tellNoRecords(this.paths, []);
	}

	private release(): void {
		const { held } = this;
		this.held = '';
		this.paths = [this.search.best()];
		this.elements.write(held);
	}
}

/** What an element holds by name; undefined when the parser refuses it. */
function recordOf(text: string): Record<string, Nested> | undefined {
	try {
		const parsed: unknown = parser.parse(text);
		const [[name, value] = ['', undefined]] = Object.entries(isRecord(parsed) ? parsed : {});
		const whole = trimmed(value);
		return (isRecord(whole) ? whole : { [name]: whole }) as Record<string, Nested>;
	} catch {
		return undefined;
	}
}

/** Without the blanks around texts and between elements. */
function trimmed(value: unknown): unknown {
	if (typeof value === 'string') return value.trim();
	if (Array.isArray(value)) return value.map(trimmed);
	if (!isRecord(value)) return '';
	const pairs = Object.entries(value).map(([name, inner]) => [name, trimmed(inner)] as const);
	const whole = pairs.filter(([name, inner]) => name !== TEXT || inner !== '');
	return whole.length === 0 ? '' : Object.fromEntries(whole);
}
