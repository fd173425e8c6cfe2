import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { keepFields, orderIdField } from '../order/fields';
import { FEED_IDS, FEED_NEXT, notAllowed } from './answer';
import { answerColumns, readRows } from './rows';
import { sendOrShow, type OrderMessage } from './sendBack';
import { acknowledgementText } from '../../amazon/feeds/orderMessages';
import { tryText } from '../../amazon/feeds/tryText';
import { ORDER_ACKNOWLEDGEMENT_FEED } from '../../amazon/tables/feedTypes';
import { optionsOf } from '../../n8n/forms/collections';
import { asFieldName } from '../../n8n/forms/fieldNames';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';
import { toText } from '../../n8n/params';
import { dryRun } from '../../n8n/forms/sendOptions';
import { compilePath } from '../../rules/item/attribute';

const notice: INodeProperties = {
	displayName:
		'Amazon then shows your order number beside its own, in Seller Central and in its reports: orders are found by either. It changes nothing else.',
	name: 'acknowledgeNotice',
	type: 'notice',
	default: '',
};

const numberField: INodeProperties = asFieldName({
	displayName: 'Store Order Number Field',
	name: 'orderNumberField',
	type: 'string',
	default: 'orderNumber',
	placeholder: 'e.g. orderNumber',
	description:
		"Name of the input field that holds the store's own order number. Amazon shows it beside its own; it may be empty.",
});

/** Tells Amazon that the store has taken orders over, many in one feed. */
export const acknowledge: BatchOperation = {
	value: 'acknowledge',
	name: 'Acknowledge',
	action: 'Acknowledge orders',
	description: "Tell Amazon that orders are in your store, with the store's order numbers, in one feed",
	builderHint:
		"Connect it after the node that created the order in the store: items need Amazon's order ID and the store's order number.",
	fields: [notice, orderIdField, numberField, optionsOf(dryRun, keepFields)],
	next: FEED_NEXT,
	async batch(context, items) {
		const readNumber = readerOfNumbers(context);
		const messages: OrderMessage[] = [];
		const outcomes: Outcome[] = [];
		const columns = answerColumns(context, ['storeOrderNumber'], FEED_IDS);
		for (const { item, input, answer: row } of readRows(context, items, columns)) {
			const { amazonOrderId: orderId } = row;
			const storeOrderNumber = readNumber(input);
			const text = tryText(() => acknowledgementText({ orderId, storeOrderNumber }));
			const answer = { ...row, facts: { storeOrderNumber } };
			if (typeof text === 'string') messages.push({ item, text, answer });
			else outcomes.push(notAllowed(item, answer, text));
		}
		return [...outcomes, ...(await sendOrShow(context, ORDER_ACKNOWLEDGEMENT_FEED, messages))];
	},
};

function readerOfNumbers({ params }: Context): (input: IDataObject) => string {
	const path = params.text('orderNumberField', 0);
	if (path === '') return () => '';
	const read = compilePath(path, numberField.displayName);
	return (input) => toText(read(input)).trim();
}
