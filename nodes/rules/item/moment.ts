import { DateTime, IANAZone } from 'luxon';
import { MINUTE_MS, DAY_MS } from './timeSpans';

/** Unix times above this are in milliseconds (1973); below it they are seconds. */
const FIRST_MILLISECONDS = 1e11;
/** Leaves room for years with four digits after a sale's days are added. */
const LAST_YEAR = 9000;
const LAST_MOMENT = Date.UTC(LAST_YEAR, 0);
export const UTC = 'UTC';

/** A day without a time. Magento keeps it as the midnight before: `special_to_date` is a day there, in a column with a time. */
const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}([ T]00:00(:00(\.0+)?)?)?$/;

/** Milliseconds since 1970. */
export type Moment = number;

/** Which moment is meant where a text leaves it open: a day without a time, an hour that the clock shows twice. */
export type Edge = 'start' | 'end';

export function isTimeZone(name: string): boolean {
	return IANAZone.isValidZone(name);
}

/**
 * A moment as stores write it: ISO or SQL text, Unix seconds or milliseconds, or a date.
 * @param edge a text without a time, or at midnight without a zone, means the `start` of that day or its `end`, the next midnight
 * @param zone time zone of texts that name none (IANA, such as `Europe/Berlin`)
 * @returns undefined when it cannot be read
 */
export function parseMoment(value: unknown, edge: Edge, zone = UTC): Moment | undefined {
	if (typeof value === 'number') return fromUnix(value);
	if (value instanceof Date) return inRange(DateTime.fromJSDate(value));
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (/^(\d{10}|\d{13})$/.test(text)) return fromUnix(Number(text));
	if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
	const wall = parseText(text, UTC);
	if (wall === undefined) return undefined;
	const days = edge === 'end' && WHOLE_DAY.test(text) ? 1 : 0;
	return zone === UTC || saysZone(text, wall)
		? wall + days * DAY_MS
		: toMoment(wall + days * DAY_MS, edge, zone);
}

/** The same time of day some days later: the clock may be changed in between. */
export function plusDays(moment: Moment, days: number, zone = UTC): Moment {
	if (zone === UTC) return moment + days * DAY_MS;
	return toMoment(moment + offsetMs(moment, zone) + days * DAY_MS, 'start', zone);
}

/** ISO 8601 in UTC, such as `2026-01-31T00:00:00.000Z`. */
export function toIso(moment: Moment): string {
	return new Date(moment).toISOString();
}

/** The day of a moment, `YYYY-MM-DD`. */
export function toIsoDate(moment: Moment, zone = UTC): string {
	return toIso(moment + offsetMs(moment, zone)).slice(0, 10);
}

function parseText(text: string, zone: string): Moment | undefined {
	const iso = DateTime.fromISO(text, { zone });
	return inRange(iso.isValid ? iso : DateTime.fromSQL(text, { zone }));
}

/** A text says its zone when it means the same moment wherever it is read. */
function saysZone(text: string, wall: Moment): boolean {
	return parseText(text, 'UTC+1') === wall;
}

/**
 * The moment at which the clocks of a zone show a time, given as if it were UTC. Of an hour that they show twice, a start
 * means the first and an end the second, so that what lasts from one to the other covers both; an hour that they skip
 * counts from before the change, as RFC 5545 (3.3.5) has it. luxon's own choice depends on today's date.
 */
function toMoment(wall: Moment, edge: Edge, zone: string): Moment {
	const before = wall - offsetMs(wall - DAY_MS, zone);
	const after = wall - offsetMs(wall + DAY_MS, zone);
	const shown = [before, after].filter((moment) => moment + offsetMs(moment, zone) === wall);
	if (shown.length === 0) return before;
	return edge === 'start' ? Math.min(...shown) : Math.max(...shown);
}

function offsetMs(moment: Moment, zone: string): number {
	return zone === UTC ? 0 : IANAZone.create(zone).offset(moment) * MINUTE_MS;
}

function fromUnix(time: number): Moment | undefined {
	const moment = time >= FIRST_MILLISECONDS ? time : time * 1000;
	return Number.isFinite(moment) && moment <= LAST_MOMENT ? inRange(DateTime.fromMillis(moment)) : undefined;
}

function inRange(date: DateTime): Moment | undefined {
	return date.isValid && date.year >= 1970 && date.year < LAST_YEAR ? date.toMillis() : undefined;
}
