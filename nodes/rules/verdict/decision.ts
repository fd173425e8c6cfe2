import {
	Done,
	Hold,
	type Finding,
	type Item,
	type Recorder,
	type TraceStep,
	type Verdict,
	type VerdictOrDone,
} from './verdict';

/** Takes one decision, writing its steps down only when there is a recorder. */
export type Decide<C, R extends string> = (item: Item, now: number, trace: Recorder) => C | Hold<R>;

/**
 * Rules are pure, so a trace costs nothing until it is read: the same decision is taken again with a recorder.
 * Hence the item must not be changed before its trace is read.
 */
export function verdictOf<C extends object, R extends string>(
	decide: Decide<C, R>,
	item: Item,
	now: number,
): Verdict<C, R> {
	const decision = decide(item, now, null);
	return decision instanceof Hold
		? new Held(decision, decide, item, now)
		: new Changed(decision, decide, item, now);
}

/** The verdict that a look at the whole run puts in the place of an item's own, whose steps still explain it. */
export function overrule<C, R extends string>(
	verdict: Verdict<C, R>,
	{ reason, message }: Hold<R>,
): Verdict<C, R> {
	return {
		kind: 'hold',
		reason,
		message,
		get trace() {
			return verdict.trace;
		},
	};
}

/** Takes one decision about an order at once, with the steps that it writes down. */
export function decided<C extends object, R extends string>(
	decide: (trace: TraceStep[]) => C | Hold<R> | Done,
): VerdictOrDone<C, R> {
	const trace: TraceStep[] = [];
	const decision = decide(trace);
	if (decision instanceof Done) return { kind: 'done', message: decision.message, trace };
	if (!(decision instanceof Hold)) return { kind: 'change', change: decision, trace };
	const { reason, message } = decision;
	return { kind: 'hold', reason, message, trace };
}

class Changed<C, R extends string> {
	readonly kind = 'change';

	constructor(
		readonly change: C,
		private readonly decide: Decide<C, R>,
		private readonly item: Item,
		private readonly now: number,
	) {}

	get trace(): TraceStep[] {
		return traceOf(this.decide, this.item, this.now);
	}
}

class Held<C, R extends string> {
	readonly kind = 'hold';
	readonly reason: R;
	readonly message: string;
	readonly findings: readonly Finding[];

	constructor(
		hold: Hold<R>,
		private readonly decide: Decide<C, R>,
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

function traceOf<C, R extends string>(decide: Decide<C, R>, item: Item, now: number): TraceStep[] {
	const steps: TraceStep[] = [];
	decide(item, now, steps);
	return steps;
}
