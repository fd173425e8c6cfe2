import { startOf, unitOf } from '../../amazon/reports/calendar';
import { latestStretch } from '../../amazon/reports/stretch';
import { DATES_UNKNOWN, type CalendarUnit, type ReportDates } from '../../amazon/tables/reportTypes';
import { DAY_MS, SECOND_MS } from '../../rules/item/timeSpans';

export type PeriodChoice = 'automatic' | 'last30Days' | 'last7Days' | 'lastMonth' | 'yesterday';

interface PeriodFacts {
	dates: ReportDates | undefined;
	options: Readonly<Record<string, string>> | undefined;
	nowMs: number;
}

/** Start and end in ISO 8601; no end is now. */
export interface ChosenDates {
	start?: string;
	end?: string;
}

/** The days that a choice of the form means. */
export function datesOf(
	choice: PeriodChoice,
	{ dates = DATES_UNKNOWN, options, nowMs }: PeriodFacts,
): ChosenDates {
	const unit = unitOf(dates, options ?? {});
	switch (choice) {
		case 'automatic':
			return dates.use === 'required' ? usual(dates, unit, nowMs) : {};
		case 'last7Days':
			return lastDays(7, unit, nowMs);
		case 'last30Days':
			return lastDays(30, unit, nowMs);
		case 'lastMonth':
			return lastWhole('month', nowMs);
		case 'yesterday':
			return lastWhole('day', nowMs);
	}
}

function usual(dates: ReportDates, unit: CalendarUnit | undefined, nowMs: number): ChosenDates {
	const { from, until } = latestStretch(dates, unit, nowMs);
	return { start: toIso(from), end: toIso(until - SECOND_MS) };
}

/** Up to now; where Amazon counts whole days, up to the end of yesterday. */
function lastDays(days: number, unit: CalendarUnit | undefined, nowMs: number): ChosenDates {
	if (unit === undefined) return { start: toIso(nowMs - days * DAY_MS) };
	const today = startOf('day', nowMs);
	return { start: toIso(today - days * DAY_MS), end: toIso(today - SECOND_MS) };
}

function lastWhole(unit: CalendarUnit, nowMs: number): ChosenDates {
	const current = startOf(unit, nowMs);
	return { start: toIso(startOf(unit, current - 1)), end: toIso(current - SECOND_MS) };
}

function toIso(ms: number): string {
	return new Date(ms).toISOString();
}
