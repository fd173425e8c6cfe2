import { MINUTE_MS } from '../../rules/item/timeSpans';

/**
 * How far apart two times of one report may be: where Amazon is given no time it writes down the request's own (seen in
 * amzn/selling-partner-api-docs#580), and of a report in days maybe the midnight after the last second that was asked for.
 */
export function isCloseTo(one: number, other: number): boolean {
	return Math.abs(one - other) <= MINUTE_MS;
}

/** The same marketplaces, in any order. */
export function isSameSet(left: readonly string[], right: readonly string[]): boolean {
	const [ours, theirs] = [new Set(left), new Set(right)];
	return ours.size === theirs.size && [...ours].every((id) => theirs.has(id));
}
