import { gzipSync } from 'node:zlib';
import type { INodeParameters } from 'n8n-workflow';

import type { ReportSpec } from '../../simulator';
import { answers, textOf, told } from '../stage';
import { byId, LISTINGS, SALES, saidBy, second, SETTLEMENT, useReports, XML_ORDERS } from './reportScene';

const scene = useReports();

const HEADER = 'listing-id\tseller-sku\titem-name\tprice\tfulfillment-channel\tstatus';
const ROW = '1\tA\tMug\t9.90\tDEFAULT\tActive';
const table = (...lines: string[]) => [...lines, ''].join('\n');

type Spec = Omit<ReportSpec, 'sellerId'>;
const listings = (text: string, more: Spec['document'] = {}): Spec => ({
	reportType: LISTINGS,
	document: { text, ...more },
});
const xml = (text: string): Spec => ({ reportType: XML_ORDERS, document: { text } });
const json = (text: string): Spec => ({ reportType: SALES, document: { text } });
const bytes = (content: Uint8Array): Spec => ({
	reportType: LISTINGS,
	document: { bytes: content, isGzipped: false },
});
const orders = (...inner: string[]) =>
	`<AmazonEnvelope>${inner.map((one) => `<Message><Order>${one}</Order></Message>`).join('')}</AmazonEnvelope>`;

describe('a document that is no such report is refused in words', () => {
	it.each<{ what: string; spec: Spec; error: RegExp }>([
		{
			what: 'a gzip that is cut off',
			spec: { reportType: LISTINGS, document: { rows: 5_000, isGzipped: true }, mishaps: ['cut-off'] },
			error: /cut off or damaged.*Before that, \d+ rows were read.*Read it again/,
		},
		{
			what: 'fewer bytes than announced',
			spec: { reportType: LISTINGS, document: { rows: 5_000 }, mishaps: ['wrong-length'] },
			error: /cut off after \d+ .*Before that, \d+ rows were read.*Read it again/,
		},
		{
			what: '10,000 columns',
			spec: listings(`${Array.from({ length: 10_000 }, (_, at) => `c${at}`).join('\t')}\n`),
			error: /The header has more than 5000 cells.*as a file/,
		},
		{
			what: 'an HTML page',
			spec: listings('<!DOCTYPE html><html><body>Service Unavailable</body></html>'),
			error: /a web page, maybe an error page/,
		},
		{
			what: 'an HTML page in the place of XML',
			spec: xml('<html><body>Service Unavailable</body></html>'),
			error: /a web page, maybe an error page/,
		},
		{
			what: 'the error of a storage',
			spec: listings('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'),
			error: /is XML where text with tabs was expected/,
		},
		{
			what: "Amazon's own words in the place of rows",
			spec: listings('{"errorDetails":"Report not available"}'),
			error: /Amazon says: Report not available/,
		},
		{ what: 'text in the place of XML', spec: xml(table(HEADER, ROW)), error: /plain text where XML was/ },
		{ what: 'a ZIP', spec: bytes(Buffer.from('504b030414000000', 'hex')), error: /a ZIP file or an Excel/ },
		{ what: 'a PDF', spec: listings('%PDF-1.7\n...'), error: /is a PDF/ },
		{
			what: 'a gzip in a gzip',
			spec: bytes(gzipSync(gzipSync(table(HEADER, ROW)))),
			error: /a gzip file inside another/,
		},
		{ what: 'zero bytes', spec: listings(table(HEADER, 'a\0b')), error: /bytes that stand in no text/ },
		{
			what: 'a line without end',
			spec: listings(table(HEADER, 'x'.repeat(3_000_000))),
			error: /Row 1 has more than \d+ characters/,
		},
		{
			what: 'a document type with entities',
			spec: xml(
				`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "l"><!ENTITY b "&a;&a;">]>${orders('<AmazonOrderID>&b;</AmazonOrderID>')}`,
			),
			error: /declares a document type/,
		},
		{
			what: 'XML that is nested deeply',
			spec: xml(`<AmazonEnvelope>${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</AmazonEnvelope>`),
			error: /nested too deeply/,
		},
		{
			what: 'a tag of XML without end',
			spec: xml(`<AmazonEnvelope><Message><Order ${'a="1" '.repeat(400_000)}`),
			error: /is not XML, or cut off/,
		},
		{
			what: 'XML that is cut off',
			spec: xml(orders('<AmazonOrderID>1</AmazonOrderID>').slice(0, -25)),
			error: /not XML, or cut off.*Before that, 1 row was read/,
		},
		{
			what: 'JSON that is cut off',
			spec: json('{"salesAndTrafficByDate":[{"date":"2026-01-01"},{"da'),
			error: /not JSON, or cut off.*Before that, 1 row was read/,
		},
	])('$what', async ({ spec, error }) => {
		const result = await scene.download(scene.add(spec));
		expect(told(result)).toMatch(error);
		expect(answers(result)).toEqual([]);
	});
});

describe('what can be read of a damaged document is read, and the rest is told', () => {
	it.each<{ what: string; spec: Spec; rows: unknown[]; hint: RegExp }>([
		{
			what: 'a plain file of the announced length that ends within a row',
			spec: listings(`${table(HEADER, ROW)}2\tB\tCu`),
			rows: [{ 'seller-sku': 'A' }, { 'seller-sku': 'B', 'item-name': 'Cu', status: '' }],
			hint: /The last row \(2\) ends before its last columns .* may be cut off/,
		},
		{
			what: 'a file marked as gzip that is plain',
			spec: { ...listings(table(HEADER, ROW)), mishaps: ['gzip-flag-on-plain'] },
			rows: [{ 'seller-sku': 'A' }],
			hint: /^\[\]$/,
		},
		{
			what: 'a gzip that is marked as plain',
			spec: { ...listings(table(HEADER, ROW)), mishaps: ['plain-flag-on-gzip'] },
			rows: [{ 'seller-sku': 'A' }],
			hint: /^\[\]$/,
		},
		{
			what: 'short rows that end as they should',
			spec: listings(table(HEADER, '2\tB')),
			rows: [{ 'seller-sku': 'B', status: '' }],
			hint: /^\[\]$/,
		},
		{
			what: 'the last row without a line end',
			spec: listings(`${HEADER}\n${ROW}`),
			rows: [{ 'seller-sku': 'A', status: 'Active' }],
			hint: /^\[\]$/,
		},
		{
			what: 'repeated headers',
			spec: listings(table(`${HEADER}\tprice\tprice`, `${ROW}\t1\t2`)),
			rows: [{ price: '9.90', 'price 2': '1', 'price 3': '2' }],
			hint: /^\[\]$/,
		},
		{
			what: 'the headers of prototypes',
			spec: listings(table('__proto__\tconstructor\ttoString', 'a\tb\tc')),
			rows: [{ proto: 'a', constructor: 'b', toString: 'c' }],
			hint: /another report than the one asked for/,
		},
		{
			what: 'the document of another type',
			spec: { reportType: LISTINGS, document: { rows: 1 }, mishaps: ['other-type'] },
			rows: [{ 'Order ID': expect.any(String) as unknown }],
			hint: /lacks columns that it is known by: .*another report/,
		},
		{
			what: 'entities of XML that nobody defined',
			spec: xml(orders('<AmazonOrderID>&lol; &amp;</AmazonOrderID>')),
			rows: [{ AmazonOrderID: '&lol; &' }],
			hint: /^\[\]$/,
		},
		{
			what: 'an element of XML without end',
			spec: xml(orders('a'.repeat(3_000_000), '<AmazonOrderID>2</AmazonOrderID>')),
			rows: [{ AmazonOrderID: '2' }],
			hint: /too large or nested too deeply .* first the one at place 1/,
		},
		{
			what: 'JSON that is nested deeply',
			spec: json(`{"salesAndTrafficByAsin":[${'['.repeat(9_999)}${']'.repeat(9_999)},{"b":1}]}`),
			rows: [{ b: 1 }],
			hint: /first the one at place 1; they were left out/,
		},
		{
			what: 'the names of prototypes in JSON',
			spec: json('{"salesAndTrafficByAsin":[{"__proto__":{"polluted":1},"constructor":1,"a":2}]}'),
			rows: [{ 'proto.polluted': 1, constructor: 1, a: 2 }],
			hint: /^\[\]$/,
		},
		{
			what: 'nulls in a list of JSON',
			spec: json('{"salesAndTrafficByDate":null,"salesAndTrafficByAsin":[{"parentAsin":"B0"}]}'),
			rows: [{ parentAsin: 'B0' }],
			hint: /^\[\]$/,
		},
		{
			what: 'a charset that nobody knows',
			spec: listings(table(HEADER, ROW.replace('Mug', 'Müller')), {
				contentType: 'text/plain; charset=klingon',
			}),
			rows: [{ 'item-name': 'Müller' }],
			hint: /written in .*klingon.*no known charset/,
		},
		{
			what: 'another charset than it says',
			spec: {
				...listings(table(HEADER, ROW.replace('Mug', 'Müller'))),
				mishaps: ['wrong-charset'],
			},
			rows: [{ 'item-name': 'Müller' }],
			hint: /read as Windows-1252/,
		},
	])('$what', async ({ spec, rows, hint }) => {
		const result = await scene.download(scene.add(spec));
		expect(result.error).toBeUndefined();
		expect(answers(result)).toHaveLength(rows.length);
		expect(answers(result)).toMatchObject(rows as object[]);
		expect(JSON.stringify(result.hints)).toMatch(hint);
		expect(Object.prototype).not.toHaveProperty('polluted');
	});

	it.each([
		['UTF-8', 'Müller 1'],
		['Cp1252', 'Müller €'],
		['ISO-8859-1', 'Müller é'],
		['Windows-31J', '日本 ①'],
	] as const)('a report in %s', async (charset, name) => {
		const id = scene.add(listings(table(HEADER, ROW.replace('Mug', name)), { charset }));
		expect(answers(await scene.download(id))).toMatchObject([{ 'item-name': name }]);
	});
});

describe('a report without rows leaves through No Rows, and says why', () => {
	it.each<[string, Spec, string]>([
		[
			'nothing at all',
			listings(''),
			'The report holds no rows. The document is empty: it has no header and no rows.',
		],
		['only a header', listings(`${HEADER}\n`), 'The report holds no rows.'],
		[
			'null for every list',
			json('{"salesAndTrafficByDate":null,"salesAndTrafficByAsin":null}'),
			'The report holds no rows. The document has no',
		],
		[
			'one record that cannot be read',
			json(`{"salesAndTrafficByAsin":[${'['.repeat(99)}${']'.repeat(99)}]}`),
			'None of its rows (1) could be read. Some records are too large',
		],
	])('%s', async (_, spec, message) => {
		const result = await scene.download(scene.add(spec));
		expect(answers(result)).toEqual([]);
		expect(second(result)).toMatchObject([{ status: 'empty' }]);
		const said = textOf(second(result)[0]?.message);
		expect(said.startsWith(message)).toBe(true);
	});
});

describe('what the form says and the report does not have is told', () => {
	const condition = (column: string, is: string, more: object) => ({
		keepWhere: { condition: [{ column, is, ...more }] },
	});
	const wrong: Array<[string, INodeParameters, RegExp]> = [
		['no row at all', { options: { stopAfter: 0 } }, /Stop After \(Rows\) is 0, but it must be at least 1/],
		['fewer than none', { options: { stopAfter: -1 } }, /Stop After \(Rows\) is -1/],
		['a word for a number', { options: { stopAfter: 'ten' } }, /Stop After \(Rows\) is "ten"/],
		['rows per item below one', { options: { rowsPerItem: -5 } }, /Rows per Item is -5, but it must be/],
		[
			'a range that is none',
			condition('price', 'between', { from: 'x', to: '' }),
			/Keep Rows Where is "x", but it must be a range of two numbers or of two dates/,
		],
		[
			'a range without ends',
			condition('price', 'between', { from: '', to: '' }),
			/Keep Rows Where must be a range with a beginning or an end/,
		],
		[
			'a range backwards',
			condition('price', 'between', { from: '9', to: '1' }),
			/Keep Rows Where is "9", but it must be a range whose beginning is not after its end/,
		],
		[
			'days backwards',
			condition('price', 'between', { from: '2026-11-02', to: '2026-11-01' }),
			/beginning is not after its end/,
		],
		['a condition without a column', condition('', 'equals', { value: 'x' }), /Keep Rows Where: Column/],
	];

	it.each(wrong)('%s', async (_, parameters, error) => {
		const result = await scene.download(scene.add(listings(table(HEADER, ROW))), parameters);
		expect(result.error?.message).toMatch(error);
	});

	it.each(wrong)('%s, before a report is asked for', async (_, parameters, error) => {
		const result = await scene.run('requestAndDownload', { reportType: byId(LISTINGS), ...parameters });
		expect(result.error?.message).toMatch(error);
		expect(scene.calls('createReport')).toBe(0);
	});

	it('a condition on a column that is not there', async () => {
		const parameters = condition('nope', 'equals', { value: 'x' });
		const result = await scene.download(scene.add(listings(table(HEADER, ROW))), parameters);
		expect(result.error?.message).toMatch(
			/Keep Rows Where is "nope", but it must be a column .*"seller-sku"/,
		);
	});

	it.each([
		['of a table', listings(table(HEADER, ROW)), /no column .*nope.*stays empty.*seller-sku/],
		[
			'of records',
			json('{"salesAndTrafficByAsin":[{"parentAsin":"B0"}]}'),
			/No record has a column .*nope.*parentAsin/,
		],
	] as const)('a column that is not there, %s', async (_, spec, hint) => {
		const result = await scene.download(scene.add(spec), { columns: 'nope' });
		expect(answers(result)).toEqual([{ nope: '' }]);
		expect(saidBy(result)).toMatch(hint);
	});

	it('a billion rows per item', async () => {
		const id = scene.add(listings(table(HEADER, ROW, ROW)));
		const result = await scene.download(id, { options: { rowsPerItem: 1e9 } });
		expect(answers(result)).toMatchObject([{ firstRow: 1, lastRow: 2 }]);
	});
});

describe('a settlement', () => {
	it.each<[string, Spec['document'], RegExp]>([
		['that is a web page', { text: '<html></html>' }, /a web page/],
		['that is cut off', { rows: 3_000 }, /cut off .*Before that, \d+ rows/],
	])('%s is refused', async (_, document, error) => {
		const mishaps: Spec['mishaps'] = document?.rows === undefined ? [] : ['wrong-length'];
		const id = scene.add({ reportType: SETTLEMENT, document, mishaps });
		expect(told(await scene.run('readSettlement', { reportId: byId(id) }))).toMatch(error);
	});

	it.each([
		['that is empty', ''],
		['that is another report', table(HEADER, ROW)],
	])('%s is held, and its lines say so', async (_, text) => {
		const id = scene.add({ reportType: SETTLEMENT, document: { text } });
		const result = await scene.run('readSettlement', { reportId: byId(id) });
		expect(second(result)).toMatchObject([{ status: 'held', isBalanced: false }]);
		for (const line of answers(result)) expect(line).toMatchObject({ isBalanced: false });
	});
});
