/** A run of letters and digits, and where it stands in the text. */
export interface Word {
	key: string;
	start: number;
	end: number;
}

/** The words of a name as keys: case, accents and everything between them ignored; all scripts count. */
export function wordsOf(text: string): Word[] {
	return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
		key: foldLetters(match[0]),
		start: match.index,
		end: match.index + match[0].length,
	}));
}

/** What two spellings of a name share: `U.S.P.S.` and `usps`, `Colis Privé` and `COLIS-PRIVE`. */
export function nameKey(text: string): string {
	return wordsOf(text)
		.map(({ key }) => key)
		.join('');
}

function foldLetters(word: string): string {
	return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
