/** A body that is made while it is sent. */
export interface BodyStream {
	bytes: () => Iterable<Uint8Array>;
	/** Sent as gzip. */
	isPacked: boolean;
	/** Ends after so many bytes as if it were whole. */
	endsAfterBytes?: number;
}

/** What a route answers; `json`, `body` or `stream`, or none of them. */
export interface Reply {
	status: number;
	json?: unknown;
	body?: string | Buffer;
	stream?: BodyStream;
	/** Half of the body, then the connection ends. */
	endsEarly?: boolean;
	contentType?: string;
	headers?: Record<string, string>;
}

/** A refusal in Amazon's terms; the route decides the shape it goes out in. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly details = '',
	) {
		super(message);
		this.name = 'Refusal';
	}
}

export type RefusalShape = (refusal: Refusal) => Reply;

/** `{errors: [{code, message, details}]}`, as the Selling Partner API refuses. */
export const asErrorList: RefusalShape = ({ status, code, message, details }) => ({
	status,
	json: { errors: [{ code, message, details }] },
});

/** `{error, error_description}`, as Login with Amazon refuses (RFC 6749). */
export const asOauthError: RefusalShape = ({ status, code, message }) => ({
	status,
	json: { error: code, error_description: message },
});

/** As Amazon's document storage refuses. */
export const asStorageError: RefusalShape = ({ status, code, message }) => ({
	status,
	contentType: 'application/xml',
	body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
});

export function invalidInput(details: string): Refusal {
	return new Refusal(400, 'InvalidInput', 'Invalid Input', details);
}

export function notFound(details: string): Refusal {
	return new Refusal(404, 'NotFound', 'Resource not found.', details);
}

export function unauthorized(details: string): Refusal {
	return new Refusal(403, 'Unauthorized', 'Access to requested resource is denied.', details);
}

export function quotaExceeded(): Refusal {
	return new Refusal(429, 'QuotaExceeded', 'You exceeded your quota for the requested resource.');
}
