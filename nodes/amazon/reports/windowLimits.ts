import { UNIT_WORDS, startOf, startOfNext } from './calendar';
import { daysOf, latestStretch, named, timeName, toAmazonTime, type Stretch } from './stretch';
import type { CalendarUnit, ReportDates } from '../tables/reportTypes';
import type { Moment } from '../../rules/item/moment';
import { DAY_MS } from '../../rules/item/timeSpans';
import { Hold } from '../../rules/verdict/verdict';

/** Why a report cannot be asked for with these dates. */
export type WindowReason =
	| 'date-unreadable'
	| 'dates-missing'
	| 'start-not-before-end'
	| 'start-in-future'
	| 'range-too-long'
	| 'start-too-old'
	| 'period-not-over'
	| 'several-periods';

/** What all steps of the decision look at. */
export interface Frame {
	dates: ReportDates;
	unit: CalendarUnit | undefined;
	now: Moment;
	/** Only whole units that are over are taken. */
	isStrict: boolean;
	/** No end was wanted, and Amazon's is now. */
	isOpen: boolean;
	/** What was changed so far. */
	notes: string[];
}

export function startMissing({ dates, unit, now }: Frame): Hold<WindowReason> {
	const example = named(latestStretch(dates, unit, now), dates);
	return new Hold('dates-missing', `This report needs a start: give one, for example ${example}`);
}

export function wrongOrder({ from, until }: Stretch, { dates, now }: Frame): Hold<WindowReason> | undefined {
	if (from > now) {
		const message = `The start ${timeName(from)} lies in the future: Amazon reports on what has been`;
		return new Hold('start-in-future', message);
	}
	if (from < until) return undefined;
	const end = dates.isInDays ? timeName(until - DAY_MS) : toAmazonTime(until);
	const message = `The start ${timeName(from)} is not before the end ${end}: give a later end, or exchange them`;
	return new Hold('start-not-before-end', message);
}

/** What Amazon would refuse, cancel or leave empty. */
export function tooMuch(asked: Stretch, frame: Frame): Hold<WindowReason> | undefined {
	return (
		unfinished(asked, frame) ?? severalPeriods(asked, frame) ?? tooLong(asked, frame) ?? tooOld(asked, frame)
	);
}

function unfinished(
	{ until }: Stretch,
	{ dates, unit, now, isStrict }: Frame,
): Hold<WindowReason> | undefined {
	if (!isStrict || unit === undefined || until <= now) return undefined;
	const last = named(latestStretch(dates, unit, now), dates);
	const message = `The ${UNIT_WORDS[unit].one} until ${timeName(until - DAY_MS)} is not over: the last one is ${last}`;
	return new Hold('period-not-over', message);
}

function severalPeriods(asked: Stretch, { dates, unit }: Frame): Hold<WindowReason> | undefined {
	if (!dates.isOnePeriod || unit === undefined) return undefined;
	const first = { from: asked.from, until: startOfNext(unit, asked.from) };
	if (asked.until <= first.until) return undefined;
	const { one, many } = UNIT_WORDS[unit];
	const message = `${named(asked, dates)} is several ${many}, and this report covers one ${one}`;
	return new Hold('several-periods', `${message}: ask for ${named(first, dates)} first`);
}

function tooLong(asked: Stretch, { dates }: Frame): Hold<WindowReason> | undefined {
	const { longestDays = Infinity } = dates;
	if (daysOf(asked) <= longestDays) return undefined;
	const first = { from: asked.from, until: asked.from + longestDays * DAY_MS };
	const message = `${named(asked, dates)} is longer than the ${longestDays} days that Amazon puts into this report`;
	return new Hold('range-too-long', `${message}: ask for parts, ${named(first, dates)} first`);
}

/** Days are counted as whole ones: what began on the oldest day is not too old yet. */
function tooOld({ from }: Stretch, { dates, now }: Frame): Hold<WindowReason> | undefined {
	if (dates.oldestDays === undefined) return undefined;
	const oldest = startOf('day', now - dates.oldestDays * DAY_MS);
	if (from >= oldest) return undefined;
	const message = `The start ${timeName(from)} is more than ${dates.oldestDays} days ago, and Amazon keeps no more`;
	return new Hold('start-too-old', `${message}: start at ${timeName(oldest)} or later`);
}
