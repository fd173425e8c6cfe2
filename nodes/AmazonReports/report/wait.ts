import type { INodeProperties } from 'n8n-workflow';

import { reportId } from './fields';
import { fatalReason } from '../../amazon/reports/fatalReason';
import { fetchReport } from '../../amazon/reports/report';
import type { BatchOperation } from '../../n8n/operation';
import { REPORT_COLUMNS, reportItem } from '../../n8n/reportJson';
import { FINISHED, WAIT_OUTPUTS, waitForJobs, waitHours, waitNotice } from '../../n8n/waitForJobs';

/** What the step before has answered. */
const ofItem: INodeProperties = { ...reportId, default: { mode: 'id', value: '={{ $json.reportId }}' } };

export const wait: BatchOperation = {
	value: 'wait',
	name: 'Wait Until Finished',
	action: 'Wait for report',
	description: 'Go on when Amazon has made the report; meanwhile nothing runs',
	builderHint:
		'Takes the reportId that Request answered. Connect its first output back into itself, and Download to its second.',
	fields: [waitNotice, ofItem, waitHours],
	columns: REPORT_COLUMNS,
	outputs: WAIT_OUTPUTS,
	errorOutput: FINISHED,
	async batch(context, items) {
		const { client, params, signal } = context;
		return await waitForJobs(context, items, {
			idOf: (item) => params.locator('reportId', item),
			look: async (id) => await fetchReport(client, id, signal),
			toItem: async (report) => reportItem(report, await fatalReason(client, report, signal)),
		});
	},
};
