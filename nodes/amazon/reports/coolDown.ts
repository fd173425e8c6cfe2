import { isCloseTo, isSameSet } from './sameReport';
import type { ReportWindow } from './window';
import type { ReportType } from '../tables/reportTypes';
import type { Moment } from '../../rules/item/moment';
import { MINUTE_MS } from '../../rules/item/timeSpans';

/** A report as Amazon lists it (`getReports`); its options are not in the answer. */
export interface ListedReport {
	reportId: string;
	reportType: string;
	marketplaceIds?: readonly string[];
	dataStartTime?: string;
	dataEndTime?: string;
	/** ISO 8601. */
	createdTime: string;
	processingStatus: string;
}

/** What is about to be asked for. */
export interface AskedReport {
	type: Pick<ReportType, 'id' | 'coolDownMinutes'> & Partial<Pick<ReportType, 'dates'>>;
	marketplaceIds: readonly string[];
	window: Pick<ReportWindow, 'dataStartTime' | 'dataEndTime'>;
	options?: Readonly<Record<string, string>>;
}

/** A report that answers the question already. */
export interface EarlierReport {
	report: ListedReport;
	ageMinutes: number;
}

const ENDED_WITHOUT = new Set(['CANCELLED', 'FATAL']);

/**
 * The youngest of the reports listed that answers the question already, so that Amazon would refuse to make another:
 * same type, same marketplaces in any order, same stretch, made within the type's cool-down, neither cancelled nor failed.
 * An end of now counts as any other end of now, and a stretch given for form's sake as any other. Amazon does not list a
 * report's options, so a question with options is answered by none: it may be refused, but never gets another question's
 * answer. A question without options may still be given a report that was made with some; whoever mixes both on one type
 * should use *Force*.
 * @returns undefined when there is none, or the type has no cool-down
 */
export function findEarlier(
	listed: readonly ListedReport[],
	asked: AskedReport,
	now: Moment,
): EarlierReport | undefined {
	const { coolDownMinutes } = asked.type;
	if (coolDownMinutes === undefined || Object.keys(asked.options ?? {}).length > 0) return undefined;
	return listed
		.filter((report) => isSameQuestion(report, asked, now))
		.map((report) => ({ report, ageMinutes: ageOf(report, now) }))
		.filter(({ ageMinutes }) => ageMinutes < coolDownMinutes)
		.sort((left, right) => left.ageMinutes - right.ageMinutes)[0];
}

/** Full minutes; never less than none, whatever the clocks show. */
function ageOf({ createdTime }: ListedReport, now: Moment): number {
	const age = Math.floor((now - Date.parse(createdTime)) / MINUTE_MS);
	return Number.isNaN(age) ? Infinity : Math.max(0, age);
}

function isSameQuestion(
	report: ListedReport,
	{ type, marketplaceIds, window }: AskedReport,
	now: Moment,
): boolean {
	return (
		report.reportType === type.id &&
		!ENDED_WITHOUT.has(report.processingStatus) &&
		isSameSet(report.marketplaceIds ?? [], marketplaceIds) &&
		(type.dates?.isNominal ?? isSameStretch(report, window, now))
	);
}

function isSameStretch(report: ListedReport, window: AskedReport['window'], now: Moment): boolean {
	const made = Date.parse(report.createdTime);
	return (
		isSame(timeOf(report.dataStartTime, made), timeOf(window.dataStartTime, now)) &&
		isSame(timeOf(report.dataEndTime, made), timeOf(window.dataEndTime, now))
	);
}

/** Of a report in days, Amazon may list the midnight after the last second that was asked for. */
function isSame(listed: Moment | 'now', asked: Moment | 'now'): boolean {
	if (listed === 'now' || asked === 'now') return listed === asked;
	return isCloseTo(listed, asked);
}

/** A time, or `now` where it is none or as good as the request's own. */
function timeOf(text: string | undefined, requested: Moment): Moment | 'now' {
	const time = text === undefined ? requested : Date.parse(text);
	return isCloseTo(time, requested) ? 'now' : time;
}
