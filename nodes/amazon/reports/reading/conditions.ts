import { parseMoment } from '../../../rules/item/moment';
import { compare } from '../../../rules/money/money';
import { parseDecimal } from '../../../rules/money/decimalText';
import { ConfigError } from '../../../rules/verdict/verdict';
import { toIsoMoment } from './cellDates';
import { readNumber } from './cellNumbers';
import type { RowNotation } from './rowNotation';

/**
 * What a cell of a column must be for its row to be kept; capitals do not count. `from` and `to` belong to the range: both
 * plain decimal numbers, or both ISO 8601 dates (a day as `to` counts to its end). A cell that is no such thing, or that
 * can be read in two ways, is not in the range.
 */
export type Condition = { readonly column: string } & (
	| { readonly equals: string }
	| { readonly contains: string }
	| { readonly from?: string; readonly to?: string }
);

/** Whether a cell is what is wanted. */
export type Test = (cell: string) => boolean;

/** @throws ConfigError for a bound that is neither a number nor a date */
export function compileCondition(condition: Condition, notation: RowNotation = {}): Test {
	if ('equals' in condition) {
		const wanted = folded(condition.equals.trim());
		return (cell) => folded(cell) === wanted;
	}
	if ('contains' in condition) {
		const wanted = folded(condition.contains.trim());
		return (cell) => folded(cell).includes(wanted);
	}
	return rangeTest([condition.from ?? '', condition.to ?? ''], notation);
}

function rangeTest(bounds: readonly [string, string], notation: RowNotation): Test {
	const given = bounds.filter((bound) => bound.trim() !== '');
	if (given.length === 0) throw new ConfigError('keepWhere', 'a range with a beginning or an end');
	if (given.every((bound) => parseDecimal(bound) !== undefined)) return numberTest(bounds, notation);
	const wrong = given.find((bound) => parseMoment(bound, 'start') === undefined);
	if (wrong === undefined) return dateTest(bounds, notation);
	throw new ConfigError('keepWhere', 'a range of two numbers or of two dates', wrong);
}

function numberTest([from, to]: readonly [string, string], { decimals }: RowNotation): Test {
	const low = parseDecimal(from);
	const high = parseDecimal(to);
	if (low !== undefined && high !== undefined && compare(low, high) > 0) throw reversed(from);
	return (cell) => {
		const value = readNumber(cell, decimals);
		if (value === undefined || value === 'ambiguous') return false;
		const isHighEnough = low === undefined || compare(value, low) >= 0;
		return isHighEnough && (high === undefined || compare(value, high) <= 0);
	};
}

function dateTest([from, to]: readonly [string, string], { dates }: RowNotation): Test {
	const first = parseMoment(from, 'start') ?? -Infinity;
	const end = parseMoment(to, 'end') ?? Infinity;
	const last = /^\d{4}-\d{2}-\d{2}$/.test(to.trim()) ? end - 1 : end;
	if (first > last) throw reversed(from);
	return (cell) => {
		const moment = toIsoMoment(cell, dates);
		return moment !== undefined && moment >= first && moment <= last;
	};
}

/** No cell is in such a range. */
function reversed(from: string): ConfigError {
	return new ConfigError('keepWhere', 'a range whose beginning is not after its end', from);
}

function folded(text: string): string {
	return text.toLowerCase();
}
