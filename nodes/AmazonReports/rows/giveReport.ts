import type { IDataObject } from 'n8n-workflow';

import { factsOf, openingOf, tell, type Open } from './content';
import { inWordsOfForm, readRowTerms } from './readRowTerms';
import { readWhole } from '../../amazon/documents/readWhole';
import { readRows } from '../../amazon/reports/reading/readRows';
import { NO_ROWS_SAID } from '../../amazon/reports/reading/reading';
import type { ReadingSummary, ReportRow, RowTerms } from '../../amazon/reports/reading/rowTerms';
import type { Report } from '../../amazon/reports/report';
import { reportTypeById } from '../../amazon/tables/reportTypes';
import type { DocumentDownload } from '../../amazon/transport/contract';
import { toBinary } from '../../n8n/binary';
import type { Context, Output } from '../../n8n/operation';
import { reportItem } from '../../n8n/reportJson';

/** The outputs of a step that gives a report's content. */
export const ROW_OUTPUTS = ['Rows', 'No Rows'] as const;
export const NO_ROWS = 1;

/** More items than these make n8n slow. */
const MANY_ITEMS = 50_000;

/**
 * The content of a report as the form wants it: rows, their number, or the file. A report that is not there, or holds no row,
 * leaves through the second output with the reason.
 * Throws for a report that Amazon could not make, and for a document that cannot be read.
 */
export async function giveReport(context: Context, item: number, report: Report): Promise<Output[]> {
	const open = await openingOf(context, report);
	if (open === undefined) return [{ output: NO_ROWS, json: reportItem(report) }];
	if (context.params.text('give', item) === 'file') return [await toFile(context, item, { report, open })];
	refuseFileForPeople(report);
	const terms = readRowTerms(context.params, item, report);
	const { rows, told } = await readWhole(open, async (document) => await readAll(document, terms));
	tell(context, report, [...told.warnings, ...remarksOn(told, rows.length)]);
	if (terms.isCountOnly === true) return [{ json: countOf(report, told) }];
	if (rows.length > 0) return rows.map((json) => ({ json }));
	return [{ output: NO_ROWS, json: { ...factsOf(report), status: 'empty', message: whyEmpty(told, terms) } }];
}

function refuseFileForPeople({ reportId, reportType }: Report): void {
	const facts = reportTypeById(reportType);
	if (facts?.format !== 'file') return;
	throw new Error(`${facts.name} (${reportId}) is a file for people and has no rows. Choose File in Give`);
}

interface Read {
	rows: IDataObject[];
	told: ReadingSummary;
}

async function readAll(document: DocumentDownload, terms: RowTerms): Promise<Read> {
	const isBatch = (terms.rowsPerBatch ?? 1) > 1;
	// Rows that become items one by one are read in batches all the same, which is quicker.
	const reading = readRows(document, isBatch ? terms : { ...terms, rowsPerBatch: undefined });
	const rows: IDataObject[] = [];
	let firstRow = 1;
	try {
		for await (const batch of reading.batches) {
			if (!isBatch) for (const row of batch) rows.push(row);
			else rows.push(toBatchItem(batch, firstRow));
			firstRow += batch.length;
		}
	} catch (error) {
		throw inWordsOfForm(error);
	}
	return { rows, told: reading.told() };
}

/** @param firstRow which of the kept rows the first one is, counted from 1 */
function toBatchItem(rows: ReportRow[], firstRow: number): IDataObject {
	return { firstRow, lastRow: firstRow + rows.length - 1, rows };
}

function countOf(report: Report, { rows, kept, columns, isWhole, warnings }: ReadingSummary): IDataObject {
	const { status, ...facts } = factsOf(report);
	const counted = kept === rows ? `${rows} rows.` : `${kept} of ${rows} rows.`;
	const message = [counted, ...warnings].join(' ');
	return { status, rows: kept, ...facts, message, rowsRead: rows, isWhole, columns: columns.join(', ') };
}

function whyEmpty({ rows, warnings }: ReadingSummary, { keepWhere = [] }: RowTerms): string {
	if (rows === 0)
		return ['The report holds no rows.', ...warnings.filter((said) => said !== NO_ROWS_SAID)].join(' ');
	const what = keepWhere.length === 0 ? 'could be read' : 'is as the conditions say';
	return [`None of its rows (${rows}) ${what}.`, ...warnings].join(' ');
}

function remarksOn({ kept, isWhole }: ReadingSummary, items: number): string[] {
	return [
		isWhole ? '' : `Reading stopped after ${kept} rows, as Stop After says.`,
		items > MANY_ITEMS
			? `${items} rows are many for n8n: choose Rows per Item, and keep only the columns that you need.`
			: '',
	];
}

const KINDS: Readonly<Record<string, { ending: string; mimeType: string }>> = {
	tsv: { ending: 'txt', mimeType: 'text/tab-separated-values' },
	csv: { ending: 'csv', mimeType: 'text/csv' },
	xml: { ending: 'xml', mimeType: 'text/xml' },
	json: { ending: 'json', mimeType: 'application/json' },
};
const UNKNOWN_KIND = { ending: 'txt', mimeType: 'application/octet-stream' };

async function toFile(
	{ n8n, params }: Context,
	item: number,
	{ report, open }: { report: Report; open: Open },
): Promise<Output> {
	const { ending, mimeType } = KINDS[reportTypeById(report.reportType)?.format ?? ''] ?? UNKNOWN_KIND;
	const fileName = `${report.reportType}-${report.reportId}.${ending}`;
	const binary = await readWhole(
		open,
		async ({ chunks, contentType }) =>
			await toBinary(n8n, { chunks, fileName, mimeType: contentType || mimeType }),
	);
	return { json: reportItem(report), binary: { [params.text('binaryField', item)]: binary } };
}
