/** One line of "why": the value before and after a rule's step, as the shopkeeper would write it. */
export interface TraceStep {
	step: string;
	before: string;
	after: string;
	note?: string;
	/** The step in the line of all steps, where note and value would not read well. */
	line?: string;
}

/** Why an item was not sent. The words are part of the output and never change after release. */
export type HoldReason =
	| 'no-sku'
	| 'sku-too-long'
	| 'sku-not-allowed'
	| 'unknown-marketplace'
	| 'no-price'
	| 'price-not-a-number'
	| 'price-not-positive'
	| 'no-exchange-rate'
	| 'value-not-a-number'
	| 'value-out-of-range'
	| 'below-floor'
	| 'above-ceiling'
	| 'below-map'
	| 'price-moved-too-far'
	| 'business-price-above-price'
	| 'tiers-invalid'
	| 'outside-bounds'
	| 'no-quantity'
	| 'stock-not-a-number'
	| 'availability-unclear'
	| 'amazon-holds-the-stock'
	| 'channel-unclear'
	| 'stock-sent-once'
	| 'too-many-sold-out'
	| 'unchanged'
	| 'superseded';

/** Something about an item that somebody should look at, and that keeps nothing from being sent. */
export interface Finding {
	code: 'negative-stock' | 'sale-not-sent' | 'last-value-unreadable';
	/** One sentence with the values in it. */
	message: string;
}

/** A decision not to send. `message` is one sentence with the values in it and what to do. */
export class Hold {
	constructor(
		readonly reason: HoldReason,
		readonly message: string,
		readonly findings: readonly Finding[] = [],
	) {}
}

export type Verdict<C> =
	| { readonly kind: 'change'; readonly change: C; readonly trace: TraceStep[] }
	| {
			readonly kind: 'hold';
			readonly reason: HoldReason;
			readonly message: string;
			readonly findings?: readonly Finding[];
			readonly trace: TraceStep[];
	  };

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
