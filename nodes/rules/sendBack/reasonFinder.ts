import { ConfigError, type TraceStep } from '../verdict/verdict';
import {
	ADJUSTMENT_REASON_CODES,
	CANCEL_REASON_CODES,
	type AdjustmentReason,
	type CancelReason,
} from './reasons';
import { optionalText } from './fields';
import { ADJUSTMENT_WORDS, CANCEL_WORDS, type ReasonWords } from './reasonWords';
import { nameKey } from '../item/nameKey';

export interface ReasonConfig<R> {
	/** The store's own words -> Amazon's reasons; they win over the built-in ones. */
	reasons?: Readonly<Record<string, R>>;
	/** For words nobody knows, and where no reason is given. */
	defaultReason?: R;
}

/**
 * Amazon's reason for the first of some texts that is there: Amazon's own code, a known word, else the default.
 * @param instead the reason where no text is there; left out, the default
 */
export type ReadReason<R> = (given: readonly unknown[], trace: TraceStep[], instead?: R) => R;

/**
 * An unknown reason becomes `GeneralAdjustment`: `NoInventory` would claim a lack of stock that nobody named, and
 * `BuyerCanceled` a wish of the buyer.
 * @throws ConfigError naming the field
 */
export function compileCancelReason(config: ReasonConfig<CancelReason>): ReadReason<CancelReason> {
	return compileReason(
		{ codes: CANCEL_REASON_CODES, words: CANCEL_WORDS, standard: 'GeneralAdjustment' },
		config,
	);
}

/**
 * An unknown reason becomes `CustomerReturn`, what most refunds are for.
 * @throws ConfigError naming the field
 */
export function compileAdjustmentReason(
	config: ReasonConfig<AdjustmentReason>,
): ReadReason<AdjustmentReason> {
	return compileReason(
		{ codes: ADJUSTMENT_REASON_CODES, words: ADJUSTMENT_WORDS, standard: 'CustomerReturn' },
		config,
	);
}

/** Amazon's reasons for something, what stores call them, and the one for whatever nobody knows. */
interface KnownReasons<R extends string> {
	codes: readonly R[];
	words: ReasonWords<R>;
	standard: R;
}

function compileReason<R extends string>(
	{ codes, words, standard }: KnownReasons<R>,
	config: ReasonConfig<R>,
): ReadReason<R> {
	const fallback = requireReason(config.defaultReason ?? standard, codes, 'defaultReason');
	const byKey = new Map<string, R>(codes.map((code) => [nameKey(code), code]));
	for (const code of codes) {
		const known = (words[code] ?? []).flatMap((line) => line.split(' | '));
		for (const word of known) byKey.set(nameKey(word), code);
	}
	for (const [word, code] of Object.entries(config.reasons ?? {})) {
		byKey.set(nameKey(word), requireReason(code, codes, `reasons.${word}`));
	}
	return (given, trace, instead) => {
		const text = given.map(optionalText).find((word) => word !== undefined);
		const found = text === undefined ? instead : byKey.get(nameKey(text));
		const note = found !== undefined ? {} : { note: 'the default' };
		trace.push({ step: 'reason', before: text ?? 'none', after: found ?? fallback, ...note });
		return found ?? fallback;
	};
}

function requireReason<R extends string>(given: unknown, codes: readonly R[], field: string): R {
	const code = codes.find((known) => known === given);
	if (code === undefined) throw new ConfigError(field, `one of ${codes.join(', ')}`, given);
	return code;
}
