import { addIssue, type FeedReport, type FeedSummary, type Issue } from './report';
import { parseXml, type XmlNode } from './xml';

/** In bytes, and so in characters too. A report on 30,000 messages, each refused, has about 15 MB. */
export const MAX_ORDER_REPORT = 64 * 1024 * 1024;

/**
 * The report of an order feed (Amazon's ProcessingReport.xsd), in the shape of every report. It names what was
 * refused or remarked on only.
 * Throws when the text is not one, names another encoding than UTF-8 or is larger than `MAX_ORDER_REPORT`.
 */
export function parseOrderReport(text: string, feedId: string): FeedReport {
	const reports = findReports(text, feedId);
	const results = reports.flatMap((report) => report.all('Result'));
	const report: FeedReport = {
		byMessage: new Map(),
		bySku: new Map(),
		general: [],
		items: new Map(),
		summary: toSummary(reports, results),
	};
	for (const result of results) {
		const messageId = readCount(result.text('MessageID')) ?? 0;
		const issue = toIssue(result);
		// Message 0 stands for the feed as a whole.
		if (messageId === 0) report.general.push(issue);
		else addIssue(report, messageId, issue, { sku: infoOf(result, 'SKU'), orderId: issue.orderId });
	}
	return report;
}

function findReports(text: string, feedId: string): XmlNode[] {
	const reports = parse(text, feedId)
		.all('AmazonEnvelope')
		.flatMap((envelope) => envelope.all('Message'))
		.flatMap((message) => message.all('ProcessingReport'));
	if (reports.length > 0) return reports;
	throw unlikeReport(feedId, 'it holds no ProcessingReport');
}

function parse(text: string, feedId: string): XmlNode {
	try {
		return parseXml(text, MAX_ORDER_REPORT);
	} catch (error) {
		throw unlikeReport(feedId, error instanceof Error ? error.message : String(error));
	}
}

function unlikeReport(feedId: string, reason: string): Error {
	return new Error(
		`The processing report of feed ${feedId} is not in the form of an order feed report: ${reason}. Feed: Download gets it as a file`,
	);
}

function toIssue(result: XmlNode): Issue {
	const code = result.text('ResultMessageCode');
	const orderId = infoOf(result, 'AmazonOrderID');
	return {
		...(code !== undefined && { code }),
		severity: toSeverity(result.text('ResultCode')),
		message: result.text('ResultDescription') ?? 'Amazon gave no reason',
		...(orderId !== undefined && { orderId }),
	};
}

function toSeverity(code: string | undefined): Issue['severity'] {
	if (code === 'Warning') return 'WARNING';
	return code === 'Success' ? 'INFO' : 'ERROR';
}

function infoOf(result: XmlNode, name: string): string | undefined {
	return result.all('AdditionalInfo')[0]?.text(name);
}

/** Amazon's counts, if each report has them all. */
function toSummary(reports: readonly XmlNode[], results: readonly XmlNode[]): FeedSummary | undefined {
	const counts = reports.flatMap((report) => toCounts(report.all('ProcessingSummary')[0]) ?? []);
	if (counts.length < reports.length) return undefined;
	const sum = (name: keyof Counts) => counts.reduce((total, count) => total + count[name], 0);
	const count = (severity: Issue['severity']) =>
		results.filter((result) => toSeverity(result.text('ResultCode')) === severity).length;
	return {
		messagesProcessed: sum('processed'),
		messagesAccepted: sum('accepted'),
		messagesInvalid: sum('refused'),
		errors: count('ERROR'),
		warnings: count('WARNING'),
	};
}

interface Counts {
	processed: number;
	accepted: number;
	refused: number;
}

function toCounts(summary: XmlNode | undefined): Counts | undefined {
	const processed = readCount(summary?.text('MessagesProcessed'));
	const successful = readCount(summary?.text('MessagesSuccessful'));
	const refused = readCount(summary?.text('MessagesWithError'));
	const warned = readCount(summary?.text('MessagesWithWarning')) ?? 0;
	if (processed === undefined || successful === undefined || refused === undefined) return undefined;
	// Messages with a warning are counted apart where only then the counts add up.
	const areApart = successful + refused < processed && successful + refused + warned === processed;
	return { processed, accepted: areApart ? successful + warned : successful, refused };
}

/** Amazon's numbers are texts, with zeros before them now and then. */
function readCount(text: string | undefined): number | undefined {
	return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
