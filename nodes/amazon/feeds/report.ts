import { DocumentError, SpApiError, toError } from '../transport/errors';

/** What Amazon says about a message or a listing. */
export interface Issue {
	code?: string;
	severity: 'ERROR' | 'WARNING' | 'INFO';
	message: string;
	attributeName?: string;
	/** Of an order feed. */
	orderId?: string;
}

/** A processing report, indexed for pairing: the same for listings and order feeds. */
export interface FeedReport {
	/** Issues by message id. */
	byMessage: Map<number, MessageIssues>;
	/** Issues that name a SKU and no message: they belong to that SKU. */
	bySku: Map<string, Issue[]>;
	/** Issues that concern the feed as a whole. */
	general: Issue[];
	/** SKUs of which Amazon shows the listing, with what it says about it now; of order feeds it names none. */
	items: Map<string, Issue[]>;
	/** Amazon's counts; absent when it gave none, or none that can be read. */
	summary?: FeedSummary;
}

export interface MessageIssues {
	sku?: string;
	orderId?: string;
	issues: Issue[];
}

export interface FeedSummary {
	messagesProcessed: number;
	messagesAccepted: number;
	messagesInvalid: number;
	errors: number;
	warnings: number;
}

/** What an issue is about, as far as Amazon says so. */
export interface IssuePlace {
	messageId?: number;
	sku?: string;
	orderId?: string;
}

/** In bytes, roughly: enough for 20 issues on each message of a full feed. */
const KEPT_AT_MOST = 48 * 1024 * 1024;
const WEIGHT_OF_ISSUE = 100;
const LONGEST_MESSAGE = 2_000;
/** Nothing that is longer is an id, a SKU, a code or a list of attributes of Amazon's. */
const LONGEST_NAME = 1_000;
/** Amazon says the same of many messages: so many texts are kept once for all of them. */
const SHARED_TEXTS = 5_000;

/** Files what Amazon says under the message that it names, else under its SKU, else under the feed. */
export class ReportFile {
	readonly report: FeedReport = { byMessage: new Map(), bySku: new Map(), general: [], items: new Map() };
	private readonly texts = new Map<string, string>();
	private kept = 0;

	/** @param weight what an issue takes beside its words, and the time to read it */
	constructor(
		private readonly feedId: string,
		private readonly weight = WEIGHT_OF_ISSUE,
	) {}

	addIssue(given: Issue, { messageId, sku, orderId }: IssuePlace): void {
		const issue = this.keep(given);
		const { byMessage, bySku, general } = this.report;
		if (messageId !== undefined) {
			const known = byMessage.get(messageId) ?? { issues: [] };
			byMessage.set(messageId, known);
			if (sku !== undefined) known.sku = sku;
			if (orderId !== undefined) known.orderId = orderId;
			known.issues.push(issue);
		} else if (sku !== undefined) listIn(bySku, sku).push(issue);
		else general.push(issue);
	}

	/** A listing that Amazon shows. */
	addItem(sku: string, issues: Issue[]): void {
		this.weigh(this.weight);
		this.report.items.set(
			sku,
			issues.map((issue) => this.keep(issue)),
		);
	}

	private keep(issue: Issue): Issue {
		this.weigh(this.weight);
		const { code, message } = issue;
		return { ...issue, ...(code !== undefined && { code: this.share(code) }), message: this.share(message) };
	}

	private share(text: string): string {
		const known = this.texts.get(text);
		if (known !== undefined) return known;
		this.weigh(text.length);
		if (this.texts.size < SHARED_TEXTS) this.texts.set(text, text);
		return text;
	}

	/** Throws a `DocumentError` when the report says more than could be kept. */
	private weigh(bytes: number): void {
		this.kept += bytes;
		if (this.kept <= KEPT_AT_MOST) return;
		throw new DocumentError({
			operation: 'downloadDocument',
			code: 'TooLarge',
			message: `The processing report of feed ${this.feedId} has more entries than a feed of 25,000 messages can have.`,
			hint: 'Feed: Download gets it as a file.',
		});
	}
}

function listIn(map: Map<string, Issue[]>, key: string): Issue[] {
	const known = map.get(key) ?? [];
	map.set(key, known);
	return known;
}

/** Runs a report's parser. What it stumbles over is told as an error that `unlikeReport` makes of the reason. */
export function parsing(work: () => void, unlikeReport: (reason: string) => Error): void {
	try {
		work();
	} catch (error) {
		throw error instanceof SpApiError ? error : unlikeReport(toError(error).message);
	}
}

/** An id, a SKU or a code, if it is one. */
export function nameIn(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME ? value : undefined;
}

/** Amazon's words on an issue, of a length that a person reads. */
export function toWords(text: string | undefined): string {
	if (text === undefined || text === '') return 'Amazon gave no reason';
	return text.length > LONGEST_MESSAGE ? `${copyOf(text.slice(0, LONGEST_MESSAGE))}...` : text;
}

/** The part of a long text alone: otherwise the engine keeps the whole for it. */
function copyOf(part: string): string {
	return Buffer.from(part).toString();
}
