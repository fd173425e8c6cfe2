import type { SimState } from '../state';
import { makeDocument, makeErrorDocument } from './makeDocument';
import { dueAtMs, type StoredReport } from './report';
import { knownType } from './reportTypes';

const DAY_MS = 24 * 3600_000;

interface Ending {
	status: 'DONE' | 'FATAL' | 'CANCELLED';
	reportDocumentId?: string;
}

function fatal(state: SimState, report: StoredReport, reason?: string): Ending {
	if (report.document !== undefined) return withDocument('FATAL', makeDocument(state, report));
	return withDocument('FATAL', reason === undefined ? undefined : makeErrorDocument(state, report, reason));
}

function withDocument(status: Ending['status'], reportDocumentId: string | undefined): Ending {
	return { status, ...(reportDocumentId === undefined ? {} : { reportDocumentId }) };
}

function endOf(state: SimState, report: StoredReport): Ending {
	const { mishaps, options, document, startMs, endMs } = report;
	const made = knownType(report.reportType)?.made;
	if (mishaps.endsAs === 'CANCELLED') return { status: 'CANCELLED' };
	if (mishaps.endsAs === 'FATAL')
		return fatal(state, report, mishaps.hasErrorDocument ? 'An internal error occurred.' : undefined);
	if (report.isTooSoon) return { status: 'FATAL' };
	if (document === undefined) {
		const isTooLong = made?.longestDays !== undefined && endMs - startMs > made.longestDays * DAY_MS;
		// "Some report types have limitations on how large the range can be": FATAL (selling-partner-api-docs, issue 1264).
		if (isTooLong) return { status: 'FATAL' };
		const fault = made?.faultOf?.(options);
		if (fault !== undefined) return fatal(state, report, fault);
	}
	const id = makeDocument(state, report);
	// "An automatic cancellation if there is no data to return" (Amazon's model, `processingStatus`).
	return id === undefined ? { status: 'CANCELLED' } : withDocument('DONE', id);
}

/** Ends a report whose time has come, and makes its document. */
export function endReport(state: SimState, report: StoredReport): void {
	report.ended = { ...endOf(state, report), atMs: dueAtMs(report) };
}
