import type { IDataObject } from 'n8n-workflow';

/** One stretch of Amazon's orders that is being read, maybe over several polls. */
export interface OrderWindow {
	/** `updated`: what changed since; `cancelled`: recent orders that are cancelled now, however old their change is. */
	kind: 'updated' | 'cancelled';
	/** Ms since 1970. */
	fromMs: number;
	/** Where the next window begins; known from Amazon's first page. */
	untilMs?: number;
	/** Amazon's token of the next page; it lives 24 hours. */
	token?: string;
}

/** What the trigger remembers between polls. Losing it repeats orders and loses none. */
export interface OrderWatchState {
	/** Every change before this (ms since 1970) has been read. */
	sinceMs: number;
	/** When the trigger began to look: cancellations of older orders are none of its business. */
	startMs: number;
	/** When recent cancellations were last looked for. */
	sweptMs: number;
	window?: OrderWindow;
	/** Order id -> its last update (ms since 1970), and what was last told about it. */
	told: Record<string, [updatedMs: number, news: string]>;
}

/** Orders turn up in Amazon's list with some delay. */
const OVERLAP_MS = 10 * 60_000;

/** A cancellation may keep the order's old update time, so recent orders are looked through for it. */
const SWEEP_EVERY_MS = 6 * 3_600_000;
const SWEEP_BACK_MS = 4 * 24 * 3_600_000;

/** Orders are changed for weeks (acknowledged, shipped, refunded), and each change lists them again. */
const REMEMBERED_MS = 7 * 24 * 3_600_000;
/** About 800 kB of JSON; stores look an order up before they create it, so forgetting does no harm. */
const REMEMBERED_ORDERS = 20_000;

/** Amazon gives orders of two years; a place further back is no memory of ours. A workflow may rest that long. */
const PLAUSIBLE_MS = 2 * 365 * 24 * 3_600_000;

/** Reads the stored state; what cannot be one starts anew at `firstSinceMs`. */
export function readOrderState(stored: IDataObject, firstSinceMs: number, nowMs: number): OrderWatchState {
	const isPlausible = (value: unknown): value is number =>
		typeof value === 'number' && value <= nowMs && value >= nowMs - PLAUSIBLE_MS;
	if (!isPlausible(stored.sinceMs)) {
		return { sinceMs: firstSinceMs, startMs: firstSinceMs, sweptMs: nowMs, told: {} };
	}
	return {
		sinceMs: stored.sinceMs,
		startMs: typeof stored.startMs === 'number' ? stored.startMs : firstSinceMs,
		sweptMs: isPlausible(stored.sweptMs) ? stored.sweptMs : nowMs,
		window: isWindow(stored.window) ? stored.window : undefined,
		told: isTold(stored.told) ? { ...stored.told } : {},
	};
}

function isWindow(value: unknown): value is OrderWindow & IDataObject {
	if (typeof value !== 'object' || value === null) return false;
	const { kind, fromMs, untilMs, token } = value as Record<string, unknown>;
	const isOptional = (given: unknown, type: string) => given === undefined || typeof given === type;
	return (
		(kind === 'updated' || kind === 'cancelled') &&
		typeof fromMs === 'number' &&
		isOptional(untilMs, 'number') &&
		isOptional(token, 'string')
	);
}

function isTold(value: unknown): value is OrderWatchState['told'] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	return Object.values(value).every(
		(entry) => Array.isArray(entry) && typeof entry[0] === 'number' && typeof entry[1] === 'string',
	);
}

/** What changed since the last window, with an overlap. */
export function openWindow(state: OrderWatchState): OrderWindow {
	return { kind: 'updated', fromMs: state.sinceMs - OVERLAP_MS };
}

/** Recent cancellations, when it is time to look for them again. */
export function openSweep(state: OrderWatchState, nowMs: number): OrderWindow | undefined {
	if (nowMs - state.sweptMs < SWEEP_EVERY_MS) return undefined;
	return { kind: 'cancelled', fromMs: Math.max(state.startMs, nowMs - SWEEP_BACK_MS) };
}

/** The state after the last page of a window. */
export function closeWindow(state: OrderWatchState, window: OrderWindow, nowMs: number): OrderWatchState {
	const { window: _closed, ...rest } = state;
	if (window.kind === 'cancelled') return { ...rest, sweptMs: nowMs };
	return { ...rest, sinceMs: Math.max(state.sinceMs, window.untilMs ?? window.fromMs) };
}

/** Whether this is news of the order; it is remembered then. An order already told stays remembered. */
export function isNews(state: OrderWatchState, orderId: string, updatedMs: number, news: string): boolean {
	const known = state.told[orderId];
	state.told[orderId] = [Math.max(updatedMs, known?.[0] ?? 0), news];
	return known?.[1] !== news;
}

/** Forgets orders that changed long ago, and the oldest when there are very many. */
export function forgetOld(state: OrderWatchState, nowMs: number): OrderWatchState {
	const kept = Object.entries(state.told).filter(([, [updatedMs]]) => updatedMs >= nowMs - REMEMBERED_MS);
	kept.sort(([, [one]], [, [other]]) => other - one);
	return { ...state, told: Object.fromEntries(kept.slice(0, REMEMBERED_ORDERS)) };
}
