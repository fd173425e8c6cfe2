import type { Reasons } from './reason';

/** What became of the sending itself. */
type SendingReason = 'not-sent' | 'feed-not-taken' | 'answer-lost' | 'refused-by-amazon' | 'refused';

/** What became of a message in a feed that Amazon took. */
type ResultReason =
	| 'feed-refused'
	| 'feed-not-known'
	| 'no-report'
	| 'unreadable-report'
	| 'no-counts'
	| 'counts-do-not-tell'
	| 'sku-not-known'
	| 'another-item';

const LOOK_FIRST = 'Look in Seller Central whether it took effect before you send it again.';

export const SENDING_REASONS: Reasons<SendingReason> = {
	'not-sent': {
		meaning: 'The call did not reach Amazon, or Amazon did not take it.',
		remedy: 'Mend what message says, and send the item again.',
	},
	'feed-not-taken': {
		meaning: 'Amazon did not take the feed with this item.',
		remedy: 'Mend what message says, and send the item again.',
	},
	'answer-lost': {
		meaning: 'It was sent, and the answer did not arrive: nobody knows whether Amazon has it.',
		remedy:
			'Send prices, stock and packages again, which does no harm. Look up refunds and cancellations in Seller Central first.',
	},
	'refused-by-amazon': {
		meaning: 'Amazon looked at the change and does not take it.',
		remedy: "Mend what Amazon's words in message and issues say.",
	},
	refused: {
		meaning: 'Amazon refused the call for this item and gave no code of its own.',
		remedy: 'Mend what message says.',
	},
};

export const RESULT_REASONS: Reasons<ResultReason> = {
	'feed-refused': {
		meaning: 'Amazon refused the message, or the feed as a whole, and gave no code of its own.',
		remedy: 'Mend what message says, and send the item again.',
	},
	'feed-not-known': {
		meaning: 'Amazon does not know the feed in this account.',
		remedy: `Check credential and region. ${LOOK_FIRST}`,
	},
	'no-report': {
		meaning:
			'Amazon is done with the feed and wrote no report: some, all or none of it may have taken effect.',
		remedy: LOOK_FIRST,
	},
	'unreadable-report': {
		meaning: "Amazon's report on the feed cannot be read, yet or at all.",
		remedy: `While the status is pending, ask again later. Once it is unclear: get the report with _Feed_: _Download_. ${LOOK_FIRST}`,
	},
	'no-counts': {
		meaning:
			'The report names no numbers of messages, so it proves nothing about the items that it does not name.',
		remedy: LOOK_FIRST,
	},
	'counts-do-not-tell': {
		meaning: "Amazon's numbers do not cover this item.",
		remedy: LOOK_FIRST,
	},
	'sku-not-known': {
		meaning: 'Amazon refused products by SKU, and the item does not say which SKU it is.',
		remedy: `Keep sku with the items that _Get Result_ is given. ${LOOK_FIRST}`,
	},
	'another-item': {
		meaning: 'The report speaks of something else under the number of this item.',
		remedy: `Give _Get Result_ the answers of _Submit_ as they were. ${LOOK_FIRST}`,
	},
};
