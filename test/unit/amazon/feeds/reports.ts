import type { TextReader } from '../../../../nodes/amazon/documents/readWhole';
import type { Feed } from '../../../../nodes/amazon/feeds/feed';
import type { ProcessingStatus } from '../../../../nodes/amazon/jobs/job';
import { ListingsReportReader } from '../../../../nodes/amazon/feeds/listingsReport';
import { OrderReportReader } from '../../../../nodes/amazon/feeds/orderReport';
import type { FeedReport } from '../../../../nodes/amazon/feeds/report';

/** The report of a listings feed, read in one piece. */
export function parseReport(text: string, feedId: string): FeedReport {
	return readIn(new ListingsReportReader(feedId), [text]);
}

/** The report of an order feed, read in one piece. */
export function parseOrderReport(text: string, feedId: string): FeedReport {
	return readIn(new OrderReportReader(feedId), [text]);
}

/** A report that comes in pieces. */
function readIn(reader: TextReader<FeedReport>, pieces: Iterable<string>): FeedReport {
	for (const piece of pieces) reader.write(piece);
	return reader.end();
}

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
	/** Their sum unless told. */
	processed?: number;
	noSummary?: boolean;
}

/** A processing report as Amazon writes it, read. */
export function aReport(sketch: SketchedReport = {}): FeedReport {
	const { issues = [], items, accepted = 1, invalid = 0, processed = accepted + invalid, noSummary } = sketch;
	const summary = {
		errors: invalid,
		warnings: 0,
		messagesProcessed: processed,
		messagesAccepted: accepted,
		messagesInvalid: invalid,
	};
	const report = { header: {}, issues, ...(noSummary !== true && { summary }), items };
	return parseReport(JSON.stringify(report), '50001');
}

/** One `Result` of an order feed's report. */
export interface SketchedResult {
	messageId?: string;
	code?: string;
	resultCode?: string;
	text?: string;
	/** XML of `AdditionalInfo`. */
	info?: string;
}

/** XML of one result as Amazon writes it. */
export function aResult({
	messageId = '1',
	code = '18028',
	resultCode = 'Error',
	text = 'No such order.',
	info,
}: SketchedResult): string {
	return (
		`<Result><MessageID>${messageId}</MessageID><ResultCode>${resultCode}</ResultCode>` +
		`<ResultMessageCode>${code}</ResultMessageCode><ResultDescription>${text}</ResultDescription>` +
		`${info === undefined ? '' : `<AdditionalInfo>${info}</AdditionalInfo>`}</Result>`
	);
}

/** XML of a processing report as Amazon writes it. */
export function orderReportText(
	results: string,
	{ processed = 2, successful = 1, withError = 1, withWarning = 0 } = {},
): string {
	return (
		'<?xml version="1.0" encoding="UTF-8"?>\n' +
		'<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">\n' +
		'<Header><DocumentVersion>1.02</DocumentVersion><MerchantIdentifier>A2EXAMPLE1SELLER</MerchantIdentifier></Header>\n' +
		'<MessageType>ProcessingReport</MessageType>\n<Message>\n<MessageID>1</MessageID>\n<ProcessingReport>\n' +
		'<DocumentTransactionID>50001</DocumentTransactionID>\n<StatusCode>Complete</StatusCode>\n<ProcessingSummary>' +
		`<MessagesProcessed>${processed}</MessagesProcessed><MessagesSuccessful>${successful}</MessagesSuccessful>` +
		`<MessagesWithError>${withError}</MessagesWithError><MessagesWithWarning>${withWarning}</MessagesWithWarning>` +
		`</ProcessingSummary>\n${results}\n</ProcessingReport>\n</Message>\n</AmazonEnvelope>\n`
	);
}

/** An order feed's processing report, read. */
export function anOrderReport(
	results: readonly SketchedResult[],
	counts?: Parameters<typeof orderReportText>[1],
): FeedReport {
	return parseOrderReport(orderReportText(results.map(aResult).join(''), counts), '50001');
}
