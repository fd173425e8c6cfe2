import { jsonOf, memberAt, toItems, type Item } from '../n8n';

/** What the step of Amazon Orders answers to a refund, or n8n's words for why it does not. */
export interface RefundAnswer {
	status?: string;
	reason?: string;
	message?: string;
	error?: string;
	details?: { operation?: string; mayHaveArrived?: boolean };
	feedId?: string;
	messageId?: number;
	feedMessages?: number;
	items?: unknown;
}

const ADVICE =
	'. Look at the order in Seller Central: if it was refunded there, set status to accepted; only if not, to waiting';

/** The change of the refund's row. */
export function changeOfRefund(answer: RefundAnswer) {
	const { status, reason, message, feedId, messageId, feedMessages, items } = answer;
	if (status === 'submitted') {
		const feed = { feedId, messageId, feedMessages };
		return { status, reason: '', message: '', ...feed, refunded: JSON.stringify(items) };
	}
	if (status === 'held') return { status, reason, message };
	if (status === 'failed' || isSurelyNotSent(answer)) {
		return { status: 'waiting', reason: 'not-sent', message: String(message ?? answer.error) };
	}
	const why = 'Nobody knows whether Amazon got this refund (' + (message ?? answer.error) + ')' + ADVICE;
	return {
		status: 'unclear',
		reason: reason ?? 'answer-lost',
		message: why,
		refunded: JSON.stringify(items ?? []),
	};
}

/** Money must not go back twice: only what failed before the feed was made, or was refused, is tried again. */
function isSurelyNotSent({ error, details = {} }: RefundAnswer): boolean {
	const { operation, mayHaveArrived } = details;
	return (
		error !== undefined && operation !== undefined && (operation !== 'createFeed' || mayHaveArrived !== true)
	);
}

/** Amazon's answers as changes of the table's rows. */
export default (): Item[] => {
	const refunds = jsonOf($('What Becomes of It?').all<{ id: number }>(0));
	const changes = jsonOf($input.all<RefundAnswer>()).map((answer, index) => {
		return { id: memberAt(refunds, index).id, claim: '', ...changeOfRefund(answer) };
	});
	return toItems(changes);
};
