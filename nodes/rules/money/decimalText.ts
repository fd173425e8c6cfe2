import { amount, MAX_SCALE, toWide, wideAmount, type Amount } from './money';
import { roundToDecimals } from './rounding';

/** Longer is no price but an accident; more whole digits than this no shop asks for either. */
const MAX_LENGTH = 40;
const MAX_WHOLE = 1e15;
const PLAIN = /^-?(\d+(\.\d+)?|\.\d+)$/;
const EXTRA_DECIMALS = 6;

/**
 * A number or a plain decimal text (`"1234.50"`, spaces around it allowed) as an exact amount.
 * @returns undefined for everything ambiguous: separators of thousands, decimal commas, units, exponents, other digits
 */
export function parseDecimal(value: unknown): Amount | undefined {
	if (typeof value === 'number') return parseNumber(value);
	if (typeof value !== 'string') return undefined;
	return parseShort(value) ?? parseLong(value.trim());
}

function parseNumber(value: number): Amount | undefined {
	if (!(Math.abs(value) < MAX_WHOLE)) return undefined;
	if (Number.isInteger(value)) return amount(value, 0);
	// Up to 15 digits, dividing back proves that these cents are the number's own shortest decimal form.
	const cents = Math.round(value * 100);
	if (cents / 100 === value && Math.abs(cents) < MAX_WHOLE) return amount(cents, 2);
	return parseShort(String(value)) ?? wideAmount(value);
}

/** Digits with at most one point among them, few enough for safe integers; anything else is left to `parseLong`. */
function parseShort(text: string): Amount | undefined {
	const length = text.length;
	if (length === 0 || length > MAX_SCALE + 1) return undefined;
	let units = 0;
	let point = -1;
	for (let index = 0; index < length; index++) {
		const digit = text.charCodeAt(index) - 48;
		if (digit >= 0 && digit <= 9) units = units * 10 + digit;
		else if (digit === -2 && point === -1) point = index;
		else return undefined;
	}
	if (point === length - 1 || units >= MAX_WHOLE) return undefined;
	return amount(units, point === -1 ? 0 : length - 1 - point);
}

function parseLong(text: string): Amount | undefined {
	if (text.length > MAX_LENGTH || !PLAIN.test(text)) return undefined;
	const short = text.startsWith('-') ? undefined : parseShort(text);
	if (short !== undefined) return short;
	const exact = wideAmount(text);
	if (!toWide(exact).abs().lt(MAX_WHOLE)) return undefined;
	const negative = text.startsWith('-') ? parseShort(text.slice(1)) : undefined;
	return negative === undefined ? exact : amount(-negative.units, negative.scale);
}

/** The amount with exactly the given decimals; one with more of them is rounded half-up. */
export function toFixedText(value: Amount, decimals: number): string {
	const rounded = roundToDecimals(value, decimals);
	if (rounded.wide !== null || rounded.units < 0) return toWide(rounded).toFixed(decimals);
	const digits = String(rounded.units);
	const { scale } = rounded;
	if (scale === 0) return decimals === 0 ? digits : `${digits}.${'0'.repeat(decimals)}`;
	const padded = digits.length > scale ? digits : digits.padStart(scale + 1, '0');
	const whole = padded.length - scale;
	return `${padded.slice(0, whole)}.${padded.slice(whole).padEnd(decimals, '0')}`;
}

/** The amount for a person: at least the currency's decimals, all of a few more, and `…` where it goes on. */
export function toShownText(value: Amount, decimals: number): string {
	if (value.wide === null) {
		let { units, scale } = value;
		for (; scale > decimals && units % 10 === 0; scale -= 1) units /= 10;
		if (scale <= decimals + EXTRA_DECIMALS)
			return toFixedText(amount(units, scale), Math.max(scale, decimals));
	}
	const exact = toWide(value);
	const scale = Math.max(0, exact.c.length - exact.e - 1);
	if (scale <= decimals) return exact.toFixed(decimals);
	const most = decimals + EXTRA_DECIMALS;
	return scale <= most ? exact.toFixed() : `${exact.toFixed(most, 0)}…`;
}
