import { toError } from '../../transport/errors';

const PIECE_BYTES = 64 * 1024;

/**
 * The same bytes in pieces of one size, whatever the network made of them: a document is then read the same way each
 * time, a chunk of any size takes no memory beyond its own, and many small ones take no time. A source that fails is
 * given to its last byte before its error. A piece is valid until the next one is asked for.
 */
export async function* piecesOf(
	chunks: AsyncIterable<Uint8Array>,
	sizeBytes = PIECE_BYTES,
): AsyncGenerator<Uint8Array> {
	const gathered = new Uint8Array(sizeBytes);
	let used = 0;
	const faults: Error[] = [];
	for await (const chunk of untilFault(chunks, faults)) {
		let at = 0;
		while (at < chunk.length) {
			const end = Math.min(chunk.length, at + sizeBytes - used);
			const part = chunk.subarray(at, end);
			at = end;
			if (part.length === sizeBytes) yield part;
			else {
				gathered.set(part, used);
				used += part.length;
				if (used < sizeBytes) continue;
				used = 0;
				yield gathered;
			}
		}
	}
	if (used > 0) yield gathered.subarray(0, used);
	for (const fault of faults) throw fault;
}

async function* untilFault(chunks: AsyncIterable<Uint8Array>, faults: Error[]): AsyncGenerator<Uint8Array> {
	try {
		yield* chunks;
	} catch (error) {
		faults.push(toError(error));
	}
}
