import { decimalAdvice, numberParser } from '../../../rules/item/decimalStyle';
import type { Amount } from '../../../rules/money/money';
import type { RowNotation } from './rowNotation';

const NUMBER_START = /^-?[\d.,]/;

/**
 * The number that a cell is. Amazon writes points in marketplaces with commas, too: there `12.99` is a number all the
 * same, and `1.299` is in doubt.
 */
export function readNumber(
	text: string,
	decimals: RowNotation['decimals'] = undefined,
): Amount | 'ambiguous' | undefined {
	if (!NUMBER_START.test(text)) return undefined;
	if (decimals !== 'point' && decimalAdvice('auto', text) !== undefined) return 'ambiguous';
	return numberParser(decimals ?? 'auto')(text) ?? numberParser('auto')(text);
}
