import type { IDataObject } from 'n8n-workflow';

import { fatalReason } from '../../amazon/reports/fatalReason';
import { openReport } from '../../amazon/reports/openReport';
import type { Report } from '../../amazon/reports/report';
import { reportTypeById } from '../../amazon/tables/reportTypes';
import type { DocumentDownload } from '../../amazon/transport/contract';
import type { Context } from '../../n8n/operation';
import { toText } from '../../n8n/params';
import { reportItem, reportName } from '../../n8n/reportJson';

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
