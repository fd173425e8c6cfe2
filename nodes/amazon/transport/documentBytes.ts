import { DocumentError } from './errors';
import type { HttpResponse } from './ports';

type Bytes = AsyncIterable<Uint8Array>;

const DOWNLOAD = 'downloadDocument';

/** The bytes of an answer. Throws a `DocumentError` when fewer arrive than the answer announced. */
export async function* whole(
	{ body, headers }: HttpResponse,
	signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
	// An encoding that the HTTP layer removes makes the announced length meaningless.
	const expected = headers['content-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : 0;
	let received = 0;
	try {
		for await (const chunk of Buffer.isBuffer(body) ? [body] : body) {
			signal?.throwIfAborted();
			const bytes = chunk as Uint8Array;
			received += bytes.length;
			yield bytes;
		}
	} catch (error) {
		signal?.throwIfAborted();
		throw cutOff(`after ${received} bytes (${codeOf(error)})`);
	}
	if (received < expected) throw cutOff(`after ${received} of ${expected} bytes`);
}

/** Decompressed when the first bytes say gzip, else as they are: Amazon marks some plain documents as GZIP. */
export async function* gunzipped(source: Bytes): AsyncGenerator<Uint8Array> {
	const iterator = source[Symbol.asyncIterator]();
	const head: Uint8Array[] = [];
	let sizeBytes = 0;
	while (sizeBytes < 2) {
		const next = await iterator.next();
		if (next.done === true) break;
		head.push(next.value);
		sizeBytes += next.value.length;
	}
	const all = joined(head, iterator);
	const [first, second] = Buffer.concat(head.map((bytes) => bytes.subarray(0, 2)));
	yield* first === 0x1f && second === 0x8b ? decompressed(all) : all;
}

/** Passes bytes on up to a limit. Throws a `DocumentError` beyond it: a small gzip can hold terabytes. */
export async function* limited(source: Bytes, limitBytes: number): AsyncGenerator<Uint8Array> {
	let sizeBytes = 0;
	for await (const chunk of source) {
		sizeBytes += chunk.length;
		if (sizeBytes > limitBytes) {
			throw new DocumentError({
				operation: DOWNLOAD,
				code: 'TooLarge',
				message: `The document holds more than ${limitBytes} bytes; reading stopped there.`,
				hint: 'Ask Amazon for less at once (a shorter time, fewer marketplaces), or raise the size limit.',
			});
		}
		yield chunk;
	}
}

async function* joined(
	head: readonly Uint8Array[],
	rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
	try {
		yield* head;
		for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
	} finally {
		await rest.return?.();
	}
}

async function* decompressed(source: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
	let fault: Error | undefined;
	const compressed = new ReadableStream<Uint8Array<ArrayBuffer>>(
		{
			async pull(controller) {
				try {
					const next = await source.next();
					if (next.done === true) controller.close();
					else controller.enqueue(new Uint8Array(next.value));
				} catch (error) {
					fault = error instanceof Error ? error : undefined;
					controller.error(error);
				}
			},
			async cancel() {
				await source.return(undefined);
			},
		},
		{ highWaterMark: 0 },
	);
	const reader = compressed.pipeThrough(new DecompressionStream('gzip')).getReader();
	try {
		for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
	} catch (error) {
		throw fault ?? cutOff(`or damaged: its gzip data do not end as they should (${codeOf(error)})`);
	} finally {
		await reader.cancel().catch(() => {});
	}
}

function cutOff(detail: string): DocumentError {
	return new DocumentError({
		operation: DOWNLOAD,
		code: 'Truncated',
		message: `The document was cut off ${detail}.`,
		hint: 'Read it again; the address must be fetched anew when it is older than 5 minutes.',
		retryable: true,
	});
}

function codeOf(error: unknown): string {
	const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
	return typeof code === 'string' ? code : 'no reason given';
}
