import type { Catalogue } from '../listings/catalogue';
import { finding } from '../listings/issue';
import { toItem, type IncludedData } from '../listings/item';
import { submit, type SubmissionRules } from '../listings/submission';
import type { FeedError, ParsedFeed } from './parseFeed';
import { parseMessage } from './parseMessage';

interface ReportIssue {
	messageId?: number;
	sku?: string;
	code: string;
	severity: 'ERROR';
	message: string;
	attributeName?: string;
}

/** Amazon's processing report of a listings feed, version 2. */
export interface ProcessingReport {
	header: {
		sellerId: string;
		version: '2.0';
		feedId: string;
		report?: { includedData: IncludedData[]; apiVersion: string };
	};
	issues: ReportIssue[];
	summary: {
		errors: number;
		warnings: number;
		messagesProcessed: number;
		messagesAccepted: number;
		messagesInvalid: number;
		itemSummary?: { items: number; errors: number; warnings: number };
	};
	items?: Record<string, unknown>[];
}

export interface FeedContext {
	feedId: string;
	sellerId: string;
	marketplaceIds: string[];
	/** So many messages at the end are left out; see `FeedMishaps`. */
	omitted: number;
	catalogue: Catalogue;
	rules: SubmissionRules;
}

/** Where Amazon did not get as far as the header, its report names no seller. */
const BEFORE_THE_HEADER: readonly string[] = ['4002001', '4002005'];

/** The report of a feed that is wrong as a whole. */
export function reportOfError(context: FeedContext, error: FeedError): ProcessingReport {
	return {
		header: {
			sellerId: BEFORE_THE_HEADER.includes(error.code) ? '' : context.sellerId,
			version: '2.0',
			feedId: context.feedId,
		},
		issues: [{ code: error.code, severity: 'ERROR', message: error.message }],
		summary: { errors: 1, warnings: 0, messagesProcessed: 0, messagesAccepted: 0, messagesInvalid: 0 },
	};
}

function identify(message: unknown): Pick<ReportIssue, 'messageId' | 'sku'> {
	const { messageId, sku } = Object(message) as Record<string, unknown>;
	return {
		...(typeof messageId === 'number' && Number.isInteger(messageId) && messageId > 0 ? { messageId } : {}),
		...(typeof sku === 'string' && sku !== '' ? { sku } : {}),
	};
}

function judgeMessage(message: unknown, seen: Set<number>, context: FeedContext): ReportIssue[] {
	const parsed = parseMessage(message);
	const who = identify(message);
	const broken = (why: string): ReportIssue => ({
		...who,
		code: finding('badMessage', '').code,
		severity: 'ERROR',
		message: `The provided message did not meet the schema validation requirements for a feed message: ${why}.`,
	});
	if (typeof parsed === 'string') return [broken(parsed)];
	if (seen.has(parsed.messageId)) return [broken(`'messageId' ${parsed.messageId} is used twice`)];
	seen.add(parsed.messageId);
	const submission = { ...parsed, marketplaceIds: context.marketplaceIds };
	return submit(context.catalogue, submission, context.rules).map(({ code, message: text, attribute }) => ({
		...who,
		code,
		severity: 'ERROR',
		message: text,
		...(attribute === undefined ? {} : { attributeName: attribute }),
	}));
}

function itemsOf(
	skus: Set<string>,
	included: IncludedData[],
	context: FeedContext,
): Record<string, unknown>[] {
	return [...skus].flatMap((sku) => {
		const listing = context.catalogue.find(sku);
		return listing === undefined ? [] : [toItem(listing, context.marketplaceIds, included)];
	});
}

/** Carries the messages out one after the other and tells what became of them. */
export function processMessages(feed: ParsedFeed, context: FeedContext): ProcessingReport {
	const issues: ReportIssue[] = [];
	const acceptedSkus = new Set<string>();
	const seen = new Set<number>();
	const messages = feed.messages.slice(0, Math.max(0, feed.messages.length - context.omitted));
	let accepted = 0;
	for (const message of messages) {
		const found = judgeMessage(message, seen, context);
		issues.push(...found);
		if (found.length > 0) continue;
		accepted += 1;
		acceptedSkus.add(identify(message).sku ?? '');
	}
	const { sellerId, feedId } = context;
	const summary = {
		errors: issues.length,
		warnings: 0,
		messagesProcessed: messages.length,
		messagesAccepted: accepted,
		messagesInvalid: messages.length - accepted,
	};
	const header = { sellerId, version: '2.0' as const, feedId };
	if (feed.includedData.length === 0) return { header, issues, summary };
	const items = itemsOf(acceptedSkus, feed.includedData, context);
	return {
		header: { ...header, report: { includedData: feed.includedData, apiVersion: '2021-08-01' } },
		issues,
		summary: { ...summary, itemSummary: { items: items.length, errors: 0, warnings: 0 } },
		items,
	};
}
