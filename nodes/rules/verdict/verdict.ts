/** One line of "why": the value before and after a rule's step, as the shopkeeper would write it. */
export interface TraceStep {
	step: string;
	before: string;
	after: string;
	note?: string;
	/** The step in the line of all steps, where note and value would not read well; empty where it is not worth a word. */
	line?: string;
}

/** Something that somebody should look at, and that keeps nothing from going on. */
export interface Finding<C extends string = string> {
	code: C;
	/** One sentence with the values in it. */
	message: string;
}

/** Why something does not go on. */
export interface Reasoned<R extends string> {
	/** One word that workflows branch on: part of the output, it never changes after release. */
	readonly reason: R;
	/** One sentence with the values in it and what to do. */
	readonly message: string;
}

/** A decision not to go on. Each room of the rules names its own reasons. */
export class Hold<R extends string = string> implements Reasoned<R> {
	constructor(
		readonly reason: R,
		readonly message: string,
		readonly findings: readonly Finding[] = [],
	) {}

	/** This and those of `others` that are holds too: people put everything right at once. This one's word stays. */
	and(...others: readonly unknown[]): Hold<R> {
		const holds = others.filter((other): other is Hold => other instanceof Hold);
		const messages = new Set([this, ...holds].map(({ message }) => message));
		return new Hold(this.reason, [...messages].join('. '), this.findings);
	}
}

/** What all of them came to, or one hold that says everything which holds some of them. */
export function allOrHold<T, R extends string>(decisions: ReadonlyArray<T | Hold<R>>): T[] | Hold<R> {
	const ready: T[] = [];
	const holds: Array<Hold<R>> = [];
	for (const decision of decisions) {
		if (decision instanceof Hold) holds.push(decision);
		else ready.push(decision);
	}
	const [first, ...others] = holds;
	return first === undefined ? ready : first.and(...others);
}

/** The other side has it already: nothing is to be sent, and that is a success. */
export class Done {
	constructor(readonly message: string) {}
}

/** What every verdict has: the steps that led to it. */
export interface Traced {
	readonly trace: TraceStep[];
}

/** What a rule decides: a change to be made, or the reason against it. */
export type Verdict<C, R extends string = string> = Traced &
	(
		| { readonly kind: 'change'; readonly change: C }
		| ({ readonly kind: 'hold'; readonly findings?: readonly Finding[] } & Reasoned<R>)
	);

/** The same, where the change may be made already. */
export type VerdictOrDone<C, R extends string = string> =
	Verdict<C, R> | (Traced & { readonly kind: 'done'; readonly message: string });

/** Collects the steps of one decision; null while nobody asks for the trace. */
export type Recorder = TraceStep[] | null;

/** One product as the store gives it. */
export type Item = Record<string, unknown>;

/** Bad configuration: `field` is the path inside the configuration, `allowed` what may stand there. */
export class ConfigError extends Error {
	constructor(
		readonly field: string,
		readonly allowed: string,
		readonly given?: unknown,
	) {
		super(`${field}${given === undefined ? '' : ` is ${shown(given)}, but it`} must be ${allowed}`);
		this.name = 'ConfigError';
	}
}

/** Does some work; a `ConfigError` of it comes out with the name that a form gives to the field. */
export function withFieldNames<T>(nameOf: (field: string) => string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw error instanceof ConfigError ? renamed(error, nameOf(error.field)) : error;
	}
}

function renamed({ allowed, given }: ConfigError, field: string): ConfigError {
	return new ConfigError(field, allowed, given);
}

/** A value as a sentence can carry it: quoted, and cut when long. */
export function shown(value: unknown): string {
	const text = typeof value === 'string' ? `"${value}"` : plainText(value);
	return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** A value as it is, without quotes; never throws. */
export function plainText(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value);
	return Array.isArray(value) ? 'a list' : 'an object';
}
