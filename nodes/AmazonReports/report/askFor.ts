import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { datesOf, type ChosenDates, type PeriodChoice } from './chosenPeriod';
import { readMarketplaces, readRequestedType, readTypeOptions, type ChosenType } from './readType';
import { findEarlier } from '../../amazon/reports/coolDown';
import { fetchReports, type Report } from '../../amazon/reports/report';
import { requestReport, type ReportSpecification } from '../../amazon/reports/requestReport';
import { decideWindow } from '../../amazon/reports/window';
import { DATES_UNKNOWN } from '../../amazon/tables/reportTypes';
import { UnreadableRecord } from '../../amazon/transport/unreadable';
import type { Context } from '../../n8n/operation';
import { toText } from '../../n8n/params';
import { reportName } from '../../n8n/reportJson';
import { MINUTE_MS } from '../../rules/item/timeSpans';
import { Hold } from '../../rules/verdict/verdict';

export const force: INodeProperties = {
	displayName: 'Force',
	name: 'force',
	type: 'boolean',
	default: false,
	description:
		'Whether to ask Amazon although the same report was made a short time ago; Amazon mostly refuses to make some more than once in 30 minutes or in 4 hours',
};

/** A report that was asked for, or was there. */
export interface Asked {
	reportId: string;
	specification: ReportSpecification;
	/** How old it is, when it was there. */
	ageMinutes?: number;
	/** What was changed of what the form says. */
	notes: readonly string[];
}

/**
 * Asks for the report that the form describes, or takes the one that Amazon has just made.
 * Throws before Amazon is asked for what Amazon would refuse.
 */
export async function askFor(context: Context, item: number): Promise<Asked> {
	const { client, params, account, signal } = context;
	const nowMs = (await client.amazonClock(signal)).now();
	const type = readRequestedType(params, item, nowMs);
	const reportOptions = readTypeOptions(params, item, type.facts);
	const { notes, ...window } = windowOf(context, item, { type, reportOptions, nowMs });
	const specification: ReportSpecification = {
		reportType: type.id,
		marketplaceIds: readMarketplaces(params, item, account),
		...window,
		...(reportOptions !== undefined && { reportOptions }),
	};
	const isForced = params.group('options', item).force === true;
	const earlier = isForced ? undefined : await earlierReport(context, type, { specification, nowMs });
	if (earlier !== undefined) return { ...earlier, specification, notes };
	const given = givenTo(context);
	const reportId = await requestReport(client, specification, { others: given, signal });
	given.add(reportId);
	return { reportId, specification, notes };
}

const givenInRuns = new WeakMap<Context, Set<string>>();

/** The reports that items of this run have asked for: none of them is the answer to another item. */
function givenTo(context: Context): Set<string> {
	const given = givenInRuns.get(context) ?? new Set<string>();
	givenInRuns.set(context, given);
	return given;
}

interface Wish {
	type: ChosenType;
	reportOptions: Record<string, string> | undefined;
	nowMs: number;
}

function windowOf({ params }: Context, item: number, { type, reportOptions: options, nowMs }: Wish) {
	const { facts } = type;
	const choice = params.text('period', item) || 'automatic';
	const wish: ChosenDates =
		choice === 'dates'
			? { start: params.date('dataStartTime', item), end: params.date('dataEndTime', item) }
			: datesOf(choice as PeriodChoice, { dates: facts?.dates, options, nowMs });
	const decision = decideWindow(facts?.dates ?? DATES_UNKNOWN, { ...wish, options, nowMs });
	if (decision instanceof Hold) throw new Error(`${reportName(type.id)}: ${decision.message}`);
	return decision;
}

/** Looks through Amazon's list only where a second report would be refused. */
async function earlierReport(
	{ client, signal }: Context,
	{ facts }: ChosenType,
	{ specification, nowMs }: { specification: ReportSpecification; nowMs: number },
): Promise<{ reportId: string; ageMinutes: number } | undefined> {
	if (facts?.coolDownMinutes === undefined) return undefined;
	const { marketplaceIds, reportOptions: options, ...window } = specification;
	const filter = {
		reportTypes: [facts.id],
		createdSince: new Date(nowMs - facts.coolDownMinutes * MINUTE_MS).toISOString(),
	};
	const listed: Report[] = [];
	for await (const report of fetchReports(client, filter, signal)) {
		if (!(report instanceof UnreadableRecord)) listed.push(report);
	}
	const found = findEarlier(listed, { type: facts, marketplaceIds, window, options }, nowMs);
	return found && { reportId: found.report.reportId, ageMinutes: found.ageMinutes };
}

/** What was asked for, as an item. */
export function askedItem({ reportId, specification, ageMinutes, notes }: Asked): IDataObject {
	const { reportType, marketplaceIds, dataStartTime, dataEndTime, reportOptions } = specification;
	return {
		status: ageMinutes === undefined ? 'requested' : 'there already',
		report: reportName(reportType),
		from: toText(dataStartTime),
		to: toText(dataEndTime),
		message: [...(ageMinutes === undefined ? [] : [thereAlready(ageMinutes)]), ...notes]
			.map(toSentence)
			.join(' '),
		marketplaceIds: [...marketplaceIds],
		reportOptions: { ...reportOptions },
		reportType,
		reportId,
	};
}

function thereAlready(ageMinutes: number): string {
	const age = ageMinutes === 1 ? '1 minute' : `${ageMinutes} minutes`;
	return `Amazon made this report ${age} ago and would not make it again so soon: it is given once more. Turn on Force to ask all the same`;
}

function toSentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}
