import { orAbort } from './abort';
import { NetworkError, type HttpResponse } from './ports';

export interface ReadBody {
	/** What was read, as UTF-8. */
	text: string;
	/** False when there was more than the limit; the rest was given up. */
	isWhole: boolean;
}

/**
 * An answer's body, at most `limitBytes` of it. Rejects with the signal's reason when that aborts before the end (a body
 * that trickles must not keep anybody waiting), and with a `NetworkError` when the body breaks off.
 */
export async function readBody(
	{ body }: Pick<HttpResponse, 'body'>,
	limitBytes: number,
	signal: AbortSignal,
): Promise<ReadBody> {
	const parts: Uint8Array[] = [];
	let sizeBytes = 0;
	const chunks = body[Symbol.asyncIterator]();
	try {
		while (sizeBytes <= limitBytes) {
			const next = await orAbort(chunks.next(), signal);
			if (next.done === true) return { text: decodedText(parts, limitBytes), isWhole: true };
			parts.push(next.value);
			sizeBytes += next.value.length;
		}
		return { text: decodedText(parts, limitBytes), isWhole: false };
	} catch (error) {
		throw signal.aborted ? error : new NetworkError(codeOf(error) ?? 'ECONNRESET', 'the answer broke off');
	} finally {
		giveUp(body);
	}
}

/** Node's code of what went wrong with a stream, such as `ECONNRESET`. */
export function codeOf(error: unknown): string | undefined {
	const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
	return typeof code === 'string' ? code : undefined;
}

/** Closes what is left of a body: nobody will read it. */
export function giveUp(body: HttpResponse['body']): void {
	body.destroy?.();
}

function decodedText(parts: readonly Uint8Array[], limitBytes: number): string {
	return Buffer.concat(parts).subarray(0, limitBytes).toString('utf8');
}
