import { counted, firstOf, textOf, type Message } from '../message';
import { jsonOf, toItems, type Item } from '../n8n';

export interface ReturnRow {
	returnKey: string;
	amazonOrderId: string;
	sku: string;
	quantity: string;
	reason: string;
	status: string;
	message: string | null;
}

const WHERE = ' in the table "Amazon Returns"';

/** A message about the returns that are in the store now, and one about those that are not; each return once. */
export function messagesOfReturns(rows: ReturnRow[]): Message[] {
	const each = [...new Map(rows.map((row) => [row.returnKey, row])).values()];
	const told = each.filter(({ status }) => status === 'in the store');
	const failed = each.filter(({ status }) => status !== 'in the store');
	return [
		...messageOf(counted(told.length, 'new return') + ' at Amazon', told.map(lineOf)),
		...messageOf(counted(failed.length, 'return') + ' could not be put into your store', failed.map(lineOf)),
	];
}

function messageOf(subject: string, lines: string[]): Message[] {
	return lines.length === 0 ? [] : [{ subject, text: textOf(subject, firstOf(lines, WHERE)) }];
}

function lineOf({ amazonOrderId, sku, quantity, reason, message }: ReturnRow): string {
	const what = '- ' + (amazonOrderId || 'no order') + ': ' + quantity + ' x ' + sku + ' (' + reason + ')';
	return message ? what + ': ' + message : what;
}

/** One message for all returns, in the words of the table. */
export default (): Item[] => toItems(messagesOfReturns(jsonOf($input.all<ReturnRow>())));
