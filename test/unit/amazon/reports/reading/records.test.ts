import { read } from './read';

const XML = 'text/xml';
const envelope = (inner: string) =>
	`<?xml version="1.0" encoding="UTF-8"?><AmazonEnvelope><Header><Id>1</Id></Header>${inner}</AmazonEnvelope>`;
const MESSAGES = ['1', '2'].map(
	(id) =>
		`<Message><MessageID>${id}</MessageID><Order><OrderID>30${id}</OrderID><Item><SKU>A</SKU></Item><Item><SKU>B</SKU></Item><Total currency="EUR">9.90</Total><Note/></Order></Message>`,
);

describe('reading XML', () => {
	const rows = ['1', '2'].map((id) => ({
		MessageID: id,
		'Order.OrderID': `30${id}`,
		'Order.Item': [{ SKU: 'A' }, { SKU: 'B' }],
		'Order.Total': '9.90',
		'Order.Total.currency': 'EUR',
		'Order.Note': '',
	}));

	it.each([
		['recognised records', {}],
		['named records', { records: ['AmazonEnvelope/Message'] }],
		['the wanted format', { format: 'xml' as const }],
	])('makes rows of %s', async (_, terms) => {
		const result = await read(envelope(MESSAGES.join('\n')), terms, XML);
		expect(result).toMatchObject({ given: rows, rows: 2, format: 'xml', warnings: [], isWhole: true });
		expect(result.columns).toEqual(Object.keys(rows[0] ?? {}));
	});

	it('says the element where several are records', async () => {
		const text = '<R><Order id="1">x</Order><Refund><A>2</A></Refund><Order id="3"/></R>';
		const { given } = await read(text, { records: ['R/Order', 'R/Refund'] }, XML);
		expect(given).toEqual([
			{ list: 'Order', id: '1', value: 'x' },
			{ list: 'Refund', A: '2' },
			{ list: 'Order', id: '3' },
		]);
	});

	it.each([
		[
			'one message of many records',
			envelope('<Message><S><O>1</O><O>2</O></S></Message>'),
			[{ O: '1' }, { O: '2' }],
		],
		['nothing that is repeated', envelope('<Message><A>1</A></Message>'), [{ A: '1' }]],
		['a root alone', '<A b="1"/>', [{ b: '1' }]],
	])('recognises %s', async (_, text, given) => {
		expect((await read(text, {}, XML)).given).toEqual(given);
	});

	it('decodes what XML defines, and expands nothing', async () => {
		const { given } = await read('<R><N><T>&lt;&amp;&#228;&x; <![CDATA[<b>]]></T></N></R>', {}, XML);
		expect(given).toEqual([{ T: '<&ä&x; <b>' }]);
		const bomb = '<!DOCTYPE a [<!ENTITY b "bbb">]><R><N>&b;</N></R>';
		const { error } = await read(bomb, {}, XML);
		expect(error).toMatchObject({ code: 'Unreadable' });
		expect(error?.message).toContain('it declares a document type');
	});

	it.each([
		['its declaration', '', 'ISO-8859-1'],
		['its Content-Type', '; charset=Cp1252', 'windows-1252'],
	])('is decoded by %s', async (_, parameter, encoding) => {
		const text = `<?xml version="1.0" encoding="${encoding}"?><R><N><A>M\xfcller</A></N></R>`;
		const { given } = await read(Buffer.from(text, 'latin1'), {}, `text/xml${parameter}`);
		expect(given).toEqual([{ A: 'Müller' }]);
	});

	it('is UTF-8 when it says so, whatever the Content-Type says', async () => {
		const text = '<?xml version="1.0" encoding="UTF-8"?><R><N><A>Müller</A></N></R>';
		expect((await read(text, {}, 'text/xml; charset=Cp1252')).given).toEqual([{ A: 'Müller' }]);
	});

	it('refuses a declaration that its decoder does not agree with', async () => {
		const text = '<?xml version="1.0" encoding="Shift_JIS"?><R/>';
		const { error } = await read(text, {}, 'text/xml; charset=UTF-8');
		expect(error?.message).toContain('it is written in Shift_JIS, not in UTF-8');
	});

	it('gives the records before it breaks off, and says how many', async () => {
		const { given, error } = await read(envelope(MESSAGES.join('')).slice(0, -40), {}, XML);
		expect(given).toEqual([rows[0]]);
		expect(error).toMatchObject({ code: 'Truncated', retryable: true });
		expect(error?.message).toContain('Before that, 1 row was read.');
	});

	it('says that there are no such records', async () => {
		const { rows: count, warnings } = await read('<R><N/></R>', { records: ['AmazonEnvelope/Message'] }, XML);
		expect(count).toBe(0);
		expect(warnings).toEqual([expect.stringContaining('no "AmazonEnvelope/Message"')]);
	});

	it('leaves out a record of a million characters, and says so', async () => {
		const text = `<R><N><A>1</A></N><N>${'<x/>'.repeat(300_000)}</N><N><A>3</A></N></R>`;
		const { given, rows: count, warnings } = await read(text, {}, XML);
		expect([given, count]).toEqual([[{ A: '1' }, { A: '3' }], 3]);
		expect(warnings).toEqual([expect.stringContaining('first the one at place 2')]);
	});
});

describe('reading JSON', () => {
	const JSON_TYPE = 'application/json';

	it.each([
		['a list', [{ a: 1, b: { c: 'x', d: [1, { e: { f: null } }] } }], {}],
		[
			'the only list that is wanted',
			{ spec: {}, data: [{ a: 1, b: { c: 'x', d: [1, { e: { f: null } }] } }] },
			{ records: ['data'] },
		],
	])('makes rows of %s', async (_, document, terms) => {
		const { given, format, columns } = await read(JSON.stringify(document), terms, JSON_TYPE);
		expect(given).toEqual([{ a: 1, 'b.c': 'x', 'b.d': [1, { 'e.f': null }] }]);
		expect([format, columns]).toEqual(['json', ['a', 'b.c', 'b.d']]);
	});

	it('says the list where there may be several', async () => {
		const text = '{"reportSpecification":{"x":1},"byDate":[{"d":"1"}],"byAsin":[{"a":2,"list":"own"},"x"]}';
		const { given } = await read(text, {}, JSON_TYPE);
		expect(given).toEqual([
			{ list: 'byDate', d: '1' },
			{ list: 'byAsin', a: 2, 'list 2': 'own' },
			{ list: 'byAsin', value: 'x' },
		]);
	});

	it('takes an object without lists for one row', async () => {
		expect((await read('{"a":1,"b":{"c":true}}', {}, JSON_TYPE)).given).toEqual([{ a: 1, 'b.c': true }]);
	});

	it('says that there is no such list', async () => {
		const { given, warnings } = await read('{"a":1}', { records: ['data'] }, JSON_TYPE);
		expect([given, warnings]).toEqual([[], [expect.stringContaining('no "data"')]]);
		expect(warnings[0]).toContain('It holds "a"');
	});

	it('keeps names that mean something to JavaScript harmless', async () => {
		const text =
			'[{"__proto__":{"isAdmin":1},"a":{"__proto__":2},"b":[{"__proto__":{"x":1}}],"constructor":3}]';
		const { given } = await read(text, {}, JSON_TYPE);
		expect(JSON.stringify(given)).toBe(
			'[{"proto.isAdmin":1,"a.proto":2,"b":[{"proto.x":1}],"constructor":3}]',
		);
		expect(Object.getPrototypeOf(given[0])).toBe(Object.prototype);
	});

	it('leaves out what is nested too deeply or has too many values, and says so', async () => {
		const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
		const deepList = `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
		const wide = JSON.stringify(
			Object.fromEntries(Array.from({ length: 6_000 }, (_, index) => [`c${index}`, 1])),
		);
		const { given, rows, warnings } = await read(`[${deep},${deepList},${wide},{"a":1}]`, {}, JSON_TYPE);
		expect([given, rows]).toEqual([[{ a: 1 }], 4]);
		expect(warnings).toEqual([expect.stringContaining('first the one at place 1')]);
	});

	it('gives the rows before it breaks off', async () => {
		const { given, error } = await read('{"data":[{"a":1},{"a":2},{"a"', { records: ['data'] }, JSON_TYPE);
		expect(given).toEqual([{ a: 1 }, { a: 2 }]);
		expect(error).toMatchObject({ code: 'Truncated' });
		expect(error?.message).toMatch(/cut off\. Before that, 2 rows were read\.$/);
	});

	it('filters, picks, names and stops as in tables', async () => {
		const text = JSON.stringify({
			data: Array.from({ length: 9 }, (_, n) => ({ n, x: { Y: `v${n % 2}` } })),
		});
		const terms = {
			...{ records: ['data'], keepWhere: [{ column: 'x_y', equals: 'V1' }] },
			...{ keepColumns: ['x_y', 'N', 'z'], headerNames: 'plain' as const, stopAfter: 2 },
		};
		const { given, kept, rows } = await read(text, terms, JSON_TYPE);
		expect(given).toEqual([
			{ x_y: 'v1', N: 1, z: '' },
			{ x_y: 'v1', N: 3, z: '' },
		]);
		expect([kept, rows]).toEqual([2, 4]);
	});

	it('says which wanted columns no record has', async () => {
		const { warnings, missingColumns } = await read('[{"a":1}]', {
			keepColumns: ['a', 'b'],
			expectedColumns: ['a', 'c'],
		});
		expect(missingColumns).toEqual(['c']);
		expect(warnings).toEqual([
			expect.stringContaining('No record has a column "b"'),
			expect.stringContaining('lacks columns that it is known by: "c"'),
		]);
	});
});
