import { reportId } from './fields';
import { fetchReport } from '../../amazon/reports/report';
import { optionsOf } from '../../n8n/forms/collections';
import type { EachOperation } from '../../n8n/operation';
import { giveReport, ROW_OUTPUTS } from '../rows/giveReport';
import { readingOptions, rowFields } from '../rows/rowFields';

export const download: EachOperation = {
	value: 'download',
	name: 'Download',
	action: 'Download report',
	description: 'Read the rows of a finished report, or get its file',
	builderHint:
		'Takes the reportId that the trigger Report Finished answered. Rows leave through the first output; the second has reports without any.',
	fields: [reportId, ...rowFields, optionsOf(...readingOptions)],
	outputs: ROW_OUTPUTS,
	async each(context, item) {
		const { client, params, signal } = context;
		const report = await fetchReport(client, params.locator('reportId', item), signal);
		return await giveReport(context, item, report);
	},
};
