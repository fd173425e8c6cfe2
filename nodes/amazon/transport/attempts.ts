import { SpApiError, toError, type SpApiErrorFacts } from './errors';
import type { SpApiOperation } from './operations';
import type { Clock, Log, OnWait, Wait } from './ports';
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
	const { clock, signal } = attempts;
	const failures = new Failures(attempts);
	for (;;) {
		try {
			return await send();
		} catch (error) {
			signal?.throwIfAborted();
			if (!(error instanceof FailedAttempt)) throw toError(error);
			const decision = failures.judge(error.refusal);
			if (!decision.again) throw failures.toFinalError(error.refusal, decision.reason);
			await clock.sleep(decision.delayMs, signal);
		}
	}
}

/** What is known of the attempts that failed. */
class Failures {
	private attempt = 0;
	private firstMs: number | undefined;
	private elapsedMs = 0;
	/** Whether Amazon may have carried any of them out. */
	private arrived = false;

	constructor(private readonly attempts: Attempts) {}

	/** Counts a failure, decides whether there is another attempt, and tells everybody. */
	judge(refusal: Refusal): RetryDecision {
		const { clock, operation, giveUpAfterMs, silence } = this.attempts;
		const now = clock.now();
		this.attempt += 1;
		this.firstMs ??= now;
		this.elapsedMs = now - this.firstMs;
		this.arrived ||= mayHaveArrived(refusal.failure);
		const decision = decideRetry({
			attempt: this.attempt,
			leftMs: Math.min(giveUpAfterMs - this.elapsedMs, silence?.leftMs ?? Infinity),
			repeat: operation.repeat,
			failure: refusal.failure,
			random: clock.random(),
		});
		this.report(refusal, decision);
		if (decision.again) this.tellWait(refusal, { ...decision, fromMs: now });
		return decision;
	}

	private tellWait(
		refusal: Refusal,
		{ reason, delayMs, fromMs }: Pick<Wait, 'reason' | 'fromMs'> & { delayMs: number },
	): void {
		const { onAgain, onWait } = this.attempts;
		onAgain?.(refusal, delayMs);
		onWait?.({ reason, fromMs, untilMs: fromMs + delayMs, nextTry: this.attempt + 1 });
	}

	private report({ facts }: Refusal, decision: RetryDecision): void {
		const { operation, status = 0, code = '', requestId = '' } = facts;
		const { again, reason } = decision;
		const delayMs = decision.again ? decision.delayMs : 0;
		const about = { operation, status, code, requestId, attempt: this.attempt, reason, delayMs };
		const outcome = again ? 'is tried again' : 'failed';
		this.attempts.log(again ? 'warn' : 'error', `Amazon SP-API: ${operation} ${outcome}`, about);
	}

	toFinalError({ facts }: Refusal, reason: RetryDecision['reason']): Error {
		const seconds = Math.round(this.elapsedMs / 1000);
		const tried = this.attempt === 1 ? '' : ` Tried ${this.attempt} times in ${seconds} s.`;
		const unsure =
			reason === 'may-have-arrived'
				? ' Amazon may have carried it out all the same, so it was not sent again: look before you repeat it.'
				: '';
		const complete = { ...facts, message: `${facts.message}${tried}${unsure}`, mayHaveArrived: this.arrived };
		return this.attempts.toError?.(complete) ?? new SpApiError(complete);
	}
}
