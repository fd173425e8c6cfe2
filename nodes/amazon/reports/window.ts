import { UNIT_WORDS, endOf, startOf, startOfNext, unitOf } from './calendar';
import { named, toAmazonTime, type Stretch } from './stretch';
import { startMissing, tooMuch, wrongOrder, type Frame, type WindowReason } from './windowLimits';
import type { ReportDates } from '../tables/reportTypes';
import { parseMoment, type Edge, type Moment } from '../../rules/item/moment';
import { DAY_MS, SECOND_MS } from '../../rules/item/timeSpans';
import { Hold, shown } from '../../rules/verdict/verdict';

export type { WindowReason } from './windowLimits';

export interface WindowWish {
	/**
	 * ISO 8601. A text without a time zone is UTC; a start without a time is the beginning of its day, an end without one
	 * the end of it. Of reports that count days it should be the text as it was written, with its offset: a day is the
	 * writer's.
	 */
	start?: string | undefined;
	end?: string | undefined;
	/** The report's options: some say whether whole weeks or months are counted. */
	options?: Readonly<Record<string, string>>;
	/** What Amazon's clock shows, in ms since 1970. */
	nowMs: Moment;
}

/** What to ask Amazon with. */
export interface ReportWindow {
	dataStartTime?: string;
	/** Left out where none was wanted: Amazon's is then now. */
	dataEndTime?: string;
	/** What was changed, in sentences. */
	notes: string[];
}

/**
 * The dates to ask for a report with, or why not. What is asked contains what is wanted, as far as that is not in the
 * future; Amazon's "must be prior to or equal to the current date and time" (Reports API 2021-06-30, createReport).
 * @param dates of the report's type; of a type that is not in the table `{ use: 'optional' }`
 */
export function decideWindow(dates: ReportDates, wish: WindowWish): ReportWindow | Hold<WindowReason> {
	const { start, end } = wish;
	const frame = frameOf(dates, wish);
	if (dates.use === 'none') return withoutDates(wish);
	if (isBlank(start)) return isBlank(end) && dates.use === 'optional' ? { notes: [] } : startMissing(frame);
	const from = readEdge(start, 'start', dates);
	if (from instanceof Hold) return from;
	const until = isBlank(end) ? undefined : readEdge(end, 'end', dates);
	return until instanceof Hold ? until : decideStretch(from, until, frame);
}

function frameOf(dates: ReportDates, { end, options = {}, nowMs: now }: WindowWish): Frame {
	const unit = unitOf(dates, options);
	const isStrict = dates.isStrict === true && unit !== undefined;
	return { dates, unit, now, isStrict, isOpen: isBlank(end) && !isStrict, notes: [] };
}

function isBlank(text: string | undefined): text is undefined {
	return text === undefined || text.trim() === '';
}

function withoutDates({ start, end }: WindowWish): ReportWindow {
	const isGiven = !isBlank(start) || !isBlank(end);
	return { notes: isGiven ? ['This report shows what is now: start and end were left out'] : [] };
}

/** Where a day is all that counts, it is the day as written, from its beginning to its end. */
function readEdge(text: string, edge: Edge, { isInDays }: ReportDates): Moment | Hold<WindowReason> {
	const moment = parseMoment(text, edge);
	const day = isInDays ? parseMoment(text.trim().slice(0, 10), edge) : moment;
	if (moment !== undefined && day !== undefined) return day;
	const remedy = 'give a date such as 2026-01-31 or 2026-01-31T08:00:00Z';
	return new Hold('date-unreadable', `The ${edge} ${shown(text)} is no date: ${remedy}`);
}

function decideStretch(
	from: Moment,
	wantedUntil: Moment | undefined,
	frame: Frame,
): ReportWindow | Hold<WindowReason> {
	const until = wantedUntil ?? openEnd(from, frame);
	const wrong = wrongOrder({ from, until }, frame);
	if (wrong !== undefined) return wrong;
	const asked = widened({ from, until: cutToNow(until, frame) }, frame);
	return tooMuch(asked, frame) ?? toWindow(asked, frame);
}

/** Without an end, Amazon's is now; where only what is over is allowed, the end of the start's period or of the last one. */
function openEnd(from: Moment, { dates, unit, now, isStrict }: Frame): Moment {
	if (!isStrict || unit === undefined)
		return dates.isInDays ? startOfNext('day', now) : Math.max(now, from + 1);
	const first = startOfNext(unit, from);
	return dates.isOnePeriod ? first : Math.max(first, startOf(unit, now));
}

/** Where days are all that counts, today counts to its end. */
function latestEnd({ dates, now }: Frame): Moment {
	return dates.isInDays ? startOfNext('day', now) : now;
}

/** What must be over is not cut: it is refused, with the last period that is. */
function cutToNow(until: Moment, frame: Frame): Moment {
	const { isStrict, now, notes } = frame;
	const latest = latestEnd(frame);
	if (isStrict || until <= latest) return until;
	notes.push(`The end lies in the future: it was set to now, ${toAmazonTime(now)}`);
	return latest;
}

/** The stretch in whole units, and as long as Amazon wants it at least. */
function widened(wanted: Stretch, frame: Frame): Stretch {
	const { dates, isStrict, notes } = frame;
	const { from, until } = wholeUnits(wanted, frame);
	const least = (dates.shortestDays ?? 0) * DAY_MS;
	const last = isStrict ? until : Math.min(until, latestEnd(frame));
	const asked = { from: Math.min(from, last - least), until: last };
	const isWider = asked.from < wanted.from || asked.until - wanted.until > SECOND_MS;
	if (isWider) notes.push(`${whyWider(frame)}: the stretch was widened to ${named(asked, dates)}`);
	return asked;
}

/** An end that is left to Amazon stays where it is. */
function wholeUnits({ from, until }: Stretch, { unit, isOpen }: Frame): Stretch {
	if (unit === undefined) return { from, until };
	return { from: startOf(unit, from), until: isOpen ? until : endOf(unit, until) };
}

function whyWider({ unit, dates: { shortestDays, isInDays } }: Frame): string {
	if (unit === undefined) return `Amazon wants at least ${shortestDays} days`;
	return `Amazon counts whole ${UNIT_WORDS[unit].many}${isInDays ? '' : ' (UTC)'}`;
}

/** Of reports in days, the end is the last second of the last day: whoever reads the day alone reads that one. */
function toWindow({ from, until }: Stretch, { dates, now, isOpen, notes }: Frame): ReportWindow {
	const last = Math.min(dates.isInDays ? until - SECOND_MS : until, now);
	return { dataStartTime: toAmazonTime(from), ...(isOpen ? {} : { dataEndTime: toAmazonTime(last) }), notes };
}
