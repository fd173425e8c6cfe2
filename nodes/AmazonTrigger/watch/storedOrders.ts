import type { IDataObject } from 'n8n-workflow';

import type { OrderMemory, OrderWindow } from './orderWatch';
import type { ToldRuns } from './toldOrders';
import { REPEATS_ALLOWED } from '../../amazon/transport/pages';
import { isRecord } from '../../rules/item/record';
import { DAY_MS } from '../../rules/item/timeSpans';

/** Amazon gives orders of two years; a place further back is no memory of ours. A workflow may rest that long. */
const PLAUSIBLE_MS = 2 * 365 * DAY_MS;

/** Amazon's servers, and the seconds of their answers, are not quite of one time. */
const SLACK_MS = 2 * 60_000;

/** Amazon's are some hundred letters long. */
const LONGEST_TOKEN = 8_192;

/** A memory, and the names of its parts that could not be read. */
export interface StoredOrders {
	memory: OrderMemory;
	damaged: string[];
}

/**
 * Reads what n8n has stored; it may be anything. Each part that cannot be what it should is left out, so that nothing
 * is lost: without a place the look-back (at least a day) is read again, a damaged window is read anew from its
 * place, and orders that are not known to be told are told.
 */
export function readStoredOrders(stored: IDataObject, firstSinceMs: number, nowMs: number): StoredOrders {
	const damaged: string[] = [];
	const moment = (name: 'sinceMs' | 'startMs' | 'sweptMs', oldestMs: number, otherwise: number): number => {
		const value = stored[name];
		if (isBetween(value, oldestMs, nowMs + SLACK_MS)) return value;
		if (value !== undefined) damaged.push(name);
		return otherwise;
	};
	const oldestMs = nowMs - PLAUSIBLE_MS;
	const isFirst = stored.sinceMs === undefined;
	const anewMs = isFirst ? firstSinceMs : Math.min(firstSinceMs, nowMs - DAY_MS);
	const sinceMs = moment('sinceMs', oldestMs, anewMs);
	// What is still to be read is after the start.
	const startMs = Math.min(moment('startMs', 0, firstSinceMs), sinceMs);
	const sweptMs = moment('sweptMs', oldestMs, nowMs);
	const window = isWindow(stored.window, sinceMs, nowMs) ? stored.window : undefined;
	if (window === undefined && stored.window !== undefined) damaged.push('window');
	const told = toRuns(stored.told);
	if (stored.told !== undefined && told.length !== lengthOf(stored.told)) damaged.push('told');
	return { memory: { sinceMs, startMs, sweptMs, window, told }, damaged };
}

function isBetween(value: unknown, fromMs: number, untilMs: number): value is number {
	return typeof value === 'number' && value >= fromMs && value <= untilMs;
}

/** A window of changes begins before what has been read, or something in between would never be. */
function isWindow(value: unknown, sinceMs: number, nowMs: number): value is OrderWindow & IDataObject {
	if (!isRecord(value)) return false;
	const { kind, fromMs, untilMs, token, repeats } = value;
	const latestMs = kind === 'updated' ? sinceMs : nowMs;
	return (
		(kind === 'updated' || kind === 'cancelled') &&
		isBetween(fromMs, nowMs - PLAUSIBLE_MS - DAY_MS, latestMs) &&
		(untilMs === undefined || isBetween(untilMs, fromMs, nowMs + SLACK_MS)) &&
		(token === undefined || isToken(token)) &&
		(repeats === undefined || isBetween(repeats, 0, REPEATS_ALLOWED))
	);
}

/** Something that can be sent to Amazon, who will say whether it is a token. */
function isToken(value: unknown): boolean {
	return typeof value === 'string' && value.length <= LONGEST_TOKEN && !/\p{Surrogate}/u.test(value);
}

/** The runs that are some. */
function toRuns(value: unknown): ToldRuns {
	const runs: unknown[] = Array.isArray(value) ? value : [];
	return runs.filter((run): run is ToldRuns[number] => {
		return Array.isArray(run) && run.length === 2 && run.every((part) => typeof part === 'string');
	});
}

function lengthOf(value: unknown): number {
	return Array.isArray(value) ? value.length : -1;
}
