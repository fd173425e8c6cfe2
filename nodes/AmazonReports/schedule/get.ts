import { SCHEDULE_COLUMNS, scheduleId, scheduleItem } from './fields';
import { fetchSchedule, type ReportSchedule } from '../../amazon/reports/schedule';
import { outputFields, shaperOf, type AnswerForms } from '../../n8n/forms/output';
import type { EachOperation } from '../../n8n/operation';

export const SCHEDULE_OUTPUT = { idName: 'reportScheduleId', example: 'report, every', hasRaw: true };

export const get: EachOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get schedule',
	description: 'Get how often Amazon makes a report by itself',
	builderHint: 'Takes the reportScheduleId that Create answered.',
	fields: [scheduleId, ...outputFields(SCHEDULE_OUTPUT)],
	columns: SCHEDULE_COLUMNS,
	async each({ client, params, signal }, item) {
		const schedule = await fetchSchedule(client, params.locator('reportScheduleId', item), signal);
		return { json: shaperOf(params, item, SCHEDULE_OUTPUT.idName)(scheduleForms(schedule)) };
	},
};

export function scheduleForms(schedule: ReportSchedule): AnswerForms {
	return { simple: () => scheduleItem(schedule), raw: () => ({ ...schedule }) };
}
