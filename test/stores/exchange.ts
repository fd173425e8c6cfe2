import { setTimeout as sleep } from 'node:timers/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLoopbackHost } from '../simulator/door';
import { findRoute } from './routes';
import type { StoreCallName, StoreFault, StoreFaults } from './storeFaults';
import { json, Refusal, type StoreAnswer, type StoreRequest, type StoreRoute } from './storeRoute';
import type { StoreState } from './storeState';

export interface StoreCall extends StoreCallName {
	method: string;
	/** With its query. */
	path: string;
	/** 0 when the connection was reset. */
	status: number;
}

/** The page shows buyers' orders, and the price list is open: not for a page that has rebound its name to this machine. */
const WRONG_HOST = json(421, {
	message: 'The demo store answers on this machine only: use 127.0.0.1 or localhost in its address.',
});

/** Answers one request, unless a fault strikes it, and writes it down. */
export async function exchange(
	state: StoreState,
	faults: StoreFaults,
	calls: StoreCall[],
	message: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const request = await receive(message);
	if (!isLoopbackHost(message.headers.host)) return send(response, WRONG_HOST);
	const { route, parts } = findRoute(request);
	const operation = typeof route.operation === 'string' ? route.operation : route.operation(request);
	const name = { platform: route.platform, operation };
	const fault = faults.strike(name);
	const answer =
		fault?.kind === 'reset-before' ? undefined : await answerWith(fault, route, state, request, parts);
	const isLost = answer === undefined || fault?.kind === 'reset-after';
	calls.push({
		...{ ...name, method: request.method, path: message.url ?? '/', status: isLost ? 0 : answer.status },
	});
	if (fault?.kind === 'slow') await sleep(fault.delayMs);
	if (isLost) message.socket.resetAndDestroy();
	else send(response, answer);
}

async function answerWith(
	fault: StoreFault | undefined,
	route: Pick<StoreRoute, 'answer'>,
	state: StoreState,
	request: StoreRequest,
	parts: string[],
): Promise<StoreAnswer> {
	if (fault?.kind === 'status') {
		const { status, body = `The demo store was told to answer ${status}.`, headers } = fault;
		if (typeof body !== 'string') return json(status, body, headers);
		return { status, contentType: 'text/html; charset=utf-8', body, headers };
	}
	try {
		return await route.answer(state, request, parts);
	} catch (error) {
		return error instanceof Refusal ? error.answer : defect(error);
	}
}

/** What a mistake of the demo store itself looks like. */
export function defect(error: unknown): StoreAnswer {
	return json(500, { message: `Defect in the demo store: ${String(error)}` });
}

async function receive(message: IncomingMessage): Promise<StoreRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
	const { method = 'GET', url = '/', headers } = message;
	const { pathname, searchParams: query } = new URL(url, 'http://store');
	const path = pathname.replace(/(?<=.)\/$/, '');
	const text = Buffer.concat(chunks).toString('utf8');
	const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
	const form = new URLSearchParams(isForm ? text : '');
	return { method, path, query, headers, body: parseBody(text), form };
}

function parseBody(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

export function send(response: ServerResponse, { status, contentType, body, headers }: StoreAnswer): void {
	response.writeHead(status, { 'content-type': contentType, ...headers }).end(body);
}
