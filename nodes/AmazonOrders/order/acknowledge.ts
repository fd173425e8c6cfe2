import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { keepFields, orderIdField } from './fields';
import { keptOf, notAllowed } from '../answer';
import type { OrderMessage } from '../feedRun';
import { sendOrShow } from '../sendBack';
import { acknowledgementText } from '../../amazon/feeds/orderMessages';
import { tryText } from '../../amazon/feeds/tryText';
import { ORDER_ACKNOWLEDGEMENT_FEED } from '../../amazon/tables/feedTypes';
import { optionsOf } from '../../n8n/collections';
import type { BatchOperation, Outcome } from '../../n8n/operation';
import { toList, toText } from '../../n8n/params';
import { dryRun } from '../../n8n/sendOptions';
import { compilePath } from '../../rules/attribute';

const numberField: INodeProperties = {
	displayName: 'Store Order Number Field',
	name: 'orderNumberField',
	type: 'string',
	default: 'orderNumber',
	placeholder: 'e.g. number',
	description:
		"Name of the input field that holds the store's own order number. Amazon shows it beside its own; it may be empty.",
};

/** Tells Amazon that the store has taken orders over, many in one feed. */
export const acknowledge: BatchOperation = {
	value: 'acknowledge',
	name: 'Acknowledge',
	action: 'Acknowledge orders',
	description: "Tell Amazon that orders are in your store, with the store's order numbers, in one feed",
	fields: [orderIdField, numberField, optionsOf(dryRun, keepFields)],
	async batch(context, items) {
		const { params } = context;
		const chosen = params.group('options', 0);
		const readId = compilePath(params.text('orderIdField', 0), 'Amazon Order ID Field');
		const numberPath = params.text('orderNumberField', 0);
		const readNumber =
			numberPath === '' ? () => undefined : compilePath(numberPath, 'Store Order Number Field');
		const keep = toList(chosen.keepFields);
		const messages: OrderMessage[] = [];
		const outcomes: Outcome[] = [];
		for (const [item, input] of items.entries()) {
			const orderId = toText(readId(input)).trim();
			const storeOrderNumber = toText(readNumber(input)).trim();
			const head: IDataObject = { ...keptOf(input, keep), amazonOrderId: orderId };
			const text = tryText(() => acknowledgementText({ orderId, storeOrderNumber }));
			if (typeof text === 'string')
				messages.push({ item, text, answer: { head, facts: { storeOrderNumber } } });
			else outcomes.push(notAllowed(item, head, text));
		}
		return [...outcomes, ...(await sendOrShow(context, ORDER_ACKNOWLEDGEMENT_FEED, messages))];
	},
};
