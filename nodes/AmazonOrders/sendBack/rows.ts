import type { IDataObject } from 'n8n-workflow';

import { keptOf, type Answer, type AnswerColumns } from './answer';
import { orderIdField } from '../order/fields';
import { isOrder } from '../../amazon/orders/fetchOrders';
import { requireField } from '../../n8n/forms/fieldNames';
import type { Context } from '../../n8n/operation';
import { toList, toText } from '../../n8n/params';
import { compilePath } from '../../rules/item/attribute';

/** An input item that names an order, and what it is answered so far. */
export interface Row {
	item: number;
	input: IDataObject;
	answer: Answer;
}

/** Whether nothing is sent, and shown instead. */
export function isDryRun({ params }: Context): boolean {
	return params.group('options', 0).dryRun === true;
}

/**
 * The input items with the orders they name; in a dry run, the column of what would be sent stands for Amazon's ids.
 * @throws FieldMissing when no item has the field that the form names
 */
export function readRows(context: Context, items: readonly IDataObject[], columns: AnswerColumns): Row[] {
	const { params } = context;
	const inputs = items.map(withOrderId);
	const path = params.text('orderIdField', 0);
	const { displayName } = orderIdField;
	requireField(inputs, path, displayName);
	const readId = compilePath(path, displayName);
	const keep = toList(params.group('options', 0).keepFields);
	const shown = isDryRun(context) ? { ...columns, ids: ['wouldSend'] } : columns;
	return inputs.map((input, item) => {
		const amazonOrderId = toText(readId(input)).trim();
		const answer = { columns: shown, amazonOrderId, kept: keptOf(input, keep), facts: {}, trace: [] };
		return { item, input, answer };
	});
}

/** An order as Amazon writes it ("Output" is "Raw") calls its id by another name than all rows do. */
function withOrderId(json: IDataObject): IDataObject {
	return json.amazonOrderId === undefined && isOrder(json) ? { ...json, amazonOrderId: json.orderId } : json;
}
