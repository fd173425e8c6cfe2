import type { INodeProperties } from 'n8n-workflow';

import { askedItem, askFor, force } from './askFor';
import { marketplaces, reportOptions, reportType, returnsOf } from './fields';
import { end, period, start } from './period';
import { optionsOf } from '../../n8n/forms/collections';
import type { EachOperation } from '../../n8n/operation';
import { REPORT_COLUMNS } from '../../n8n/reportJson';

/** Which report, as the form asks for it. */
export const WHICH_REPORT: readonly INodeProperties[] = [
	reportType,
	returnsOf,
	period,
	start,
	end,
	marketplaces,
	reportOptions,
];

export const request: EachOperation = {
	value: 'request',
	name: 'Request',
	action: 'Request report',
	description: 'Ask Amazon to make a report; it takes some minutes, sometimes hours',
	builderHint:
		'Run it on a Schedule Trigger. A second workflow with Amazon Trigger (Report Finished) reads the report with Download.',
	fields: [...WHICH_REPORT, optionsOf(force)],
	columns: REPORT_COLUMNS,
	next: {
		requested:
			'Amazon needs some minutes: Amazon Trigger: Report Finished tells when it is done, Download reads it.',
		'there already': 'Download reads it.',
	},
	async each(context, item) {
		return { json: askedItem(await askFor(context, item)) };
	},
};
