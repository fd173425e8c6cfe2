import { isObject, isTextList } from '../json';
import { INCLUDED_DATA, type IncludedData } from '../listings/item';

/** Amazon's limits of one listings feed. */
const MAX_MESSAGES = 25_000;
export const MAX_FEED_BYTES = 10 * 2 ** 20;

/**
 * What makes the whole feed unusable. Amazon ends it DONE, counts no message, and gives one issue without a message id
 * (selling-partner-api-docs, issues 2201, 1133 and selling-partner-api-models, issues 4679, 4636): `4002001` for what
 * cannot be parsed, `4002005` for a part that is not there, `4002006` for one with another value than it must have.
 */
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

function parseJson(content: Buffer): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
	} catch {
		throw new FeedError('4002001', "Item 'Feed' cannot be parsed.");
	}
}

function absent(attribute: string): FeedError {
	return new FeedError('4002005', `Attribute '${attribute}' is required, but not present.`);
}

/** Amazon calls the header's seller so in its answers. */
function checkSeller(given: unknown, sellerId: string): void {
	if (typeof given !== 'string' || given === '') throw absent('Merchant');
	if (given !== sellerId)
		throw new FeedError('4002006', "The attribute 'sellerId' does not match the required value.");
}

/** The feed's header and its messages, not yet looked into. Throws a `FeedError`. */
export function parseFeed(content: Buffer, sellerId: string): ParsedFeed {
	const feed = parseJson(content);
	const header = isObject(feed) ? feed['header'] : undefined;
	if (!isObject(feed) || !isObject(header)) throw absent('header');
	checkSeller(header['sellerId'], sellerId);
	if (header['version'] !== '2.0')
		throw new FeedError('4002006', "The attribute 'version' does not match the required value.");
	const messages = feed['messages'];
	if (messages === undefined) throw absent('messages');
	if (!Array.isArray(messages) || messages.length < 1 || messages.length > MAX_MESSAGES) {
		throw new FeedError('4002006', `The attribute 'messages' must have 1 to ${MAX_MESSAGES} entries.`);
	}
	return { includedData: parseIncludedData(header['report']), messages };
}
