import http from 'node:http';

import {
	NetworkError,
	type Clock,
	type Http,
	type HttpRequest,
	type HttpResponse,
} from '../../nodes/amazon/transport/ports';
import type { SimClock } from '../simulator';

interface Sleeper {
	atMs: number;
	wake(): void;
}

/** Timer turns without anything under way after which nothing more happens by itself: bottleneck waits one or two. */
const QUIET_TURNS = 4;

/**
 * Hours in seconds: time stands still while a request is under way and jumps to the next sleeper when nothing
 * is. Requests are real ones to a server on this machine.
 */
export class VirtualTime implements Clock, SimClock {
	private sleepers: Sleeper[] = [];
	private underway = 0;
	private nowMs = Date.parse('2026-11-23T12:00:00Z');
	private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

	now(): number {
		return this.nowMs;
	}

	random(): number {
		return 0.5;
	}

	async sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		await new Promise<void>((resolve, reject) => {
			const sleeper = { atMs: this.nowMs + delayMs, wake: resolve };
			this.sleepers.push(sleeper);
			signal?.addEventListener('abort', () => {
				this.sleepers = this.sleepers.filter((other) => other !== sleeper);
				reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
			});
		});
	}

	/** Runs `work` to its end while time jumps ahead. */
	async run<T>(work: () => Promise<T>): Promise<T> {
		let done = false;
		const result = work().finally(() => (done = true));
		let quiet = 0;
		while (!done) {
			await new Promise((resolve) => (this.underway > 0 ? setImmediate(resolve) : setTimeout(resolve, 0)));
			quiet = this.underway > 0 ? 0 : quiet + 1;
			if (quiet >= QUIET_TURNS && this.jump()) quiet = 0;
		}
		return await result;
	}

	private jump(): boolean {
		if (this.sleepers.length === 0) return false;
		const next = this.sleepers.reduce((one, other) => (other.atMs < one.atMs ? other : one));
		this.sleepers = this.sleepers.filter((sleeper) => sleeper !== next);
		this.nowMs = Math.max(this.nowMs, next.atMs);
		next.wake();
		return true;
	}

	/** Nothing that really happens is late by this time. */
	deadline(): AbortSignal {
		return new AbortController().signal;
	}

	readonly http: Http = async (request) => {
		this.underway += 1;
		try {
			return await send(request, this.agent);
		} finally {
			this.underway -= 1;
		}
	};

	close(): void {
		this.agent.destroy();
	}
}

async function send(request: HttpRequest, agent: http.Agent): Promise<HttpResponse> {
	return await new Promise((resolve, reject) => {
		const { method, headers, body } = request;
		const call = http.request(request.url, { method, headers, agent }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('error', reject);
			answer.on('end', () => {
				const whole = Buffer.concat(chunks);
				const names = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
				resolve({
					status: answer.statusCode ?? 0,
					headers: Object.fromEntries(names) as Record<string, string>,
					body: inOne(whole),
				});
			});
		});
		call.on('error', (error: NodeJS.ErrnoException) =>
			reject(new NetworkError(error.code ?? 'UNKNOWN', error.message)),
		);
		call.end(body);
	});
}

async function* inOne(whole: Buffer): AsyncGenerator<Uint8Array> {
	yield await Promise.resolve(whole);
}
