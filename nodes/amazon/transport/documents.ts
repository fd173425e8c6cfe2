import { DOCUMENT_LIMITS } from '../tables/limits';
import { abortingWith } from './abort';
import type { Account } from './account';
import { FailedAttempt, toFailedAttempt, untilAnswered, type Attempts } from './attempts';
import { readBody } from './body';
import type { Client, ClientDeps } from './contract';
import { DocumentError, DocumentExpiredError, type SpApiErrorFacts } from './errors';
import { gunzipped, limited, whole } from './documentBytes';
import { answerOf, exchange, type WholeAnswer } from './exchange';
import { checkDocumentUrl } from './hosts';
import { NetworkError, type HttpResponse } from './ports';
import { toDocumentRefusal, toNetworkRefusal } from './refusal';
import { USER_AGENT } from './userAgent';

/** A feed of 10 MiB needs its time over a slow line. S3's answers have a few hundred bytes. */
const UPLOAD_BOUNDS = { timeoutMs: 600_000, limitBytes: 1024 * 1024 };
/** Until the first byte comes; how long the rest may take says `whole`. */
const DOWNLOAD_TIMEOUT_MS = 60_000;
const GIVE_UP_AFTER_MS = 120_000;
/** Of an error's answer; S3's are a few hundred bytes. */
const ERROR_TEXT_BYTES = 16_384;

const UPLOAD = { id: 'uploadDocument', repeat: 'harmless' } as const;
const DOWNLOAD = { id: 'downloadDocument', repeat: 'harmless' } as const;

/** The document half of a client: presigned addresses, which carry their own authorisation. */
export function createDocuments(deps: ClientDeps): Pick<Client, 'upload' | 'download'> {
	const { account, http, clock } = deps;
	return {
		async upload(url, contentType, body, signal) {
			checkDocumentUrl(account, url, UPLOAD.id);
			checkSize(body);
			const headers = { 'content-type': contentType, 'user-agent': USER_AGENT };
			const request = { method: 'PUT', url, headers, body, signal } as const;
			await attempt(deps, { operation: UPLOAD, signal }, async () => {
				// A slow upload that breaks off is no silence.
				const answer = await exchange({ http, clock }, request, UPLOAD_BOUNDS);
				if (!isGood(answer)) throw refusalOf(deps, UPLOAD.id, answer);
			});
		},
		async download(url, options = {}) {
			checkDocumentUrl(account, url, DOWNLOAD.id);
			const { signal } = options;
			// Compression on the way would hide where the document ends.
			const headers = { 'accept-encoding': 'identity', 'user-agent': USER_AGENT };
			const open = async () => await openDocument(deps, { url, headers, signal });
			const answer = await attempt(deps, { operation: DOWNLOAD, signal }, open);
			const chunks = gunzipped(whole(answer, deps.clock, signal));
			const limitBytes = options.limitBytes ?? DOCUMENT_LIMITS.downloadBytes;
			return {
				contentType: answer.headers['content-type'] ?? '',
				chunks: limited(chunks, limitBytes),
			};
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

async function attempt<T>(
	{ account, clock, log, silence, onWait, giveUpAfterMs = GIVE_UP_AFTER_MS }: ClientDeps,
	{ operation, signal }: Pick<Attempts, 'operation' | 'signal'>,
	work: () => Promise<T>,
): Promise<T> {
	return await untilAnswered(
		{ clock, log, silence, onWait, operation, giveUpAfterMs, signal, toError: toDocumentError },
		async () => await orRefusal(account, operation.id, work),
	);
}

/** Asks for a document and leaves it unread. */
async function openDocument(
	deps: ClientDeps,
	{ url, headers, signal }: { url: string; headers: Record<string, string>; signal?: AbortSignal },
): Promise<HttpResponse> {
	const { silence } = deps;
	const timeoutMs = silence?.cut(DOWNLOAD_TIMEOUT_MS) ?? DOWNLOAD_TIMEOUT_MS;
	const deadline = deps.clock.deadline(timeoutMs);
	const either = abortingWith(signal, deadline);
	const ask = async () =>
		await answerOf(deps.http({ method: 'GET', url, headers, timeoutMs, signal }), either);
	const answer = await (silence?.listen(ask) ?? ask()).catch((error: unknown) => {
		throw deadline.aborted ? new NetworkError('ETIMEDOUT', 'the storage did not answer') : error;
	});
	if (isGood(answer)) return answer;
	const { text } = await readBody(answer, ERROR_TEXT_BYTES, either);
	throw refusalOf(deps, DOWNLOAD.id, { ...answer, text });
}

function isGood({ status }: Pick<HttpResponse, 'status'>): boolean {
	return status >= 200 && status < 300;
}

function refusalOf({ clock }: ClientDeps, operation: string, answer: WholeAnswer): FailedAttempt {
	return new FailedAttempt(toDocumentRefusal(operation, answer, { nowMs: clock.now() }));
}

async function orRefusal<T>(account: Account, operation: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw toFailedAttempt(error, () => toNetworkRefusal(operation, error, { account }));
	}
}

function toDocumentError(facts: SpApiErrorFacts): DocumentError {
	const expired = facts.status === 403 && facts.code !== 'SignatureDoesNotMatch';
	return expired ? new DocumentExpiredError(facts) : new DocumentError(facts);
}
