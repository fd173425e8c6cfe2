import type { INodeProperties } from 'n8n-workflow';

import { SCHEDULE_COLUMNS, scheduleItem } from './fields';
import { marketplaces, reportOptions, reportTypeField } from '../report/fields';
import { readMarketplaces, readScheduledType, readTypeOptions } from '../report/readType';
import { createSchedule, SCHEDULE_PERIODS } from '../../amazon/reports/schedule';
import { optionsOf } from '../../n8n/forms/collections';
import { toInstant } from '../../n8n/forms/instant';
import type { EachOperation } from '../../n8n/operation';

const reportType = reportTypeField('searchScheduledTypes');

const period: INodeProperties = {
	displayName: 'Every',
	name: 'period',
	type: 'options',
	options: Object.entries(SCHEDULE_PERIODS).map(([value, name]) => ({ name, value })),
	default: 'P1D',
	description: 'How often Amazon makes the report; not every report can be had every five minutes',
};

const options = optionsOf({
	displayName: 'First Report At',
	name: 'nextReportCreationTime',
	type: 'dateTime',
	default: '',
	description: 'Amazon chooses when empty',
});

export const create: EachOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create schedule',
	description: 'Let Amazon make a report again and again; Amazon Trigger: Report Finished tells of each',
	builderHint:
		'Run it once by hand, and start the workflow that reads the reports with Amazon Trigger (Report Finished).',
	fields: [reportType, period, marketplaces, reportOptions, options],
	columns: SCHEDULE_COLUMNS,
	risks: [
		{
			when: 'true',
			message:
				'Amazon keeps one schedule for a report and the same marketplaces: this one takes the place of an earlier one.',
		},
	],
	async each({ client, account, params, signal }, item) {
		const nowMs = (await client.amazonClock(signal)).now();
		const { id, facts } = readScheduledType(params, item, nowMs);
		const given = params.group('options', item).nextReportCreationTime;
		const specification = {
			reportType: id,
			marketplaceIds: readMarketplaces(params, item, account),
			period: params.text('period', item),
			reportOptions: readTypeOptions(params, item, facts),
			nextReportCreationTime: toInstant(given, 'First Report At'),
		};
		const reportScheduleId = await createSchedule(client, specification, signal);
		const message = 'Amazon makes it from now on; the trigger Report Finished starts with each.';
		return {
			json: {
				...scheduleItem({
					...specification,
					marketplaceIds: [...specification.marketplaceIds],
					reportScheduleId,
				}),
				message,
			},
		};
	},
};
