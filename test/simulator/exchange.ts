import type { IncomingMessage, ServerResponse } from 'node:http';
import { judgeToken } from './access';
import { answer } from './answer';
import { checkHost } from './door';
import { effectOf, type FaultEffect } from './faults';
import { Query } from './query';
import { receive } from './receive';
import { asErrorList, invalidInput, Refusal, type Reply } from './reply';
import { findRoute, ROUTES, type Match } from './routes';
import { send } from './send';
import type { SimState } from './state';

const MAX_API_BODY_BYTES = 10 * 2 ** 20;

function headersOf(request: IncomingMessage): Record<string, string> {
	return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}

function rateHeader(rate: number | undefined, { status }: Reply): Record<string, string> {
	return rate === undefined || status === 429 ? {} : { 'x-amzn-ratelimit-limit': String(rate) };
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
	const sellerId = typeof judged === 'string' ? undefined : judged.seller.sellerId;
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
	reply(exchange, answered, rateHeader(state.limiter.rateOf(route.operation), answered), faults);
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
		checkHost(request.headers);
		await carryOut(exchange, findRoute(request.method ?? '', path));
	} catch (error) {
		const refusal = error instanceof URIError ? invalidInput('The path is not properly encoded.') : error;
		if (!(refusal instanceof Refusal)) throw error;
		request.resume();
		record(exchange, 'unknown', refusal.status);
		reply(exchange, asErrorList(refusal), { connection: 'close' }, []);
	}
}
