import type { RollingWindow } from '../tables/limits';
import type { Account } from './account';
import { Bucket } from './bucket';
import { apiOrigin } from './hosts';
import { Limiter, type Gate } from './limiter';
import type { SpApiOperation } from './operations';
import type { Clock } from './ports';
import { WindowGate } from './window';

export interface RunOptions<T> {
	signal?: AbortSignal;
	/** 0 (first) to 9 (last); default 5. */
	priority?: number;
	window?: RollingWindow;
	/** Whether the result takes a place in the window (an answer of 429 does not); default: it does. */
	takesPlace?: (result: T) => boolean;
}

/** Holds Amazon's limits: one bucket per account and operation, shared by everything that uses this throttle. */
export interface Throttle {
	/** Runs `task` as soon as Amazon's bucket (and the window) surely allow it. Rejects with the signal's reason. */
	run<T>(
		account: Account,
		operation: SpApiOperation,
		task: () => Promise<T>,
		options?: RunOptions<T>,
	): Promise<T>;
	/** Takes over the rate that Amazon's `x-amzn-RateLimit-Limit` names; what cannot be a rate is ignored. */
	learn(account: Account, operation: SpApiOperation, header: string | undefined): void;
	/** Amazon answered 429: its bucket is empty, and nothing of this kind starts within `delayMs`. */
	penalise(account: Account, operation: SpApiOperation, delayMs: number): void;
	/** How long a call made now would wait for Amazon at least, in ms; calls already waiting are not counted. */
	waitMs(account: Account, operation: SpApiOperation, window?: RollingWindow): number;
	/** Rejects what waits; what runs may finish. */
	close(): void;
}

interface Lane<G extends Gate> {
	gate: G;
	limiter: Limiter;
}

/** A throttle without timers of its own: `clock` wakes it, and only while calls wait. */
export function createThrottle(clock: Clock): Throttle {
	return new Lanes(clock);
}

class Lanes implements Throttle {
	private readonly buckets = new Map<string, Lane<Bucket>>();
	private readonly windows = new Map<string, Lane<WindowGate>>();

	constructor(private readonly clock: Clock) {}

	async run<T>(
		account: Account,
		operation: SpApiOperation,
		task: () => Promise<T>,
		options: RunOptions<T> = {},
	): Promise<T> {
		const { signal, priority, window, takesPlace } = options;
		const { limiter } = this.bucketOf(account, operation);
		if (window === undefined) return await limiter.run(task, { signal, priority });
		let sent = false;
		const send = async () => {
			sent = true;
			return await task();
		};
		const isUsed = (result?: T) => sent && (result === undefined || (takesPlace?.(result) ?? true));
		// The window first: who waits for a place must not hold a token that others could use.
		return await this.windowOf(account, operation, window).limiter.run(
			async () => await limiter.run(send, { signal, priority }),
			{ signal, priority, isUsed },
		);
	}

	learn(account: Account, operation: SpApiOperation, header: string | undefined): void {
		const { gate, limiter } = this.bucketOf(account, operation);
		if (gate.learn(this.clock.now(), Number(header))) limiter.reconsider();
	}

	penalise(account: Account, operation: SpApiOperation, delayMs: number): void {
		this.bucketOf(account, operation).gate.drain(this.clock.now(), delayMs);
	}

	waitMs(account: Account, operation: SpApiOperation, window?: RollingWindow): number {
		const now = this.clock.now();
		const placeMs = window === undefined ? 0 : this.windowOf(account, operation, window).gate.waitMs(now);
		return Math.max(placeMs, this.bucketOf(account, operation).gate.waitMs(now));
	}

	close(): void {
		const reason = new Error('The throttle was closed before the call could start');
		for (const { limiter } of [...this.buckets.values(), ...this.windows.values()]) limiter.close(reason);
	}

	private bucketOf(account: Account, { id, limit }: SpApiOperation): Lane<Bucket> {
		return laneOf(this.buckets, laneKey(account, id), this.clock, () => new Bucket(limit));
	}

	private windowOf(account: Account, { id }: SpApiOperation, window: RollingWindow): Lane<WindowGate> {
		return laneOf(this.windows, laneKey(account, id), this.clock, () => new WindowGate(window));
	}
}

/** Amazon counts per seller, application, region and environment. */
function laneKey(account: Account, operationId: string): string {
	return [apiOrigin(account), account.sellerId, account.clientId, operationId].join(' ');
}

function laneOf<G extends Gate>(
	lanes: Map<string, Lane<G>>,
	key: string,
	clock: Clock,
	createGate: () => G,
): Lane<G> {
	const known = lanes.get(key);
	if (known !== undefined) return known;
	dropSpareLanes(lanes, clock.now());
	const gate = createGate();
	const lane = { gate, limiter: new Limiter(gate, clock) };
	lanes.set(key, lane);
	return lane;
}

/** A full gate that nobody uses is as good as a new one. */
function dropSpareLanes<G extends Gate>(lanes: Map<string, Lane<G>>, nowMs: number): void {
	for (const [key, { gate, limiter }] of lanes) {
		if (limiter.isIdle && gate.isFull(nowMs)) lanes.delete(key);
	}
}
