import type { IncomingMessage, ServerResponse } from 'node:http';
import { effectOf, type FaultEffect } from './faults';
import { RATE_LIMITS } from './limits';
import { Query } from './query';
import { receive } from './receive';
import {
	asErrorList,
	invalidInput,
	notFound,
	quotaExceeded,
	Refusal,
	unauthorized,
	type Reply,
} from './reply';
import { matchPath, type ApiRoute, type Call, type Route } from './route';
import { ROUTES } from './routes';
import type { SellerSeed } from './seed';
import { send } from './send';
import type { SimState } from './state';

const MAX_API_BODY_BYTES = 10 * 2 ** 20;

interface Match {
	route: Route;
	params: Record<string, string>;
}

/** The route of a request. Throws 404 for an unknown path, 405 for a known one with another method. */
function findRoute(method: string, path: string): Match {
	let isKnown = false;
	for (const route of ROUTES) {
		const params = matchPath(route.path, path);
		if (params === undefined) continue;
		if (route.method === method) return { route, params };
		isKnown = true;
	}
	throw isKnown
		? new Refusal(405, 'MethodNotAllowed', `The method ${method} is not allowed for this resource.`)
		: notFound('No operation has this path.');
}

function headersOf(request: IncomingMessage): Record<string, string> {
	return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}

/** The seller behind the access token, or why there is none. */
function judgeToken(state: SimState, headers: Record<string, string>): SellerSeed | string {
	const token = headers['x-amz-access-token'];
	if (token === undefined || token === '') return 'Access token is missing in the request header.';
	const verdict = state.tokens.judge(token, state.nowMs());
	if (verdict === 'expired') return 'The access token you provided has expired.';
	if (verdict === 'grantless') return 'The access token you provided is not for a seller.';
	if (verdict === 'unknown') return 'The access token you provided is revoked, malformed or invalid.';
	return state.seller(verdict.sellerId);
}

function authorize(call: Call, route: ApiRoute): SellerSeed {
	const { state, headers, faults } = call;
	if (effectOf(faults, 'expire-token') !== undefined)
		state.tokens.expire(headers['x-amz-access-token'] ?? '');
	const seller = judgeToken(state, headers);
	if (typeof seller === 'string') throw unauthorized(seller);
	if (seller.deniedOperations?.includes(route.operation)) throw unauthorized('');
	return seller;
}

function checkContentType(call: Call): void {
	if (/^application\/json(;|$)/.test(call.headers['content-type'] ?? '')) return;
	throw new Refusal(415, 'UnsupportedMediaType', "The request's Content-Type header is invalid.");
}

function answerApi(route: ApiRoute, call: Call): Reply {
	const { state, query } = call;
	const seller = authorize(call, route);
	const caller = `${seller.sellerId} ${seller.clientId}`;
	if (state.settings.limits && !state.limiter.take(route.operation, caller, state.nowMs()))
		throw quotaExceeded();
	query.allowOnly(route.query);
	if (route.takesJson) checkContentType(call);
	return route.handle({ ...call, seller });
}

/** The operation's answer or refusal, in the route's shape. */
function answer(route: Route, call: Call): Reply {
	const refuse = route.access === 'open' ? route.refuse : asErrorList;
	const wanted = effectOf(call.faults, 'status');
	if (wanted?.body !== undefined) {
		return { status: wanted.status, body: wanted.body, contentType: wanted.contentType ?? 'text/html' };
	}
	try {
		if (wanted !== undefined) throw statusRefusal(wanted.status);
		return route.access === 'open' ? route.handle(call) : answerApi(route, call);
	} catch (error) {
		if (error instanceof Refusal) return refuse(error);
		throw error;
	}
}

function statusRefusal(status: number): Refusal {
	if (status === 429) return quotaExceeded();
	if (status === 403) return unauthorized('');
	if (status === 503) return new Refusal(503, 'ServiceUnavailable', 'Service is temporarily unavailable.');
	if (status >= 500)
		return new Refusal(status, 'InternalFailure', 'We encountered an internal error. Please try again.');
	return new Refusal(status, 'InvalidInput', 'Invalid Input');
}

function rateHeader(route: Route, { status }: Reply): Record<string, string> {
	const limit = RATE_LIMITS[route.operation];
	return limit === undefined || status === 429
		? {}
		: { 'x-amzn-ratelimit-limit': String(limit.ratePerSecond) };
}

/** One request under way: where it came from and where its answer goes. */
interface Exchange {
	state: SimState;
	request: IncomingMessage;
	response: ServerResponse;
	requestId: string;
	path: string;
	queryText: string;
	/** Address of this server, when the request does not say. */
	url: string;
}

function record(
	exchange: Exchange,
	operation: string,
	status: number,
	sellerId?: string,
	faults: FaultEffect[] = [],
) {
	const { state, request, requestId, path, queryText } = exchange;
	const isApi = ROUTES.some((route) => route.operation === operation && route.access === 'seller');
	state.calls.add({
		at: state.nowMs(),
		operation,
		method: request.method ?? '',
		path: isApi && queryText !== '' ? `${path}?${queryText}` : path,
		...(sellerId === undefined ? {} : { sellerId }),
		status,
		requestId,
		...(faults.length === 0 ? {} : { faults: faults.map(({ kind }) => kind) }),
	});
}

function reply(
	exchange: Exchange,
	answered: Reply,
	extra: Record<string, string>,
	faults: FaultEffect[],
): void {
	const { state, response, requestId } = exchange;
	const date = new Date(state.nowMs() + state.faults.skewMs()).toUTCString();
	send(response, answered, { date, 'x-amzn-requestid': requestId, ...extra }, faults);
}

async function carryOut(exchange: Exchange, { route, params }: Match): Promise<void> {
	const { state, request, response, queryText } = exchange;
	const headers = headersOf(request);
	const judged = route.access === 'seller' ? judgeToken(state, headers) : '';
	const sellerId = typeof judged === 'string' ? undefined : judged.sellerId;
	const faults = state.faults.strike(route.operation, sellerId);
	if (effectOf(faults, 'reset-before') !== undefined) {
		record(exchange, route.operation, 0, sellerId, faults);
		response.socket?.resetAndDestroy();
		return;
	}
	const maxBytes = route.access === 'open' ? route.maxBodyBytes : MAX_API_BODY_BYTES;
	const body = await receive(request, maxBytes);
	state.settle();
	const baseUrl = request.headers.host === undefined ? exchange.url : `http://${request.headers.host}`;
	const answered = answer(route, {
		state,
		baseUrl,
		params,
		query: new Query(queryText),
		headers,
		body,
		faults,
	});
	record(exchange, route.operation, answered.status, sellerId, faults);
	reply(exchange, answered, rateHeader(route, answered), faults);
}

/** Answers one request to the simulated Amazon. */
export async function answerAmazon(
	state: SimState,
	request: IncomingMessage,
	response: ServerResponse,
	url: string,
): Promise<void> {
	const [path = '', queryText = ''] = (request.url ?? '').split(/\?(.*)/s);
	const exchange: Exchange = {
		state,
		request,
		response,
		requestId: state.chance.uuid(),
		path,
		queryText,
		url,
	};
	try {
		await carryOut(exchange, findRoute(request.method ?? '', path));
	} catch (error) {
		const refusal = error instanceof URIError ? invalidInput('The path is not properly encoded.') : error;
		if (!(refusal instanceof Refusal)) throw error;
		record(exchange, 'unknown', refusal.status);
		reply(exchange, asErrorList(refusal), { connection: 'close' }, []);
	}
}
