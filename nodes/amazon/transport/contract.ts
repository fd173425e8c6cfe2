import type { RollingWindow } from '../tables/limits';
import type { Account } from './account';
import type { AmazonTime, Now } from './amazonTime';
import type { SpApiOperation } from './operations';
import type { Clock, Http, Log, OnWait } from './ports';
import type { Silence } from './silence';
import type { Throttle } from './throttle';
import type { TokenStore } from './token';

/* What a client does and what it is made of. `client.ts` puts it together; its parts know only this. */

export type QueryValue = string | number | boolean | readonly string[] | undefined;

export interface CallInput {
	/** Values of the path template, unencoded. */
	path?: Record<string, string>;
	/** Lists are joined by commas, `undefined` is left out. */
	query?: Record<string, QueryValue>;
	/** Sent as JSON. */
	body?: unknown;
	/** Stops waiting and sending; the call then rejects with the signal's reason. */
	signal?: AbortSignal;
	/** A rolling window beside the operation's bucket, e.g. that of a feed type. */
	window?: RollingWindow;
	/** Goes in the place of the account's own token, e.g. one for restricted data; never renewed. */
	accessToken?: string;
	/** 0 (first) to 9 (last) among the calls that wait for this operation; default 5. */
	priority?: number;
}

export interface ApiAnswer<T> {
	/** Amazon's JSON; `undefined` when the answer had no body (204). */
	body: T;
	status: number;
	/** Amazon's `x-amzn-RequestId`; empty when there was none. */
	requestId: string;
	/** When Amazon answered, by its own clock and to the second (`Date`); undefined when that was missing or unreadable. */
	dateMs?: number;
}

/** A document on its way in: read it once, in order. */
export interface DocumentDownload {
	/** The storage's Content-Type (charset!), empty when there was none. */
	contentType: string;
	/** Decompressed bytes. Fails with a `DocumentError` when the document is cut off or too large. */
	chunks: AsyncIterable<Uint8Array>;
}

export interface DownloadOptions {
	/** Largest decompressed size in bytes; default 2 GiB. */
	limitBytes?: number;
	signal?: AbortSignal;
}

export interface Client {
	readonly account: Account;
	call<T = unknown>(operation: SpApiOperation, input?: CallInput): Promise<ApiAnswer<T>>;
	/** Puts a document to the address that createFeedDocument gave. `contentType` must be exactly the declared one. */
	upload(url: string, contentType: string, body: Buffer | string, signal?: AbortSignal): Promise<void>;
	/** Opens a document; gzip is recognised by its first bytes, whatever Amazon's answer said. */
	download(url: string, options?: DownloadOptions): Promise<DocumentDownload>;
	/**
	 * Amazon's clock, for every time that Amazon compares with its own. Logs in if Amazon has not been heard yet; goes
	 * as this machine's where answers name no time.
	 */
	amazonClock(signal?: AbortSignal): Promise<Now>;
}

export interface ClientDeps {
	account: Account;
	http: Http;
	clock: Clock;
	log: Log;
	throttle: Throttle;
	tokens: TokenStore;
	/** What is known of Amazon's clock; default one of the client's own. */
	time?: AmazonTime;
	/** How long a failing call is tried; default 5 minutes, or three of the operation's own intervals if that is longer. */
	giveUpAfterMs?: number;
	/** How long nobody at all may answer; default as long as a failing call is tried. */
	silence?: Silence;
	/** Told while nothing can be sent. */
	onWait?: OnWait;
}
