import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { isGroup, toText } from './params';
import { NetworkError, type Http, type HttpRequest, type HttpResponse } from '../amazon/transport/ports';

/** n8n's helper; what it answers depends on the options, so it is unknown until it is looked at. */
export type N8nRequest = (options: IHttpRequestOptions) => Promise<unknown>;

/** n8n's HTTP (its proxy, TLS settings and masking) as the transport's port. */
export function httpThrough(request: N8nRequest): Http {
	return async (call) => {
		try {
			const answer = (await request(toN8nRequest(call))) as IN8nHttpFullResponse;
			return {
				status: answer.statusCode,
				headers: toHeaders(answer.headers),
				body: toBody(answer.body),
			};
		} catch (error) {
			throw toNetworkError(error);
		}
	};
}

function toN8nRequest(call: HttpRequest): IHttpRequestOptions {
	return {
		method: call.method,
		url: call.url,
		headers: call.headers,
		body: call.body,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: call.timeoutMs,
		abortSignal: call.signal,
	};
}

type LegacyRequest = (options: object) => Promise<unknown>;

/** The same over the older helper: the only one that n8n gives to credential tests. */
export function httpThroughLegacy(request: LegacyRequest): Http {
	return async (call) => {
		try {
			const answer = await request({
				method: call.method,
				uri: call.url,
				headers: call.headers,
				body: call.body,
				useStream: true,
				resolveWithFullResponse: true,
				simple: false,
				followRedirect: false,
				timeout: call.timeoutMs,
			});
			if (!isGroup(answer)) throw new NetworkError('EPROTO', 'The answer was not readable');
			return {
				status: Number(answer.statusCode),
				headers: toHeaders(answer.headers),
				body: toBody(answer.body),
			};
		} catch (error) {
			throw toNetworkError(error);
		}
	};
}

function toHeaders(headers: unknown): Record<string, string> {
	const entries = isGroup(headers) ? Object.entries(headers) : [];
	return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), toText(value)]));
}

/** The stream that was asked for; stand-ins for n8n's helper hand out the whole instead. */
function toBody(body: unknown): HttpResponse['body'] {
	if (isStream(body)) return body;
	return inOnePiece(
		Buffer.isBuffer(body) ? body : Buffer.from(isGroup(body) ? JSON.stringify(body) : toText(body)),
	);
}

function isStream(body: unknown): body is HttpResponse['body'] {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Uint8Array> {
	yield await Promise.resolve(bytes);
}

/** Keeps the code and drops the rest: axios puts the whole request, tokens included, into its errors. */
function toNetworkError(error: unknown): Error {
	if (error instanceof NetworkError) return error;
	const { code, cause, message, name } = isGroup(error) || error instanceof Error ? (error as ErrorLike) : {};
	if (name === 'AbortError' || name === 'CanceledError' || code === 'ERR_CANCELED') {
		return new NetworkError('ABORTED', 'The request was stopped');
	}
	return new NetworkError(code ?? cause?.code ?? 'UNKNOWN', message ?? 'No answer arrived');
}

interface ErrorLike {
	code?: string;
	message?: string;
	name?: string;
	cause?: { code?: string };
}
