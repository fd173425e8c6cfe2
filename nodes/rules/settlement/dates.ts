import { toIso, toIsoDate } from '../item/moment';

/**
 * `posted-date-time` has the year first and names UTC; `posted-date` is MM/DD/YY, says Amazon, and DD/MM/YY in published
 * files. Other columns have day, month and year between points, slashes or hyphens.
 * Source: https://developer-docs.amazon.com/sp-api/changelog/update-deprecation-of-two-payment-settlement-report-types
 */
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:$|[T ]+(?=\d))/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:$|[T ]+(?=\d))/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/;

interface Day {
	year: number;
	month: number;
	day: number;
}

/**
 * A date of a settlement as ISO 8601: a day (`2026-11-11`), a moment in UTC, or a time without a zone where Amazon names none.
 * @returns undefined when it is no date, or one that can be read in two ways, such as `05/06/2026`
 */
export function isoDateOf(text: string): string | undefined {
	const first = YEAR_FIRST.exec(text);
	const match = first ?? YEAR_LAST.exec(text);
	if (match === null) return undefined;
	const day = first === null ? yearLast(match) : dayOf(match[1], match[3], match[4]);
	if (day === undefined) return undefined;
	const rest = text.slice(match[0].length);
	return rest === '' ? isoDay(day) : withTime(day, rest);
}

/** With points the day comes first everywhere; with slashes and hyphens only the numbers can tell. */
function yearLast([, one, separator, two, year]: RegExpExecArray): Day | undefined {
	const dayFirst = dayOf(year, two, one);
	if (separator === '.') return dayFirst;
	const monthFirst = dayOf(year, one, two);
	if (dayFirst === undefined || monthFirst === undefined) return dayFirst ?? monthFirst;
	return one === two ? dayFirst : undefined;
}

function dayOf(year: unknown, month: unknown, day: unknown): Day | undefined {
	const read = { year: Number(year), month: Number(month), day: Number(day) };
	const date = new Date(Date.UTC(read.year, read.month - 1, read.day));
	const exists = read.year >= 1970 && date.getUTCMonth() === read.month - 1 && date.getUTCDate() === read.day;
	return exists ? read : undefined;
}

function isoDay({ year, month, day }: Day): string {
	return toIsoDate(Date.UTC(year, month - 1, day));
}

function withTime(day: Day, text: string): string | undefined {
	const match = TIME.exec(text);
	if (match === null) return undefined;
	const [hour, minute, second] = [match[1], match[2], match[3] ?? '0'].map(Number);
	if (hour === undefined || minute === undefined || second === undefined) return undefined;
	if (hour > 23 || minute > 59 || second > 59) return undefined;
	const wall = Date.UTC(day.year, day.month - 1, day.day, hour, minute, second);
	if (match[4] === undefined) return toIso(wall).slice(0, 19);
	return toIso(wall - offsetMs(match[4]));
}

/** Of `+02:00` and the like; 0 for names of UTC. */
function offsetMs(zone: string): number {
	const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
	if (match === null) return 0;
	const minutes = Number(match[2]) * 60 + Number(match[3]);
	return (match[1] === '-' ? -minutes : minutes) * 60_000;
}
