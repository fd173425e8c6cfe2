/** What the transport needs from outside. Tests give a local server, a fake clock and a collecting log. */

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
	method: HttpMethod;
	/** Absolute, query included. */
	url: string;
	headers: Record<string, string>;
	body?: string | Buffer;
	/** `stream` hands the body over unread; `buffer` reads it whole. */
	responseType: 'buffer' | 'stream';
	timeoutMs: number;
	signal?: AbortSignal;
}

export interface HttpResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** A `Buffer` for `buffer`, chunks as they arrive for `stream`. */
	body: Buffer | AsyncIterable<Uint8Array>;
}

/**
 * Sends one request and answers with whatever status came back; never throws for a status.
 * Throws a `NetworkError` when no complete answer arrived.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

/** No complete answer arrived. `code` is Node's (`ECONNREFUSED`, `ECONNRESET`, `ETIMEDOUT`, ...). */
export class NetworkError extends Error {
	constructor(
		readonly code: string,
		message: string,
	) {
		super(message);
		this.name = 'NetworkError';
	}
}

export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Resolves after `delayMs`; rejects with the signal's reason when it aborts first. */
	sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
	/** Evenly distributed in [0, 1): jitter. */
	random(): number;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Never receives a token, a secret, a presigned address or a buyer's data. */
export type Log = (
	level: LogLevel,
	message: string,
	facts?: Record<string, string | number | boolean>,
) => void;
