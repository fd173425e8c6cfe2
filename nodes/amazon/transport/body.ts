import type { HttpResponse } from './ports';

const NO_LIMIT = Number.POSITIVE_INFINITY;

/** The answer's body as UTF-8 text; of a stream at most `limitBytes`, the rest is dropped. */
export async function readText(body: HttpResponse['body'], limitBytes = NO_LIMIT): Promise<string> {
	if (Buffer.isBuffer(body)) return body.toString('utf8');
	const parts: Buffer[] = [];
	let sizeBytes = 0;
	for await (const part of body) {
		const bytes = Buffer.from(part);
		parts.push(bytes);
		sizeBytes += bytes.length;
		if (sizeBytes >= limitBytes) break;
	}
	return Buffer.concat(parts).toString('utf8');
}
