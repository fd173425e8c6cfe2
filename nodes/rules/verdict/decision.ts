import {
	Hold,
	type Finding,
	type HoldReason,
	type Item,
	type Recorder,
	type TraceStep,
	type Verdict,
} from './verdict';

/** Takes one decision, writing its steps down only when there is a recorder. */
export type Decide<C> = (item: Item, now: number, trace: Recorder) => C | Hold;

/**
 * Rules are pure, so a trace costs nothing until it is read: the same decision is taken again with a recorder.
 * Hence the item must not be changed before its trace is read.
 */
export function verdictOf<C extends object>(decide: Decide<C>, item: Item, now: number): Verdict<C> {
	const decision = decide(item, now, null);
	return decision instanceof Hold
		? new Held(decision, decide, item, now)
		: new Changed(decision, decide, item, now);
}

/** The verdict that a look at the whole run puts in the place of an item's own, whose steps still explain it. */
export function overrule<C>(verdict: Verdict<C>, { reason, message }: Hold): Verdict<C> {
	return {
		kind: 'hold',
		reason,
		message,
		get trace() {
			return verdict.trace;
		},
	};
}

class Changed<C> {
	readonly kind = 'change';

	constructor(
		readonly change: C,
		private readonly decide: Decide<C>,
		private readonly item: Item,
		private readonly now: number,
	) {}

	get trace(): TraceStep[] {
		return traceOf(this.decide, this.item, this.now);
	}
}

class Held<C> {
	readonly kind = 'hold';
	readonly reason: HoldReason;
	readonly message: string;
	readonly findings: readonly Finding[];

	constructor(
		hold: Hold,
		private readonly decide: Decide<C>,
		private readonly item: Item,
		private readonly now: number,
	) {
		this.reason = hold.reason;
		this.message = hold.message;
		this.findings = hold.findings;
	}

	get trace(): TraceStep[] {
		return traceOf(this.decide, this.item, this.now);
	}
}

function traceOf<C>(decide: Decide<C>, item: Item, now: number): TraceStep[] {
	const steps: TraceStep[] = [];
	decide(item, now, steps);
	return steps;
}
