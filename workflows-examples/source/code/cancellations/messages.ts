import { groupsOf } from '../groups';
import { counted, textOf } from '../message';
import { jsonOf, toItems, type Item } from '../n8n';

/** What a person has to look at, and what its message begins with. */
const KINDS = {
	buyer: 'Buyers ask to cancel',
	importing: 'Cancelled at Amazon while being imported',
	store: 'Cancelled at Amazon, but not in the store',
	amazon: 'Cancelled in the store, but not at Amazon',
};

export interface CancelRow {
	amazonOrderId: string;
	storeOrderNumber?: string;
	status?: string;
	reason?: string;
	cancellation?: string;
	message?: string;
}

/** A message for each kind of thing that a person has to look at. */
export function messagesOfCancellations(rows: CancelRow[]) {
	const known = rows.flatMap((row) => {
		const kind = kindOf(row);
		return kind === undefined ? [] : [{ kind, row }];
	});
	return [...groupsOf(known, ({ kind }) => kind)].map(([kind, members]) => {
		const subject = KINDS[kind] + ': ' + counted(members.length, 'order');
		const lines = members.map(({ row }) => lineOf(row));
		return { subject, text: textOf(subject, lines), kind, orders: members.length };
	});
}

function kindOf({ status, reason, cancellation }: CancelRow): keyof typeof KINDS | undefined {
	if (status === 'importing') return 'importing';
	if (reason === 'buyer-asked') return 'buyer';
	if (reason === 'not-cancelled-in-store') return 'store';
	return cancellation === 'rejected' ? 'amazon' : undefined;
}

function lineOf({ amazonOrderId, storeOrderNumber, status, message }: CancelRow): string {
	const isOpen = status === 'importing';
	const words = isOpen ? 'look whether it got into your store, and cancel it there' : message;
	return '- ' + amazonOrderId + ' (your order ' + (storeOrderNumber || 'unknown') + '): ' + words;
}

/** One text for each kind of thing that a person has to look at; without any there is no message. */
export default (): Item[] => toItems(messagesOfCancellations(jsonOf($input.all<CancelRow>())));
