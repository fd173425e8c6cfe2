import { isObject, isTextList } from '../json';
import { INCLUDED_DATA, type IncludedData } from '../listings/item';

/** Amazon's limits of one listings feed. */
export const MAX_MESSAGES = 25_000;
export const MAX_FEED_BYTES = 10 * 2 ** 20;

/** What makes the whole feed unusable; `code` as in Amazon's reports. */
export class FeedError extends Error {
	constructor(
		readonly code: string,
		message: string,
	) {
		super(message);
		this.name = 'FeedError';
	}
}

export interface ParsedFeed {
	includedData: IncludedData[];
	messages: unknown[];
}

function parseIncludedData(report: unknown): IncludedData[] {
	if (report === undefined) return [];
	const wanted = isObject(report) ? report['includedData'] : undefined;
	const version = isObject(report) ? report['apiVersion'] : undefined;
	if (version !== '2021-08-01' || !isTextList(wanted) || wanted.length === 0) {
		throw new FeedError(
			'4002006',
			"The attribute 'report' must have 'includedData' and 'apiVersion' 2021-08-01.",
		);
	}
	const wrong = wanted.find((name) => !INCLUDED_DATA.some((known) => known === name));
	if (wrong !== undefined) throw new FeedError('4002006', `'${wrong}' is no value of 'includedData'.`);
	return INCLUDED_DATA.filter((name) => wanted.includes(name));
}

/** The feed's header and its messages, not yet looked into. Throws a `FeedError`, or a `SyntaxError` for no JSON. */
export function parseFeed(content: Buffer, sellerId: string): ParsedFeed {
	const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
	const feed: unknown = JSON.parse(text);
	const header = isObject(feed) ? feed['header'] : undefined;
	if (!isObject(feed) || !isObject(header))
		throw new FeedError('4002006', "The attribute 'header' is missing.");
	if (header['version'] !== '2.0') {
		throw new FeedError('4002006', "The attribute 'version' does not match the required value '2.0'.");
	}
	if (header['sellerId'] !== sellerId) {
		throw new FeedError(
			'4002006',
			"The attribute 'sellerId' does not match the seller who submitted the feed.",
		);
	}
	const messages = feed['messages'];
	if (!Array.isArray(messages) || messages.length < 1 || messages.length > MAX_MESSAGES) {
		throw new FeedError('4002006', `The attribute 'messages' must have 1 to ${MAX_MESSAGES} entries.`);
	}
	return { includedData: parseIncludedData(header['report']), messages };
}
