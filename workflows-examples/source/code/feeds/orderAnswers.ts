import { jsonOf, toItems, type Item } from '../n8n';

export interface MessageAnswer {
	feedId: string;
	messageId: number;
	status: string;
	reason?: string | null;
	message?: string | null;
	shipment?: string;
	refund?: string;
}

/** The answers that are final, each with the table it belongs to. */
export function finalAnswers(answers: MessageAnswer[]) {
	return answers.flatMap(({ feedId, messageId, status, reason, message, shipment, refund }) => {
		if (!['accepted', 'rejected', 'unclear', 'cancelled'].includes(status)) return [];
		const table = shipment !== undefined ? 'shipments' : refund !== undefined ? 'refunds' : 'orders';
		return [{ table, feedId, messageId, status, reason: reason ?? '', message: message ?? '' }];
	});
}

/** The answers that are there now, each for one message. Feeds that still run, or are stuck, are asked for again in an hour. */
export default (): Item[] => toItems(finalAnswers(jsonOf($input.all<MessageAnswer>())));
