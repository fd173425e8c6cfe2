import type { IncomingMessage } from 'node:http';
import { Refusal } from './reply';

/** Reads a request's body whole; throws 413 beyond the limit, without reading on. */
export async function receive(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
	const tooLarge = () =>
		new Refusal(413, 'RequestTooLarge', 'The request size exceeded the maximum accepted size.');
	if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
	const chunks: Buffer[] = [];
	let sizeBytes = 0;
	for await (const chunk of request) {
		const bytes = Buffer.from(chunk);
		sizeBytes += bytes.length;
		if (sizeBytes > maxBytes) throw tooLarge();
		chunks.push(bytes);
	}
	return Buffer.concat(chunks);
}
