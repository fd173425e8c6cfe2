import { gzipSync } from 'node:zlib';

import {
	DocumentError,
	DocumentExpiredError,
	SpApiError,
} from '../../../../../nodes/amazon/transport/errors';
import { chunksOf, cutAt, read, readFrom, unpacked } from './read';

describe('a file of another kind', () => {
	it.each<[string, string | Uint8Array, object, string]>([
		['a web page', '<!DOCTYPE html><html>Sorry</html>', { format: 'tsv' }, 'is a web page'],
		['a web page', '<html><body>', { format: 'xml' }, 'is a web page'],
		['a PDF', '%PDF-1.7', {}, 'is a PDF'],
		['a workbook', Buffer.from('PK\x03\x04xx'), { format: 'tsv' }, 'a ZIP file or an Excel workbook'],
		['gzip in gzip', gzipSync(gzipSync('a\tb')), { format: 'tsv' }, 'a gzip file inside another'],
		['bytes', Buffer.from([0, 1, 2, 3]), {}, 'stand in no text'],
		[
			'JSON',
			'{"errorDetails": "Too many reports"}',
			{ format: 'tsv' },
			'JSON where text with tabs was expected. Amazon says: Too many reports',
		],
		['JSON', '[{"a":1}]', { format: 'xml' }, 'JSON where XML was expected'],
		['XML', '<?xml version="1.0"?><a/>', { format: 'csv' }, 'XML where CSV was expected'],
		['text', 'a\tb\n1\t2', { format: 'json' }, 'plain text where JSON was expected'],
		['text', 'a\tb\n1\t2', { format: 'xml' }, 'plain text where XML was expected'],
	])('is refused: %s for %s', async (_, content, terms, words) => {
		const bytes = typeof content === 'string' ? Buffer.from(content) : content;
		const { error, given } = await readFrom(unpacked([bytes]), terms);
		expect(error).toMatchObject({ name: 'DocumentError', code: 'OtherKind', retryable: false });
		expect(error?.message).toContain(words);
		expect(error?.message).not.toContain('Before that');
		expect(given).toEqual([]);
	});

	it('is told by its columns', async () => {
		const orders = 'amazon-order-id\tpurchase-date\tsku\n1\t2\t3\n';
		const expectedColumns = ['return-date', 'order-id', 'sku', 'reason'];
		const some = await read(orders, { expectedColumns });
		expect(some.missingColumns).toEqual(['return-date', 'order-id', 'reason']);
		expect(some.warnings).toEqual([expect.stringContaining('"return-date", "order-id", "reason"')]);
		const none = await read(orders, { expectedColumns: ['reason'] });
		expect(none.warnings).toEqual([expect.stringContaining('none of the columns')]);
		expect(none.given).toHaveLength(1);
	});
});

describe('a document that breaks off', () => {
	const facts = {
		...{ message: 'The document was cut off after 9 bytes.', operation: 'downloadDocument' },
		...{ code: 'Truncated', requestId: 'R1', hint: 'Again.', retryable: true },
	};

	it('gives what came before, and names its rows', async () => {
		const chunks = chunksOf([Buffer.from('a\tb\n1\t2\n3\t4\n5\t')], new DocumentError(facts));
		const { error, given, rows, isWhole } = await readFrom(chunks, { rowsPerBatch: 1 });
		expect(given).toEqual([
			{ a: '1', b: '2' },
			{ a: '3', b: '4' },
		]);
		expect(error).toBeInstanceOf(DocumentError);
		expect(error).toMatchObject({ code: 'Truncated', requestId: 'R1', hint: 'Again.', retryable: true });
		expect(error?.message).toBe('The document was cut off after 9 bytes. Before that, 2 rows were read.');
		expect([rows, isWhole]).toEqual([2, false]);
	});

	it('gives what a broken gzip held', async () => {
		const packed = gzipSync(`a\tb\n${'1\t2\n'.repeat(100_000)}`);
		const { error, rows, given } = await readFrom(unpacked([packed.subarray(0, packed.length - 20)]));
		expect(error).toMatchObject({ code: 'Truncated' });
		expect(rows).toBe(given.length);
		expect(error?.message).toMatch(new RegExp(`Before that, ${rows > 0 ? rows : 'no'} rows? w`));
	});

	it.each([
		[
			'an address that has expired',
			new DocumentExpiredError({ ...facts, status: 403 }),
			DocumentExpiredError,
		],
		['what Amazon refused', new SpApiError({ ...facts, message: 'No.' }), SpApiError],
		['a run that was stopped', new Error('stopped'), Error],
	])('leaves the kind of error: %s', async (_, fault, kind) => {
		const { error } = await readFrom(chunksOf([], fault));
		expect(error?.constructor).toBe(kind);
		expect(error?.message.includes('no row was read')).toBe(fault instanceof DocumentError);
	});

	it('is read from its first byte in any chunks', async () => {
		const bytes = Buffer.from('a\tb\n1\tü\n');
		for (let place = 0; place <= bytes.length; place++) {
			const { given } = await read(cutAt(bytes, place, place + 1));
			expect(given).toEqual([{ a: '1', b: 'ü' }]);
		}
	});
});
