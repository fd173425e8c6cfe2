import { dueAtMs, type StoredReport } from './report';

/** Of one seller; the oldest are forgotten beyond it. */
const MAX_REPORTS = 10_000;
const FIRST_REPORT_ID = 50_028_000_001;

/** A report that waits for somebody to ask for its type. */
export type PreparedReport = Pick<StoredReport, 'sellerId' | 'reportType' | 'document' | 'mishaps'>;

/** All reports. Ids are unique for one seller only ("unique only in combination with a seller ID", Amazon's model). */
export class Reports {
	private readonly bySeller = new Map<string, Map<string, StoredReport>>();
	private readonly nextIds = new Map<string, number>();
	private waiting: StoredReport[] = [];
	private prepared: PreparedReport[] = [];

	create(report: Omit<StoredReport, 'reportId'>): StoredReport {
		const { sellerId } = report;
		const id = this.nextIds.get(sellerId) ?? FIRST_REPORT_ID;
		this.nextIds.set(sellerId, id + 1);
		const stored: StoredReport = { ...report, reportId: String(id) };
		const own = this.bySeller.get(sellerId) ?? new Map<string, StoredReport>();
		this.bySeller.set(sellerId, own.set(stored.reportId, stored));
		this.waiting.push(stored);
		const oldest = own.keys().next().value;
		if (own.size > MAX_REPORTS && oldest !== undefined) own.delete(oldest);
		return stored;
	}

	find(sellerId: string, reportId: string): StoredReport | undefined {
		return this.bySeller.get(sellerId)?.get(reportId);
	}

	/** One seller's, newest first. */
	list(sellerId: string): StoredReport[] {
		return [...(this.bySeller.get(sellerId)?.values() ?? [])]
			.reverse()
			.sort((a, b) => b.createdAtMs - a.createdAtMs);
	}

	/** Ends a report that has not begun. */
	cancel(report: StoredReport, nowMs: number): void {
		report.ended = { status: 'CANCELLED', atMs: nowMs };
	}

	/** Whether a report of the type is being made, or was made after a moment, for one of the marketplaces. */
	wasMadeSince(
		report: Pick<StoredReport, 'sellerId' | 'reportType' | 'marketplaceIds'>,
		sinceMs: number,
	): boolean {
		return this.list(report.sellerId).some(
			({ reportType, marketplaceIds, createdAtMs, ended }) =>
				reportType === report.reportType &&
				createdAtMs > sinceMs &&
				(ended === undefined || ended.status === 'DONE') &&
				marketplaceIds.some((id) => report.marketplaceIds.includes(id)),
		);
	}

	prepare(report: PreparedReport): void {
		this.prepared.push(report);
	}

	/** The first that waits for the type; it is gone then. */
	takePrepared(sellerId: string, reportType: string): PreparedReport | undefined {
		const found = this.prepared.find((one) => one.sellerId === sellerId && one.reportType === reportType);
		this.prepared = this.prepared.filter((one) => one !== found);
		return found;
	}

	isPrepared(sellerId: string, reportType: string): boolean {
		return this.prepared.some((one) => one.sellerId === sellerId && one.reportType === reportType);
	}

	/** Takes out the reports that are due and not yet ended, in the order in which they fall due. */
	takeDue(nowMs: number): StoredReport[] {
		const open = this.waiting.filter(({ ended }) => ended === undefined);
		this.waiting = open.filter((report) => dueAtMs(report) > nowMs);
		return open.filter((report) => dueAtMs(report) <= nowMs).sort((a, b) => dueAtMs(a) - dueAtMs(b));
	}
}
