import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { orderIdField } from '../order/fields';
import { fieldName, lineFieldNames, moreFields, sendBackOptions } from './fields';
import { FEED_IDS, FEED_NEXT } from './answer';
import { answerColumns } from './rows';
import { sendBack } from './sendBack';
import { refundText } from '../../amazon/feeds/refundMessage';
import { ORDER_ADJUSTMENT_FEED } from '../../amazon/tables/feedTypes';
import { ADJUSTMENT_REASONS } from '../../amazon/tables/orderReasons';
import type { BatchOperation, Context } from '../../n8n/operation';
import { toText } from '../../n8n/params';
import { decideRefund, type RefundChange, type RefundConfig } from '../../rules/sendBack/refund/decide';
import { ConfigError } from '../../rules/verdict/verdict';

const reason: INodeProperties = {
	displayName: 'Reason',
	name: 'reason',
	type: 'options',
	options: ADJUSTMENT_REASONS.map((one) => ({ ...one })),
	default: 'CustomerReturn',
	description: 'For items that name no reason, or one nobody knows',
	builderHint: {
		propertyHint:
			"Choose the reason of the store's refund; items with a reason of their own in the field reason keep it.",
	},
};

const what: INodeProperties = {
	displayName: 'Refund What',
	name: 'refundWhat',
	type: 'options',
	required: true,
	options: [
		{ name: 'Choose What to Refund', value: '' },
		{
			name: 'Lines or an Amount of the Item',
			value: 'named',
			description: 'What each item names: its list of lines, or one amount. An item with neither is held.',
		},
		{
			name: 'The Whole Order',
			value: 'whole',
			description: 'All that was paid and not given back yet. An item that names lines or an amount is held.',
		},
	],
	default: '',
	description: 'It must be chosen, so that no order is refunded whole by mistake',
	builderHint: {
		propertyHint:
			'Costs money: ask the user. Lines or an Amount of the Item takes items or amount of each input item; The Whole Order gives back all that was paid.',
	},
};

const notice: INodeProperties = {
	displayName:
		'Every order is looked up, and never more than was paid goes back. If you refund an order a second time, put <code>items</code> of the first answer into the field <code>refunded</code>: Amazon does not say what was refunded before.',
	name: 'refundNotice',
	type: 'notice',
	default: '',
};

const includesTax: INodeProperties = {
	displayName: 'Store Amounts Include Tax',
	name: 'includesTax',
	type: 'options',
	options: [
		{
			name: "As the Order's Own Amounts",
			value: 'auto',
			description: 'Yes in Europe, no in the United States',
		},
		{ name: 'No', value: 'no' },
		{ name: 'Yes', value: 'yes' },
	],
	default: 'auto',
	description:
		'How your store writes the amounts of lines. The amount of a whole refund is always what the buyer gets, tax included.',
	builderHint: {
		propertyHint: 'Leave it as it is unless the user says how the store writes the amounts of lines.',
	},
};

/** Refunds orders that were shipped: never more than was paid. */
export const refund: BatchOperation = {
	value: 'refund',
	name: 'Refund',
	action: 'Refund orders',
	description: 'Give money back for shipped orders, never more than was paid, many in one feed',
	builderHint:
		"Pays money back to buyers. Connect rows with Amazon's order ID and the lines or the amount of the store's refund before it, and run it with Options: Dry Run first.",
	fields: [
		notice,
		what,
		orderIdField,
		reason,
		moreFields(
			fieldName('Amount Field', 'amount', 'Holds the amount of the whole refund, when there are no lines'),
			fieldName('Currency Field', 'currency', "Holds the currency; another than the order's is held"),
			fieldName(
				'Earlier Refunds Field',
				'refunded',
				'Holds what was given back for the order before: the column "items" of earlier answers, together in one list',
			),
			fieldName(
				'Line: Amount Field',
				'lineAmount',
				'In each line: what is given back for the goods',
				'amount',
			),
			...lineFieldNames,
			fieldName(
				'Line: Shipping Field',
				'lineShipping',
				'In each line: what is given back for shipping',
				'shipping',
			),
			fieldName('Line: Tax Field', 'lineTax', 'In each line: the tax that is given back', 'tax'),
			fieldName('Lines Field', 'items', 'Holds the list of lines to refund'),
			fieldName('Reason Field', 'reason', "Holds the reason, in Amazon's words or your store's"),
			fieldName('Shipping Field', 'shipping', 'Holds what is given back for shipping, beside the lines'),
		),
		sendBackOptions(includesTax),
	],
	risks: [
		{
			when: '$parameter["refundWhat"] === "whole" && $parameter["options"]?.dryRun !== true',
			message:
				'Every order that comes in is paid back whole, and money that went back does not return. Turn <b>Dry Run</b> on under Options first, or choose <b>Refund What</b>: Lines or an Amount of the Item.',
			isFinal: true,
		},
	],
	next: FEED_NEXT,
	async batch(context, items) {
		const decide = decideRefund(readConfig(context));
		return await sendBack<RefundChange>(context, items, {
			columns: answerColumns(context, ['refundTotal', 'currency', 'refundReason', 'items'], FEED_IDS),
			feedType: ORDER_ADJUSTMENT_FEED,
			isLookedUp: true,
			decide,
			write: toMessage,
			factsOf,
		});
	},
};

function toMessage({ amazonOrderId, currency, lines }: RefundChange): string {
	return refundText({
		orderId: amazonOrderId,
		kind: 'Refund',
		lines: lines.map(({ components, ...line }) => ({
			...line,
			components: components.map(({ component, amount }) => ({ type: component, amount, currency })),
		})),
	});
}

/** Amazon's reason stands here too: the store's own word may have become another. */
function factsOf({ total, currency, lines }: RefundChange): IDataObject {
	const reasons = new Set(lines.map((line) => line.reason));
	return {
		...{ refundTotal: total, currency, refundReason: [...reasons].join(', ') },
		items: lines.map(toFact),
	};
}

function toFact({ components, ...line }: RefundChange['lines'][number]) {
	return { ...line, components: components.map((part) => ({ ...part })) };
}

function readConfig({ params }: Context): RefundConfig {
	const paths = params.group('moreFields', 0);
	const path = (name: string) => toText(paths[name]).trim();
	const includes = toText(params.group('options', 0).includesTax);
	return {
		what: requireWhat(params.text('refundWhat', 0)),
		fields: {
			amazonOrderId: params.text('orderIdField', 0),
			...{ reason: path('reason'), items: path('items'), amount: path('amount') },
			...{ currency: path('currency'), shipping: path('shipping'), refunded: path('refunded') },
		},
		lineFields: {
			...{ itemId: path('itemId'), sku: path('sku'), quantity: path('quantity') },
			...{ amount: path('lineAmount'), shipping: path('lineShipping'), tax: path('lineTax') },
		},
		defaultReason: ADJUSTMENT_REASONS.find(({ value }) => value === params.text('reason', 0))?.value,
		storeAmountsIncludeTax: includes === 'yes' ? true : includes === 'no' ? false : undefined,
	};
}

function requireWhat(chosen: string): 'named' | 'whole' {
	if (chosen === 'named' || chosen === 'whole') return chosen;
	const allowed = 'chosen: Lines or an Amount of the Item, or The Whole Order';
	throw new ConfigError(what.displayName, allowed, chosen === '' ? undefined : chosen);
}
