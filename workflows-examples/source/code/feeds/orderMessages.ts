import { groupsOf } from '../groups';
import { counted, firstOf, textOf } from '../message';
import { jsonOf, toItems, type Item } from '../n8n';

/** A row of the tables of orders, shipments or refunds. */
export interface SentBackRow {
	amazonOrderId: string;
	message: string;
	status?: string;
	feedId?: string;
	shipment?: string;
	refund?: string;
	acknowledged?: string;
	acknowledgeFeedId?: string;
	cancellation?: string;
	cancelFeedId?: string;
}

interface Rejection {
	kind: string;
	feedId: string | undefined;
	row: SentBackRow;
}

/** A message for each feed with something that Amazon did not take. A feed holds rows of one kind. */
export function messagesOfOrders(rows: SentBackRow[]) {
	const rejections = rows.flatMap((row) => rejectionOf(row) ?? []);
	return [...groupsOf(rejections, ({ feedId }) => feedId)].map(([feedId, ofFeed]) =>
		messageOf(feedId, ofFeed),
	);
}

function messageOf(feedId: string | undefined, rejections: Rejection[]) {
	const kind = rejections.at(-1)?.kind ?? '';
	const subject = 'Amazon did not take ' + counted(rejections.length, kind);
	const lines = rejections.map(({ row }) => '- ' + row.amazonOrderId + ': ' + row.message);
	const text = textOf(subject + ' (feed ' + feedId + ')', firstOf(lines, ''));
	return { subject, text, feedId, rejected: rejections.length };
}

function isBad(status: string | undefined): boolean {
	return status === 'rejected' || status === 'unclear';
}

/** What of the row Amazon rejected, and in which feed. */
function rejectionOf(row: SentBackRow): Rejection | undefined {
	const { feedId, status, message, acknowledged, cancellation } = row;
	if (row.shipment !== undefined) return isBad(status) ? { kind: 'shipment', feedId, row } : undefined;
	if (row.refund !== undefined) return isBad(status) ? { kind: 'refund', feedId, row } : undefined;
	if (acknowledged === 'rejected' && message.startsWith('Not acknowledged')) {
		return { kind: 'acknowledgement', feedId: row.acknowledgeFeedId, row };
	}
	const isCancellation = isBad(cancellation) && message.startsWith('Not cancelled');
	return isCancellation ? { kind: 'cancellation', feedId: row.cancelFeedId, row } : undefined;
}

/** One text for all that Amazon rejected in a feed, or of which nobody can tell; without any there is no message. */
export default (): Item[] => toItems(messagesOfOrders(jsonOf($input.all<SentBackRow>())));
