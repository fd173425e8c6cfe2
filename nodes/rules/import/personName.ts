/** A person's name in the two parts that stores keep; the last name of a single word is empty. */
export interface PersonName {
	firstName: string;
	lastName: string;
}

/** Splits a full name before its last word; `Mr. J` and `X` are names too. Spaces of any kind separate. */
export function splitName(name: string): PersonName {
	const words = name.trim().split(/\s+/u);
	const last = words.length > 1 ? (words.at(-1) ?? '') : '';
	return { firstName: (last === '' ? words : words.slice(0, -1)).join(' '), lastName: last };
}
