import { isTextList } from '../json';
import type { SimState } from '../state';
import { documentFault, type DocumentSpec } from './documentSpec';
import { endReport } from './endReport';
import { DOCUMENT_MISHAPS, type DocumentMishap } from './documentMishaps';
import type { ReportMishaps } from './mishaps';
import { REPORT_STATUSES, type ReportStatus, type StoredReport } from './report';
import { knownType } from './reportTypes';

const WEEK_MS = 7 * 24 * 3600_000;

/** A report made to measure. */
export interface ReportSpec {
	/** Default the simulator's first seller. */
	sellerId?: string;
	reportType: string;
	/** Default all of the seller's. */
	marketplaceIds?: string[];
	/** ISO 8601; default a week before the creation, and the creation. */
	dataStartTime?: string;
	dataEndTime?: string;
	reportOptions?: Record<string, string>;
	/** Milliseconds since 1970; default now. */
	createdAtMs?: number;
	/** Default DONE; the two that are no end stay for ever. Without data a DONE is CANCELLED, as at Amazon's. */
	status?: ReportStatus;
	/** Default the seller's own orders and listings. Of a FATAL report: what says why. */
	document?: DocumentSpec;
	mishaps?: DocumentMishap[];
	/** It is not there, but the answer to the next createReport of its type: any type, and made in the usual time. */
	whenRequested?: boolean;
}

function check(spec: ReportSpec): void {
	const { reportType, status, document, mishaps = [], marketplaceIds } = spec;
	if (typeof reportType !== 'string' || knownType(reportType) === undefined)
		throw new Error(`Amazon has no report type ${String(reportType)}`);
	if (status !== undefined && !REPORT_STATUSES.includes(status)) throw new Error(`No report is ${status}`);
	const fault = document === undefined ? undefined : documentFault(document);
	if (fault !== undefined) throw new Error(fault);
	if (!isTextList(mishaps)) throw new Error('"mishaps" must be a list');
	const unknown = mishaps.find((mishap) => !DOCUMENT_MISHAPS.includes(mishap));
	if (unknown !== undefined)
		throw new Error(`Unknown mishap "${unknown}". Known: ${DOCUMENT_MISHAPS.join(', ')}`);
	if (marketplaceIds !== undefined && (!isTextList(marketplaceIds) || marketplaceIds.length === 0))
		throw new Error('"marketplaceIds" must be a list of ids');
}

function timeOf(name: string, text: string | undefined, fallback: number): number {
	const atMs = text === undefined ? fallback : Date.parse(text);
	if (Number.isNaN(atMs)) throw new Error(`"${name}" is not an ISO 8601 time`);
	return atMs;
}

function mishapsOf({ status, document, mishaps = [] }: ReportSpec): ReportMishaps {
	return {
		document: mishaps,
		...(status === 'FATAL' || status === 'CANCELLED' ? { endsAs: status } : {}),
		...(document === undefined ? {} : { hasErrorDocument: true }),
		...(status === 'IN_PROGRESS' ? { stuckMs: Number.POSITIVE_INFINITY } : {}),
	};
}

/**
 * Adds a report, or with `whenRequested` prepares one: then there is nothing to give back. Throws for what no report
 * can be.
 */
export function addReport(state: SimState, spec: ReportSpec): StoredReport | undefined {
	check(spec);
	const { reportType, status, document, createdAtMs = state.amazonMs() } = spec;
	const seller = state.seller(spec.sellerId ?? state.seed.sellers[0]?.sellerId ?? '');
	const mishaps = mishapsOf(spec);
	const wanted = {
		sellerId: seller.sellerId,
		reportType,
		mishaps,
		...(document === undefined ? {} : { document }),
	};
	if (spec.whenRequested === true) {
		state.reports.prepare(wanted);
		return undefined;
	}
	const endMs = timeOf('dataEndTime', spec.dataEndTime, createdAtMs);
	const report = state.reports.create({
		...{ ...wanted, createdAtMs, endMs, skewMs: 0, options: spec.reportOptions ?? {} },
		marketplaceIds: spec.marketplaceIds ?? seller.marketplaceIds,
		startMs: timeOf('dataStartTime', spec.dataStartTime, endMs - WEEK_MS),
		delayMs: status === 'IN_QUEUE' ? Number.POSITIVE_INFINITY : 0,
	});
	if (status !== 'IN_QUEUE' && status !== 'IN_PROGRESS') endReport(state, report);
	return report;
}
