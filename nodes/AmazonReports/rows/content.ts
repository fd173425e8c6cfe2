import type { IDataObject } from 'n8n-workflow';

import { fatalReason } from '../../amazon/reports/fatalReason';
import { openReport } from '../../amazon/reports/openReport';
import type { Report } from '../../amazon/reports/report';
import { reportTypeById } from '../../amazon/tables/reportTypes';
import type { DocumentDownload } from '../../amazon/transport/contract';
import { DocumentError, toError } from '../../amazon/transport/errors';
import type { Context } from '../../n8n/operation';
import { toText } from '../../n8n/params';
import { reportItem, reportName } from '../../n8n/reportJson';

/** How often a document that breaks off is read from its beginning. */
const READS = 3;

/** Opens a report's content, from its beginning each time. */
export type Open = () => Promise<DocumentDownload>;

/**
 * How to open a report's content; undefined for one that has none (yet, or for want of data), which `reportItem` explains.
 * Throws for a report that Amazon could not make, with the reason as far as Amazon gives one.
 */
export async function openingOf({ client, signal }: Context, report: Report): Promise<Open | undefined> {
	const { processingStatus, reportDocumentId, reportType, reportId } = report;
	if (processingStatus === 'FATAL') {
		const { message } = reportItem(report, await fatalReason(client, report, signal));
		throw new Error(`${reportName(reportType)} (${reportId}): ${toText(message)}`);
	}
	if (processingStatus !== 'DONE' || reportDocumentId === undefined) return undefined;
	// Of types that are not known to be restricted Amazon's refusal tells.
	const isRestricted = reportTypeById(reportType)?.isRestricted;
	return async () => await openReport(client, { reportDocumentId, isRestricted, signal });
}

/** One that breaks off on the way is read from its beginning, since nothing of it has been given away yet. */
export async function readWhole<T>(open: Open, read: (document: DocumentDownload) => Promise<T>): Promise<T> {
	for (let time = 1; ; time++) {
		try {
			return await read(await open());
		} catch (error) {
			const isCutOff = error instanceof DocumentError && error.code === 'Truncated';
			if (!isCutOff || time >= READS) throw toError(error);
		}
	}
}

/** Says above the output what somebody should know of the report. */
export function tell({ n8n }: Context, { reportType }: Report, sentences: readonly string[]): void {
	const said = sentences.filter((sentence) => sentence !== '');
	if (said.length === 0) return;
	const message = `${reportName(reportType)}: ${said.join(' ')}`;
	n8n.addExecutionHints({ message, location: 'outputPane' });
}

/** The facts of a report without the words about its stage. */
export function factsOf(report: Report): IDataObject {
	return { ...reportItem(report), message: '' };
}
