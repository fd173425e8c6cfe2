import type { RollingWindow } from '../tables/limits';
import type { Gate } from './limiter';

/**
 * At most `count` calls in any `windowMs`. A place is taken when a call starts and becomes free `windowMs` after
 * its answer: Amazon counted it somewhere in between.
 */
export class WindowGate implements Gate {
	private running = 0;
	private freeAtMs: number[] = [];

	constructor(private readonly window: RollingWindow) {}

	waitMs(nowMs: number): number {
		this.freeAtMs = this.freeAtMs.filter((freeAtMs) => freeAtMs > nowMs);
		if (this.running + this.freeAtMs.length < this.window.count) return 0;
		return Math.min(...this.freeAtMs) - nowMs;
	}

	take(): void {
		this.running += 1;
	}

	settle(nowMs: number, used: boolean): void {
		this.running -= 1;
		if (used) this.freeAtMs.push(nowMs + this.window.windowMs);
	}

	isFull(nowMs: number): boolean {
		return this.running === 0 && this.freeAtMs.every((freeAtMs) => freeAtMs <= nowMs);
	}
}
