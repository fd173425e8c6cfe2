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
import { JsonEntries, type JsonSink } from '../documents/jsonEntries';
import { isRecord } from '../../rules/item/record';

type Raw = Record<string, unknown>;

const UNREADABLE: Issue = { severity: 'ERROR', message: 'An entry of the report is too long to be read' };

/**
 * Reads the report of a listings feed (listings feed processing report schema v2). Counts that are missing are no
 * reason not to read the issues, and an entry that cannot be read is an issue of the feed.
 */
export class ListingsReportReader implements TextReader<FeedReport>, JsonSink {
	private readonly file: ReportFile;
	private readonly entries: JsonEntries;
	private isReport = false;

	constructor(private readonly feedId: string) {
		this.file = new ReportFile(feedId);
		this.entries = new JsonEntries(this);
	}

	write(text: string): void {
		parsing(() => this.entries.write(text), this.unlikeReport);
	}

	end(): FeedReport {
		parsing(() => this.entries.end(), this.unlikeReport);
		if (!this.isReport) throw this.unlikeReport();
		return this.file.report;
	}

	isList(name: string): boolean {
		return name === 'issues' || name === 'items';
	}

	take(name: string, value: unknown): void {
		if (name === 'issues') this.takeIssue(value);
		else if (name === 'items') this.takeItem(value);
		else if (name === 'summary') {
			this.isReport ||= isRecord(value);
			this.file.report.summary = toSummary(value);
		}
	}

	begin(name: string): void {
		this.isReport ||= name === 'issues';
	}

	private takeIssue(value: unknown): void {
		if (value === undefined) this.file.addIssue(UNREADABLE, {});
		if (!isRecord(value)) return;
		const { messageId, sku } = value;
		this.file.addIssue(toIssue(value), { messageId: readId(messageId), sku: nameIn(sku) });
	}

	private takeItem(value: unknown): void {
		const sku = isRecord(value) ? nameIn(value.sku) : undefined;
		if (sku !== undefined && isRecord(value)) this.file.addItem(sku, listOf(value.issues).map(toIssue));
	}

	/** Where the JSON parser stumbled tells the reader nothing; what feed it is does. */
	private readonly unlikeReport = () =>
		new Error(`The processing report of feed ${this.feedId} is not in the form of a listings feed report`);
}

function listOf(value: unknown): Raw[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** A message id, as a number or in digits. */
function readId(value: unknown): number | undefined {
	const isText = typeof value === 'string' && /^\d{1,15}$/.test(value);
	const id = isText || typeof value === 'number' ? Number(value) : NaN;
	return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

function toIssue({ code, severity, message, attributeName, attributeNames }: Raw): Issue {
	const names = Array.isArray(attributeNames)
		? attributeNames.filter((name) => typeof name === 'string')
		: [];
	const attribute = nameIn(attributeName) ?? nameIn(names.join(', '));
	const known = nameIn(code);
	return {
		...(known !== undefined && { code: known }),
		severity: severity === 'WARNING' || severity === 'INFO' ? severity : 'ERROR',
		message: toWords(typeof message === 'string' ? message : undefined),
		...(attribute !== undefined && { attributeName: attribute }),
	};
}

/** The counts of messages are all there, or there are none. */
function toSummary(value: unknown): FeedSummary | undefined {
	const raw = isRecord(value) ? value : {};
	const { messagesProcessed, messagesAccepted, messagesInvalid } = raw;
	if (!isCount(messagesProcessed) || !isCount(messagesAccepted) || !isCount(messagesInvalid))
		return undefined;
	const { errors, warnings } = raw;
	return {
		messagesProcessed,
		messagesAccepted,
		messagesInvalid,
		errors: isCount(errors) ? errors : 0,
		warnings: isCount(warnings) ? warnings : 0,
	};
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
