import type { IDataObject } from 'n8n-workflow';

import type { Condition } from '../../amazon/reports/reading/conditions';
import type { RowTerms } from '../../amazon/reports/reading/rowTerms';
import type { Report } from '../../amazon/reports/report';
import { marketplaceById } from '../../amazon/tables/marketplaces';
import { notationOf } from '../../amazon/tables/notations';
import { toEnglishHeader } from '../../amazon/tables/reportHeaders';
import { reportTypeById } from '../../amazon/tables/reportTypes';
import { optionalNumber, toEntries, toText, type Params } from '../../n8n/params';
import { ConfigError } from '../../rules/verdict/verdict';

/** What is known of the report and what the form wants of its rows. */
export function readRowTerms(params: Params, item: number, report: Report): RowTerms {
	const { columnNames, rowsPerItem, stopAfter, typed } = params.group('options', item);
	const facts = reportTypeById(report.reportType);
	const [marketplaceId] = report.marketplaceIds ?? [];
	return {
		format: facts?.format === 'file' ? undefined : facts?.format,
		isQuoted: facts?.isQuoted,
		records: facts?.records,
		expectedColumns: facts?.columns,
		rowsPerBatch: Math.max(1, Math.floor(optionalNumber(rowsPerItem, 'Rows per Item') ?? 1)),
		keepColumns: params.list('columns', item),
		keepWhere: toEntries(params.value('keepWhere', item, {}), 'condition').map(toCondition),
		stopAfter: optionalNumber(stopAfter, 'Stop After (Rows)'),
		headerNames: columnNames === 'plain' ? 'plain' : 'asWritten',
		translateHeaders: columnNames === 'english' ? toEnglishHeader : undefined,
		isTyped: typed === true,
		notation: notationOf(marketplaceId),
		charset: marketplaceById(marketplaceId ?? '')?.iso === 'JP' ? 'windows-31j' : undefined,
		isCountOnly: params.text('give', item) === 'count',
	};
}

function toCondition(entry: IDataObject): Condition {
	const column = toText(entry.column).trim();
	if (column === '') throw new ConfigError('Keep Rows Where: Column', 'the name of a column');
	const { is, value, from, to } = entry;
	if (is === 'between') return { column, from: toText(from), to: toText(to) };
	return is === 'contains' ? { column, contains: toText(value) } : { column, equals: toText(value) };
}
