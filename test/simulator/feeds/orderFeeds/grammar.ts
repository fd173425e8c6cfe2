import type { XmlElement } from './xml';

/** One place in a sequence of elements, as Amazon's XSDs declare it. */
export interface ElementRule {
	name: string;
	/** Another element that may stand in its place. */
	or?: ElementRule;
	isOptional?: boolean;
	/** How many may follow each other; default 1. */
	most?: number;
	/** The elements inside, in order; without them it holds text. */
	parts?: readonly ElementRule[];
	/** What is inside is looked at elsewhere. */
	isOpen?: boolean;
	/** What the text must look like; default anything. */
	pattern?: RegExp;
	/** What the text may be. */
	values?: readonly string[];
	/** Names a currency, one of these. */
	currencies?: readonly string[];
}

function textFault({ text, attributes, name }: XmlElement, rule: ElementRule): string | undefined {
	const isGood = rule.values?.includes(text) ?? rule.pattern?.test(text) ?? true;
	if (!isGood) return `The value '${text}' of element '${name}' is not valid.`;
	const { currency } = attributes;
	if (currency !== undefined && !(rule.currencies?.includes(currency) ?? false))
		return `The value '${currency}' of attribute 'currency' on element '${name}' is not valid.`;
	return undefined;
}

/** How an element breaks its rule, in words; undefined when it does not. */
export function elementFault(element: XmlElement, rule: ElementRule): string | undefined {
	if (rule.isOpen) return undefined;
	if (rule.parts !== undefined) return sequenceFault(element, rule.parts);
	const [child] = element.children;
	if (child !== undefined) return unexpected(child, element);
	return textFault(element, rule);
}

function unexpected({ name }: XmlElement, { name: parent }: XmlElement): string {
	return `Invalid content was found in '${parent}' starting with element '${name}'.`;
}

function sequenceFault(element: XmlElement, parts: readonly ElementRule[]): string | undefined {
	if (element.text.trim() !== '')
		return `Element '${element.name}' cannot have the text '${element.text.trim()}'.`;
	let next = 0;
	for (const part of parts) {
		let found = 0;
		for (; found < (part.most ?? 1); found++) {
			const child = element.children[next];
			const rule = [part, part.or].find((candidate) => candidate?.name === child?.name);
			if (child === undefined || rule === undefined) break;
			const fault = elementFault(child, rule);
			if (fault !== undefined) return fault;
			next += 1;
		}
		if (found > 0 || part.isOptional) continue;
		const child = element.children[next];
		if (child !== undefined) return `${unexpected(child, element)} One of '${part.name}' is expected.`;
		return `The content of element '${element.name}' is not complete. One of '${part.name}' is expected.`;
	}
	const extra = element.children[next];
	return extra === undefined ? undefined : unexpected(extra, element);
}
