import { gunzipped } from '../../../../../nodes/amazon/transport/documentBytes';
import { readRows } from '../../../../../nodes/amazon/reports/reading/readRows';
import type {
	ReadingSummary,
	ReportRow,
	RowTerms,
} from '../../../../../nodes/amazon/reports/reading/rowTerms';

export interface ReadResult extends ReadingSummary {
	given: ReportRow[];
	sizes: number[];
	error?: Error & { code?: string; retryable?: boolean; requestId?: string };
}

type Content = string | Uint8Array;

/** Reads a document that comes in these chunks; an error is part of the result. */
export async function read(
	content: Content | readonly Content[],
	terms: RowTerms = {},
	contentType = 'text/plain; charset=UTF-8',
): Promise<ReadResult> {
	const parts: readonly Content[] =
		typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
	const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
	return await readFrom(chunksOf(bytes), terms, contentType);
}

/** The same for any source. */
export async function readFrom(
	chunks: AsyncIterable<Uint8Array>,
	terms: RowTerms = {},
	contentType = 'text/plain; charset=UTF-8',
): Promise<ReadResult> {
	const given: ReportRow[] = [];
	const sizes: number[] = [];
	const reading = readRows({ contentType, chunks }, terms);
	let error: Error | undefined;
	try {
		for await (const batch of reading.batches) {
			given.push(...batch);
			sizes.push(batch.length);
		}
	} catch (thrown) {
		error = thrown as Error;
	}
	return { ...reading.told(), given, sizes, error };
}

export async function* chunksOf(chunks: readonly Uint8Array[], fault?: Error): AsyncGenerator<Uint8Array> {
	yield* chunks;
	if (fault !== undefined) throw fault;
}

/** As the transport gives a document: unpacked when it begins like gzip. */
export function unpacked(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
	return gunzipped(chunksOf(chunks));
}

export function cutAt(bytes: Uint8Array, ...places: number[]): Uint8Array[] {
	const ends = [...places.map((place) => Math.min(place, bytes.length)).sort((a, b) => a - b), bytes.length];
	return ends.map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], end));
}
