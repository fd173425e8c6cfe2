import { jsonOf, memberAt, toItems, type Item } from '../n8n';
import { otherReason } from './otherReason';

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
	/** Amazon's word for why, or several of them. */
	refundReason?: string;
	items?: unknown;
}

const ADVICE =
	'. Look at the order in Seller Central: if it was refunded there, set status to accepted; only if not, to waiting';

/** The change of the refund's row; `said` is the store's reason. */
export function changeOfRefund(answer: RefundAnswer, said = '') {
	const { status, reason, message, feedId, messageId, feedMessages, items } = answer;
	if (status === 'submitted') {
		const feed = { feedId, messageId, feedMessages };
		const told = otherReason(said, answer.refundReason ?? '');
		return { status, reason: '', message: message || told, ...feed, refunded: JSON.stringify(items) };
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
	const refunds = jsonOf($('What Becomes of It?').all<{ id: number; refundReason?: string }>(0));
	const changes = jsonOf($input.all<RefundAnswer>()).map((answer, index) => {
		const { id, refundReason } = memberAt(refunds, index);
		return { id, claim: '', ...changeOfRefund(answer, refundReason) };
	});
	return toItems(changes);
};
