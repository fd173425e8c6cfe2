import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/** What n8n's older request helper takes, as far as the credential test uses it. */
export interface LegacyOptions {
	method: string;
	uri: string;
	headers: Record<string, string>;
	body?: string | Buffer;
	/** Hands the body out unread. */
	useStream: true;
	resolveWithFullResponse: true;
	/** Whether a status of 400 and more rejects. */
	simple: false;
	followRedirect: false;
	timeout: number;
}

export interface LegacyAnswer {
	statusCode: number;
	headers: IncomingHttpHeaders;
	body: IncomingMessage;
}

const EXPECTED = { useStream: true, resolveWithFullResponse: true, simple: false, followRedirect: false };

/** n8n's older request helper over Node's own client: the only one that credential tests are given. */
export async function legacyRequest(options: object): Promise<LegacyAnswer> {
	const wish = options as LegacyOptions;
	for (const [name, value] of Object.entries(EXPECTED)) {
		if (Reflect.get(wish, name) !== value) throw new Error(`This helper needs ${name}: ${String(value)}`);
	}
	return await new Promise((resolve, reject) => {
		const { method, headers, timeout } = wish;
		const sent = http.request(wish.uri, { method, headers, timeout, agent: false }, (answer) => {
			resolve({ statusCode: answer.statusCode ?? 0, headers: answer.headers, body: answer });
		});
		sent.on('timeout', () => sent.destroy(Object.assign(new Error('Timed out'), { code: 'ETIMEDOUT' })));
		// The old helper hands out the request with the error; a secret must not get from there into a message.
		sent.on('error', (error) => reject(Object.assign(error, { options: wish })));
		sent.end(wish.body);
	});
}
