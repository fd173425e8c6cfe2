import { SpApiError, toError, type SpApiErrorFacts } from './errors';
import type { SpApiOperation } from './operations';
import type { Clock, Log, OnWait } from './ports';
import type { Refusal } from './refusal';
import type { Silence } from './silence';
import { decideRetry, mayHaveArrived, type RetryDecision } from './retry';

/** One attempt failed in a way that the retry rule judges. */
export class FailedAttempt extends Error {
	constructor(readonly refusal: Refusal) {
		super(refusal.facts.message);
		this.name = 'FailedAttempt';
	}
}

/** What was thrown, as a failed attempt; `toRefusal` is asked unless it is one already. */
export function toFailedAttempt(error: unknown, toRefusal: () => Refusal): FailedAttempt {
	return error instanceof FailedAttempt ? error : new FailedAttempt(toRefusal());
}

export interface Attempts {
	clock: Clock;
	log: Log;
	operation: Pick<SpApiOperation, 'id' | 'repeat'>;
	giveUpAfterMs: number;
	signal?: AbortSignal;
	silence?: Silence;
	/** Told of every failure that leads to another attempt. */
	onAgain?: (refusal: Refusal, delayMs: number) => void;
	onWait?: OnWait;
	/** Makes the final error; default `SpApiError`. */
	toError?: (facts: SpApiErrorFacts) => Error;
}

/**
 * Sends until it works, it never will, or it took too long. Rejects with the error of the last attempt, which
 * says how often it was tried and whether Amazon may have carried any attempt out.
 */
export async function untilAnswered<T>(attempts: Attempts, send: () => Promise<T>): Promise<T> {
	const { clock, operation, giveUpAfterMs, signal, silence } = attempts;
	let firstFailureMs: number | undefined;
	let arrived = false;
	for (let attempt = 1; ; attempt++) {
		try {
			return await send();
		} catch (error) {
			signal?.throwIfAborted();
			if (!(error instanceof FailedAttempt)) throw toError(error);
			const { failure } = error.refusal;
			const now = clock.now();
			firstFailureMs ??= now;
			arrived ||= mayHaveArrived(failure);
			const elapsedMs = now - firstFailureMs;
			const random = clock.random();
			const { repeat } = operation;
			const leftMs = Math.min(giveUpAfterMs - elapsedMs, silence?.leftMs ?? Infinity);
			const decision = decideRetry({ attempt, leftMs, repeat, failure, random });
			report(attempts, error.refusal, decision, attempt);
			if (!decision.again) throw toFinalError(attempts, error.refusal, decision, attempt, elapsedMs, arrived);
			const { delayMs, reason } = decision;
			attempts.onAgain?.(error.refusal, delayMs);
			attempts.onWait?.({ reason, fromMs: now, untilMs: now + delayMs, nextTry: attempt + 1 });
			await clock.sleep(delayMs, signal);
		}
	}
}

function report({ log }: Attempts, { facts }: Refusal, decision: RetryDecision, attempt: number): void {
	const { operation, status = 0, code = '', requestId = '' } = facts;
	const delayMs = decision.again ? decision.delayMs : 0;
	log(
		decision.again ? 'warn' : 'error',
		`Amazon SP-API: ${operation} ${decision.again ? 'is tried again' : 'failed'}`,
		{
			operation,
			status,
			code,
			requestId,
			attempt,
			reason: decision.reason,
			delayMs,
		},
	);
}

function toFinalError(
	{ toError }: Attempts,
	{ facts }: Refusal,
	{ reason }: RetryDecision,
	attempt: number,
	elapsedMs: number,
	arrived: boolean,
): Error {
	const tried = attempt === 1 ? '' : ` Tried ${attempt} times in ${Math.round(elapsedMs / 1000)} s.`;
	const unsure =
		reason === 'may-have-arrived'
			? ' Amazon may have carried it out all the same, so it was not sent again: look before you repeat it.'
			: '';
	const message = `${facts.message}${tried}${unsure}`;
	const complete = { ...facts, message, mayHaveArrived: arrived };
	return toError?.(complete) ?? new SpApiError(complete);
}
