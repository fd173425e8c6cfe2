import fc from 'fast-check';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

import { piecesOf } from '../../../../../nodes/amazon/reports/reading/pieces';
import { Reading } from '../../../../../nodes/amazon/reports/reading/reading';
import type { ReportRow, RowTerms } from '../../../../../nodes/amazon/reports/reading/rowTerms';
import { DocumentError } from '../../../../../nodes/amazon/transport/errors';
import { chunksOf, cutAt, read, readFrom, unpacked } from './read';

/** What a reading makes of pieces that are smaller than those of a document. */
function readPieces(pieces: readonly Uint8Array[], terms: RowTerms, contentType: string): ReportRow[] {
	const reading = new Reading(contentType, terms);
	const rows: ReportRow[] = [];
	const take = () => {
		for (let batch: ReportRow[] = []; ; batch = []) {
			const isFull = reading.fill(batch, 2);
			rows.push(...batch);
			if (!isFull) return;
		}
	};
	for (const piece of pieces) {
		reading.write(piece);
		take();
	}
	reading.end();
	take();
	return rows;
}

const UTF_8 = 'text/plain; charset=UTF-8';
const FILES: ReadonlyArray<[string, Buffer, string, RowTerms]> = [
	['TSV', Buffer.from('sku\tname\r\nA\tä日\u{1f600}\r\n\r\nB\r\nC\tx\ty'), UTF_8, {}],
	['quoted TSV', Buffer.from('"sku"\t"name"\r\n"A"\t"a ""b""\r\nü"\r\n"B" \t"x"'), UTF_8, {}],
	['CSV', Buffer.from('sku,name\n"A","1, 2"\nB,"x"\n'), UTF_8, { format: 'csv' }],
	['lines that end with CR', Buffer.from('sku\tname\rA\tä\rB\tb'), UTF_8, {}],
	['Cp1252', Buffer.from('sku\tname\nA\tM\xfcller \x80\n', 'latin1'), 'text/plain; charset=Cp1252', {}],
	['no charset', Buffer.from('sku\tname\nA\tMüller €\n'), '', {}],
	['windows-31j', Buffer.from('sku\tname\nA\t\x83\x5c\x87\x40\n', 'latin1'), 'text/plain; charset=cp932', {}],
	['a byte order mark', Buffer.from('\ufeffsku\tname\nA\tü\n'), '', {}],
	[
		'XML',
		Buffer.from('<?xml version="1.0"?>\n<R><N a="1">ü<b>x</b></N>\n<N><b>y</b></N></R>'),
		'text/xml',
		{},
	],
	['JSON', Buffer.from('{"s":{"x":1},"data":[{"a":"ü"},{"a":{"b":[1]}}]}'), 'application/json', {}],
];

describe('the same rows come', () => {
	it.each(FILES)('of %s, wherever its bytes are cut, packed or not', async (_, bytes, contentType, terms) => {
		const whole = await read(bytes, terms, contentType);
		expect(whole.given.length).toBeGreaterThan(0);
		const packed = gzipSync(bytes);
		for (let place = 0; place <= Math.max(bytes.length, packed.length); place++) {
			for (const one of [bytes, packed]) {
				const result = await readFrom(unpacked(cutAt(one, place)), terms, contentType);
				expect(result).toEqual({ ...whole, sizes: result.sizes });
			}
		}
	});

	it.each(FILES)('of %s in pieces of any size', (_, bytes, contentType, terms) => {
		// A first piece shows the format; the last one may be empty.
		const start = 12;
		const whole = readPieces([bytes], terms, contentType);
		for (let place = start; place <= bytes.length; place++) {
			expect(readPieces(cutAt(bytes, place), terms, contentType)).toEqual(whole);
		}
		const single = Array.from({ length: bytes.length - start }, (_, index) => start + index);
		expect(readPieces(cutAt(bytes, ...single), terms, contentType)).toEqual(whole);
	});

	it('in pieces of one size, whatever the chunks', async () => {
		const sizes = fc.array(fc.nat(30), { maxLength: 30 });
		await fc.assert(
			fc.asyncProperty(sizes, fc.integer({ min: 1, max: 20 }), async (lengths, pieceBytes) => {
				let next = 0;
				const chunks = lengths.map((length) => Uint8Array.from({ length }, () => next++ % 256));
				const pieces: Buffer[] = [];
				for await (const piece of piecesOf(chunksOf(chunks), pieceBytes)) pieces.push(Buffer.from(piece));
				expect(Buffer.concat(pieces)).toEqual(Buffer.concat(chunks));
				expect(pieces.slice(0, -1).every(({ length }) => length === pieceBytes)).toBe(true);
			}),
		);
	});
});

describe('what was written is read', () => {
	const name = fc.stringMatching(/^[a-z][a-zA-Zäé日 ]{0,8}[a-z]$/);
	const names = fc.uniqueArray(name, { minLength: 2, maxLength: 5 });
	const table = (cell: fc.Arbitrary<string>) =>
		names.chain((header) =>
			fc.tuple(
				fc.constant(header),
				fc.array(fc.array(cell, { minLength: header.length, maxLength: header.length }), { maxLength: 6 }),
			),
		);
	const asRows = (header: readonly string[], rows: readonly string[][]) =>
		rows.map((cells) => Object.fromEntries(header.map((one, index) => [one, (cells[index] ?? '').trim()])));
	const ends = fc.constantFrom('\n', '\r\n');

	it('as quoted cells between tabs or commas', async () => {
		const cell = fc.oneof(fc.string(), fc.stringMatching(/^[ab"\t,\r\n ]{0,8}$/));
		await fc.assert(
			fc.asyncProperty(
				table(cell),
				ends,
				fc.constantFrom('\t', ','),
				async ([header, rows], end, delimiter) => {
					const line = (cells: readonly string[]) =>
						cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter);
					const text = [header, ...rows].map(line).join(end);
					const format = delimiter === ',' ? 'csv' : 'tsv';
					const { given, error } = await read(text, { format });
					expect(error).toBeUndefined();
					expect(given).toEqual(asRows(header, rows));
				},
			),
		);
	});

	it('as bare cells between tabs', async () => {
		const cell = fc.stringMatching(/^[^\t\r\n\0\ufeff]{0,8}$/u);
		await fc.assert(
			fc.asyncProperty(table(cell), ends, async ([header, rows], end) => {
				const text = [header, ...rows].map((cells) => cells.join('\t')).join(end);
				const isBlank = (cells: readonly string[]) => cells.every((one) => one.trim() === '');
				const { given } = await read(text, {});
				const whole = rows.filter((cells) => !isBlank(cells));
				expect(given).toEqual(asRows(header, whole));
			}),
		);
	});
});

describe('no document', () => {
	const format = fc.constantFrom<RowTerms['format'][]>('tsv', 'csv', 'xml', 'json', undefined);
	const terms = fc.record<RowTerms>({
		format,
		isQuoted: fc.constantFrom(true, false, undefined),
		headerNames: fc.constantFrom('plain' as const, 'asWritten' as const),
		isTyped: fc.boolean(),
		keepColumns: fc.constantFrom(undefined, ['a', '__proto__']),
		rowsPerBatch: fc.integer({ min: 1, max: 3 }),
	});
	const contentType = fc.constantFrom(
		'',
		UTF_8,
		'text/plain; charset=Cp1252',
		'a/b; charset=cp932',
		'x; charset=utf-16',
	);
	const letters = fc.stringMatching(/^[ab<>/?!"'=&;[\]{},:\t\r\n\0 01.-]{0,60}$/);
	const content = fc.oneof(
		fc.uint8Array({ maxLength: 80 }),
		letters.map((text) => Buffer.from(text)),
		letters.map((text) => Buffer.from(`<a>${text}</a>`)),
		letters.map((text) => Buffer.from(`[{"a":${text}}]`)),
		fc.json({ maxDepth: 3 }).map((text) => Buffer.from(text)),
	);

	it('ends in another error than its own', async () => {
		await fc.assert(
			fc.asyncProperty(content, terms, contentType, fc.nat(80), async (bytes, wanted, type, place) => {
				const { error, given, kept } = await readFrom(unpacked(cutAt(bytes, place)), wanted, type);
				if (error !== undefined) expect(error).toBeInstanceOf(DocumentError);
				expect(given).toHaveLength(kept);
				for (const row of given) {
					expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
					// JSON writes -0 as 0, which is the same number.
					expect(JSON.stringify(JSON.parse(JSON.stringify(row)))).toBe(JSON.stringify(row));
				}
			}),
			{ numRuns: 2_000 },
		);
	});

	it('takes the memory of a batch, and of the rows that somebody keeps', async () => {
		const cells = Array.from(
			{ length: 20 },
			(_, index) => `A long text of a cell that nobody keeps, ${index}`,
		);
		const lines = Buffer.from(`${cells.join('\t')}\twanted\n${`${cells.join('\t')}\t\n`.repeat(70)}`);
		const header = `${cells.map((_, index) => `c${index}`).join('\t')}\tstate\n`;
		async function* chunks(): AsyncGenerator<Uint8Array> {
			yield Buffer.from(header);
			for (let count = 0; count < 2_000; count++) yield lines;
		}
		const beforeBytes = usedBytes();
		const keepWhere = [{ column: 'state', equals: 'wanted' }];
		const { given, rows } = await readFrom(chunks(), { keepWhere });
		expect([given.length, rows]).toEqual([2_000, 2_000 * 71]);
		// With the texts around them they would hold 120 MB.
		expect(usedBytes() - beforeBytes).toBeLessThan(20 * 1024 * 1024);
	});
});

function usedBytes(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	return process.memoryUsage().heapUsed;
}
