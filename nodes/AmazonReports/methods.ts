import type { ILoadOptionsFunctions, INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';

import { RETURNS } from './report/fields';
import { toTypeId } from './report/readType';
import { periodName } from './schedule/fields';
import { TYPES_PER_CALL } from '../amazon/reports/knownTypes';
import { fetchReports, type ReportFilter } from '../amazon/reports/report';
import { fetchSchedules } from '../amazon/reports/schedule';
import {
	COMMON_REPORT_TYPES,
	REPORT_TYPES,
	REPORT_GROUPS,
	reportTypeById,
	SCHEDULABLE_TYPES,
	SETTLEMENT_REPORT,
	type ReportType,
} from '../amazon/tables/reportTypes';
import { UnreadableRecord } from '../amazon/transport/unreadable';
import { connect } from '../n8n/account';
import { reportTypeName } from '../n8n/forms/reportTypes';
import { toText } from '../n8n/params';
import { reportName } from '../n8n/reportJson';

export { getMarketplaces } from '../n8n/forms/marketplaces';

/** How many reports the list shows: one page of Amazon's is plenty to pick from. */
const REPORTS_SHOWN = 50;

/** What can be asked for; returns once, since Who Ships picks their type. */
export async function searchReportTypes(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const requested = REPORT_TYPES.filter(({ madeBy }) => madeBy === 'request');
	const returns = { name: `${REPORT_GROUPS.returns}: Returns (Choose Who Ships)`, value: RETURNS };
	const results = withFirst(returns, requested.map(toEntry), REPORT_GROUPS.returns);
	return await Promise.resolve({ results: matching(results, filter) });
}

export async function searchScheduledTypes(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	return await Promise.resolve({ results: matching(SCHEDULABLE_TYPES.map(toEntry), filter) });
}

type Entry = INodeListSearchResult['results'][number];

function toEntry(type: ReportType): Entry {
	return { name: reportTypeName(type), value: type.id };
}

/** Puts an entry before the first of its group. */
function withFirst(entry: Entry, entries: readonly Entry[], group: string): Entry[] {
	const at = entries.findIndex(({ name }) => name.startsWith(group));
	return at < 0 ? [entry, ...entries] : [...entries.slice(0, at), entry, ...entries.slice(at)];
}

/** Amazon's own word for it finds it too. */
function matching(entries: readonly Entry[], filter: string): Entry[] {
	const wanted = filter.trim().toLowerCase();
	return entries.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
}

/** The latest reports of the types that most people use, or of those that were typed. */
export async function searchReports(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const wanted = filter.trim() === '' ? [] : matching(REPORT_TYPES.map(toEntry), filter);
	const typed = wanted.map(({ value }) => String(value)).slice(0, TYPES_PER_CALL);
	return await listReports(
		this,
		typed.length > 0 ? typed : COMMON_REPORT_TYPES,
		typed.length > 0 ? '' : filter,
	);
}

/** The latest settlements. */
export async function searchSettlements(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	return await listReports(this, [SETTLEMENT_REPORT], filter);
}

async function listReports(
	n8n: ILoadOptionsFunctions,
	reportTypes: ReportFilter['reportTypes'],
	filter: string,
): Promise<INodeListSearchResult> {
	const { client } = await connect(n8n);
	const results: Entry[] = [];
	for await (const report of fetchReports(client, { reportTypes })) {
		if (report instanceof UnreadableRecord) continue;
		const { reportId, reportType, processingStatus, createdTime } = report;
		const created = createdTime.slice(0, 16).replace('T', ' ');
		const name = [reportName(reportType), created, processingStatus, reportId].join(' · ');
		if (name.toLowerCase().includes(filter.trim().toLowerCase())) results.push({ name, value: reportId });
		if (results.length >= REPORTS_SHOWN) break;
	}
	return { results };
}

export async function searchSchedules(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const { client } = await connect(this);
	const results: Entry[] = [];
	const types = SCHEDULABLE_TYPES.map(({ id }) => id);
	for await (const schedule of fetchSchedules(client, types)) {
		if (schedule instanceof UnreadableRecord) continue;
		const { reportType, period, reportScheduleId } = schedule;
		const name = `${reportName(reportType)} · every ${periodName(period).toLowerCase()} · ${reportScheduleId}`;
		results.push({ name, value: reportScheduleId });
	}
	return { results: matching(results, filter) };
}

/** What the chosen report can be told. */
export async function getReportOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const chosen = this.getCurrentNodeParameter('reportType', { extractValue: true });
	const id = toTypeId(toText(chosen), this.getCurrentNodeParameter('returnsOf'));
	const { options = [] } = reportTypeById(id) ?? {};
	return await Promise.resolve(
		options.map(({ name, label, values }) => ({
			name: label,
			value: name,
			description: values.length === 0 ? undefined : `One of ${values.join(', ')}`,
		})),
	);
}
