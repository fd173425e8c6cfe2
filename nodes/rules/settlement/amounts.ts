import {
	decimalAdvice,
	decimalExample,
	numberParser,
	requireDecimalStyle,
	type DecimalStyle,
} from '../item/decimalStyle';
import { compare, negate, toWide, type Amount } from '../money/money';
import { Hold, shown } from '../verdict/verdict';
import type { RowReason } from './verdict';

type Style = Exclude<DecimalStyle, 'auto'>;

/** More decimals than this no money has; fewer are kept to the last digit. */
const MOST_DECIMALS = 6;
const parsers: Readonly<Record<Style, ParseText>> = {
	point: signed(numberParser('point')),
	comma: signed(numberParser('comma')),
};

type ParseText = (text: string) => Amount | undefined;

/** Half of a settlement is below 0, and numbers without a sign are read several times faster. */
function signed(parse: ParseText): ParseText {
	return (text) => {
		if (!/^-\d/.test(text)) return parse(text);
		const value = parse(text.slice(1));
		return value === undefined ? undefined : negate(value);
	};
}

/**
 * Reads the amounts of one file, which are all written alike: the first that can be read in one way only says how. Amazon
 * writes them as the country does (`95,00`), and leaves none empty.
 * Source: https://developer-docs.amazon.com/sp-api/changelog/update-deprecation-of-two-payment-settlement-report-types
 */
export class AmountReader {
	private style: Style | undefined;

	/** @throws ConfigError for a decimal style that does not exist */
	constructor(chosen?: DecimalStyle) {
		const style = requireDecimalStyle(chosen);
		this.style = style === 'auto' ? undefined : style;
	}

	/** How the file writes its decimals, as soon as that is known. */
	get decimalStyle(): Style | undefined {
		return this.style;
	}

	/** @param decimals of the file's currency; undefined while that is not known */
	read(text: string, decimals: number | undefined): Amount | Hold<RowReason> {
		const tidy = plainSigns(text);
		if (this.style === undefined) this.style = styleOf(tidy, decimals);
		const value = this.style === undefined ? sameInBoth(tidy) : parsers[this.style](tidy);
		return value === undefined || isTooFine(value) ? this.hold(tidy) : value;
	}

	private hold(text: string): Hold<RowReason> {
		if (text === '') return new Hold('amount-not-a-number', 'the amount is empty');
		const is = `the amount is ${shown(text)}`;
		const { style } = this;
		if (style === undefined && parsers.point(text) !== undefined) {
			return new Hold('amount-in-two-ways', `${is}: ${decimalAdvice('auto', text) ?? twoWays}`);
		}
		const other = style === 'point' ? 'comma' : 'point';
		if (style !== undefined && parsers[other](text) !== undefined) {
			return new Hold('amounts-written-differently', `${is}, but the others have a decimal ${style}`);
		}
		const example = style === undefined ? 'it is no number' : decimalExample(style);
		return new Hold('amount-not-a-number', `${is}: ${example}`);
	}
}

const twoWays =
	'it can be read as thousands or as decimals; choose the Decimal Style of the list in the options';

/** The minus sign of typesetters, marks that say which way a text runs, and spaces that are not the usual one. */
function plainSigns(text: string): string {
	if (/^[\x21-\x7e]*$/.test(text)) return text;
	return text
		.replace(/[\u200e\u200f\u061c]/g, '')
		.replace(/^([-\u2212])\s*/, '-')
		.replace(/[\u2007\u2009]/g, '\u00a0')
		.trim();
}

/** The only style in which it is a number; in a currency without decimals also the only one in which it is a whole one. */
function styleOf(text: string, decimals: number | undefined): Style | undefined {
	const readings = readIn(text);
	if (readings.point === undefined || readings.comma === undefined) return only(readings);
	if (decimals !== 0 || compare(readings.point, readings.comma) === 0) return undefined;
	return only({ point: ifWhole(readings.point), comma: ifWhole(readings.comma) });
}

interface Readings {
	point: Amount | undefined;
	comma: Amount | undefined;
}

function readIn(text: string): Readings {
	return { point: parsers.point(text), comma: parsers.comma(text) };
}

function only({ point, comma }: Readings): Style | undefined {
	if ((point === undefined) === (comma === undefined)) return undefined;
	return point === undefined ? 'comma' : 'point';
}

function ifWhole(value: Amount): Amount | undefined {
	return value.wide === null && value.scale === 0 ? value : undefined;
}

/** Whole numbers without separators, and others that both styles read alike. */
function sameInBoth(text: string): Amount | undefined {
	if (/^-?\d+$/.test(text)) return parsers.point(text);
	const { point, comma } = readIn(text);
	return point !== undefined && comma !== undefined && compare(point, comma) === 0 ? point : undefined;
}

function isTooFine(value: Amount): boolean {
	if (value.wide === null) return value.scale > MOST_DECIMALS;
	const exact = toWide(value);
	return exact.c.length - exact.e - 1 > MOST_DECIMALS;
}
