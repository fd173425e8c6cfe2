import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isObject } from '../../json';

/** An element with what is in it, in order. */
export interface XmlElement {
	name: string;
	attributes: Record<string, string>;
	children: XmlElement[];
	/** The text directly in it, as written. */
	text: string;
}

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	parseTagValue: false,
	parseAttributeValue: false,
	trimValues: false,
	// Character references such as &#228; are XML; the parser counts them among HTML's.
	htmlEntities: true,
	ignoreDeclaration: true,
	ignorePiTags: true,
});

function toElement(name: string, content: unknown, attributes: unknown): XmlElement {
	const element: XmlElement = { name, attributes: {}, children: [], text: '' };
	if (isObject(attributes))
		for (const [key, value] of Object.entries(attributes)) element.attributes[key] = String(value);
	for (const node of Array.isArray(content) ? (content as unknown[]) : []) {
		if (!isObject(node)) continue;
		const { ':@': own, '#text': text, ...elements } = node;
		if (typeof text === 'string') element.text += text;
		for (const [childName, child] of Object.entries(elements))
			element.children.push(toElement(childName, child, own));
	}
	return element;
}

/** The root of a document. Throws a `SyntaxError` with Amazon's words for what is no XML in UTF-8. */
export function parseXml(content: Buffer): XmlElement {
	const text = decode(content);
	const verdict = XMLValidator.validate(text);
	if (verdict !== true) {
		const { line, col, msg } = verdict.err;
		throw new SyntaxError(`XML Parsing Fatal Error at Line ${line}, Column ${col ?? 1}: ${msg}`);
	}
	const { children } = toElement('', parser.parse(text), undefined);
	const [root] = children;
	if (root === undefined || children.length > 1)
		throw new SyntaxError('XML Parsing Fatal Error at Line 1, Column 1: Invalid document structure');
	return root;
}

function decode(content: Buffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(content);
	} catch {
		throw new SyntaxError('XML Parsing Fatal Error at Line 1, Column 1: Invalid byte of a UTF-8 sequence.');
	}
}

/** Text of a child; undefined when there is none. */
export function textOf(element: XmlElement, name: string): string | undefined {
	return childOf(element, name)?.text;
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
	return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
	return element.children.filter((child) => child.name === name);
}

/** Text for the inside of an element. */
export function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
