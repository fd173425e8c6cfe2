import type { IDataObject } from 'n8n-workflow';

import { compileCondition, type Condition } from '../../amazon/reports/reading/conditions';
import type { RowTerms } from '../../amazon/reports/reading/rowTerms';
import type { Report } from '../../amazon/reports/report';
import { marketplaceById } from '../../amazon/tables/marketplaces';
import { notationOf } from '../../amazon/tables/notations';
import { toEnglishHeader } from '../../amazon/tables/reportHeaders';
import { reportTypeById } from '../../amazon/tables/reportTypes';
import { toError } from '../../amazon/transport/errors';
import { optionalNumber, toEntries, toText, type Params } from '../../n8n/params';
import { ConfigError, withFieldNames } from '../../rules/verdict/verdict';

type ReportFacts = Pick<Report, 'reportType' | 'marketplaceIds'>;

/** What is known of the report and what the form wants of its rows. */
export function readRowTerms(params: Params, item: number, report: ReportFacts): RowTerms {
	const { columnNames, rowsPerItem, stopAfter, typed } = params.group('options', item);
	const facts = reportTypeById(report.reportType);
	const [marketplaceId] = report.marketplaceIds ?? [];
	return {
		format: facts?.format === 'file' ? undefined : facts?.format,
		isQuoted: facts?.isQuoted,
		records: facts?.records,
		expectedColumns: facts?.columns,
		rowsPerBatch: Math.floor(atLeastOne(rowsPerItem, 'Rows per Item') ?? 1),
		keepColumns: params.list('columns', item),
		keepWhere: toEntries(params.value('keepWhere', item, {}), 'condition').map(toCondition),
		stopAfter: atLeastOne(stopAfter, 'Stop After (Rows)'),
		headerNames: columnNames === 'plain' ? 'plain' : 'asWritten',
		translateHeaders: columnNames === 'english' ? toEnglishHeader : undefined,
		isTyped: typed === true,
		notation: notationOf(marketplaceId),
		charset: marketplaceById(marketplaceId ?? '')?.iso === 'JP' ? 'windows-31j' : undefined,
		isCountOnly: params.text('give', item) === 'count',
	};
}

/** Throws for what could be read of no report at all, which is better known before one is asked for. */
export function checkRowTerms(params: Params, item: number): void {
	if (params.text('give', item) === 'file') return;
	const { keepWhere = [] } = readRowTerms(params, item, { reportType: '' });
	withFieldNames(labelOf, () => keepWhere.forEach((condition) => compileCondition(condition)));
}

/** The same error with the form's name of the field. */
export function inWordsOfForm(error: unknown): Error {
	if (!(error instanceof ConfigError)) return toError(error);
	return new ConfigError(labelOf(error.field), error.allowed, error.given);
}

function labelOf(field: string): string {
	return field === 'keepWhere' ? 'Keep Rows Where' : field;
}

/** Fewer would look like a report without rows. */
function atLeastOne(given: unknown, label: string): number | undefined {
	const rows = optionalNumber(given, label);
	if (rows === undefined || rows >= 1) return rows;
	throw new ConfigError(label, 'at least 1', rows);
}

function toCondition(entry: IDataObject): Condition {
	const column = toText(entry.column).trim();
	if (column === '') throw new ConfigError('Keep Rows Where: Column', 'the name of a column');
	const { is, value, from, to } = entry;
	if (is === 'between') return { column, from: toText(from), to: toText(to) };
	return is === 'contains' ? { column, contains: toText(value) } : { column, equals: toText(value) };
}
