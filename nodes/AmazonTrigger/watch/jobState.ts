import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../rules/item/record';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../rules/item/timeSpans';

/** What the trigger remembers of feeds, or of reports, between polls: bounded, and safe to lose (it only repeats then). */
export interface JobState {
	/** Everything created before this (ms since 1970) has been listed. */
	sinceMs: number;
	/** Emitted feeds or reports that the next list may show again: id -> when it was created. */
	emitted: Record<string, number>;
	/** Those that have not ended: they are asked for one by one, however long they take. */
	running: Record<string, RunningJob>;
}

export interface RunningJob {
	createdMs: number;
	/** Whether it was told as stuck. */
	toldStuck: boolean;
	/** In how many polls what Amazon says of it could not be read, however often that was begun. */
	damaged?: number;
}

/** Feeds and reports turn up in Amazon's list with some delay. */
const OVERLAP_MS = HOUR_MS;

/** Amazon lists both for 90 days (Feeds and Reports API 2021-06-30, getFeeds and getReports); what has not ended by then never will. */
const LISTED_MS = 90 * DAY_MS;

/** Until the list is asked for, time goes on. */
const MARGIN_MS = 5 * MINUTE_MS;

/** About 60 kB of JSON: thousands of jobs that do not end are an outage, and the hourly branch asks for their rows. */
const RUNNING_AT_MOST = 1_000;

/** Reads the stored state; a time that cannot be one starts anew at `firstSinceMs`, unreadable ids count as none. */
export function readState(stored: IDataObject, firstSinceMs: number, nowMs: number): JobState {
	const { sinceMs, emitted, running } = stored;
	const isPlausible = typeof sinceMs === 'number' && sinceMs <= nowMs && sinceMs >= nowMs - LISTED_MS;
	const known = entriesOf(running, isRunning);
	// What is not known to run any more can only be found in Amazon's list.
	const isWhole = running === undefined || lengthOf(running) === Object.keys(known).length;
	return {
		sinceMs: Math.max(isPlausible && isWhole ? sinceMs : firstSinceMs, nowMs - LISTED_MS + MARGIN_MS),
		emitted: entriesOf(emitted, (entry): entry is number => isTime(entry, nowMs)),
		running: known,
	};
}

/** The readable entries of a record that came from outside, without those that objects have by themselves. */
function entriesOf<T>(value: unknown, isReadable: (entry: unknown) => entry is T): Record<string, T> {
	const record = emptyRecord<T>();
	if (!isRecord(value)) return record;
	for (const [key, entry] of Object.entries(value)) if (isId(key) && isReadable(entry)) record[key] = entry;
	return record;
}

/** How many entries a stored record has; -1 when it is none. */
function lengthOf(value: unknown): number {
	return typeof value === 'object' && value !== null ? Object.keys(value).length : -1;
}

function emptyRecord<T>(): Record<string, T> {
	return Object.create(null) as Record<string, T>;
}

/** Something that Amazon can be asked for. */
function isId(key: string): boolean {
	return /^[\w.-]{1,100}$/.test(key) && !/^\.+$/.test(key);
}

/** What lies far ahead would never be forgotten. */
function isTime(value: unknown, nowMs: number): value is number {
	return typeof value === 'number' && value <= nowMs + DAY_MS;
}

function isRunning(value: unknown): value is RunningJob {
	if (!isRecord(value)) return false;
	const { createdMs, toldStuck } = value;
	return typeof createdMs === 'number' && typeof toldStuck === 'boolean';
}

/** What a poll has learned of what it looked at. */
export interface Learned {
	emitted: ReadonlyMap<string, number>;
	running: ReadonlyMap<string, RunningJob>;
	/** Whether Amazon's list was read to its end. */
	isListed: boolean;
}

/**
 * The state after a poll, as it is stored.
 * @param learned `running` holds everything that has not ended, those of earlier polls included
 */
export function nextState(state: JobState, learned: Learned, nowMs: number): JobState & IDataObject {
	const sinceMs = learned.isListed ? Math.max(state.sinceMs, nowMs - OVERLAP_MS) : state.sinceMs;
	const emitted = [...Object.entries(state.emitted), ...learned.emitted];
	const running = [...learned.running].filter(([, { createdMs }]) => createdMs >= nowMs - LISTED_MS);
	running.sort(([, one], [, other]) => other.createdMs - one.createdMs);
	return {
		sinceMs,
		emitted: Object.fromEntries(emitted.filter(([, createdMs]) => createdMs >= sinceMs - OVERLAP_MS)),
		running: Object.fromEntries(running.slice(0, RUNNING_AT_MOST).map(([id, job]) => [id, { ...job }])),
	};
}
