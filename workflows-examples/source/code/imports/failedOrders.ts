import { counted, firstOf, textOf } from '../message';
import { jsonOf, toItems, type Item } from '../n8n';

export interface FailedOrder {
	amazonOrderId: string;
	marketplace: string;
	message: string;
}

const ADVICE = [
	'To try an order again, put the cause right (a changed rule must be published again) and delete its row in the table',
	'"Amazon Orders". The next Catch Up imports it; to try at once, run "Every Hour: Catch Up" by hand in the workflow that',
	'imports your orders.',
].join(' ');

/** The message about the orders that are not in the store. */
export function messageOfFailedOrders(rows: FailedOrder[]) {
	const subject = counted(rows.length, 'Amazon order') + ' could not be imported';
	const lines = rows.map((row) => '- ' + row.amazonOrderId + ' (' + row.marketplace + '): ' + row.message);
	const shown = firstOf(lines, ' in the table "Amazon Orders"');
	return { subject, text: textOf(subject, [...shown, '', ADVICE]), orders: rows.length };
}

/** One message with the reason of every order that is not in the store. */
export default (): Item[] => toItems([messageOfFailedOrders(jsonOf($input.all<FailedOrder>()))]);
