import { effectOf } from './faults';
import { unauthorized } from './reply';
import { mayCall } from './roles';
import type { ApiRoute, Call } from './route';
import type { SellerSeed } from './seed';
import type { SimState } from './state';
import type { Resource } from './tokens';

/** Who calls, by the access token. */
export interface Caller {
	seller: SellerSeed;
	/** Of a restricted data token: all that it is good for. */
	resources?: readonly Resource[];
}

/** The seller behind the access token, or why there is none. */
export function judgeToken(state: SimState, headers: Record<string, string>): Caller | string {
	const token = headers['x-amz-access-token'];
	if (token === undefined || token === '') return 'Access token is missing in the request header.';
	const verdict = state.tokens.judge(token, state.nowMs());
	if (verdict === 'expired') return 'The access token you provided has expired.';
	if (verdict === 'grantless') return 'The access token you provided is not for a seller.';
	if (verdict === 'unknown') return 'The access token you provided is revoked, malformed or invalid.';
	const { sellerId, resources } = verdict;
	return { seller: state.seller(sellerId), ...(resources === undefined ? {} : { resources }) };
}

/** The path of the request, its parameters filled in. */
function pathOf({ path }: ApiRoute, params: Call['params']): string {
	return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => params[name] ?? '');
}

/** The one who may make the call. Throws 403. */
export function authorize(call: Call, route: ApiRoute): Caller {
	const { state, headers, faults, params } = call;
	if (effectOf(faults, 'expire-token') !== undefined)
		state.tokens.expire(headers['x-amz-access-token'] ?? '');
	const caller = judgeToken(state, headers);
	if (typeof caller === 'string') throw unauthorized(caller);
	const { seller, resources } = caller;
	const isDenied = seller.deniedOperations?.includes(route.operation) === true;
	if (isDenied || !mayCall(seller, route.operation)) throw unauthorized('');
	// A restricted data token opens what it was made for, and nothing else.
	const isOpened = ({ method, path }: Resource) =>
		method === route.method && (path === route.path || path === pathOf(route, params));
	if (resources?.some(isOpened) === false) throw unauthorized('');
	return caller;
}
