import type { IncomingMessage } from 'node:http';
import { Refusal } from './reply';

/** Reads a request's body whole; throws 413 beyond the limit. */
export async function receive(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let sizeBytes = 0;
	for await (const bytes of request as AsyncIterable<Buffer>) {
		sizeBytes += bytes.length;
		// What is too much is let go by: a client that is still sending would not see an answer before its end.
		if (sizeBytes <= maxBytes) chunks.push(bytes);
	}
	if (sizeBytes <= maxBytes) return Buffer.concat(chunks);
	throw new Refusal(413, 'RequestTooLarge', 'The request size exceeded the maximum accepted size.');
}
