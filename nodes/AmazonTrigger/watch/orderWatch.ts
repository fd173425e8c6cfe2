import type { ToldRuns } from './toldOrders';
import { MINUTE_MS, HOUR_MS, DAY_MS } from '../../rules/item/timeSpans';

/** One stretch of Amazon's orders that is being read, maybe over several polls. All times are by Amazon's clock. */
export interface OrderWindow {
	/** `updated`: what changed since; `cancelled`: recent orders that are cancelled now, however old their change is. */
	kind: 'updated' | 'cancelled';
	/** Ms since 1970. */
	fromMs: number;
	/** Where the next window begins; known from Amazon's first page. */
	untilMs?: number;
	/** Amazon's token of the next page; it lives 24 hours. */
	token?: string;
	/** How often Amazon has named a page that was already read. */
	repeats?: number;
}

/** How far the trigger has read. Losing it repeats orders and loses none. */
export interface OrderWatchState {
	/** Every change before this (ms since 1970) has been read. */
	sinceMs: number;
	/** When the trigger began to look: cancellations of older orders are none of its business. */
	startMs: number;
	/** When recent cancellations were last looked for. */
	sweptMs: number;
	window?: OrderWindow;
}

/** What the trigger remembers between polls. */
export interface OrderMemory extends OrderWatchState {
	told: ToldRuns;
}

/** Orders turn up in Amazon's list with some delay. */
const OVERLAP_MS = 10 * MINUTE_MS;

/** A cancellation may keep the order's old update time, so recent orders are looked through for it. */
const SWEEP_EVERY_MS = 6 * HOUR_MS;
const SWEEP_BACK_MS = 4 * DAY_MS;

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
