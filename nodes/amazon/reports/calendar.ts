import type { CalendarUnit, ReportDates } from '../tables/reportTypes';
import type { Moment } from '../../rules/item/moment';
import { DAY_MS } from '../../rules/item/timeSpans';

/** 1970 began on a Thursday; Amazon's weeks begin on Sunday. */
const THURSDAY = 4;

const MONTHS_OF = { month: 1, quarter: 3 };

const UNIT_OF_PERIOD: Readonly<Record<string, CalendarUnit>> = {
	DAY: 'day',
	WEEK: 'week',
	MONTH: 'month',
	QUARTER: 'quarter',
};

/** What one unit is called, and several. */
export const UNIT_WORDS: Readonly<Record<CalendarUnit, { one: string; many: string }>> = {
	day: { one: 'day', many: 'days' },
	week: { one: 'week from Sunday to Saturday', many: 'weeks from Sunday to Saturday' },
	month: { one: 'month', many: 'months' },
	quarter: { one: 'quarter', many: 'quarters' },
};

/** The unit that a report's stretch must be whole in; `undefined` where every second counts. */
export function unitOf(
	{ whole, wholeBy, isInDays }: ReportDates,
	options: Readonly<Record<string, string>>,
): CalendarUnit | undefined {
	const period = wholeBy === undefined ? undefined : options[wholeBy];
	return UNIT_OF_PERIOD[period ?? ''] ?? whole ?? (isInDays ? 'day' : undefined);
}

/** The beginning of the day, week, month or quarter (UTC) that a moment lies in. */
export function startOf(unit: CalendarUnit, moment: Moment): Moment {
	if (unit === 'month' || unit === 'quarter') return monthsFrom(moment, MONTHS_OF[unit], 0);
	const day = Math.floor(moment / DAY_MS);
	return (unit === 'day' ? day : day - ((day + THURSDAY) % 7)) * DAY_MS;
}

/** The beginning of the unit after the one that a moment lies in. */
export function startOfNext(unit: CalendarUnit, moment: Moment): Moment {
	if (unit === 'month' || unit === 'quarter') return monthsFrom(moment, MONTHS_OF[unit], MONTHS_OF[unit]);
	return startOf(unit, moment) + (unit === 'day' ? 1 : 7) * DAY_MS;
}

/** The end of the unit that a moment closes: the moment itself where it is a beginning. */
export function endOf(unit: CalendarUnit, moment: Moment): Moment {
	const start = startOf(unit, moment);
	return start === moment ? moment : startOfNext(unit, moment);
}

function monthsFrom(moment: Moment, span: number, later: number): Moment {
	const date = new Date(moment);
	const month = date.getUTCMonth();
	return Date.UTC(date.getUTCFullYear(), month - (month % span) + later);
}
