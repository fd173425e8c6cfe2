import type { IDataObject } from 'n8n-workflow';

import { readRowTerms } from './readRowTerms';
import { fatalReason } from '../../amazon/reports/fatalReason';
import { openReport } from '../../amazon/reports/openReport';
import { readRows } from '../../amazon/reports/reading/readRows';
import type { ReadingSummary, ReportRow, RowTerms } from '../../amazon/reports/reading/rowTerms';
import type { Report } from '../../amazon/reports/report';
import { reportTypeById, type ReportType } from '../../amazon/tables/reportTypes';
import type { Client, DocumentDownload } from '../../amazon/transport/contract';
import { DocumentError, toError } from '../../amazon/transport/errors';
import { toBinary } from '../../n8n/binary';
import type { Context, Output } from '../../n8n/operation';
import { toText } from '../../n8n/params';
import { reportItem, reportName } from '../../n8n/reportJson';

/** The outputs of a step that gives a report's content. */
export const ROW_OUTPUTS = ['Rows', 'No Rows'] as const;
export const NO_ROWS = 1;

/** How often a document that breaks off is read from its beginning. */
const READS = 3;

/** More items than these make n8n slow. */
const MANY_ITEMS = 50_000;

/**
 * The content of a report as the form wants it: rows, their number, or the file. A report that is not there, or holds no row,
 * leaves through the second output with the reason.
 * Throws for a report that Amazon could not make, and for a document that cannot be read.
 */
export async function giveReport(context: Context, item: number, report: Report): Promise<Output[]> {
	const { client, params, signal } = context;
	if (report.processingStatus === 'FATAL') throw await failed(client, report, signal);
	const documentId = report.reportDocumentId;
	if (report.processingStatus !== 'DONE' || documentId === undefined)
		return [{ output: NO_ROWS, json: reportItem(report) }];
	const facts = reportTypeById(report.reportType);
	if (params.text('give', item) === 'file') return [await toFile(context, item, report, facts)];
	refuseFileForPeople(report, facts);
	const terms = readRowTerms(params, item, report);
	const open = async () =>
		await openReport(client, { reportDocumentId: documentId, isRestricted: isRestricted(facts), signal });
	const { rows, told } = await readWhole(open, terms);
	tellWarnings(context, report, told);
	const json = summaryOf(report, told);
	if (terms.isCountOnly === true) return [{ json }];
	if (rows.length === 0)
		return [{ output: NO_ROWS, json: { ...json, status: 'empty', message: emptyWords(told) } }];
	return rows.map((row) => ({ json: row }));
}

async function failed(client: Client, report: Report, signal?: AbortSignal): Promise<Error> {
	const { message } = reportItem(report, await fatalReason(client, report, signal));
	return new Error(`${reportName(report.reportType)} (${report.reportId}): ${toText(message)}`);
}

/** Known types say it; of others Amazon's refusal tells. */
function isRestricted(facts: ReportType | undefined): boolean | undefined {
	return facts === undefined ? undefined : facts.isRestricted === true ? true : undefined;
}

function refuseFileForPeople({ reportId }: Report, facts: ReportType | undefined): void {
	if (facts?.format !== 'file') return;
	throw new Error(`${facts.name} (${reportId}) is a file for people and has no rows. Choose File in Give`);
}

interface Read {
	rows: IDataObject[];
	told: ReadingSummary;
}

/** One that breaks off on the way is read from its beginning, since nothing of it has been given away yet. */
async function readWhole(open: () => Promise<DocumentDownload>, terms: RowTerms): Promise<Read> {
	for (let read = 1; ; read++) {
		try {
			return await readOnce(await open(), terms);
		} catch (error) {
			const isCutOff = error instanceof DocumentError && error.code === 'Truncated';
			if (!isCutOff || read >= READS) throw toError(error);
		}
	}
}

async function readOnce(document: DocumentDownload, terms: RowTerms): Promise<Read> {
	const isBatch = (terms.rowsPerBatch ?? 1) > 1;
	// Rows that become items one by one are read in batches all the same, which is quicker.
	const reading = readRows(document, isBatch ? terms : { ...terms, rowsPerBatch: undefined });
	const rows: IDataObject[] = [];
	let from = 1;
	for await (const batch of reading.batches) {
		if (!isBatch) for (const row of batch) rows.push(row);
		else rows.push(toBatchItem(batch, from));
		from += batch.length;
	}
	return { rows, told: reading.told() };
}

/** @param from which of the kept rows the first one is, counted from 1 */
function toBatchItem(rows: ReportRow[], from: number): IDataObject {
	return { from, to: from + rows.length - 1, rows };
}

function summaryOf(report: Report, { rows, kept, columns, isWhole, warnings }: ReadingSummary): IDataObject {
	const { message: _, ...facts } = reportItem(report);
	return {
		...facts,
		message: warnings.join(' '),
		rows: kept,
		rowsRead: rows,
		isWhole,
		columns: [...columns],
	};
}

function emptyWords({ rows, warnings }: ReadingSummary): string {
	const words =
		rows === 0 ? 'The report holds no rows.' : `None of its ${rows} rows is as the conditions say.`;
	return [words, ...warnings].join(' ');
}

function tellWarnings({ n8n }: Context, report: Report, { warnings, kept, isWhole }: ReadingSummary): void {
	const said = [...warnings];
	if (!isWhole) said.push(`Reading stopped after ${kept} rows, as Stop After says.`);
	if (kept > MANY_ITEMS)
		said.push(
			`${kept} rows are many for n8n: choose Rows per Item, and keep only the columns that you need.`,
		);
	if (said.length === 0) return;
	n8n.addExecutionHints({
		message: `${reportName(report.reportType)}: ${said.join(' ')}`,
		location: 'outputPane',
	});
}

const KINDS: Readonly<Record<string, { ending: string; mimeType: string }>> = {
	tsv: { ending: 'txt', mimeType: 'text/tab-separated-values' },
	csv: { ending: 'csv', mimeType: 'text/csv' },
	xml: { ending: 'xml', mimeType: 'text/xml' },
	json: { ending: 'json', mimeType: 'application/json' },
};

async function toFile(
	{ client, n8n, params, signal }: Context,
	item: number,
	report: Report,
	facts: ReportType | undefined,
): Promise<Output> {
	const { reportDocumentId = '', reportId, reportType } = report;
	const opening = { reportDocumentId, isRestricted: isRestricted(facts), signal };
	const { chunks, contentType } = await openReport(client, opening);
	const { ending, mimeType } = KINDS[facts?.format ?? ''] ?? {
		ending: 'txt',
		mimeType: 'application/octet-stream',
	};
	const fileName = `${reportType}-${reportId}.${ending}`;
	const binary = await toBinary(n8n, { chunks, fileName, mimeType: contentType || mimeType });
	return { json: reportItem(report), binary: { [params.text('binaryField', item)]: binary } };
}
