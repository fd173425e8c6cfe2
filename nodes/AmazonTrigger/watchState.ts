import type { IDataObject } from 'n8n-workflow';

/** What the trigger remembers between polls: bounded by the window, safe to lose (it only repeats then). */
export interface WatchState {
	/** Everything created before this (ms since 1970) is settled. */
	sinceMs: number;
	/** Emitted feeds inside the window: feed id -> when it was created. */
	emitted: Record<string, number>;
}

/** A feed that runs longer than this is no longer waited for; Amazon's own limit is far below. */
const LONGEST_RUN_MS = 3 * 24 * 3_600_000;

/** Feeds turn up in Amazon's list with some delay. */
const OVERLAP_MS = 10 * 60_000;

/** Amazon lists feeds for 90 days (Feeds API 2021-06-30, getFeeds). */
const LISTED_MS = 90 * 24 * 3_600_000;

/** Reads the stored state; a time that cannot be one starts anew at `firstSinceMs`, unreadable ids count as none. */
export function readState(stored: IDataObject, firstSinceMs: number, nowMs: number): WatchState {
	const { sinceMs, emitted } = stored;
	const isPlausible = typeof sinceMs === 'number' && sinceMs <= nowMs && sinceMs >= nowMs - LISTED_MS;
	return { sinceMs: isPlausible ? sinceMs : firstSinceMs, emitted: isTimes(emitted) ? emitted : {} };
}

function isTimes(value: unknown): value is Record<string, number> {
	return (
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		Object.values(value).every((time) => typeof time === 'number')
	);
}

/**
 * The state after a poll.
 * @param unsettled creation times of feeds in the window that are not emitted yet
 */
export function nextState(
	state: WatchState,
	newlyEmitted: ReadonlyArray<{ feedId: string; createdMs: number }>,
	unsettled: readonly number[],
	nowMs: number,
): WatchState {
	const oldest = Math.min(nowMs - OVERLAP_MS, ...unsettled);
	const sinceMs = Math.max(state.sinceMs, Math.max(oldest, nowMs - LONGEST_RUN_MS));
	const all = [
		...Object.entries(state.emitted),
		...newlyEmitted.map(({ feedId, createdMs }) => [feedId, createdMs] as const),
	];
	return { sinceMs, emitted: Object.fromEntries(all.filter(([, createdMs]) => createdMs >= sinceMs)) };
}
