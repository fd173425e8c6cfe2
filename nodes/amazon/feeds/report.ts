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

/**
 * The report of a listings feed (listings feed processing report schema v2). Counts that are missing are no reason
 * not to read the issues.
 * Throws when the text is not one; feeds of other types have reports of other shapes.
 */
export function parseReport(text: string, feedId: string): FeedReport {
	const raw = parseObject(text, feedId);
	const report: FeedReport = {
		byMessage: new Map(),
		bySku: new Map(),
		general: [],
		items: new Map(),
		summary: toSummary(raw.summary),
	};
	for (const entry of listOf(raw.issues)) place(report, entry);
	for (const item of listOf(raw.items)) {
		if (typeof item.sku === 'string') report.items.set(item.sku, listOf(item.issues).map(toIssue));
	}
	return report;
}

type Raw = Record<string, unknown>;

function parseObject(text: string, feedId: string): Raw {
	try {
		const raw: unknown = JSON.parse(text);
		if (isRaw(raw) && (isRaw(raw.summary) || Array.isArray(raw.issues))) return raw;
	} catch {
		// Answered below: the reader needs to know which feed, not where the parser stumbled.
	}
	throw new Error(`The processing report of feed ${feedId} is not in the form of a listings feed report`);
}

function isRaw(value: unknown): value is Raw {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): Raw[] {
	return Array.isArray(value) ? value.filter(isRaw) : [];
}

/** Files an issue under the message that it names, else under its SKU, else under the feed. */
function place(report: FeedReport, entry: Raw): void {
	const { sku } = entry;
	const messageId = readId(entry.messageId);
	const issue = toIssue(entry);
	if (messageId !== undefined) addIssue(report, messageId, issue, entry);
	else if (typeof sku === 'string' && sku !== '') {
		const known = report.bySku.get(sku);
		if (known === undefined) report.bySku.set(sku, [issue]);
		else known.push(issue);
	} else report.general.push(issue);
}

/** A message id, as a number or in digits. */
function readId(value: unknown): number | undefined {
	const isText = typeof value === 'string' && /^\d+$/.test(value);
	const id = isText || typeof value === 'number' ? Number(value) : NaN;
	return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** Adds what Amazon says about a message, with the SKU or order it names. */
export function addIssue(
	{ byMessage }: FeedReport,
	messageId: number,
	issue: Issue,
	{ sku, orderId }: { sku?: unknown; orderId?: unknown },
): void {
	const known = byMessage.get(messageId) ?? { issues: [] };
	if (typeof sku === 'string') known.sku = sku;
	if (typeof orderId === 'string') known.orderId = orderId;
	known.issues.push(issue);
	byMessage.set(messageId, known);
}

function toIssue({ code, severity, message, attributeName, attributeNames }: Raw): Issue {
	const attribute = attributeName ?? (Array.isArray(attributeNames) ? attributeNames.join(', ') : undefined);
	return {
		...(typeof code === 'string' && { code }),
		severity: severity === 'WARNING' || severity === 'INFO' ? severity : 'ERROR',
		message: typeof message === 'string' ? message : 'Amazon gave no reason',
		...(typeof attribute === 'string' && { attributeName: attribute }),
	};
}

/** The counts of messages are all there, or there are none. */
function toSummary(value: unknown): FeedSummary | undefined {
	const raw = isRaw(value) ? value : {};
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
