import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { SCHEDULE_PERIODS, type ReportSchedule } from '../../amazon/reports/schedule';
import type { Columns } from '../../n8n/columns';
import { reportName } from '../../n8n/reportJson';

/** One schedule, from the list or by its id. */
export const scheduleId: INodeProperties = {
	displayName: 'Schedule',
	name: 'reportScheduleId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchSchedules', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 50008018869' },
	],
	description: 'The schedule, as Create or Get Many names it',
	builderHint: { propertyHint: 'Give the reportScheduleId that Create answered, in mode By ID.' },
};

export const SCHEDULE_COLUMNS: Columns = {
	first: ['report', 'every', 'nextReportAt', 'message'],
	last: ['period', 'marketplaceIds', 'reportOptions', 'reportType', 'reportScheduleId'],
};

/** A schedule as an item. */
export function scheduleItem(schedule: ReportSchedule): IDataObject {
	const { reportScheduleId, reportType, period, nextReportCreationTime = '' } = schedule;
	return {
		report: reportName(reportType),
		every: periodName(period),
		nextReportAt: nextReportCreationTime,
		period,
		marketplaceIds: schedule.marketplaceIds ?? [],
		reportOptions: { ...schedule.reportOptions },
		reportType,
		reportScheduleId,
	};
}

const NAMES: Readonly<Record<string, string | undefined>> = SCHEDULE_PERIODS;

/** `P1D` as "Day". */
export function periodName(period: string): string {
	return (Object.hasOwn(NAMES, period) ? NAMES[period] : undefined) ?? period;
}
