import { startOf } from './calendar';
import type { CalendarUnit, ReportDates } from '../tables/reportTypes';
import { toIso, toIsoDate, type Moment } from '../../rules/item/moment';
import { DAY_MS, SECOND_MS } from '../../rules/item/timeSpans';

/** A stretch of time: `until` is not in it. */
export interface Stretch {
	from: Moment;
	until: Moment;
}

/** What an example of a stretch covers where nothing says how long it may be. */
const SOME_DAYS = 30;

/** As Amazon reads it, without the milliseconds of whole seconds. */
export function toAmazonTime(moment: Moment): string {
	return toIso(moment).replace('.000Z', 'Z');
}

/** As a sentence names it, and as somebody may write it: a day as the end is in it. */
export function named({ from, until }: Stretch, { isInDays }: ReportDates): string {
	const isDay = isInDays === true || until % DAY_MS === 0;
	return `${timeName(from)} to ${isDay ? toIsoDate(until - 1) : toAmazonTime(until)}`;
}

/** A beginning of a day is named by the day. */
export function timeName(moment: Moment): string {
	return moment % DAY_MS === 0 ? toIsoDate(moment) : toAmazonTime(moment);
}

/** The latest stretch that Amazon would answer: one whole unit, or some days up to the last midnight. */
export function latestStretch(dates: ReportDates, unit: CalendarUnit | undefined, now: Moment): Stretch {
	const until = startOf(unit ?? 'day', now);
	if (unit !== undefined && unit !== 'day') return { from: startOf(unit, until - SECOND_MS), until };
	const days = dates.isOnePeriod ? 1 : Math.min(SOME_DAYS, dates.longestDays ?? SOME_DAYS, lookBack(dates));
	return { from: until - days * DAY_MS, until };
}

function lookBack({ oldestDays = SOME_DAYS }: ReportDates): number {
	return oldestDays;
}

export function daysOf({ from, until }: Stretch): number {
	return (until - from) / DAY_MS;
}
