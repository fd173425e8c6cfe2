import { compilePath, isAbsent } from './attribute';
import { parseDecimal } from '../money/decimalText';
import { amount, compare, HUNDRED, isPositive, ZERO, type Amount } from '../money/money';
import type { Notation } from './notation';
import { ConfigError, Hold, shown, type Item } from '../verdict/verdict';

/** A number written down in the configuration, or the attribute of the item that holds it. */
export type Value = { fixed: string | number } | { attribute: string };

/** What a number may be, and how to say so. */
export interface Range {
	allowed: string;
	accepts: (value: Amount) => boolean;
}

export const ABOVE_ZERO: Range = { allowed: 'a number above 0', accepts: isPositive };
export const ZERO_OR_MORE: Range = {
	allowed: 'a number, 0 or more',
	accepts: (value) => compare(value, ZERO) >= 0,
};
export const PERCENT_OFF: Range = {
	allowed: 'a percentage from 0 to below 100',
	accepts: (value) => compare(value, ZERO) >= 0 && compare(value, HUNDRED) < 0,
};
export const PERCENT: Range = {
	allowed: 'a percentage from 0 to 100',
	accepts: (value) => compare(value, ZERO) >= 0 && compare(value, HUNDRED) <= 0,
};
export const RAISE_PERCENT: Range = {
	allowed: 'a percentage from 0 to 10000',
	accepts: (value) => compare(value, ZERO) >= 0 && compare(value, amount(10000, 0)) <= 0,
};

/** Why a value of an item cannot be used. */
export type ValueReason = 'value-not-a-number' | 'value-out-of-range';

/** The value for one item; undefined when its attribute is empty there. */
export type ReadValue = (item: Item) => Amount | Hold<ValueReason> | undefined;

/** A value's place in the configuration, and what it may be. */
export interface Place {
	field: string;
	range: Range;
}

/** A number of the configuration. @throws ConfigError naming `field` */
export function requireNumber(given: unknown, field: string, range: Range): Amount {
	const value = parseDecimal(given);
	if (value === undefined || !range.accepts(value)) {
		throw new ConfigError(field, `${range.allowed}, written like 1234.50`, given ?? null);
	}
	return value;
}

/** Compiles a value that is written down (checked now) or an item's attribute (checked for each item). */
export function compileValue(value: Value, place: Place, notation: Notation): ReadValue {
	const { field, range } = place;
	const fixed = fixedAmount(value, field, range);
	if (fixed !== undefined || !('attribute' in value)) return () => fixed;
	const { attribute } = value;
	const read = compilePath(attribute, `${field}.attribute`);
	return (item) => {
		const given = read(item);
		if (isAbsent(given)) return undefined;
		const parsed = notation.parseNumber(given);
		if (parsed === undefined) return notANumber(`The field ${attribute}`, given, notation);
		return range.accepts(parsed) ? parsed : outOfRange(attribute, given, range);
	};
}

/** The same, where an item without the value cannot be decided. */
export function compileRequiredValue(
	value: Value,
	place: Place,
	notation: Notation,
): (item: Item) => Amount | Hold<ValueReason> {
	const read = compileValue(value, place, notation);
	const attribute = 'attribute' in value ? value.attribute : '';
	return (item) =>
		read(item) ??
		new Hold(
			'value-not-a-number',
			`The field ${attribute} is empty; fill it in, or write a fixed number in its place`,
		);
}

/** The written-down number, when it is one: it can be worked out ahead. */
export function fixedAmount(value: Value, field: string, range: Range): Amount | undefined {
	if (typeof value !== 'object' || value === null || !('fixed' in value || 'attribute' in value)) {
		throw new ConfigError(field, 'a fixed number or a field', value ?? null);
	}
	return 'fixed' in value ? requireNumber(value.fixed, field, range) : undefined;
}

function notANumber(name: string, given: unknown, { adviceFor }: Notation): Hold<ValueReason> {
	return new Hold('value-not-a-number', `${name} is ${shown(given)}: ${adviceFor(given)}`);
}

function outOfRange(attribute: string, given: unknown, range: Range): Hold<ValueReason> {
	return new Hold(
		'value-out-of-range',
		`The field ${attribute} is ${shown(given)}; it must be ${range.allowed}`,
	);
}
