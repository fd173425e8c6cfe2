import type { INodeProperties } from 'n8n-workflow';

import { REPORT_OUTPUT, reportForms } from './get';
import { fetchReports } from '../../amazon/reports/report';
import { UnreadableRecord } from '../../amazon/transport/unreadable';
import { filtersOf } from '../../n8n/forms/collections';
import { toInstant } from '../../n8n/forms/instant';
import { atMostTen, orDefault, statusFilter } from '../../n8n/forms/jobFilters';
import { marketplaceFilter } from '../../n8n/forms/marketplaces';
import { outputFields, shaperOf } from '../../n8n/forms/output';
import { limit, returnAll, takeUpTo } from '../../n8n/forms/paging';
import { reportTypesField } from '../../n8n/forms/reportTypes';
import type { EachOperation, Output } from '../../n8n/operation';
import { toList } from '../../n8n/params';
import { toProblemJson } from '../../n8n/problem';
import { REPORT_COLUMNS } from '../../n8n/reportJson';
import { ConfigError } from '../../rules/verdict/verdict';

const reportTypes: INodeProperties = {
	...reportTypesField,
	required: true,
	description: 'Which reports to list, at most ten types',
};

const filters = filtersOf(
	{
		displayName: 'Created After',
		name: 'createdSince',
		type: 'dateTime',
		default: '',
		description: 'Amazon lists reports for 90 days',
	},
	{ displayName: 'Created Before', name: 'createdUntil', type: 'dateTime', default: '' },
	{
		...marketplaceFilter,
		description:
			'At most ten; all of the seller when empty. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	statusFilter,
);

export const getMany: EachOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many reports',
	description: 'List reports, newest first; the only way to find settlements, which Amazon makes by itself',
	builderHint: 'Connect any trigger before it and Download after it.',
	fields: [reportTypes, returnAll, limit, filters, ...outputFields(REPORT_OUTPUT)],
	columns: REPORT_COLUMNS,
	async each({ client, params, signal }, item) {
		const chosen = params.group('filters', item);
		const types = atMostTen(params.list('reportTypes', item), 'Reports', 'in one list');
		if (types.length === 0)
			throw new ConfigError('Reports', 'at least one, for Amazon lists reports by their type');
		const marketplaceIds = atMostTen(toList(chosen.marketplaceIds), 'Marketplaces', 'or none, for all');
		const reports = fetchReports(
			client,
			{
				reportTypes: types,
				processingStatuses: orDefault(toList(chosen.processingStatuses), undefined),
				marketplaceIds: orDefault(marketplaceIds, undefined),
				createdSince: toInstant(chosen.createdSince, 'Created After'),
				createdUntil: toInstant(chosen.createdUntil, 'Created Before'),
			},
			signal,
		);
		const shape = shaperOf(params, item, REPORT_OUTPUT.idName);
		const outputs: Output[] = [];
		for await (const report of takeUpTo(reports, params, item)) {
			const json =
				report instanceof UnreadableRecord ? toProblemJson('reportId', report) : shape(reportForms(report));
			outputs.push({ json });
		}
		return outputs;
	},
};
