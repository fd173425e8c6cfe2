import { DOCUMENT_LIMITS } from '../tables/limits';
import { FailedAttempt, untilAnswered, type Attempts } from './attempts';
import { readText } from './body';
import type { Client, ClientDeps, DocumentDownload, DownloadOptions } from './client';
import { DocumentError, DocumentExpiredError, type SpApiErrorFacts } from './errors';
import { gunzipped, limited, whole } from './documentBytes';
import { checkDocumentUrl } from './hosts';
import type { HttpRequest, HttpResponse } from './ports';
import { toDocumentRefusal, toNetworkRefusal } from './refusal';
import { USER_AGENT } from './userAgent';

const TRANSFER_TIMEOUT_MS = 600_000;
const GIVE_UP_AFTER_MS = 120_000;
/** Of an error's answer; S3's are a few hundred bytes. */
const ERROR_TEXT_BYTES = 16_384;

const UPLOAD = { id: 'uploadDocument', repeat: 'harmless' } as const;
const DOWNLOAD = { id: 'downloadDocument', repeat: 'harmless' } as const;

/** The document half of a client: presigned addresses, which carry their own authorisation. */
export function createDocuments(deps: ClientDeps): Pick<Client, 'upload' | 'download'> {
	const { account } = deps;
	return {
		async upload(url, contentType, body, signal) {
			checkDocumentUrl(account, url, UPLOAD.id);
			checkSize(body);
			const headers = { 'content-type': contentType, 'user-agent': USER_AGENT };
			const request = { method: 'PUT', url, headers, body, responseType: 'buffer', signal } as const;
			await transfer(deps, UPLOAD, request);
		},
		async download(url, options = {}) {
			checkDocumentUrl(account, url, DOWNLOAD.id);
			const { signal } = options;
			// Compression on the way would hide where the document ends.
			const headers = { 'accept-encoding': 'identity', 'user-agent': USER_AGENT };
			const request = { method: 'GET', url, headers, responseType: 'stream', signal } as const;
			return toDownload(await transfer(deps, DOWNLOAD, request), options);
		},
	};
}

function checkSize(body: Buffer | string): void {
	const sizeBytes = Buffer.byteLength(body);
	if (sizeBytes <= DOCUMENT_LIMITS.uploadBytes) return;
	throw new DocumentError({
		operation: UPLOAD.id,
		code: 'TooLarge',
		message: `The document has ${sizeBytes} bytes; at most ${DOCUMENT_LIMITS.uploadBytes} are uploaded.`,
		hint: 'Split it into several feeds.',
	});
}

async function transfer(
	deps: ClientDeps,
	operation: Attempts['operation'],
	request: Omit<HttpRequest, 'timeoutMs'>,
): Promise<HttpResponse> {
	const { clock, log, http, giveUpAfterMs = GIVE_UP_AFTER_MS } = deps;
	return await untilAnswered(
		{ clock, log, operation, giveUpAfterMs, signal: request.signal, toError: toDocumentError },
		async () => {
			const answer = await orRefusal(
				operation.id,
				async () => await http({ ...request, timeoutMs: TRANSFER_TIMEOUT_MS }),
			);
			if (answer.status >= 200 && answer.status < 300) return answer;
			const text = await orRefusal(operation.id, async () => await readText(answer.body, ERROR_TEXT_BYTES));
			throw new FailedAttempt(toDocumentRefusal(operation.id, answer, text, clock.now()));
		},
	);
}

async function orRefusal<T>(operation: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw new FailedAttempt(toNetworkRefusal(operation, error, []));
	}
}

function toDocumentError(facts: SpApiErrorFacts): DocumentError {
	const expired = facts.status === 403 && facts.code !== 'SignatureDoesNotMatch';
	return expired ? new DocumentExpiredError(facts) : new DocumentError(facts);
}

function toDownload(answer: HttpResponse, options: DownloadOptions): DocumentDownload {
	const limitBytes = options.limitBytes ?? DOCUMENT_LIMITS.downloadBytes;
	const chunks = limited(gunzipped(whole(answer, options.signal)), limitBytes);
	return { contentType: answer.headers['content-type'] ?? '', chunks };
}
