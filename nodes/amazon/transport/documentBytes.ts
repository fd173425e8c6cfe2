import { abortingWith, orAbort } from './abort';
import { codeOf, giveUp } from './body';
import { DocumentError } from './errors';
import { NetworkError, type Clock, type HttpResponse } from './ports';

type Bytes = AsyncIterable<Uint8Array>;

const DOWNLOAD = 'downloadDocument';

/** A storage that is silent for that long has lost the connection. */
const LONGEST_SILENCE_MS = 60_000;
/** All waiting for one document's bytes; how long the reader takes with them does not count. */
const LONGEST_WAIT_MS = 30 * 60_000;

/**
 * The bytes of an answer. Throws a `DocumentError` when fewer arrive than the answer announced, or when they come too
 * slowly.
 */
export async function* whole(
	{ body, headers }: HttpResponse,
	clock: Pick<Clock, 'now' | 'deadline'>,
	signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
	// An encoding that the HTTP layer removes makes the announced length meaningless.
	const expected = headers['content-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : 0;
	const patience = new Patience(clock, signal);
	const chunks = body[Symbol.asyncIterator]();
	let received = 0;
	try {
		for (;;) {
			const next = await patience.wait(chunks.next());
			if (next.done === true) break;
			received += next.value.length;
			yield next.value;
		}
	} catch (error) {
		signal?.throwIfAborted();
		throw cutOff(`after ${received} bytes (${codeOf(error) ?? 'no reason given'})`);
	} finally {
		giveUp(body);
	}
	if (received < expected) throw cutOff(`after ${received} of ${expected} bytes`);
}

/** Waits for one chunk after the other, for none too long and not too long for all of them. */
class Patience {
	private waitedMs = 0;
	private startedMs = -Infinity;
	private silence: AbortSignal;

	constructor(
		private readonly clock: Pick<Clock, 'now' | 'deadline'>,
		private readonly signal: AbortSignal | undefined,
	) {
		this.silence = this.newSilence(clock.now());
	}

	async wait<T>(chunk: Promise<T>): Promise<T> {
		const sinceMs = this.clock.now();
		// One timer serves all chunks of a second.
		if (sinceMs - this.startedMs >= 1_000) this.silence = this.newSilence(sinceMs);
		const arrived = await orAbort(chunk, this.silence).catch((error: unknown) => {
			throw this.silence.aborted ? new NetworkError('ETIMEDOUT', 'no more bytes came') : error;
		});
		this.waitedMs += this.clock.now() - sinceMs;
		if (this.waitedMs > LONGEST_WAIT_MS) throw new NetworkError('ETIMEDOUT', 'the bytes come too slowly');
		return arrived;
	}

	private newSilence(nowMs: number): AbortSignal {
		this.startedMs = nowMs;
		return abortingWith(this.signal, this.clock.deadline(LONGEST_SILENCE_MS));
	}
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
				hint: 'Ask Amazon for less at once (a shorter time, fewer marketplaces).',
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
		throw (
			fault ??
			cutOff(`or damaged: its gzip data do not end as they should (${codeOf(error) ?? 'no reason given'})`)
		);
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
