import { toIsoText } from './cellDates';
import { readNumber } from './cellNumbers';
import type { RowNotation } from './rowNotation';
import type { CellValue } from './rowTerms';
import type { Warnings } from './warnings';

/**
 * Columns that are text whatever stands in them: names, ids and numbers that nobody adds up, by the words of Amazon's
 * headers in its marketplaces' languages.
 */
const TEXT_COLUMN =
	/sku|asin|isbn|\bean\b|upc|gtin|barcode|phone|telef|fax|postal|post-?code|postcode|plz|postleit|\bcap\b|\bcp\b|zip|\bids?\b|[_-]ids?$|\Bid$|nummer|num[ée]ro|n[uú]mero|number(?![ _-]?of)|code|c[óo]di|c[óo]dig|tracking|reference|referen[zc]|name|titel|title|t[íi]tulo|titre|titolo|descri|beschreib|address|adress|direcc|indirizzo|street|comment|note|番号|電話|コード|名/i;
/** Where a date may be written with a year of two digits; elsewhere `10-11-12` is a size or a number. */
const DATE_COLUMN = /date|datum|data|fecha|time|zeit|hora|heure|day|tag|日/i;
const SHORT_YEAR = /^\d{1,2}[-/]\d{1,2}[-/]\d{2}(?!\d)/;

/** `007`, and `0,5` beside it is none. */
const LEADING_ZERO = /^-?0\d/;
/** A decimal of so many digits comes out of a JSON number as it went in; a whole number of more is an id or a barcode. */
const EXACT_BELOW = 1e15;
const WHOLE_BELOW = 1e9;

/** Makes the values of one column of its texts. */
export type TypeCell = (text: string) => CellValue;

const AS_TEXT: TypeCell = (text) => text;

/**
 * Numbers as JSON numbers where their digits survive that, dates as ISO 8601; everything else, and what can be read in two
 * ways, stays the text that it is. `warnings` hears of the latter.
 */
export function cellTyper(column: string, notation: RowNotation, warnings: Warnings): TypeCell {
	if (TEXT_COLUMN.test(column)) return AS_TEXT;
	const isDateColumn = DATE_COLUMN.test(column);
	return remembering((text) => {
		const number = toNumber(text, notation);
		if (typeof number === 'number') return number;
		const isDate = number === undefined && (isDateColumn || !SHORT_YEAR.test(text));
		const date = isDate ? toIsoText(text, notation.dates) : number;
		if (date !== 'ambiguous') return date?.iso ?? text;
		warnings.once('ambiguous', inDoubt(column));
		return text;
	});
}

/** Many cells say what the one above them says. */
function remembering(type: TypeCell): TypeCell {
	let lastText = '';
	let lastValue: CellValue = '';
	return (text) => {
		if (text === lastText) return lastValue;
		lastText = text;
		lastValue = type(text);
		return lastValue;
	};
}

function toNumber(text: string, { decimals }: RowNotation): number | 'ambiguous' | undefined {
	if (LEADING_ZERO.test(text)) return undefined;
	const value = readNumber(text, decimals);
	if (value === undefined || value === 'ambiguous') return value;
	const { units, scale, wide } = value;
	if (wide !== null || Math.abs(units) >= (scale === 0 ? WHOLE_BELOW : EXACT_BELOW)) return undefined;
	// Both are exact, so that the quotient is the number that the text itself would become.
	return units / 10 ** scale;
}

function inDoubt(column: string): string {
	return `Some numbers or dates can be read in two ways, first in column "${column}"; they stay as they are written.`;
}
