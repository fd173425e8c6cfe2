import { nameKey } from '../item/nameKey';
import { KIND_LINES } from './kindTable';
import type { SettlementKind } from './kinds';

/** Amazon's three words for what a row is. */
export interface AmazonWords {
	transactionType: string;
	amountType: string;
	description: string;
}

/** The kind of a row; `other` for words that the table does not have. */
export type KindOf = (words: AmazonWords) => SettlementKind;

type Fits = (key: string) => boolean;

interface CompiledLine {
	transaction: Fits;
	amountType: Fits;
	description: Fits;
	kind: SettlementKind;
}

const LINES: readonly CompiledLine[] = KIND_LINES.map(([transaction, amountType, description, kind]) => ({
	transaction: fitting(transaction),
	amountType: fitting(amountType),
	description: fitting(description),
	kind,
}));

/** A file has some dozen combinations, but descriptions may be free text, such as a coupon's name. */
const MOST_REMEMBERED = 2_000;

/** Looks words up in the table, case and punctuation ignored, and remembers what it found: a file repeats itself. */
export function kindFinder(): KindOf {
	const found = new Map<string, SettlementKind>();
	return (words) => {
		const key = `${words.transactionType}\t${words.amountType}\t${words.description}`;
		const known = found.get(key);
		if (known !== undefined) return known;
		const kind = lookUp(words);
		if (found.size < MOST_REMEMBERED) found.set(key, kind);
		return kind;
	};
}

function lookUp({ transactionType, amountType, description }: AmazonWords): SettlementKind {
	const [transaction, type, text] = [transactionType, amountType, description].map(nameKey);
	const line = LINES.find(
		(candidate) =>
			candidate.transaction(transaction ?? '') &&
			candidate.amountType(type ?? '') &&
			candidate.description(text ?? ''),
	);
	return line?.kind ?? 'other';
}

function fitting(words: string): Fits {
	if (words === '*') return () => true;
	const listed = words.split(' | ');
	const whole = new Set(listed.filter((word) => !word.endsWith('*')).map(nameKey));
	const beginnings = listed.filter((word) => word.endsWith('*')).map(nameKey);
	return (key) => whole.has(key) || beginnings.some((beginning) => key.startsWith(beginning));
}
