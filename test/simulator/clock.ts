/** Where the simulator takes the time from. Nothing waits on timers: a feed is done once `now()` says so. */
export interface SimClock {
	/** Milliseconds since 1970. */
	now(): number;
}

export const systemClock: SimClock = { now: () => Date.now() };

/** A clock that stands still until it is told to move. */
export class ManualClock implements SimClock {
	/** @param nowMs start, milliseconds since 1970 */
	constructor(private nowMs: number = Date.parse('2026-11-23T12:00:00Z')) {}

	now(): number {
		return this.nowMs;
	}

	advance(byMs: number): void {
		this.nowMs += byMs;
	}
}
