import { NETWORK_FAULTS } from '../tables/errorHints';
import type { SpApiOperation } from './operations';

/** How a call failed: Amazon answered with a status, or no usable answer came. */
export type Failure =
	| { kind: 'status'; status: number; retryAfterMs?: number }
	| { kind: 'network'; code: string; mayHaveArrived: boolean };

export interface RetryQuestion {
	/** 1 after the first attempt. */
	attempt: number;
	/** How much longer it may be tried. */
	leftMs: number;
	repeat: SpApiOperation['repeat'];
	failure: Failure;
	/** Evenly distributed in [0, 1). */
	random: number;
}

export type RetryDecision =
	| { again: true; delayMs: number; reason: 'throttled' | 'server-fault' | 'no-answer' }
	| { again: false; reason: 'refused' | 'may-have-arrived' | 'gave-up' };

const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 60_000;

/** Whether a failed call is sent again, when, and why (not). */
export function decideRetry(question: RetryQuestion): RetryDecision {
	const { failure, repeat, leftMs } = question;
	const reason = passingReason(failure);
	if (reason === undefined) return { again: false, reason: 'refused' };
	if (repeat === 'onlyIfNotReceived' && mayHaveArrived(failure)) {
		return { again: false, reason: 'may-have-arrived' };
	}
	const delayMs = toDelayMs(question);
	if (delayMs > leftMs) return { again: false, reason: 'gave-up' };
	return { again: true, delayMs, reason };
}

/** A gateway's words for "something happened, and I do not know what". */
const UNSURE = [408, 409, 425, 499];

/** Whether Amazon may have carried the call out. A refusal (4xx) says that it did not; a redirection says nothing. */
export function mayHaveArrived(failure: Failure): boolean {
	return failure.kind === 'network'
		? failure.mayHaveArrived
		: failure.status >= 500 || failure.status < 400 || UNSURE.includes(failure.status);
}

/** Why the same call may work later; `undefined` when it never will. */
function passingReason(failure: Failure): 'throttled' | 'server-fault' | 'no-answer' | undefined {
	if (failure.kind === 'network') return NETWORK_FAULTS[failure.code]?.lasting ? undefined : 'no-answer';
	if (failure.status === 429) return 'throttled';
	// 501 and the like say that the call itself is not supported.
	if ([408, 500, 502, 503, 504].includes(failure.status)) return 'server-fault';
	return undefined;
}

/** Full jitter: callers that failed together do not come back together. Never sooner than Retry-After. */
function toDelayMs({ attempt, failure, random }: RetryQuestion): number {
	const ceilingMs = Math.min(FIRST_BACKOFF_MS * 2 ** (attempt - 1), LONGEST_BACKOFF_MS);
	const retryAfterMs = failure.kind === 'status' ? (failure.retryAfterMs ?? 0) : 0;
	return Math.max(Math.round(random * ceilingMs), retryAfterMs);
}

/** `Retry-After` in ms: seconds or an HTTP date; `undefined` when there is none to be had. */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | undefined {
	if (header === undefined || header.trim() === '') return undefined;
	const seconds = Number(header);
	const delayMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - nowMs;
	return Number.isFinite(delayMs) ? Math.max(0, Math.ceil(delayMs)) : undefined;
}
