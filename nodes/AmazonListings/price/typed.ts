import { toPlainNumber, toPlainPercent } from '../../n8n/numberText';
import { toText } from '../../n8n/params';
import type { Limit, Modifier, Value } from '../../rules/priceConfig';
import { ConfigError } from '../../rules/verdict';

/** What people type into the form's fields for prices, as the rules take it. */

const FIELD_NAME = /^[\p{L}_$][^%]*$/u;

export function optionalText(value: unknown): string | undefined {
	const text = toText(value).trim();
	return text === '' ? undefined : text;
}

/** `+5 %`, `-2.50`, `markup`, `-discount %`. A bare 5 may mean either, so it is refused. */
export function toModifier(typed: string): Modifier {
	const allowed = 'a percentage such as +5 %, an amount such as +2.50 or -1, or the name of an input field';
	const [, sign = '', rest = '', percent = ''] = /^\s*([+\-\u2212]?)\s*(.*?)\s*(%?)\s*$/.exec(typed) ?? [];
	const number = toPlainNumber(rest);
	const isUnclear = number !== undefined && (sign === '' ? percent === '' : /^[+-]/.test(rest));
	if (isUnclear || (number === undefined && !FIELD_NAME.test(rest))) {
		throw new ConfigError('Change Price By', allowed, typed);
	}
	const direction = sign === '' || sign === '+' ? 'add' : 'subtract';
	return {
		kind: `${direction}${percent === '' ? 'Fixed' : 'Percent'}`,
		value: number === undefined ? { attribute: rest } : { fixed: number },
	};
}

/** A number, or else the name of a field. */
export function toValue(typed: unknown, label: string): Value {
	const text = optionalText(typed) ?? '';
	const number = toPlainPercent(text);
	if (number !== undefined) return { fixed: number };
	if (FIELD_NAME.test(text)) return { attribute: text };
	throw new ConfigError(label, 'a number such as 5 or 1.5, or the name of an input field', text);
}

export function toLimit(typed: unknown, label: string): Limit | undefined {
	const text = optionalText(typed);
	if (text === undefined) return undefined;
	const percent = text.endsWith('%') ? toPlainPercent(text) : undefined;
	if (percent !== undefined) return { percentOfSource: percent };
	const number = toPlainNumber(text);
	if (number !== undefined) return { fixed: number };
	if (FIELD_NAME.test(text)) return { attribute: text };
	const allowed = 'an amount such as 9.99, a percentage such as 80 %, or the name of an input field';
	throw new ConfigError(label, allowed, text);
}

/** What is no number is refused by the rules, as it was typed. */
export function toNumberText(typed: unknown): string {
	const text = toText(typed);
	return toPlainNumber(text) ?? text;
}

/** The same, where a percent sign may follow. */
export function toPercentText(typed: unknown): string {
	const text = toText(typed);
	return toPlainPercent(text) ?? text;
}
