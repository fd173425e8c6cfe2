import type { ListingsMessage } from './message';
import { hasMoreThan } from '../transport/parseBody';
import { isRecord } from '../../rules/item/record';

/** Sixty for each message of a full feed. */
const OBJECTS_AT_MOST = 1_500_000;

export interface SentMessage {
	messageId: number;
	message: ListingsMessage;
}

/** Reads the messages of a listings feed document back. Throws when the text is not one. */
export function parseFeed(text: string): SentMessage[] {
	const { messages } = parse(text);
	if (!Array.isArray(messages)) throw notAFeed();
	return messages.map((entry: unknown) => {
		if (!isSent(entry)) throw notAFeed();
		const { messageId, ...message } = entry;
		return { messageId, message };
	});
}

function parse(text: string): { messages?: unknown } {
	try {
		if (hasMoreThan(OBJECTS_AT_MOST, text, '{')) throw notAFeed();
		const raw: unknown = JSON.parse(text);
		if (isRecord(raw)) return raw;
	} catch {
		// Answered below in the reader's words.
	}
	throw notAFeed();
}

function isSent(entry: unknown): entry is ListingsMessage & { messageId: number } {
	if (!isRecord(entry)) return false;
	const { messageId, sku, operationType } = entry;
	return typeof messageId === 'number' && typeof sku === 'string' && typeof operationType === 'string';
}

function notAFeed(): Error {
	return new Error(
		'The document is not a listings feed. Give the feed document ID that Submit answered with.',
	);
}
