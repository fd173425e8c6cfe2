import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { matchPath } from '../simulator/route';
import type { Pair } from './pairs';

/** A request as it came, taken apart. */
export interface Received {
	operationId: string;
	params: Record<string, string>;
	query: Record<string, string>;
	body: unknown;
}

/** Amazon's static sandbox: answers what the pairs say, whatever it is asked. */
export interface StaticSandbox {
	url: string;
	/** The calls of operations since it was told what to answer. */
	received: Received[];
	/** This pair for its operation; for every other the first of its successes. */
	answerWith(pair: Pair): void;
	stop(): Promise<void>;
}

/** What a document holds: of documents Amazon shows an address only. */
export const DOCUMENT_TEXT = 'a document';

async function readBody(request: IncomingMessage): Promise<unknown> {
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
	const text = Buffer.concat(chunks).toString('utf8');
	return text === '' || request.headers['content-type'] !== 'application/json' ? undefined : JSON.parse(text);
}

/** The answer's body; addresses of documents lead back here, since Amazon's lead nowhere. */
export function bodyOf({ status, response }: Pair, url: string): unknown {
	if (response === null || status === 204) return undefined;
	return JSON.parse(JSON.stringify(response).replaceAll(/"url":"[^"]*"/g, `"url":"${url}/document"`));
}

/** @param pairs those that it can answer with */
export async function startStaticSandbox(pairs: readonly Pair[]): Promise<StaticSandbox> {
	let chosen: Pair | undefined;
	const received: Received[] = [];
	const find = (method: string, path: string): Pair | undefined =>
		[...(chosen === undefined ? [] : [chosen]), ...pairs.filter(({ status }) => status < 400)].find(
			(pair) => pair.method === method && matchPath(pair.path, path) !== undefined,
		);
	const server = createServer((request, response) => {
		void (async () => {
			const { pathname, searchParams } = new URL(request.url ?? '', 'http://sandbox');
			const body = await readBody(request);
			const pair = find(request.method ?? '', pathname);
			if (pathname === '/auth/o2/token')
				response.end(JSON.stringify({ access_token: 'Atza|1', token_type: 'bearer', expires_in: 3600 }));
			else if (pathname === '/document') response.end(DOCUMENT_TEXT);
			else if (pair === undefined) response.writeHead(404).end('{}');
			else {
				const { operationId, path, status } = pair;
				const params = matchPath(path, pathname) ?? {};
				received.push({ operationId, params, query: Object.fromEntries(searchParams), body });
				response
					.writeHead(status, { 'content-type': 'application/json' })
					.end(JSON.stringify(bodyOf(pair, url)));
			}
		})();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url,
		received,
		answerWith(pair) {
			chosen = pair;
			received.length = 0;
		},
		stop: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
