import type { INodeProperties } from 'n8n-workflow';

import { SCHEDULE_COLUMNS } from './fields';
import { SCHEDULE_OUTPUT, scheduleForms } from './get';
import { fetchSchedules } from '../../amazon/reports/schedule';
import { SCHEDULABLE_TYPES } from '../../amazon/tables/reportTypes';
import { UnreadableRecord } from '../../amazon/transport/unreadable';
import { outputFields, shaperOf } from '../../n8n/forms/output';
import { limit, returnAll, takeUpTo } from '../../n8n/forms/paging';
import { reportTypesField } from '../../n8n/forms/reportTypes';
import type { EachOperation, Output } from '../../n8n/operation';
import { toProblemJson } from '../../n8n/problem';

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
		const shape = shaperOf(params, item, SCHEDULE_OUTPUT.idName);
		const outputs: Output[] = [];
		for await (const schedule of takeUpTo(fetchSchedules(client, types, signal), params, item)) {
			const json =
				schedule instanceof UnreadableRecord
					? toProblemJson('reportScheduleId', schedule)
					: shape(scheduleForms(schedule));
			outputs.push({ json });
		}
		return outputs;
	},
};
