/** What n8n's HTTP step gives: the store's answer, or why there is none. */
export interface StoreAnswer<Body> {
	statusCode?: number;
	body?: Body | null;
	error?: unknown;
	details?: { httpCode?: string | number | null };
}

/** Why there is no answer to go by: `HTTP 503`, or `ECONNREFUSED` and the like. */
export function problemOf({ statusCode, error, details }: StoreAnswer<unknown>): string {
	const code = String(details?.httpCode ?? statusCode ?? (typeof error === 'string' ? error : 'no answer'));
	if (code.startsWith('2')) return 'its answer is not understood';
	return /^\d+$/.test(code) ? 'HTTP ' + code : code;
}

/** A wrong login or a busy store says nothing against the order: it is tried again. */
export function isRefusal(status = 0): boolean {
	return status >= 400 && status < 500 && ![401, 403, 404, 408, 425, 429].includes(status);
}
