import { Readable } from 'node:stream';
import type { WebhookAnswer, WebhookRequest } from './contract';

/** A request as n8n's server hands it to a node: header names in lower case, the body parsed, the bytes kept. */
export function fakeRequest(request: WebhookRequest): Readable {
	const { method = 'POST', headers = {}, query = {}, params = {} } = request;
	const rawBody = toBytes(request);
	const lowerCase = Object.entries({ 'content-type': 'application/json', ...lowerKeys(headers) });
	const names = Object.fromEntries(lowerCase);
	return Object.assign(Readable.from(rawBody.length > 0 ? [rawBody] : []), {
		...{ method, query, params, rawBody, headers: names },
		body: request.body ?? parseBody(rawBody, names['content-type'] ?? ''),
		contentType: names['content-type']?.split(';')[0],
		ip: '127.0.0.1',
		ips: [],
		readRawBody: async () => {},
	});
}

/** Collects what a node answers by itself; `sent()` is undefined until it ended its answer. */
export function fakeResponse(): { response: object; sent: () => WebhookAnswer | undefined } {
	const answer: WebhookAnswer = { statusCode: 200, headers: {}, body: undefined };
	let ended = false;
	const end = (body?: unknown) => {
		answer.body = body;
		ended = true;
		return response;
	};
	const response = {
		writeHead: (statusCode: number, headers: Record<string, string> = {}) => {
			Object.assign(answer, { statusCode, headers: { ...answer.headers, ...lowerKeys(headers) } });
			return response;
		},
		setHeader: (name: string, value: string) =>
			Object.assign(answer.headers, { [name.toLowerCase()]: value }),
		status: (statusCode: number) => Object.assign(response, { statusCode: (answer.statusCode = statusCode) }),
		...{ end, send: end, json: end },
	};
	return { response, sent: () => (ended ? answer : undefined) };
}

function toBytes({ rawBody, body }: WebhookRequest): Buffer {
	if (rawBody !== undefined) return Buffer.from(rawBody);
	return Buffer.from(body === undefined ? '' : JSON.stringify(body));
}

function parseBody(rawBody: Buffer, contentType: string): unknown {
	if (rawBody.length === 0) return {};
	return contentType.includes('json') ? JSON.parse(rawBody.toString('utf8')) : rawBody.toString('utf8');
}

function lowerKeys(headers: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
