import fc from 'fast-check';

import { buildXml, NOT_IN_XML, parseXml } from '../../../../nodes/amazon/feeds/xml';

const LIMIT = 100_000;
const read = (text: string) => parseXml(text, LIMIT).all('a')[0];

describe('parseXml', () => {
	it.each([
		{ name: 'a text', text: '<a><b>x</b></a>', found: 'x' },
		{ name: 'leading zeros', text: '<a><b>007</b></a>', found: '007' },
		{ name: 'numbers as text', text: '<a><b>1e3</b></a>', found: '1e3' },
		{ name: 'surrounding space', text: '<a><b>\n x \n</b></a>', found: 'x' },
		{ name: 'the five entities', text: '<a><b>&lt;&amp;&gt;&quot;&apos;</b></a>', found: '<&>"\'' },
		{ name: 'numbers of characters', text: '<a><b>&#228;&#xE4;&#x1F4E6;</b></a>', found: 'ää📦' },
		{ name: 'an entity only once', text: '<a><b>&amp;lt;</b></a>', found: '&lt;' },
		{ name: 'entities nobody defined', text: '<a><b>&nbsp;&foo;</b></a>', found: '&nbsp;&foo;' },
		{
			name: 'characters that are none',
			text: '<a><b>&#0;&#xD800;&#x110000;</b></a>',
			found: '&#0;&#xD800;&#x110000;',
		},
		{ name: 'CDATA as it stands', text: '<a><b><![CDATA[<x>&amp;]]></b></a>', found: '<x>&amp;' },
		{
			name: 'a byte order mark',
			text: '\ufeff<?xml version="1.0" encoding="UTF-8"?><a><b>x</b></a>',
			found: 'x',
		},
		{
			name: 'UTF-8 in any spelling',
			text: "<?xml version='1.0' encoding='utf8'?>\n<a><b>x</b></a>\n",
			found: 'x',
		},
		{ name: 'attributes, which do not count', text: '<a b="y"><b c="1">x</b></a>', found: 'x' },
		{ name: 'comments', text: '<!-- <b>no</b> --><a><!-- no --><b>x</b></a>', found: 'x' },
		{ name: 'an empty element', text: '<a><b/></a>', found: undefined },
		{ name: 'no such element', text: '<a><c>x</c></a>', found: undefined },
		{ name: 'an element with elements', text: '<a><b><c>x</c></b></a>', found: undefined },
		{ name: 'the first of several', text: '<a><b>x</b><b>y</b></a>', found: 'x' },
	])('reads $name', ({ text, found }) => {
		expect(read(text)?.text('b')).toBe(found);
	});

	it('finds one element or many, in order', () => {
		const texts = (xml: string) =>
			read(xml)
				?.all('b')
				.map((node) => node.text('c'));
		expect(texts('<a><b><c>1</c></b></a>')).toEqual(['1']);
		expect(texts('<a><b><c>1</c></b><x/><b><c>2</c></b></a>')).toEqual(['1', '2']);
		expect(texts('<a/>')).toEqual([]);
	});

	it.each([
		{ name: 'nothing', text: '', reason: 'it is not XML, or cut off' },
		{ name: 'words', text: 'Service Unavailable', reason: 'it is not XML, or cut off' },
		{ name: 'JSON', text: '{"a":1}', reason: 'it is not XML, or cut off' },
		{ name: 'a document that breaks off', text: '<a><b>x</b>', reason: 'it is not XML, or cut off' },
		{ name: 'crossed elements', text: '<a><b></a></b>', reason: 'it is not XML, or cut off' },
		{ name: 'text behind it', text: '<a></a>x', reason: 'it is not XML, or cut off' },
		{ name: 'a document type', text: '<!DOCTYPE a><a/>', reason: 'it declares a document type' },
		{
			name: 'entities that grow',
			text: '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">]><a><b>&y;</b></a>',
			reason: 'it declares a document type',
		},
		{
			name: 'a file of this machine',
			text: '<!doctype a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><b>&x;</b></a>',
			reason: 'it declares a document type',
		},
		{
			name: 'another encoding',
			text: '<?xml version="1.0" encoding="ISO-8859-1"?><a/>',
			reason: 'it is written in ISO-8859-1, not in UTF-8',
		},
		{
			name: 'more than the limit',
			text: `<a>${'x'.repeat(LIMIT)}</a>`,
			reason: 'it has more than 100000 characters',
		},
		{
			name: 'elements without end',
			text: `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`,
			reason: 'it is not XML, or cut off',
		},
	])('does not read $name', ({ text, reason }) => {
		expect(() => parseXml(text, LIMIT)).toThrow(reason);
	});

	it('is not led astray by names that JavaScript knows', () => {
		expect(() => read('<a><__proto__><b>x</b></__proto__></a>')).toThrow('it is not XML, or cut off');
		const node = read('<a><toString>x</toString></a>');
		expect(node?.text('toString')).toBeUndefined();
		expect(node?.all('valueOf')).toEqual([]);
		expect(({} as Record<string, unknown>)['b']).toBeUndefined();
	});

	it('reads or refuses anything', () => {
		const pieces = fc.constantFrom(
			'<a>',
			'</a>',
			'<a/>',
			'<b c="',
			'">',
			'&',
			';',
			'<!--',
			'-->',
			'<![CDATA[',
			']]>',
			'<?',
			'?>',
			'x',
			' ',
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(pieces).map((all) => all.join('')),
				),
				(text) => {
					try {
						parseXml(text, LIMIT).all('a');
					} catch (error) {
						expect(String(error)).toMatch(/^Error: it /);
					}
				},
			),
			{ numRuns: 1000 },
		);
	});
});

describe('buildXml', () => {
	it('writes elements in order, lists one by one, and leaves out what is undefined', () => {
		expect(
			buildXml({
				z: 'last name first',
				list: [{ a: '1' }, { a: '2', b: undefined }],
				none: undefined,
				empty: [],
			}),
		).toBe('<z>last name first</z><list><a>1</a></list><list><a>2</a></list>');
	});

	it('is read back as it was written, whatever the text', () => {
		const text = fc.string({ unit: 'binary' }).filter((one) => !NOT_IN_XML.test(one));
		fc.assert(
			fc.property(text, (given) => {
				const found = read(buildXml({ a: { b: given } }))?.text('b') ?? '';
				// Every reader of XML takes a carriage return for a line break.
				expect(found).toBe(given.replace(/\r\n?/g, '\n').trim());
			}),
			{ numRuns: 1000 },
		);
	});
});
