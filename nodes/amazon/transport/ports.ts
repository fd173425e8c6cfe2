/** What the transport needs from outside. Tests give a local server, a fake clock and a collecting log. */

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
	method: HttpMethod;
	/** Absolute, query included. */
	url: string;
	headers: Record<string, string>;
	body?: string | Buffer;
	/** How long the other side may stay silent; `signal` bounds the whole. */
	timeoutMs: number;
	signal?: AbortSignal;
}

export interface HttpResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Chunks as they arrive, to be read once; `destroy` gives the rest of them up. */
	body: AsyncIterable<Uint8Array> & { destroy?(): unknown };
}

/**
 * Sends one request and answers with whatever status came back, its body unread; never throws for a status and follows
 * no redirection. Throws a `NetworkError` when no answer arrived.
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
	/** Aborts after `delayMs`, and keeps nothing alive for that. */
	deadline(delayMs: number): AbortSignal;
	/** Evenly distributed in [0, 1): jitter. */
	random(): number;
}

/** Nothing is sent for a while. All times in ms since 1970. */
export interface Wait {
	/** Amazon said no for now, or its limit is known to be used up. */
	reason: 'throttled' | 'server-fault' | 'no-answer' | 'limit';
	fromMs: number;
	untilMs: number;
	/** Which try comes then, counted from 1. */
	nextTry?: number;
}

/** Told of a wait when it begins, and of one whose end was not known then when it is over. */
export type OnWait = (wait: Wait) => void;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Never receives a token, a secret, a presigned address or a buyer's data. */
export type Log = (
	level: LogLevel,
	message: string,
	facts?: Record<string, string | number | boolean>,
) => void;
