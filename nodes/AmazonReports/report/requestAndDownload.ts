import type { INodeProperties } from 'n8n-workflow';

import { askedItem, askFor, force, type Asked } from './askFor';
import { WHICH_REPORT } from './request';
import { awaitJob } from '../../amazon/jobs/awaitJob';
import { isFinished } from '../../amazon/jobs/job';
import { fetchReport, type Report } from '../../amazon/reports/report';
import { optionsOf } from '../../n8n/forms/collections';
import type { Context, EachOperation, Output } from '../../n8n/operation';
import { optionalNumber, toText, type Params } from '../../n8n/params';
import { reportItem } from '../../n8n/reportJson';
import { MINUTE_MS } from '../../rules/item/timeSpans';
import { checkRowTerms } from '../rows/readRowTerms';
import { giveReport, NO_ROWS, ROW_OUTPUTS } from '../rows/giveReport';
import { readingOptions, rowFields } from '../rows/rowFields';

const waitMinutes: INodeProperties = {
	displayName: 'Wait at Most (Minutes)',
	name: 'waitMinutes',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 120 },
	default: 10,
	description:
		'Most reports take some minutes. One that takes longer leaves through No Rows; Amazon Trigger: Report Finished goes on with it.',
};

export const requestAndDownload: EachOperation = {
	value: 'requestAndDownload',
	name: 'Request and Download',
	action: 'Request and download report',
	description: 'Ask for a report, wait for it, and read its rows',
	builderHint:
		'All in one step. Rows leave through the first output; the second has what took too long or holds no row.',
	fields: [...WHICH_REPORT, ...rowFields, optionsOf(force, waitMinutes, ...readingOptions)],
	outputs: ROW_OUTPUTS,
	async each(context, item) {
		checkRowTerms(context.params, item);
		const asked = await askFor(context, item);
		tellNotes(context, asked);
		const report = await awaitReport(context, item, asked);
		return isFinished(report) ? await giveReport(context, item, report) : [tooLong(report)];
	},
};

function tellNotes({ n8n }: Context, asked: Asked): void {
	const message = toText(askedItem(asked).message);
	if (message !== '') n8n.addExecutionHints({ message, location: 'outputPane' });
}

async function awaitReport({ client, clock, params, signal }: Context, item: number, { reportId }: Asked) {
	const untilMs = clock.now() + minutesOf(params, item) * MINUTE_MS;
	return await awaitJob(async () => await fetchReport(client, reportId, signal), {
		clock,
		untilMs,
		growth: 2,
		signal,
	});
}

function minutesOf(params: Params, item: number): number {
	return optionalNumber(params.group('options', item).waitMinutes, waitMinutes.displayName) ?? 10;
}

function tooLong(report: Report): Output {
	const message =
		'Amazon is not done with it yet. Amazon Trigger: Report Finished tells when it is, or Download reads it later.';
	return { output: NO_ROWS, json: { ...reportItem(report), message } };
}
