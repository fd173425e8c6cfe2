import type { TextReader } from '../documents/readWhole';
import {
	nameIn,
	parsing,
	ReportFile,
	toWords,
	type FeedReport,
	type FeedSummary,
	type Issue,
} from './report';
import { parseXml, type XmlNode } from './xml';
import { XmlElements, type XmlSink } from '../documents/xmlElements';

const REPORT = 'AmazonEnvelope/Message/ProcessingReport';
const RESULT = `${REPORT}/Result`;
const SUMMARY = `${REPORT}/ProcessingSummary`;

/** Each takes the XML parser far longer than JSON: six for each message of a full feed will do. */
const WEIGHT_OF_RESULT = 320;

const UNREADABLE: Issue = { severity: 'ERROR', message: 'A result of the report is too long to be read' };

/**
 * Reads the report of an order feed (Amazon's ProcessingReport.xsd) into the shape of every report. It names what was
 * refused or remarked on only. A result that cannot be read is an issue of the feed.
 */
export class OrderReportReader implements TextReader<FeedReport>, XmlSink {
	private readonly file: ReportFile;
	private readonly elements: XmlElements;
	private readonly counts: Counts[] = [];
	private readonly severities = { ERROR: 0, WARNING: 0, INFO: 0 };
	private reports = 0;

	constructor(private readonly feedId: string) {
		this.file = new ReportFile(feedId, WEIGHT_OF_RESULT);
		this.elements = new XmlElements(this);
	}

	write(text: string): void {
		parsing(() => this.elements.write(text), this.unlikeReport);
	}

	end(): FeedReport {
		parsing(() => this.elements.end(), this.unlikeReport);
		if (this.reports === 0) throw this.unlikeReport('it holds no ProcessingReport');
		this.file.report.summary = this.summary();
		return this.file.report;
	}

	isWanted(path: string): boolean {
		if (path === REPORT) this.reports += 1;
		return path === RESULT || path === SUMMARY;
	}

	take(path: string, text: string | undefined): void {
		if (text === undefined) this.file.addIssue(UNREADABLE, {});
		else if (path === RESULT) this.takeResult(parseXml(text, text.length).all('Result')[0]);
		else this.counts.push(...toCounts(parseXml(text, text.length).all('ProcessingSummary')[0]));
	}

	private takeResult(result: XmlNode | undefined): void {
		if (result === undefined) return;
		const issue = toIssue(result);
		this.severities[issue.severity] += 1;
		const messageId = readCount(result.text('MessageID')) ?? 0;
		// Message 0 stands for the feed as a whole.
		if (messageId === 0) this.file.addIssue(issue, {});
		else this.file.addIssue(issue, { messageId, sku: infoOf(result, 'SKU'), orderId: issue.orderId });
	}

	/** Amazon's counts, if each report has them all. */
	private summary(): FeedSummary | undefined {
		if (this.counts.length < this.reports) return undefined;
		const sum = (name: keyof Counts) => this.counts.reduce((total, count) => total + count[name], 0);
		return {
			messagesProcessed: sum('processed'),
			messagesAccepted: sum('accepted'),
			messagesInvalid: sum('refused'),
			errors: this.severities.ERROR,
			warnings: this.severities.WARNING,
		};
	}

	private readonly unlikeReport = (reason: string) =>
		new Error(
			`The processing report of feed ${this.feedId} is not in the form of an order feed report: ${reason}. Feed: Download gets it as a file`,
		);
}

function toIssue(result: XmlNode): Issue {
	const code = nameIn(result.text('ResultMessageCode'));
	const orderId = infoOf(result, 'AmazonOrderID');
	return {
		...(code !== undefined && { code }),
		severity: toSeverity(result.text('ResultCode')),
		message: toWords(result.text('ResultDescription')),
		...(orderId !== undefined && { orderId }),
	};
}

function toSeverity(code: string | undefined): Issue['severity'] {
	if (code === 'Warning') return 'WARNING';
	return code === 'Success' ? 'INFO' : 'ERROR';
}

function infoOf(result: XmlNode, name: string): string | undefined {
	return nameIn(result.all('AdditionalInfo')[0]?.text(name));
}

interface Counts {
	processed: number;
	accepted: number;
	refused: number;
}

/** The counts of one report, or none. */
function toCounts(summary: XmlNode | undefined): Counts[] {
	const processed = readCount(summary?.text('MessagesProcessed'));
	const successful = readCount(summary?.text('MessagesSuccessful'));
	const refused = readCount(summary?.text('MessagesWithError'));
	const warned = readCount(summary?.text('MessagesWithWarning')) ?? 0;
	if (processed === undefined || successful === undefined || refused === undefined) return [];
	// Messages with a warning are counted apart where only then the counts add up.
	const areApart = successful + refused < processed && successful + refused + warned === processed;
	return [{ processed, accepted: areApart ? successful + warned : successful, refused }];
}

/** Amazon's numbers are texts, with zeros before them now and then. */
function readCount(text: string | undefined): number | undefined {
	return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
