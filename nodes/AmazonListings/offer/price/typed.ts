import { toPlainNumber, toPlainPercent } from '../../../n8n/forms/numberText';
import { optionalText, toText } from '../../../n8n/params';
import type { Value } from '../../../rules/item/value';
import type { ConfiguredTier, Limit, Modifier } from '../../../rules/price/config';
import { ConfigError } from '../../../rules/verdict/verdict';

/** What people type into the form's fields for prices, as the rules take it. */

const FIELD_NAME = /^[\p{L}_$][^%]*$/u;

/** `+5 %`, `-2.50`, `markup`, `-discount %`. A bare 5 may mean either, so it is refused. */
export function toModifier(typed: string, label = 'Change Price By'): Modifier {
	const allowed = 'a percentage such as +5 %, an amount such as +2.50 or -1, or the name of an input field';
	const [, sign = '', rest = '', percent = ''] = /^\s*([+\-\u2212]?)\s*(.*?)\s*(%?)\s*$/.exec(typed) ?? [];
	const number = toPlainNumber(rest);
	const isUnclear = number !== undefined && (sign === '' ? percent === '' : /^[+-]/.test(rest));
	if (isUnclear || (number === undefined && !FIELD_NAME.test(rest))) {
		throw new ConfigError(label, allowed, typed);
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

/** `EUR>GBP 0.84`, also `EUR to GBP: 0,84`: the pair as the rules name it, and the rate. */
export function toRate(typed: string): [pair: string, rate: string] {
	const [, from = '', to = '', rate = ''] =
		/^([a-z]{3})\s*(?:>|to|-)\s*([a-z]{3})\s*[:=]?\s*(\S+)$/i.exec(typed) ?? [];
	const number = toPlainNumber(rate);
	if (number !== undefined) return [`${from}>${to}`.toUpperCase(), number];
	throw new ConfigError('Exchange Rates', 'a list such as EUR>GBP 0.84; EUR>PLN 4.30', typed);
}

/** `5: 3 %` or `5: 9.50`. */
export function toTier(typed: string): ConfiguredTier {
	const [, quantity = '', value = '', percent = ''] = /^(\d+)\s*:\s*-?\s*(\S+?)\s*(%?)$/.exec(typed) ?? [];
	const number = toPlainNumber(value);
	if (number === undefined) {
		throw new ConfigError('Business Quantity Discounts', 'a list such as 5: 3 %; 10: 5 %, or 5: 9.50', typed);
	}
	return { quantity: Number(quantity), ...(percent === '' ? { price: number } : { percentOff: number }) };
}

/** What is no number is refused by the rules, as it was typed. */
export function toNumberText(typed: unknown): string {
	const text = toText(typed);
	return toPlainNumber(text) ?? text;
}
