import { wordsOf } from '../../../rules/item/nameKey';
import type { RowTerms } from './rowTerms';

/** n8n's Data Tables take 63 letters, digits and `_`, a letter first; a number may follow. */
const LONGEST_PLAIN_NAME = 58;

type Naming = Pick<RowTerms, 'headerNames' | 'translateHeaders'>;

/** One header as the rows have it; empty for one that says nothing. */
export function columnName(header: string, { headerNames, translateHeaders }: Naming): string {
	const written = header.trim();
	const name = translateHeaders?.(written) ?? written;
	if (headerNames === 'plain') return plainName(name);
	// Assigned to an object it would vanish, or change what the object is.
	return name === '__proto__' ? 'proto' : name;
}

/** Gives each name out once: the second `name` is `name 2`, and no number meets a name that is there already. */
class Numbering {
	private readonly given = new Set<string>();
	private readonly lastNumbers = new Map<string, number>();

	/** @param names that stay free for whom they belong to */
	constructor(
		private readonly names: ReadonlySet<string>,
		private readonly joint: string,
	) {}

	give(name: string): string {
		const own = this.given.has(name) ? this.next(name) : name;
		this.given.add(own);
		return own;
	}

	private next(name: string): string {
		let number = this.lastNumbers.get(name) ?? 1;
		let next: string;
		do {
			number += 1;
			next = `${name}${this.joint}${number}`;
		} while (this.names.has(next) || this.given.has(next));
		this.lastNumbers.set(name, number);
		return next;
	}
}

/** Names for a header's cells: none is empty, none comes twice. */
export function columnNames(headers: readonly string[], naming: Naming): string[] {
	const names = headers.map((header, index) => columnName(header, naming) || placeName(index, naming));
	return uniqueNames(names, naming);
}

/** The same names, with a number behind each that has been there before. */
export function uniqueNames(names: readonly string[], naming: Naming): string[] {
	const numbering = new Numbering(new Set(names), jointOf(naming));
	return names.map((name) => numbering.give(name));
}

/** Names of the cells beyond a header, up to `count` cells in all. */
export function extraNames(names: readonly string[], count: number, naming: Naming): string[] {
	const places = Array.from({ length: count - names.length }, (_, index) =>
		placeName(names.length + index, naming),
	);
	return uniqueNames([...names, ...places], naming).slice(names.length);
}

function placeName(index: number, naming: Naming): string {
	return `column${jointOf(naming)}${index + 1}`;
}

function jointOf({ headerNames }: Naming): string {
	return headerNames === 'plain' ? '_' : ' ';
}

function plainName(name: string): string {
	const words = wordsOf(name).map(({ key }) => key);
	const plain = words.join('_');
	return (/^\d/.test(plain) ? `n_${plain}` : plain).slice(0, LONGEST_PLAIN_NAME);
}
