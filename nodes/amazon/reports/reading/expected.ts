import { nameKey } from '../../../rules/item/nameKey';
import { namesText, type Warnings } from './warnings';

/** The expected columns that are not among a document's headers; capitals and signs do not count. */
export function missingOf(expected: readonly string[], headers: readonly string[]): string[] {
	const keys = new Set(headers.map(nameKey));
	return expected.filter((name) => !keys.has(nameKey(name)));
}

/** Tells a document of another kind than asked, which its columns show. */
export function tellMissing(
	expected: readonly string[],
	missing: readonly string[],
	warnings: Warnings,
): void {
	if (missing.length === 0) return;
	const names = namesText(missing);
	const sentence =
		missing.length === expected.length
			? `The report has none of the columns that it is known by (${names}): it is another report than the one asked for, or its headers are in another language.`
			: `The report lacks columns that it is known by: ${names}. Amazon may have left them out, or it is another report than the one asked for.`;
	warnings.once('missing columns', sentence);
}
