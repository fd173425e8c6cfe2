import { jsonOf, toItems, type Item } from '../n8n';
import { otherReason } from '../refunds/otherReason';

export interface MessageAnswer {
	feedId: string;
	messageId: number;
	status: string;
	reason?: string | null;
	message?: string | null;
	shipment?: string;
	refund?: string;
	/** The store's reason of a refund, and what Amazon was sent, as JSON. */
	refundReason?: string | null;
	refunded?: string | null;
}

/** The answers that are final, each with the table it belongs to. */
export function finalAnswers(answers: MessageAnswer[]) {
	return answers.flatMap((answer) => {
		const { feedId, messageId, status, reason, shipment, refund } = answer;
		if (!['accepted', 'rejected', 'unclear', 'cancelled'].includes(status)) return [];
		const table = shipment !== undefined ? 'shipments' : refund !== undefined ? 'refunds' : 'orders';
		return [{ table, feedId, messageId, status, reason: reason ?? '', message: messageOf(answer) }];
	});
}

/** What Amazon says of it; where it says nothing, a refund keeps its remark about the reason. */
function messageOf({ status, message, refundReason, refunded }: MessageAnswer): string {
	if (message || status !== 'accepted') return message ?? '';
	const told = [...(refunded ?? '').matchAll(/"reason":"(\w+)"/g)].map(([, word]) => word);
	return otherReason(refundReason ?? '', [...new Set(told)].join(', '));
}

/** The answers that are there now, each for one message. Feeds that still run, or are stuck, are asked for again in an hour. */
export default (): Item[] => toItems(finalAnswers(jsonOf($input.all<MessageAnswer>())));
