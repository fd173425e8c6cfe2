import type { FeedType } from '../tables/feedTypes';
import { parseXml } from './xml';

export interface SentOrderMessage {
	messageId: number;
	/** Amazon's order id, where the message names it. */
	orderId?: string;
	/** The message's element as it was sent. */
	text: string;
}

const MESSAGE = /<Message>\s*<MessageID>\s*(\d{1,9})\s*<\/MessageID>([\s\S]*?)<\/Message>/g;

/**
 * Reads the messages of an order feed's document back. Throws when the text is not a document of that feed type,
 * or holds what a feed of ours never holds and cutting it into messages could not cope with.
 */
export function parseOrderFeed(text: string, { messageType, maxBytes }: FeedType): SentOrderMessage[] {
	const [envelope] = parse(text, maxBytes);
	if (envelope === undefined || envelope.text('MessageType') !== messageType) throw notAFeed(messageType);
	// Without these three, every "<" begins a tag, so that tags can be looked for in the text.
	if (/<!|<\?(?!xml\s)/.test(text)) throw notAFeed(messageType);
	const messages = [...text.matchAll(MESSAGE)].map(([, messageId, element = '']) => ({
		messageId: Number(messageId),
		orderId: /<AmazonOrderID>\s*([^<\s]+)/.exec(element)?.[1],
		text: element.trim(),
	}));
	if (messages.length === 0 || messages.length !== envelope.all('Message').length)
		throw notAFeed(messageType);
	return messages;
}

function parse(text: string, maxBytes: number) {
	try {
		return parseXml(text, maxBytes).all('AmazonEnvelope');
	} catch {
		// Answered in the reader's words by the caller.
		return [];
	}
}

function notAFeed(messageType = 'order'): Error {
	return new Error(
		`The document is not a feed of ${messageType} messages. Give the feed document ID that Submit answered with.`,
	);
}
