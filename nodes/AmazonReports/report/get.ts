import { reportId } from './fields';
import { fatalReason } from '../../amazon/reports/fatalReason';
import { fetchReport, type Report } from '../../amazon/reports/report';
import { outputFields, shaperOf, type AnswerForms } from '../../n8n/forms/output';
import type { EachOperation } from '../../n8n/operation';
import { REPORT_COLUMNS, reportItem } from '../../n8n/reportJson';

export const REPORT_OUTPUT = { idName: 'reportId', example: 'status, message', hasRaw: true };

export const get: EachOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get report',
	description: 'Get the status of a report',
	builderHint: 'Takes the reportId that Request answered. For the rows use Download.',
	fields: [reportId, ...outputFields(REPORT_OUTPUT)],
	columns: REPORT_COLUMNS,
	parallel: 5,
	async each({ client, params, signal }, item) {
		const report = await fetchReport(client, params.locator('reportId', item), signal);
		const reason = await fatalReason(client, report, signal);
		return { json: shaperOf(params, item, REPORT_OUTPUT.idName)(reportForms(report, reason)) };
	},
};

/** The forms in which a report is answered. */
export function reportForms(report: Report, reason?: string): AnswerForms {
	return { simple: () => reportItem(report, reason), raw: () => ({ ...report }) };
}
