import { singleLine } from '../fields';
import { nameKey, wordsOf, type Word } from '../../item/nameKey';

/** A carrier as Amazon takes it. */
export interface FoundCarrier {
	/** Amazon's carrier code. */
	code: string;
	/** The code again, or with the code `Other` the name to go along, at most 50 characters. */
	name: string;
	/** Whether the name was found in the tables. */
	known: boolean;
	/** What followed the carrier in the name: `Ground` in `UPS Ground`. */
	method?: string;
}

export type FindCarrier = (name: string) => FoundCarrier;

/** Amazon's code for every carrier that has none. */
export const OTHER_CARRIER = 'Other';
/** Amazon's limit for `CarrierName` and `ShippingMethod`. */
export const MAX_CARRIER_TEXT = 50;
/** Shorter names begin too many others: `DX`, `AO`. */
const MIN_PREFIX = 3;

/**
 * Compiles the search for a carrier by the name a store gives it. Case, punctuation, spaces and accents are ignored. The
 * whole name counts first; then the longest beginning, in whole words, that is an alias or a code with aliases: other
 * codes are too much like everyday words (`Target`, `Pilot`) to be found inside a longer name.
 * @param codes Amazon's carrier codes
 * @param aliases code -> other names of the carrier
 * @returns a function that never throws; what is unknown is `Other` with the name
 */
export function createCarrierFinder(
	codes: readonly string[],
	aliases: Readonly<Record<string, readonly string[]>>,
): FindCarrier {
	const named = Object.entries(aliases).flatMap(([code, names]) =>
		[...names, code].map((name): [string, string] => [nameKey(name), code]),
	);
	const all = new Map([...codes.map((code): [string, string] => [nameKey(code), code]), ...named]);
	const brands = new Map(named.filter(([, code]) => code !== OTHER_CARRIER));
	return (name) => {
		const text = singleLine(name, Infinity);
		const words = wordsOf(text);
		for (let count = words.length; count > 0; count--) {
			const key = joinKeys(words, count);
			const isWhole = count === words.length;
			const code = isWhole ? all.get(key) : key.length >= MIN_PREFIX ? brands.get(key) : undefined;
			if (code !== undefined) return toFound(code, text, restFrom(text, words[count]));
		}
		return { code: OTHER_CARRIER, name: singleLine(text, MAX_CARRIER_TEXT), known: false };
	};
}

function toFound(code: string, text: string, method: string): FoundCarrier {
	const name = code === OTHER_CARRIER ? singleLine(text, MAX_CARRIER_TEXT) : code;
	return { code, name, known: true, ...(method === '' ? {} : { method }) };
}

function joinKeys(words: readonly Word[], count: number): string {
	return words
		.slice(0, count)
		.map(({ key }) => key)
		.join('');
}

/** The text from a word on; a bracket that was opened before it is not closed in it. */
function restFrom(text: string, word: Word | undefined): string {
	const rest = word === undefined ? '' : text.slice(word.start);
	return /^[^(]*\)$/.test(rest) ? rest.slice(0, -1) : rest;
}
