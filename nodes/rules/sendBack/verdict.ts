import type { TraceStep } from '../verdict/verdict';

/**
 * Why a shipment, refund or cancellation was not sent. The words are part of the output and never change after
 * release.
 */
export type OrderHoldReason =
	| 'no-order-id'
	| 'order-id-not-amazons'
	| 'order-differs'
	| 'order-unknown'
	| 'amazon-ships-it'
	| 'order-cancelled'
	| 'order-not-paid'
	| 'lines-unreadable'
	| 'no-lines'
	| 'line-not-named'
	| 'line-not-in-order'
	| 'quantity-not-a-number'
	| 'more-than-ordered'
	| 'no-tracking-number'
	| 'tracking-number-unreadable'
	| 'no-carrier'
	| 'ship-date-unreadable'
	| 'ship-date-in-future'
	| 'ship-date-before-purchase'
	| 'package-reference-unreadable'
	| 'repeated-package'
	| 'nothing-left-to-ship'
	| 'already-shipped'
	| 'not-shipped-yet'
	| 'amounts-unknown'
	| 'mixed-currencies'
	| 'currency-differs'
	| 'amount-not-a-number'
	| 'amount-negative'
	| 'amounts-differ'
	| 'refunded-unreadable'
	| 'above-paid'
	| 'nothing-named'
	| 'part-named'
	| 'nothing-to-refund';

/** A decision not to send. `message` is one sentence with the values in it and what to do. */
export class OrderHold {
	constructor(
		readonly reason: OrderHoldReason,
		readonly message: string,
	) {}

	/** This and those of `others` that are holds too: people put everything right at once. This one's word stays. */
	and(...others: readonly unknown[]): OrderHold {
		const holds = [this, ...others.filter((other) => other instanceof OrderHold)];
		const messages = new Set(holds.map(({ message }) => message));
		return new OrderHold(this.reason, [...messages].join('. '));
	}
}

/** What all of them came to, or one hold that says everything which holds some of them. */
export function allOrHold<T>(decisions: ReadonlyArray<T | OrderHold>): T[] | OrderHold {
	const ready: T[] = [];
	const holds: OrderHold[] = [];
	for (const decision of decisions) {
		if (decision instanceof OrderHold) holds.push(decision);
		else ready.push(decision);
	}
	const [first, ...others] = holds;
	return first === undefined ? ready : first.and(...others);
}

/** Amazon has it already: nothing is to be sent, and that is a success. */
export class AlreadyDone {
	constructor(readonly message: string) {}
}

export type SendBackVerdict<C> =
	| { readonly kind: 'change'; readonly change: C; readonly trace: TraceStep[] }
	| { readonly kind: 'done'; readonly message: string; readonly trace: TraceStep[] }
	| {
			readonly kind: 'hold';
			readonly reason: OrderHoldReason;
			readonly message: string;
			readonly trace: TraceStep[];
	  };

/** Takes one decision and keeps the steps it writes down. */
export function toVerdict<C extends object>(
	decide: (trace: TraceStep[]) => C | OrderHold | AlreadyDone,
): SendBackVerdict<C> {
	const trace: TraceStep[] = [];
	const decision = decide(trace);
	if (decision instanceof OrderHold) {
		return { kind: 'hold', reason: decision.reason, message: decision.message, trace };
	}
	if (decision instanceof AlreadyDone) return { kind: 'done', message: decision.message, trace };
	return { kind: 'change', change: decision, trace };
}
