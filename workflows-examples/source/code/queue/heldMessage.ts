import { counted, firstOf, textOf } from '../message';
import { jsonOf, toItems, type Item } from '../n8n';

export interface OfferRow {
	sku: string;
	marketplace: string;
	status: string;
	message: string;
	feedId?: string;
}

/** A line of a message about a row. */
export function lineOfOffer({ sku, marketplace, status, message }: OfferRow): string {
	return '- ' + sku + ' (' + marketplace + ', ' + status + '): ' + message;
}

/** The message about the products of which something did not go; none when all went. */
export function heldMessages(all: OfferRow[]) {
	const rows = all.filter(({ status }) => ['held', 'partly', 'rejected'].includes(status));
	if (rows.length === 0) return [];
	const subject = counted(rows.length, 'product') + ' for Amazon: not sent, or only in part';
	const lines = firstOf(rows.map(lineOfOffer), ' in the table "Amazon Offers"');
	return [{ subject, text: textOf(subject, lines), products: rows.length }];
}

/** One text for all products of this run of which something did not go; without any there is no message. */
export default (): Item[] => toItems(heldMessages(jsonOf($input.all<OfferRow>())));
