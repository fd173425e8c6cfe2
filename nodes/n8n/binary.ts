import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
// n8n's binary store takes a Node stream, and only this module can make one from chunks.
// eslint-disable-next-line @n8n/community-nodes/no-restricted-imports
import { Readable } from 'node:stream';

export interface IncomingFile {
	chunks: AsyncIterable<Uint8Array>;
	fileName: string;
	mimeType: string;
}

/** Streams a file into n8n's binary store; it is never whole in memory. */
export async function toBinary(n8n: IExecuteFunctions, file: IncomingFile): Promise<IBinaryData> {
	return await n8n.helpers.prepareBinaryData(Readable.from(file.chunks), file.fileName, file.mimeType);
}
