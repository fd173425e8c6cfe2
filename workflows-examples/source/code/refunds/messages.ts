import { counted, textOf } from '../message';
import { jsonOf, toItems, type Item } from '../n8n';

export interface ToldRefund {
	amazonOrderId: string;
	refund: string;
	amount: string;
	currency: string;
	status: string;
	message: string;
}

/** The message about the refunds that a person has to look at; none without any. */
export function messagesOfRefunds(all: ToldRefund[]) {
	const rows = all.filter(({ status }) => status === 'held' || status === 'unclear');
	if (rows.length === 0) return [];
	const subject = counted(rows.length, 'refund') + ' did not go to Amazon';
	const lines = rows.map(({ amazonOrderId, refund, amount, currency, message }) => {
		return '- ' + amazonOrderId + ' (' + refund + '), ' + amount + ' ' + currency + ': ' + message;
	});
	return [{ subject, text: textOf(subject, lines), refunds: rows.length }];
}

/** One text for all refunds that a person has to look at; without any there is no message. */
export default (): Item[] => toItems(messagesOfRefunds(jsonOf($input.all<ToldRefund>())));
