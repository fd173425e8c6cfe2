import type { IDataObject } from 'n8n-workflow';

import { keptOf, type Answer } from './answer';
import { orderIdField } from '../order/fields';
import { isOrder } from '../../amazon/orders/fetchOrders';
import type { Columns } from '../../n8n/columns';
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

const HEAD = ['status', 'amazonOrderId', 'message', 'reason'];

/**
 * The columns that every row of a run has, whatever becomes of its item.
 * @param facts what the rules make of an item
 * @param ids Amazon's, which people look at last; in a dry run, what would be sent stands in their place
 */
export function answerColumns(context: Context, facts: readonly string[], ids: readonly string[]): Columns {
	const last = [...facts, 'steps', ...(isDryRun(context) ? ['wouldSend'] : ids)];
	return { always: [...HEAD, ...last], first: HEAD, last };
}

/**
 * The input items with the orders they name. What an answer says itself is not kept of its item.
 * @throws FieldMissing when no item has the field that the form names
 */
export function readRows(context: Context, items: readonly IDataObject[], columns: Columns): Row[] {
	const { params } = context;
	const inputs = items.map(withOrderId);
	const path = params.text('orderIdField', 0);
	const { displayName } = orderIdField;
	requireField(inputs, path, displayName);
	const readId = compilePath(path, displayName);
	const own = [...columns.first, ...columns.last];
	const keep = toList(params.group('options', 0).keepFields).filter((name) => !own.includes(name));
	return inputs.map((input, item) => {
		const amazonOrderId = toText(readId(input)).trim();
		const answer = { columns, amazonOrderId, kept: keptOf(input, keep), facts: {}, trace: [] };
		return { item, input, answer };
	});
}

/** An order as Amazon writes it ("Output" is "Raw") calls its id by another name than all rows do. */
function withOrderId(json: IDataObject): IDataObject {
	return json.amazonOrderId === undefined && isOrder(json) ? { ...json, amazonOrderId: json.orderId } : json;
}
