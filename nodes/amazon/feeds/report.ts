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
	/** Issues that concern the feed as a whole. */
	general: Issue[];
	/** SKUs whose change Amazon took over, with what it says about the listing now; of order feeds it names none. */
	items: Map<string, Issue[]>;
	summary: FeedSummary;
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
 * The report of a listings feed (listings feed processing report schema v2).
 * Throws when the text is not one; feeds of other types have reports of other shapes.
 */
export function parseReport(text: string, feedId: string): FeedReport {
	const raw = parseObject(text, feedId);
	const report: FeedReport = {
		byMessage: new Map(),
		general: [],
		items: new Map(),
		summary: toSummary(raw.summary),
	};
	for (const entry of listOf(raw.issues)) {
		const messageId = entry.messageId;
		if (typeof messageId !== 'number') report.general.push(toIssue(entry));
		else addIssue(report, messageId, toIssue(entry), entry);
	}
	for (const item of listOf(raw.items)) {
		if (typeof item.sku === 'string') report.items.set(item.sku, listOf(item.issues).map(toIssue));
	}
	return report;
}

type Raw = Record<string, unknown>;

function parseObject(text: string, feedId: string): Raw {
	try {
		const raw: unknown = JSON.parse(text);
		if (isRaw(raw) && isRaw(raw.summary)) return raw;
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

function toSummary(value: unknown): FeedSummary {
	const raw = isRaw(value) ? value : {};
	const count = (name: string) => (typeof raw[name] === 'number' ? raw[name] : 0);
	return {
		messagesProcessed: count('messagesProcessed'),
		messagesAccepted: count('messagesAccepted'),
		messagesInvalid: count('messagesInvalid'),
		errors: count('errors'),
		warnings: count('warnings'),
	};
}
