import fc from 'fast-check';

import { XmlElements } from '../../../../nodes/amazon/documents/xmlElements';

/** The wanted elements of a text that comes in pieces. */
function read(pieces: readonly string[], wanted = 'a/b'): Array<string | undefined> {
	const taken: Array<string | undefined> = [];
	const elements = new XmlElements({
		isWanted: (path) => path === wanted,
		take: (_, text) => taken.push(text),
	});
	for (const piece of pieces) elements.write(piece);
	elements.end();
	return taken;
}

describe('XmlElements', () => {
	it.each<[string, string, string[]]>([
		['elements', '<a><b>1</b><c><b>2</b></c><b x="/>">3</b></a>', ['<b>1</b>', '<b x="/>">3</b>']],
		['an empty element', '<a><b/><b /></a>', ['<b/>', '<b />']],
		['an element within one of its name', '<a><b><b>1</b></b></a>', ['<b><b>1</b></b>']],
		['a comment', '<a><!-- <b> --><b>1<!-- </b> --></b></a>', ['<b>1<!-- </b> --></b>']],
		['CDATA', '<a><b><![CDATA[</b>]]></b></a>', ['<b><![CDATA[</b>]]></b>']],
		['a declaration', '<?xml version="1.0" encoding="utf-8"?>\n<a><b>1</b></a>\n', ['<b>1</b>']],
		['an instruction', '<a><?print <b>?><b>1</b></a>', ['<b>1</b>']],
		['quotes of both kinds', `<a><b x='">'>1</b></a>`, [`<b x='">'>1</b>`]],
		['a closing tag with a space', '<a><b>1</b ></a >', ['<b>1</b >']],
		['letters of the world', '<a><b>日本</b></a>', ['<b>日本</b>']],
	])('finds %s, wherever the text is cut', (_, text, elements) => {
		for (let end = 0; end <= text.length; end++)
			expect(read([text.slice(0, end), text.slice(end)])).toEqual(elements);
		expect(read([...text])).toEqual(elements);
	});

	it.each([
		['nothing', ''],
		['words', 'Sorry'],
		['words before', 'x<a/>'],
		['words after', '<a/>x'],
		['two roots', '<a/><a/>'],
		['an element that is not closed', '<a><b></a>'],
		['a closing tag too many', '<a></a></a>'],
		['a tag without a name', '<a>< b/></a>'],
		['a name that is none', '<a><1/></a>'],
		['half a tag', '<a><b'],
		['half a comment', '<a/><!-- '],
		['other markup', '<a><!ELEMENT b></a>'],
	])('refuses %s', (_, text) => {
		expect(() => read([text])).toThrow('it is not XML, or cut off');
	});

	it.each([['<!DOCTYPE a><a/>'], ['<!doctype a [<!ENTITY b "c">]><a/>']])('refuses %s', (text) => {
		expect(() => read([...text])).toThrow('it declares a document type');
	});

	it('leaves an element without end unread, and reads the others', () => {
		const long = `<b>${'<x/>'.repeat(500_000)}</b>`;
		expect(read([`<a><b>1</b>${long}<b>2</b></a>`])).toEqual(['<b>1</b>', undefined, '<b>2</b>']);
	});

	it('finds in any tree what it is made of, wherever the text is cut', () => {
		const text = fc.stringMatching(/^[a-z ]{0,9}$/);
		const { tree } = fc.letrec<{ tree: string }>((tie) => ({
			tree: fc.oneof(
				{ maxDepth: 4 },
				text,
				fc
					.tuple(fc.constantFrom('b', 'c', 'd.e'), fc.array(tie('tree'), { maxLength: 4 }))
					.map(([name, inner]) => `<${name} q="'>">${inner.join('')}</${name}>`),
			),
		}));
		const children = fc.array(tree, { maxLength: 6 });
		fc.assert(
			fc.property(children, fc.nat(999), fc.nat(999), (parts, one, other) => {
				const whole = `<a>${parts.join('')}</a>`;
				const [first, second] = [one % whole.length, other % whole.length].sort((a, b) => a - b);
				const pieces = [whole.slice(0, first), whole.slice(first, second), whole.slice(second)];
				expect(read(pieces)).toEqual(parts.filter((part) => part.startsWith('<b ')));
			}),
		);
	});
});
