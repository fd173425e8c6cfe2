import type { RateLimit } from '../tables/limits';
import type { Gate } from './limiter';

/**
 * How much longer one request may travel to Amazon than the next. So much time's worth of tokens stays in the
 * bucket (half of a small one): a slow request followed by a quick one must not find it empty.
 */
const JITTER_MS = 500;

/** A learned rate this many times off the table is a broken header, not a usage plan. */
const PLAUSIBLE_FACTOR = 1000;

/**
 * Amazon's token bucket, kept as one number (the generic cell rate algorithm): the moment when the bucket will
 * be full again. All times in ms.
 */
export class Bucket implements Gate {
	private intervalMs: number;
	private fullAtMs = 0;

	constructor(private readonly limit: RateLimit) {
		this.intervalMs = 1000 / limit.ratePerSecond;
	}

	get ratePerSecond(): number {
		return 1000 / this.intervalMs;
	}

	waitMs(nowMs: number): number {
		return Math.max(0, Math.ceil(this.fullAtMs - this.toleranceMs - nowMs));
	}

	take(nowMs: number): void {
		this.fullAtMs = Math.max(this.fullAtMs, nowMs) + this.intervalMs;
	}

	settle(): void {
		// A token is used up when the request starts; how it ends does not matter.
	}

	isFull(nowMs: number): boolean {
		return this.fullAtMs <= nowMs;
	}

	/** Amazon says the bucket is empty: the next token comes after an interval, and not before `delayMs`. */
	drain(nowMs: number, delayMs: number): void {
		const nextMs = nowMs + Math.max(delayMs, this.intervalMs) + this.jitterMs;
		this.fullAtMs = Math.max(this.fullAtMs, nextMs + this.toleranceMs);
	}

	/** Goes on at another rate with as many tokens missing as before. Ignores what cannot be a rate. */
	learn(nowMs: number, ratePerSecond: number): boolean {
		if (!this.isPlausible(ratePerSecond) || ratePerSecond === this.ratePerSecond) return false;
		const missing = Math.max(0, this.fullAtMs - nowMs) / this.intervalMs;
		this.intervalMs = 1000 / ratePerSecond;
		this.fullAtMs = nowMs + missing * this.intervalMs;
		return true;
	}

	private isPlausible(ratePerSecond: number): boolean {
		const factor = ratePerSecond / this.limit.ratePerSecond;
		return factor <= PLAUSIBLE_FACTOR && factor >= 1 / PLAUSIBLE_FACTOR;
	}

	private get toleranceMs(): number {
		return this.burstMs - this.jitterMs;
	}

	private get jitterMs(): number {
		return Math.min(JITTER_MS, this.burstMs / 2);
	}

	private get burstMs(): number {
		return (this.limit.burst - 1) * this.intervalMs;
	}
}
