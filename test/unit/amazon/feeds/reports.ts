import type { Feed, ProcessingStatus } from '../../../../nodes/amazon/feeds/feed';
import { parseReport, type FeedReport } from '../../../../nodes/amazon/feeds/report';

/** A feed as Amazon lists it, in the given stage. */
export function aFeed(processingStatus: ProcessingStatus, changes: Partial<Feed> = {}): Feed {
	return {
		feedId: '50001',
		feedType: 'JSON_LISTINGS_FEED',
		marketplaceIds: ['A1PA6795UKMFR9'],
		createdTime: '2026-11-23T12:00:00Z',
		processingStatus,
		...changes,
	};
}

export interface SketchedReport {
	issues?: unknown;
	items?: unknown;
	accepted?: number;
	invalid?: number;
}

/** A processing report as Amazon writes it, read. */
export function aReport({ issues = [], items, accepted = 1, invalid = 0 }: SketchedReport = {}): FeedReport {
	const summary = {
		errors: invalid,
		warnings: 0,
		messagesProcessed: accepted + invalid,
		messagesAccepted: accepted,
		messagesInvalid: invalid,
	};
	return parseReport(JSON.stringify({ header: {}, issues, summary, items }), '50001');
}
