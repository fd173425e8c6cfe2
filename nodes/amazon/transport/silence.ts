import type { Now } from './amazonTime';
import { toError } from './errors';

/** Who answers a second later is no less there: so long every attempt may take, however long nobody has answered. */
const SHORTEST_TRY_MS = 5_000;

/**
 * How long nobody has answered any call of a client, and how long that may last: a person who watches is told within
 * seconds that nobody is there, even with a hundred items to send. An answer ends it, whatever it says.
 */
export class Silence {
	private sinceMs: number | undefined;
	private heardMs = -Infinity;

	constructor(
		private readonly clock: Now,
		readonly limitMs: number,
	) {}

	/** How much longer it may last. */
	get leftMs(): number {
		return this.sinceMs === undefined ? Infinity : this.sinceMs + this.limitMs - this.clock.now();
	}

	/** Listens to one attempt until its answer begins. */
	async listen<T>(attempt: () => Promise<T>): Promise<T> {
		const startedMs = this.clock.now();
		try {
			const answer = await attempt();
			this.heardMs = this.clock.now();
			this.sinceMs = undefined;
			return answer;
		} catch (error) {
			this.sinceMs ??= Math.max(startedMs, this.heardMs);
			throw toError(error);
		}
	}

	/** As much of an attempt's time as there is for it. */
	cut(timeoutMs: number): number {
		return Math.min(timeoutMs, Math.max(Math.min(this.leftMs, this.limitMs), SHORTEST_TRY_MS));
	}
}
