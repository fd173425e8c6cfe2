import { DateTime } from 'luxon';

const DAY_MS = 86_400_000;
/** Unix times above this are in milliseconds (1973); below it they are seconds. */
const FIRST_MILLISECONDS = 1e11;
/** Leaves room for years with four digits after a sale's days are added. */
const LAST_YEAR = 9000;
const LAST_MOMENT = Date.UTC(LAST_YEAR, 0);

/** Milliseconds since 1970. */
export type Moment = number;

/**
 * A moment as stores write it: ISO or SQL text (UTC unless it names an offset), Unix seconds or milliseconds, or a date.
 * @param dayEdge a text without a time means the `start` of that day or its `end`, the next midnight
 * @returns undefined when it cannot be read
 */
export function parseMoment(value: unknown, dayEdge: 'start' | 'end'): Moment | undefined {
	if (typeof value === 'number') return fromUnix(value);
	if (value instanceof Date) return inRange(DateTime.fromJSDate(value));
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (/^(\d{10}|\d{13})$/.test(text)) return fromUnix(Number(text));
	if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
	const iso = DateTime.fromISO(text, { zone: 'utc' });
	const start = inRange(iso.isValid ? iso : DateTime.fromSQL(text, { zone: 'utc' }));
	return start !== undefined && dayEdge === 'end' && text.length === 10 ? start + DAY_MS : start;
}

/** The same moment some days later. */
export function plusDays(moment: Moment, days: number): Moment {
	return moment + days * DAY_MS;
}

/** ISO 8601 in UTC, such as `2026-01-31T00:00:00.000Z`. */
export function toIso(moment: Moment): string {
	return new Date(moment).toISOString();
}

/** `YYYY-MM-DD` in UTC. */
export function toIsoDate(moment: Moment): string {
	return toIso(moment).slice(0, 10);
}

function fromUnix(time: number): Moment | undefined {
	const moment = time >= FIRST_MILLISECONDS ? time : time * 1000;
	return Number.isFinite(moment) && moment <= LAST_MOMENT ? inRange(DateTime.fromMillis(moment)) : undefined;
}

function inRange(date: DateTime): Moment | undefined {
	return date.isValid && date.year >= 1970 && date.year < LAST_YEAR ? date.toMillis() : undefined;
}
