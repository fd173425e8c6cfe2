import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './reply';

/** Whether a Host header names this machine: a page that has rebound its own name to 127.0.0.1 still sends that name. */
export function isLoopbackHost(host: string | undefined): boolean {
	if (host === undefined || !URL.canParse(`http://${host}`)) return false;
	const { hostname } = new URL(`http://${host}`);
	return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Throws 421 unless the request is addressed to this machine. No status of Amazon's: nobody shall take it for one. */
export function checkHost({ host }: IncomingHttpHeaders): void {
	if (isLoopbackHost(host)) return;
	throw new Refusal(
		421,
		'WrongHost',
		'The simulator answers on this machine only: use 127.0.0.1 or localhost in its address.',
	);
}

/**
 * The door of everything that looks into the simulator or changes it. A page in a browser may send a plain form to any
 * address: it cannot leave out its Origin, and JSON it may send only after asking.
 * Throws 403 for a foreign page, 415 for a body that is not declared as JSON.
 */
export function checkAdminDoor(method: string, headers: IncomingHttpHeaders): void {
	const { host = '', origin, 'content-type': contentType = '' } = headers;
	if (origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase())
		throw new Refusal(403, 'ForeignOrigin', 'Pages of other addresses may not use the simulator.');
	if (method !== 'GET' && !/^application\/json\s*(;|$)/i.test(contentType))
		throw new Refusal(
			415,
			'UnsupportedMediaType',
			'Send it with the header "content-type: application/json".',
		);
}
