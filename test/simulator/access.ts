import { effectOf } from './faults';
import { unauthorized } from './reply';
import { mayCall } from './roles';
import type { ApiRoute, Call } from './route';
import type { SellerSeed } from './seed';
import type { SimState } from './state';

/** The seller behind the access token, or why there is none. */
export function judgeToken(state: SimState, headers: Record<string, string>): SellerSeed | string {
	const token = headers['x-amz-access-token'];
	if (token === undefined || token === '') return 'Access token is missing in the request header.';
	const verdict = state.tokens.judge(token, state.nowMs());
	if (verdict === 'expired') return 'The access token you provided has expired.';
	if (verdict === 'grantless') return 'The access token you provided is not for a seller.';
	if (verdict === 'unknown') return 'The access token you provided is revoked, malformed or invalid.';
	return state.seller(verdict.sellerId);
}

/** The seller who may make the call. Throws 403. */
export function authorize(call: Call, route: ApiRoute): SellerSeed {
	const { state, headers, faults } = call;
	if (effectOf(faults, 'expire-token') !== undefined)
		state.tokens.expire(headers['x-amz-access-token'] ?? '');
	const seller = judgeToken(state, headers);
	if (typeof seller === 'string') throw unauthorized(seller);
	const isDenied = seller.deniedOperations?.includes(route.operation) === true;
	if (isDenied || !mayCall(seller, route.operation)) throw unauthorized('');
	return seller;
}
