import { effectOf, type FaultEffect } from '../faults';
import type { DocumentMishap } from './documentMishaps';

/** What Amazon does to a report beside making it; decided when it is created. */
export interface ReportMishaps {
	endsAs?: 'FATAL' | 'CANCELLED';
	/** A FATAL report has a document that says why. */
	hasErrorDocument?: boolean;
	/** Stays IN_PROGRESS for so much longer. */
	stuckMs?: number;
	document: DocumentMishap[];
}

export const NO_MISHAPS: ReportMishaps = { document: [] };

/** The mishaps among the faults that strike a `createReport`. */
export function reportMishapsOf(faults: readonly FaultEffect[]): ReportMishaps {
	const fatal = effectOf(faults, 'report-fatal');
	const stuck = effectOf(faults, 'report-stuck');
	const isCancelled = effectOf(faults, 'report-cancelled') !== undefined;
	return {
		...(isCancelled && { endsAs: 'CANCELLED' }),
		...(fatal !== undefined && { endsAs: 'FATAL', hasErrorDocument: fatal.withDocument ?? false }),
		...(stuck !== undefined && { stuckMs: stuck.forMs }),
		document: faults.flatMap((fault) => (fault.kind === 'report-document' ? [fault.mishap] : [])),
	};
}
