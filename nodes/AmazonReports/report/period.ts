import type { INodeProperties } from 'n8n-workflow';

import { REPORT_TYPES } from '../../amazon/tables/reportTypes';

/** Types that show what is now. */
const WITHOUT_DATES = REPORT_TYPES.filter(({ dates }) => dates.use === 'none').map(({ id }) => id);

/** Which days a report is about. */
export const period: INodeProperties = {
	displayName: 'Period',
	name: 'period',
	type: 'options',
	displayOptions: { hide: { reportType: WITHOUT_DATES } },
	options: [
		{
			name: 'As the Report Needs It',
			value: 'automatic',
			description:
				'None where the report shows what is now; else the last 30 days up to midnight, or the last whole week or month',
		},
		{ name: 'Last 30 Days', value: 'last30Days' },
		{ name: 'Last 7 Days', value: 'last7Days' },
		{ name: 'Last Whole Month', value: 'lastMonth' },
		{ name: 'Start and End', value: 'dates' },
		{ name: 'Yesterday', value: 'yesterday' },
	],
	default: 'automatic',
	description: 'Days are counted as Amazon counts them, in UTC',
	builderHint: { propertyHint: 'For a daily workflow choose Yesterday; Start and End take ISO 8601 dates.' },
};

export const start: INodeProperties = {
	displayName: 'Start',
	name: 'dataStartTime',
	type: 'dateTime',
	displayOptions: { show: { period: ['dates'] }, hide: { reportType: WITHOUT_DATES } },
	required: true,
	default: '',
};

export const end: INodeProperties = {
	displayName: 'End',
	name: 'dataEndTime',
	type: 'dateTime',
	displayOptions: { show: { period: ['dates'] }, hide: { reportType: WITHOUT_DATES } },
	default: '',
	description: 'Now when empty',
};
