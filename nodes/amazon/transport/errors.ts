export interface SpApiErrorFacts {
	/** What happened, in technical words: operation, status, Amazon's message. */
	message: string;
	/** What happened, in a shopkeeper's words. */
	happened?: string;
	/** HTTP status; absent when no answer came. */
	status?: number;
	/** Amazon's error code (`InvalidInput`, `QuotaExceeded`, `invalid_grant`) or the network's (`ECONNRESET`). */
	code?: string;
	/** Amazon's request id. */
	requestId?: string;
	/** Amazon's operation id, or `login`, `uploadDocument`, `downloadDocument`. */
	operation: string;
	/** How to fix it. */
	hint?: string;
	/** Whether the same call may work later without anyone changing anything. */
	retryable?: boolean;
	/** Whether Amazon may have carried the call out although no answer says so: look before sending again. */
	mayHaveArrived?: boolean;
}

/** Everything that Amazon or the network refused. Never carries a token, a secret or a presigned address. */
export class SpApiError extends Error {
	readonly status?: number;
	readonly code?: string;
	readonly requestId?: string;
	readonly operation: string;
	readonly happened?: string;
	/** How to fix it. */
	readonly remedy?: string;
	/** What happened and how to fix it, in a shopkeeper's words. */
	readonly hint?: string;
	readonly retryable: boolean;
	readonly mayHaveArrived: boolean;

	constructor(facts: SpApiErrorFacts) {
		super(facts.message);
		this.name = 'SpApiError';
		this.status = facts.status;
		this.code = facts.code;
		this.requestId = facts.requestId;
		this.operation = facts.operation;
		this.happened = facts.happened;
		this.remedy = facts.hint;
		this.hint = inOneText(facts.happened, facts.hint);
		this.retryable = facts.retryable ?? false;
		this.mayHaveArrived = facts.mayHaveArrived ?? false;
	}
}

function inOneText(...sentences: Array<string | undefined>): string | undefined {
	const said = sentences.filter((sentence) => sentence !== undefined);
	return said.length === 0 ? undefined : said.join(' ');
}

/** A document was cut off, too large, or lies where documents may not lie. */
export class DocumentError extends SpApiError {
	constructor(facts: SpApiErrorFacts) {
		super(facts);
		this.name = 'DocumentError';
	}
}

/** The document's address no longer works: fetch a new one from Amazon. */
export class DocumentExpiredError extends DocumentError {
	constructor(facts: SpApiErrorFacts) {
		super(facts);
		this.name = 'DocumentExpiredError';
	}
}

/** Whatever was thrown, as an error. */
export function toError(reason: unknown): Error {
	return reason instanceof Error ? reason : new Error(String(reason));
}
