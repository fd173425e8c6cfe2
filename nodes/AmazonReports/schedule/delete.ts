import { scheduleId } from './fields';
import { cancelSchedule } from '../../amazon/reports/schedule';
import type { EachOperation } from '../../n8n/operation';

export const deleteOperation: EachOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete schedule',
	description: 'Stop Amazon from making a report by itself; reports that are made stay',
	builderHint: 'Takes the reportScheduleId that Create answered.',
	fields: [scheduleId],
	async each({ client, params, signal }, item) {
		const id = params.locator('reportScheduleId', item);
		await cancelSchedule(client, id, signal);
		return { json: { reportScheduleId: id, deleted: true } };
	},
};
