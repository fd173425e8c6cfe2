import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

import { parse } from 'csv-parse/sync';

import { readRows } from '../../nodes/amazon/reports/reading/readRows';
import type { ReportRow } from '../../nodes/amazon/reports/reading/rowTerms';
import { gunzipped } from '../../nodes/amazon/transport/documentBytes';
import { runApart, runCompiled } from './apart';
import { atLeast, atMost, type Row } from './row';

const MB = 1_000_000;
const FILE_MB = 60;
const LARGE_MB = 1_000;
const MEMORY_MIB = 150;
const ROUNDS = 5;
const CHUNK_BYTES = 64 * 1024;

/** The columns of Amazon's report of all listings, in North America. */
const HEADER = [
	...['item-name', 'item-description', 'listing-id', 'seller-sku', 'price', 'quantity', 'open-date'],
	...['image-url', 'item-is-marketplace', 'product-id-type', 'zshop-shipping-fee', 'item-note'],
	...['item-condition', 'zshop-category1', 'zshop-browse-path', 'zshop-storefront-feature', 'asin1'],
	...['asin2', 'asin3', 'will-ship-internationally', 'expedited-shipping', 'zshop-boldface', 'product-id'],
	...['bid-for-featured-placement', 'add-delete', 'pending-quantity', 'fulfillment-channel'],
	'merchant-shipping-group',
];

/** Reading a report's rows: its speed against a loop without any care and against csv-parse, and its memory. */
export async function measureReports(): Promise<Row[]> {
	const { oursMs, bareMs, csvParseMs } = await runApart<Speed>(__filename, 'speed');
	const perSecond = (ms: number) => `${Math.round((FILE_MB / ms) * 1000)} MB/s`;
	const note = `${perSecond(oursMs)}, the loop ${perSecond(bareMs)}, csv-parse ${perSecond(csvParseMs)}, the best of ${ROUNDS} each`;
	const rows = [
		atLeast(`report rows, ${FILE_MB} MB: speed against a bare split loop`, bareMs / oursMs, 0.8, 'x', note),
		atLeast(`report rows, ${FILE_MB} MB: speed against csv-parse`, csvParseMs / oursMs, 3, 'x', note),
	];
	for (const packing of ['plain', 'gzip']) {
		const plain = Readable.from(fileOf(LARGE_MB));
		const input = packing === 'gzip' ? plain.pipe(createGzip({ level: 1 })) : plain;
		const { memoryMib, tookMs, count } = await runCompiled<Reach>(__filename, 'reach', input);
		const told = `${count} rows in ${Math.round(tookMs / 100) / 10} s, as fast as they came`;
		rows.push(
			atMost(`a report of 1 GB, ${packing}: memory of the whole process`, memoryMib, MEMORY_MIB, 'MiB', told),
		);
	}
	return rows;
}

interface Speed {
	oursMs: number;
	bareMs: number;
	csvParseMs: number;
}

/** Called in the other process: the three in turns, each by its best round. */
export async function speed(): Promise<Speed> {
	const file = Buffer.concat([...fileOf(FILE_MB)]);
	const best = { oursMs: Infinity, bareMs: Infinity, csvParseMs: Infinity };
	for (let round = 0; round < ROUNDS; round += 1) {
		best.bareMs = Math.min(best.bareMs, await timed(() => bareLoop(file)));
		best.oursMs = Math.min(best.oursMs, await timed(async () => await countRows(inChunks(file))));
		best.csvParseMs = Math.min(best.csvParseMs, await timed(() => byCsvParse(file)));
	}
	return best;
}

interface Reach {
	memoryMib: number;
	tookMs: number;
	count: number;
}

/** Called in the other process: the report is its standard input, and never whole anywhere. */
export async function reach(): Promise<Reach> {
	let count = 0;
	const tookMs = await timed(async () => {
		count = await countRows(gunzipped(process.stdin));
	});
	return { memoryMib: process.resourceUsage().maxRSS / 1024, tookMs, count };
}

async function timed(work: () => unknown): Promise<number> {
	globalThis.gc?.();
	const start = performance.now();
	await work();
	return performance.now() - start;
}

async function countRows(chunks: AsyncIterable<Uint8Array>): Promise<number> {
	const contentType = 'text/plain; charset=UTF-8';
	const { batches } = readRows({ contentType, chunks }, { format: 'tsv', expectedColumns: ['seller-sku'] });
	let count = 0;
	for await (const batch of batches) count += batch.length;
	return count;
}

async function* inChunks(file: Buffer): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < file.length; at += CHUNK_BYTES) {
		yield await Promise.resolve(file.subarray(at, at + CHUNK_BYTES));
	}
}

/** What anybody would write first; its rows are given up one by one, as ours are batch by batch. */
function bareLoop(file: Buffer): number {
	const lines = new TextDecoder().decode(file).split('\n');
	const header = (lines[0] ?? '').split('\t');
	let count = 0;
	for (let line = 1; line < lines.length; line += 1) {
		const text = lines[line] ?? '';
		if (text === '') continue;
		const cells = text.split('\t');
		const row: ReportRow = {};
		for (let column = 0; column < header.length; column += 1) row[header[column] ?? ''] = cells[column] ?? '';
		count += Object.hasOwn(row, 'seller-sku') ? 1 : 0;
	}
	return count;
}

function byCsvParse(file: Buffer): number {
	return parse(file, { columns: true, delimiter: '\t', quote: null, relaxColumnCount: true }).length;
}

function* fileOf(megabytes: number): Generator<Buffer> {
	let piece = `${HEADER.join('\t')}\n`;
	let sizeBytes = 0;
	for (let row = 0; sizeBytes < megabytes * MB; row += 1) {
		piece += lineOf(row);
		if (piece.length < CHUNK_BYTES) continue;
		sizeBytes += piece.length;
		yield Buffer.from(piece);
		piece = '';
	}
	yield Buffer.from(piece);
}

function lineOf(row: number): string {
	const asin = `B0${String(row).padStart(8, '0')}`;
	const cells = [
		`Enamel mug ${row} in blue for camping and kitchen, 350 ml`,
		`A mug of steel under two layers of enamel, dishwasher safe. Number ${row} of our collection, made for many years.`,
		...[`1128ZQ${row}`, `MUG-${row}-BL`, `${(row % 9000) / 100 + 1}`, String(row % 50)],
		...['2026-11-28 10:00:00 PST', '', 'y', '1', '', '', '11', '', '', '', asin, '', '', '1', '', '', asin],
		...['', '', '0', 'DEFAULT', 'Standard template'],
	];
	return `${cells.join('\t')}\n`;
}
