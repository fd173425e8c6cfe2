import Bottleneck from 'bottleneck';

import { reasonOf } from './abort';
import type { Clock } from './ports';

/** Says when the next call may start. All times in ms. */
export interface Gate {
	/** 0 when a call may start now; `Infinity` when only the end of a running call can open the gate. */
	waitMs(nowMs: number): number;
	take(nowMs: number): void;
	/** A call that took its turn has ended; `used` is false when Amazon did not count it. */
	settle(nowMs: number, used: boolean): void;
	/** Whether the gate remembers nothing, so that a new one would do as well. */
	isFull(nowMs: number): boolean;
}

export interface Turn<T> {
	signal?: AbortSignal;
	priority?: number;
	/** Whether the call counts at Amazon; asked when it has ended, with its result unless it failed. */
	isUsed?: (result?: T) => boolean;
}

/** Timers in Node hold at most 2^31 ms. */
const LONGEST_SLEEP_MS = 3_600_000;

interface Waiting {
	leave(reason: Error): void;
}

/**
 * Lets calls through a gate by priority, then in order of arrival. Bottleneck keeps the queue; its reservoir is
 * filled by one whenever the gate is open. (Its own refill loses a heartbeat per step and stops for good when
 * the settings of a running limiter are changed.) No timer exists while nothing waits.
 */
export class Limiter {
	private queue = new Bottleneck({ reservoir: 0 });
	private readonly waiting = new Set<Waiting>();
	private running = 0;
	private pumping = false;
	private started = () => {};
	private wake = () => {};

	constructor(
		private readonly gate: Gate,
		private readonly clock: Clock,
	) {}

	get isIdle(): boolean {
		return this.waiting.size === 0 && this.running === 0;
	}

	/** Runs `task` when its turn comes. Rejects with the signal's reason when that aborts first. */
	async run<T>(task: () => Promise<T>, turn: Turn<T> = {}): Promise<T> {
		turn.signal?.throwIfAborted();
		await this.turn(turn.priority, turn.signal);
		let result: T | undefined;
		try {
			result = await task();
			return result;
		} finally {
			this.running -= 1;
			this.gate.settle(this.clock.now(), turn.isUsed?.(result) ?? true);
			this.reconsider();
		}
	}

	/** The gate has changed: looks again how long to wait. */
	reconsider(): void {
		this.wake();
	}

	/** Rejects everything that waits. */
	close(reason: Error): void {
		for (const one of [...this.waiting]) one.leave(reason);
	}

	private async turn(priority: number | undefined, signal: AbortSignal | undefined): Promise<void> {
		const turn = new Promise<void>((resolve, reject) => {
			const abort = () => one.leave(reasonOf(signal));
			const one: Waiting = {
				leave: (reason) => {
					this.forget(one, signal, abort);
					reject(reason);
				},
			};
			this.waiting.add(one);
			signal?.addEventListener('abort', abort, { once: true });
			this.enqueue(priority, () => {
				if (!this.waiting.has(one)) return;
				this.forget(one, signal, abort);
				this.gate.take(this.clock.now());
				this.running += 1;
				resolve();
			});
		});
		void this.pump();
		await turn;
	}

	private enqueue(priority: number | undefined, start: () => void): void {
		const job = () => {
			start();
			this.started();
			return Promise.resolve();
		};
		// Only a discarded queue rejects, and then everyone in it has been told already.
		this.queue.schedule({ priority: priority ?? 5 }, job).catch(() => {});
	}

	private forget(one: Waiting, signal: AbortSignal | undefined, abort: () => void): void {
		this.waiting.delete(one);
		signal?.removeEventListener('abort', abort);
		if (this.waiting.size === 0) this.wake();
	}

	private async pump(): Promise<void> {
		if (this.pumping) return;
		this.pumping = true;
		while (this.waiting.size > 0) {
			const waitMs = this.gate.waitMs(this.clock.now());
			await (waitMs > 0 ? this.pause(waitMs) : this.letOneStart());
		}
		this.pumping = false;
		this.discardQueue();
	}

	private async pause(waitMs: number): Promise<void> {
		const alarm = new AbortController();
		this.wake = () => alarm.abort();
		await this.clock.sleep(Math.min(waitMs, LONGEST_SLEEP_MS), alarm.signal).catch(() => {});
		this.wake = () => {};
	}

	private async letOneStart(): Promise<void> {
		const started = new Promise<void>((resolve) => {
			this.started = resolve;
		});
		await this.queue.incrementReservoir(1);
		await started;
	}

	/** What is left in the queue when nobody waits has been given up by its callers. */
	private discardQueue(): void {
		if (this.queue.empty()) return;
		void this.queue.stop({ dropWaitingJobs: true });
		this.queue = new Bottleneck({ reservoir: 0 });
	}
}
