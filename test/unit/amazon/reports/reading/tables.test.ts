import { read } from './read';

const ROWS = [
	{ sku: 'A', qty: '1' },
	{ sku: 'B', qty: '2' },
];

describe('reading a table', () => {
	it.each<[string, string, object]>([
		['LF', 'sku\tqty\nA\t1\nB\t2\n', {}],
		['CRLF', 'sku\tqty\r\nA\t1\r\nB\t2\r\n', {}],
		['CR alone', 'sku\tqty\rA\t1\rB\t2\r', {}],
		['a last row without line end', 'sku\tqty\nA\t1\nB\t2', {}],
		['a byte order mark', '\ufeffsku\tqty\nA\t1\nB\t2', {}],
		['blank lines', '\n \n\r\nsku\tqty\n\nA\t1\n \t \n\r\nB\t2\n\n', {}],
		['padded cells', ' sku\tqty \n\u00a0A \t 1\u3000\nB\t2', {}],
		['quoted cells', '"sku"\t"qty"\n"A"\t"1"\n"B"\t"2"\n', {}],
		['quoted cells under a bare header', 'sku\tqty\n"A"\t"1"\n"B"\t2\n', { isQuoted: true }],
		['blanks beside quotation marks', '"sku"\t"qty"\n "A" \t"1" \r\n"B"\t"2"', {}],
		['commas', 'sku,qty\nA,1\nB,2', { format: 'csv' }],
		['commas nobody named', 'sku,qty,\nA,1,\nB,2,', { keepColumns: ['sku', 'qty'] }],
		['semicolons', 'sku;qty\nA;1\n"B";"2"', { format: 'csv' }],
		['tabs in what calls itself CSV', 'sku\tqty\nA\t1\nB\t2', { format: 'csv' }],
	])('reads %s', async (_, text, terms) => {
		const result = await read(text, terms);
		expect(result).toMatchObject({ given: ROWS, rows: 2, kept: 2, isWhole: true, warnings: [] });
		expect(result.error).toBeUndefined();
	});

	it('takes quotation marks of a bare table for letters', async () => {
		const { given } = await read('sku\tsize\n"A\t5"\nB\t"6""\n');
		expect(given).toEqual([
			{ sku: '"A', size: '5"' },
			{ sku: 'B', size: '"6""' },
		]);
	});

	it('keeps a carriage return inside a cell of a table whose lines end otherwise', async () => {
		const { given } = await read('sku\tnote\nA\tone\rtwo\nB\tx\n');
		expect(given[0]).toEqual({ sku: 'A', note: 'one\rtwo' });
	});

	it('reads delimiters, line ends and doubled quotation marks in quoted cells', async () => {
		const { given, warnings } = await read('sku,note\n"A","1, 2\r\n3 ""x"""\n"",""\n', { format: 'csv' });
		expect(given).toEqual([
			{ sku: 'A', note: '1, 2\r\n3 "x"' },
			{ sku: '', note: '' },
		]);
		expect(warnings).toEqual([]);
	});

	it('takes a quotation mark that is not doubled for a letter, and says so once', async () => {
		const { given, warnings } = await read('"sku"\t"note"\n"A"\t"a 5" mug"\n"B"\t"6" mug"\n');
		expect(given).toEqual([
			{ sku: 'A', note: 'a 5" mug' },
			{ sku: 'B', note: '6" mug' },
		]);
		expect(warnings).toEqual([expect.stringContaining('not doubled')]);
	});

	it.each([
		['its end', '"A","1'],
		['a million characters', `"A","${'x\n'.repeat(600_000)}",\n`],
	])('refuses a quotation mark without end, up to %s', async (_, row) => {
		const { given, error } = await read(`sku,note\nZ,0\n${row}`, { format: 'csv' });
		expect(given).toEqual([{ sku: 'Z', note: '0' }]);
		expect(error).toMatchObject({ name: 'DocumentError', code: 'Unreadable' });
		expect(error?.message).toMatch(
			/^Row 2 has a quotation mark without end.*Before that, 1 row was read\.$/s,
		);
	});

	it('fills short rows and names what is beyond the header by its number', async () => {
		const { given, warnings, columns } = await read('a\tb\n1\n1\t2\t3\t4\n5\t6\t7\n');
		expect(given).toEqual([
			{ a: '1', b: '' },
			{ a: '1', b: '2', 'column 3': '3', 'column 4': '4' },
			{ a: '5', b: '6', 'column 3': '7' },
		]);
		expect(columns).toEqual(['a', 'b']);
		expect(warnings).toEqual([expect.stringContaining('more cells than the header')]);
	});

	it('takes empty cells beyond the header for none', async () => {
		const { given, warnings } = await read('a\tb\n1\t2\t\n3\t4\t \t\r\n');
		expect(given).toEqual([
			{ a: '1', b: '2' },
			{ a: '3', b: '4' },
		]);
		expect(warnings).toEqual([]);
	});

	it.each([0, -1, NaN, 0.5])('gives rows in batches of %s, too', async (rowsPerBatch) => {
		expect((await read('a\n1\n2\n', { rowsPerBatch })).rows).toBe(2);
		expect((await read('[{"a":1},{"a":2}]', { rowsPerBatch })).rows).toBe(2);
	});

	it('numbers repeated headers and names empty ones', async () => {
		const { given, columns } = await read('name\tname\t\tname 2\tname\n1\t2\t3\t4\t5\n');
		expect(columns).toEqual(['name', 'name 3', 'column 3', 'name 2', 'name 4']);
		expect(Object.values(given[0] ?? {})).toEqual(['1', '2', '3', '4', '5']);
	});

	it('reads headers that mean something to JavaScript', async () => {
		const { given } = await read('__proto__\tconstructor\ttoString\t1\n{}\tx\ty\tz\n');
		expect(JSON.stringify(given)).toBe('[{"1":"z","proto":"{}","constructor":"x","toString":"y"}]');
		expect(Object.getPrototypeOf(given[0])).toBe(Object.prototype);
		expect({}.constructor).toBe(Object);
	});

	it('writes names that a Data Table takes', async () => {
		const text = 'Seller SKU\tprix (TTC)\t30-day sales\tSeller-SKU\t数量\t\n1\t2\t3\t4\t5\t6';
		const { columns } = await read(text, { headerNames: 'plain' });
		expect(columns).toEqual(['seller_sku', 'prix_ttc', 'n_30_day_sales', 'seller_sku_2', '数量', 'column_6']);
	});

	it('translates headers', async () => {
		const german: Record<string, string> = { 'Händler-SKU': 'seller-sku', Preis: 'price' };
		const { given, warnings } = await read('Händler-SKU\tPreis\tX\nA\t1,00\ty\n', {
			translateHeaders: (name) => german[name],
			expectedColumns: ['seller-sku', 'Price'],
		});
		expect(given).toEqual([{ 'seller-sku': 'A', price: '1,00', X: 'y' }]);
		expect(warnings).toEqual([]);
	});

	it.each([
		['\n', { format: 'csv' as const }],
		['\r\n', {}],
		['\r', {}],
	])('finds a header that stands below explanations', async (end, format) => {
		const notes = ['"Includes sales, refunds and fees"', '', '"All amounts in EUR, unless said"'];
		const lines = [...notes, '"date/time","order id","total"', '"1","2","3"', ''];
		const expectedColumns = ['date/time', 'Order ID', 'total', 'sku'];
		const { given, missingColumns } = await read(lines.join(end), { ...format, expectedColumns });
		expect(given).toEqual([{ 'date/time': '1', 'order id': '2', total: '3' }]);
		expect(missingColumns).toEqual(['sku']);
	});

	it('takes the first line for the header where none is known', async () => {
		const text = `a\tb\n${'1\t2\n'.repeat(30)}`;
		const { columns, rows } = await read(text, { expectedColumns: ['x', 'y'] });
		expect([columns, rows]).toEqual([['a', 'b'], 30]);
	});

	it.each([
		['nothing', '', 'The document is empty', []],
		['blanks', ' \r\n\n', 'The document is empty', []],
		['a header alone', 'sku\tqty', 'The report has no rows.', ['sku', 'qty']],
		['a header line', 'sku\tqty\r\n', 'The report has no rows.', ['sku', 'qty']],
	])('takes %s for a report without rows', async (_, text, words, columns) => {
		const result = await read(text, { format: 'tsv' });
		expect(result).toMatchObject({ given: [], rows: 0, columns, isWhole: true });
		expect(result.warnings).toEqual([expect.stringContaining(words)]);
		expect(result.error).toBeUndefined();
	});

	it.each([
		['10,000 columns', 'a\t'.repeat(10_000), /^The header has more than 5000 cells/],
		['10,000 cells', `a\n${'1\t'.repeat(10_000)}\n`, /^Row 1 has more than 5000 cells/],
		['a line of 3 MB', `a\n${'x'.repeat(3_000_000)}`, /^Row 1 has more than 1048576 characters/],
		['a header of 3 MB', 'x'.repeat(3_000_000), /^The header has more than 1048576 characters/],
	])('refuses %s', async (_, text, words) => {
		const { error } = await read(text, { format: 'tsv' });
		expect(error).toMatchObject({ code: 'TooLarge' });
		expect(error?.message).toMatch(words);
	});

	it.each([119, 121, 300])('reads %i columns, empty cells and missing ones included', async (count) => {
		const names = Array.from({ length: count }, (_, index) => `c${index}`);
		const { given } = await read(`${names.join('\t')}\nx\t\ty\n`);
		const values = names.map((name, index) => [name, ['x', '', 'y'][index] ?? '']);
		expect(Object.entries(given[0] ?? {})).toEqual(values);
	});

	it('makes smaller batches of rows with many columns', async () => {
		const wide = `${Array.from({ length: 4_000 }, (_, index) => `c${index}`).join('\t')}\n`;
		const { sizes, rows } = await read(wide + 'x\n'.repeat(120));
		expect(rows).toBe(120);
		expect(Math.max(...sizes)).toBe(50);
	});
});

describe('what is wanted of a table', () => {
	const TEXT = 'sku\tqty\tDay\nA-1\t5\t01.11.2026\nb-2\t10\t02.11.2026\nA-3\t\t03.11.2026\nA-4\t7,50\tsoon\n';

	it.each([
		[{ column: 'sku', equals: ' a-1' }, ['A-1']],
		[{ column: 'sku', contains: 'A-' }, ['A-1', 'A-3', 'A-4']],
		[{ column: 'QTY', from: '6' }, ['b-2', 'A-4']],
		[{ column: 'qty', from: '5', to: '7.50' }, ['A-1', 'A-4']],
		[{ column: 'qty', equals: '' }, ['A-3']],
		[{ column: 'day', from: '2026-11-02' }, ['b-2', 'A-3']],
		[{ column: 'day', from: '2026-11-01', to: '2026-11-02' }, ['A-1', 'b-2']],
		[{ column: 'day', to: '2026-11-01' }, ['A-1']],
	])('keeps where %j', async (condition, skus) => {
		const { given, rows, kept } = await read(TEXT, {
			keepWhere: [condition],
			notation: { decimals: 'comma' },
		});
		expect(given.map(({ sku }) => sku)).toEqual(skus);
		expect([rows, kept]).toEqual([4, skus.length]);
	});

	it('keeps where all conditions hold', async () => {
		const keepWhere = [
			{ column: 'sku', contains: 'a' },
			{ column: 'qty', from: '1' },
		];
		expect((await read(TEXT, { keepWhere })).given).toHaveLength(1);
	});

	it.each([
		[
			{ column: 'skuu', equals: 'A' },
			'keepWhere is "skuu", but it must be a column of the report ("sku", "qty", "Day")',
		],
		[{ column: 'qty', from: 'x' }, 'keepWhere is "x", but it must be a range of two numbers or of two dates'],
		[{ column: 'qty', from: '1', to: '2026-01-01' }, 'keepWhere is "1", but'],
		[{ column: 'qty' }, 'keepWhere must be a range'],
	])('refuses the condition %j', async (condition, words) => {
		const { error, given } = await read(TEXT, { keepWhere: [condition] });
		expect(error?.name).toBe('ConfigError');
		expect(error?.message).toContain(words);
		expect(given).toEqual([]);
	});

	it('keeps columns in the wanted order, with the wanted names', async () => {
		const { given, warnings } = await read(TEXT, { keepColumns: ['day', 'sku', 'asin'], stopAfter: 1 });
		expect(JSON.stringify(given)).toBe('[{"day":"01.11.2026","sku":"A-1","asin":""}]');
		expect(warnings).toEqual([
			'The report has no column "asin"; it stays empty. Its columns: "sku", "qty", "Day"',
		]);
	});

	it('stops after so many kept rows, and closes the document', async () => {
		let isClosed = false;
		async function* endless(): AsyncGenerator<Uint8Array> {
			try {
				yield Buffer.from('sku\tqty\n');
				for (;;) yield Buffer.from('A\t1\nB\t2\n'.repeat(10_000));
			} finally {
				isClosed = true;
			}
		}
		const { readFrom } = await import('./read');
		const terms = { stopAfter: 2_500, rowsPerBatch: 1_000, keepWhere: [{ column: 'sku', equals: 'B' }] };
		const { given, sizes, rows, isWhole } = await readFrom(endless(), terms);
		expect([given.length, sizes, rows, isWhole]).toEqual([2_500, [1_000, 1_000, 500], 5_000, false]);
		expect(isClosed).toBe(true);
	});

	it('counts without giving rows', async () => {
		const keepWhere = [{ column: 'sku', contains: 'a-' }];
		expect(await read(TEXT, { isCountOnly: true })).toMatchObject({ given: [], rows: 4, kept: 4 });
		expect(await read(TEXT, { isCountOnly: true, keepWhere })).toMatchObject({ given: [], rows: 4, kept: 3 });
	});

	it('closes the document when nobody takes the rows any more', async () => {
		const { readRows } = await import('../../../../../nodes/amazon/reports/reading/readRows');
		let isClosed = false;
		async function* chunks(): AsyncGenerator<Uint8Array> {
			try {
				for (;;) yield Buffer.from('a\nb\n'.repeat(20_000));
			} finally {
				isClosed = true;
			}
		}
		for await (const batch of readRows({ contentType: '', chunks: chunks() }, {}).batches) {
			expect(batch).toHaveLength(1_000);
			break;
		}
		expect(isClosed).toBe(true);
	});
});
