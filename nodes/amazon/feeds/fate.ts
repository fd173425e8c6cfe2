import type { Issue } from './report';

/**
 * What became of a message. `accepted` and `rejected` are said only with proof: Amazon's words about the message, or
 * counts that leave no other possibility. `unclear`: Amazon is done, and nobody can tell.
 */
export type MessageStatus = 'accepted' | 'rejected' | 'unclear' | 'pending' | 'stuck' | 'cancelled';

/** How long a feed may take. Amazon itself speaks of up to 8 hours under load, mostly it is done within one. */
export const STUCK_AFTER_HOURS = 6;

/** What is known of a message, and why. */
export interface Fate {
	status: MessageStatus;
	/** In one word, for what was refused or cannot be told. */
	reason?: string;
	/** In a sentence; absent when accepted without remarks. */
	message?: string;
}

/** Amazon's answer to one message. */
export interface MessageAnswer extends Fate {
	/** What Amazon says about the message; errors first. */
	issues: Issue[];
	/** What Amazon says about the listing itself since: accepted is not always live. */
	listingIssues: Issue[];
}

/** A message as it was sent. What is not known of it is absent. */
export interface SentPlace {
	messageId?: number;
	sku?: string;
	/** Amazon's order id. */
	orderId?: string;
}

/** What is known of a feed beside Amazon's report. */
export interface FeedFacts {
	/** Milliseconds since 1970. */
	nowMs: number;
	/** Number of messages that were sent in it. */
	size?: number;
	/** Where the number is not known: the highest message id that somebody asks for. */
	highestId?: number;
	/** From when on a feed that still runs is called stuck; default `STUCK_AFTER_HOURS`. */
	stuckAfterMs?: number;
}
