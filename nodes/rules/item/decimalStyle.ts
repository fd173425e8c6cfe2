import { parseDecimal } from '../money/decimalText';
import type { Amount } from '../money/money';
import { ConfigError } from '../verdict/verdict';

/** How a list writes its decimals: `auto` takes plain decimal points and nothing that can be read in two ways. */
export type DecimalStyle = 'auto' | 'point' | 'comma';

/** A number of an item, or undefined when it is none in this style. Numbers that are no texts are never in doubt. */
export type ParseNumber = (value: unknown) => Amount | undefined;

interface Written {
	parse: ParseNumber;
	/** How to write it. */
	example: string;
}

/** Longer is no number of a shop; see `parseDecimal`. */
const MAX_LENGTH = 40;
/** 1.299 is a good price with a decimal point, and a thousand more with a decimal comma; 0.299 and 1234.500 are clear. */
const AMBIGUOUS = /^-?[1-9]\d{0,2}\.\d{3}$/;
/** Thousands in groups of three, or as India writes them; one separator throughout. */
const POINT =
	/^-?(?:[1-9]\d{0,2}([,'’ \u00a0\u202f])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?$/;
const COMMA = /^-?(?:[1-9]\d{0,2}([.'’ \u00a0\u202f])\d{3}(?:\1\d{3})*|\d*)(?:,\d+)?$/;

const WRITTEN: Readonly<Record<DecimalStyle, Written>> = {
	auto: {
		parse: (value) => {
			const parsed = parseDecimal(value);
			// The scale is a quick test: almost no number has three decimals.
			return parsed?.scale === 3 && isAmbiguous(value) ? undefined : parsed;
		},
		example: 'write it with digits and a decimal point only, like 1234.50',
	},
	point: {
		parse: (value) => parseDecimal(value) ?? parseGrouped(value, POINT, /[,'’\s]/g),
		example: 'write it with a decimal point, like 1234.50 or 1,234.50',
	},
	comma: {
		parse: (value) =>
			typeof value === 'string' ? parseGrouped(value, COMMA, /[.'’\s]/g) : parseDecimal(value),
		example: 'write it with a decimal comma, like 1234,50 or 1.234,50',
	},
};

/** @throws ConfigError for another style */
export function requireDecimalStyle(style: DecimalStyle | undefined): DecimalStyle {
	if (style === undefined) return 'auto';
	if (Object.hasOwn(WRITTEN, style)) return style;
	throw new ConfigError('decimalStyle', `one of ${Object.keys(WRITTEN).join(', ')}`, style);
}

export function numberParser(style: DecimalStyle): ParseNumber {
	return WRITTEN[style].parse;
}

/** What to do about a text that is held because it can be read in two ways; undefined for any other. */
export function decimalAdvice(style: DecimalStyle, given: unknown): string | undefined {
	if (style !== 'auto' || !isAmbiguous(given)) return undefined;
	return 'it can be read as thousands or as decimals; choose the Decimal Style of the list in the options';
}

/** Either separator before three digits; in a rate even the style's own thousands are more likely decimals. */
const AMBIGUOUS_RATE = /^[1-9]\d{0,2}([.,])\d{3}$/;
const DECIMAL_SEPARATOR: Readonly<Record<DecimalStyle, string>> = { auto: '', point: '.', comma: ',' };

/**
 * An exchange rate. Rates come from banks and services that write them their own way, whatever the list does: 1.085 is no
 * thousand because the list has decimal commas. Only the style's own decimals are clear.
 */
export function rateParser(style: DecimalStyle): ParseNumber {
	const parse = numberParser(style);
	return (value) => (isAmbiguousRate(style, value) ? undefined : parse(value));
}

/** What to do about a text that is no rate. */
export function rateAdvice(style: DecimalStyle, given: unknown): string {
	if (!isAmbiguousRate(style, given)) return decimalExample(style);
	const example = style === 'comma' ? '1,0850' : '1.0850';
	return `it can be read as thousands or as decimals; write it with four decimals, like ${example}`;
}

function isAmbiguousRate(style: DecimalStyle, value: unknown): boolean {
	if (typeof value !== 'string' || value.length > MAX_LENGTH) return false;
	const separator = AMBIGUOUS_RATE.exec(value.trim())?.[1];
	return separator !== undefined && separator !== DECIMAL_SEPARATOR[style];
}

/** How numbers of this style are written. */
export function decimalExample(style: DecimalStyle): string {
	return WRITTEN[style].example;
}

function isAmbiguous(value: unknown): boolean {
	return typeof value === 'string' && value.length <= MAX_LENGTH && AMBIGUOUS.test(value.trim());
}

function parseGrouped(value: unknown, pattern: RegExp, separators: RegExp): Amount | undefined {
	if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined;
	const text = value.trim();
	return pattern.test(text) ? parseDecimal(text.replace(separators, '').replace(',', '.')) : undefined;
}
