import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

import { reasonOf } from '../../../../nodes/amazon/transport/abort';
import type { Account } from '../../../../nodes/amazon/transport/account';
import { createClient } from '../../../../nodes/amazon/transport/client';
import type { Client, ClientDeps } from '../../../../nodes/amazon/transport/contract';
import {
	NetworkError,
	type Clock,
	type Http,
	type HttpResponse,
	type Log,
} from '../../../../nodes/amazon/transport/ports';
import { createThrottle } from '../../../../nodes/amazon/transport/throttle';
import { createTokenStore } from '../../../../nodes/amazon/transport/token';

export const SECRETS = {
	clientSecret: 'amzn1.oa2-cs.v1.c0ffee0123456789',
	refreshToken: 'Atzr|IwEBIRefreshTokenOfTheSeller',
	accessToken: 'Atza|IwEBIAccessToken',
};

export function anAccount(changes: Partial<Account> = {}): Account {
	return {
		environment: 'live',
		region: 'eu',
		marketplaceIds: ['A1PA6795UKMFR9'],
		sellerId: 'A2EXAMPLE1SELLER',
		clientId: 'amzn1.application-oa2-client.1',
		clientSecret: SECRETS.clientSecret,
		refreshToken: SECRETS.refreshToken,
		...changes,
	};
}

/** Real time, but long sleeps pass at once and are written down: backoff is looked at, not waited for. */
export class QuickClock implements Clock {
	readonly sleptMs: number[] = [];
	private skippedMs = 0;

	now(): number {
		return Date.now() + this.skippedMs;
	}

	async sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		this.sleptMs.push(delayMs);
		this.skippedMs += delayMs;
		await new Promise((resolve) => setImmediate(resolve));
		signal?.throwIfAborted();
	}

	deadline(delayMs: number): AbortSignal {
		return AbortSignal.timeout(delayMs);
	}

	random(): number {
		return 0.5;
	}

	/** Lets time pass. */
	skip(delayMs: number): void {
		this.skippedMs += delayMs;
	}
}

/** The global timers and `Date`, so that fake timers drive it. */
export const timerClock: Clock = {
	now: () => Date.now(),
	deadline: (delayMs) => AbortSignal.timeout(delayMs),
	random: () => Math.random(),
	sleep: async (delayMs, signal) =>
		await new Promise((resolve, reject) => {
			const abort = () => {
				clearTimeout(timer);
				reject(reasonOf(signal));
			};
			const timer = setTimeout(() => {
				signal?.removeEventListener('abort', abort);
				resolve();
			}, delayMs);
			if (signal?.aborted) abort();
			else signal?.addEventListener('abort', abort, { once: true });
		}),
};

/** A body as the port hands it over. */
export function bodyOf(text: string): HttpResponse['body'] {
	return Readable.from([Buffer.from(text)]);
}

/** HTTP over Node's own client. */
export const nodeHttp: Http = async (request) =>
	await new Promise((resolve, reject) => {
		const { method, headers, signal } = request;
		const fail = (error: NodeJS.ErrnoException) =>
			reject(new NetworkError(error.code ?? 'UNKNOWN', error.message));
		const sent = http.request(request.url, { method, headers, signal, agent: false }, (answer) => {
			const status = answer.statusCode ?? 0;
			const names = Object.fromEntries(
				Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
			);
			resolve({ status, headers: names, body: answer });
		});
		sent.on('error', fail);
		sent.end(request.body);
	});

export interface Seen {
	method: string;
	/** As it stood on the wire. */
	url: string;
	headers: IncomingMessage['headers'];
	body: string;
}

export type Answer = (request: Seen, response: ServerResponse, index: number) => void;

/** A server on this machine that plays Amazon: `answer` for everything but the login, which always works. */
export class Wire {
	readonly seen: Seen[] = [];
	readonly logins: Seen[] = [];
	private readonly server: http.Server;

	private constructor(
		private readonly answer: Answer,
		private readonly login: Answer,
	) {
		this.server = http.createServer((request, response) => void this.receive(request, response));
	}

	static async open(answer: Answer, login: Answer = grantToken): Promise<Wire> {
		const wire = new Wire(answer, login);
		await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
		return wire;
	}

	get origin(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part as Buffer);
		const { method = '', url = '', headers } = request;
		const seen = { method, url, headers, body: Buffer.concat(parts).toString() };
		const isLogin = url === '/auth/o2/token';
		const list = isLogin ? this.logins : this.seen;
		list.push(seen);
		(isLogin ? this.login : this.answer)(seen, response, list.length - 1);
	}
}

/** A token that differs with each login and names the refresh token it was made for. */
export function grantToken({ body }: Seen, response: ServerResponse, index: number): void {
	const refreshToken = new URLSearchParams(body).get('refresh_token') ?? '';
	const access_token = `${SECRETS.accessToken}-${refreshToken.slice(5)}-${index + 1}`;
	reply(response, 200, { access_token, token_type: 'bearer', expires_in: 3600 });
}

export function reply(
	response: ServerResponse,
	status: number,
	body?: unknown,
	headers: Record<string, string> = {},
): void {
	response.writeHead(status, { 'x-amzn-requestid': 'request-1', ...headers });
	response.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
}

export function refuse(
	response: ServerResponse,
	status: number,
	code: string,
	message = 'no',
	headers = {},
): void {
	reply(response, status, { errors: [{ code, message, details: '' }] }, headers);
}

/** Writes as fast as the other side reads, for ever. */
export function flood(response: ServerResponse, status = 200): void {
	response.writeHead(status, { 'x-amzn-requestid': 'request-1' });
	const piece = Buffer.alloc(1024 * 1024, 'x');
	const more = () => {
		while (!response.destroyed && response.write(piece));
	};
	response.on('drain', more);
	more();
}

export interface Setting {
	client: Client;
	clock: QuickClock;
	/** Everything that was logged, as one text per line. */
	lines: string[];
}

/** A client in Mock mode against `wire`. */
export function aClient(wire: Wire, changes: Partial<ClientDeps> = {}): Setting {
	const clock = new QuickClock();
	const lines: string[] = [];
	const log: Log = (level, message, facts) => lines.push(JSON.stringify({ level, message, facts }));
	const account = anAccount({ environment: 'mock', mockUrl: wire.origin });
	const client = createClient({
		account,
		http: nodeHttp,
		clock,
		log,
		throttle: createThrottle(clock),
		tokens: createTokenStore(),
		...changes,
	});
	return { client, clock, lines };
}
