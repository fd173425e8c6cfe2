import type { INodeProperties } from 'n8n-workflow';

import { SCHEDULE_COLUMNS } from './fields';
import { SCHEDULE_OUTPUT, scheduleForms } from './get';
import { fetchSchedules } from '../../amazon/reports/schedule';
import { SCHEDULABLE_TYPES } from '../../amazon/tables/reportTypes';
import { UnreadableRecord } from '../../amazon/transport/unreadable';
import { outputFields, shaperOf } from '../../n8n/forms/output';
import { limit, returnAll } from '../../n8n/forms/paging';
import { reportTypesField } from '../../n8n/forms/reportTypes';
import type { EachOperation } from '../../n8n/operation';
import { toProblemJson } from '../../n8n/problem';

/** Reports 2021-06-30, getReportSchedules: `reportTypes`. */
const TYPES_PER_CALL = 10;

const reportTypes: INodeProperties = {
	...reportTypesField,
	description: 'All that Amazon makes on a schedule when empty',
};

export const getMany: EachOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many schedules',
	description: 'List the reports that Amazon makes by itself, and how often',
	builderHint: 'Connect any trigger before it.',
	fields: [reportTypes, returnAll, limit, ...outputFields(SCHEDULE_OUTPUT)],
	columns: SCHEDULE_COLUMNS,
	async each({ client, params, signal }, item) {
		const chosen = params.list('reportTypes', item);
		const types = chosen.length > 0 ? chosen : SCHEDULABLE_TYPES.map(({ id }) => id);
		const wanted = params.flag('returnAll', item) ? Infinity : params.number('limit', item, 50);
		const shape = shaperOf(params, item, SCHEDULE_OUTPUT.idName);
		const found = [];
		for (let from = 0; from < types.length && found.length < wanted; from += TYPES_PER_CALL) {
			found.push(...(await fetchSchedules(client, types.slice(from, from + TYPES_PER_CALL), signal)));
		}
		return found.slice(0, wanted).map((schedule) => ({
			json:
				schedule instanceof UnreadableRecord
					? toProblemJson('reportScheduleId', schedule)
					: shape(scheduleForms(schedule)),
		}));
	},
};
