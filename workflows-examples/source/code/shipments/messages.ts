import { counted, textOf } from '../message';
import { jsonOf, toItems, type Item } from '../n8n';

export interface ToldPackage {
	amazonOrderId: string;
	shipment: string;
	status: string;
	message: string;
}

/** The message about the packages that Amazon did not get; none without any. */
export function messagesOfPackages(all: ToldPackage[]) {
	const rows = all.filter(({ status }) => ['held', 'rejected'].includes(status));
	if (rows.length === 0) return [];
	const subject = counted(rows.length, 'shipment') + ' did not get to Amazon';
	const lines = rows.map(
		({ amazonOrderId, shipment, message }) => '- ' + amazonOrderId + ' (' + shipment + '): ' + message,
	);
	return [{ subject, text: textOf(subject, lines), shipments: rows.length }];
}

/** One text for all packages that Amazon did not get; without any there is no message. */
export default (): Item[] => toItems(messagesOfPackages(jsonOf($input.all<ToldPackage>())));
