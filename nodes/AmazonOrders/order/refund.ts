import type { INodeProperties } from 'n8n-workflow';

import { orderIdField } from './fields';
import { fieldName, lineFieldNames, moreFields, sendBackOptions } from './sendBackFields';
import { sendBack } from '../sendBack';
import { refundText } from '../../amazon/feeds/refundMessage';
import { ORDER_ADJUSTMENT_FEED } from '../../amazon/tables/feedTypes';
import { ADJUSTMENT_REASONS } from '../../amazon/tables/orderReasons';
import type { BatchOperation, Context } from '../../n8n/operation';
import { toText } from '../../n8n/params';
import {
	createRefundRule,
	type RefundChange,
	type RefundConfig,
	type RefundedLine,
} from '../../rules/orders/refund';

const reason: INodeProperties = {
	displayName: 'Reason',
	name: 'reason',
	type: 'options',
	options: ADJUSTMENT_REASONS.map((one) => ({ ...one })),
	default: 'CustomerReturn',
	description: 'For items that name no reason, or one nobody knows',
};

const notice: INodeProperties = {
	displayName:
		'Each item names an order and what to give back: lines with quantities or amounts, or one amount; neither means the whole order. Every order is looked up, and never more than was paid goes back. Keep the answers: pass their <code>items</code> on as Earlier Refunds with the next refund of the same order.',
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
};

/** Refunds orders that were shipped: never more than was paid. */
export const refund: BatchOperation = {
	value: 'refund',
	name: 'Refund',
	action: 'Refund orders',
	description: 'Give money back for shipped orders, never more than was paid, many in one feed',
	fields: [
		notice,
		orderIdField,
		reason,
		moreFields(
			fieldName('Amount Field', 'amount', 'Holds the amount of the whole refund, when there are no lines'),
			fieldName('Currency Field', 'currency', "Holds the currency; another than the order's is held"),
			fieldName(
				'Earlier Refunds Field',
				'refunded',
				'Holds what was given back before, as earlier answers of this operation list it under "items"',
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
			fieldName(
				'Lines Field',
				'items',
				'Holds the list of lines to refund. Without it and an amount, the whole order is refunded.',
			),
			fieldName('Reason Field', 'reason', "Holds the reason, in Amazon's words or your store's"),
			fieldName('Shipping Field', 'shipping', 'Holds what is given back for shipping, beside the lines'),
		),
		sendBackOptions(includesTax),
	],
	async batch(context, items) {
		const decide = createRefundRule(readConfig(context));
		const run = new Map<string, RefundedLine[]>();
		return await sendBack<RefundChange>(context, items, {
			feedType: ORDER_ADJUSTMENT_FEED,
			isLookedUp: true,
			decide(input, order) {
				const verdict = decide(input, order, run.get(order?.orderId ?? ''));
				if (verdict.kind === 'change') {
					const { amazonOrderId, lines } = verdict.change;
					run.set(amazonOrderId, [...(run.get(amazonOrderId) ?? []), ...lines]);
				}
				return verdict;
			},
			write: toMessage,
			factsOf: ({ total, currency, lines }) => ({ refundTotal: total, currency, items: lines.map(toFact) }),
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

function toFact({ components, ...line }: RefundChange['lines'][number]) {
	return { ...line, components: components.map((part) => ({ ...part })) };
}

function readConfig({ params }: Context): RefundConfig {
	const paths = params.group('moreFields', 0);
	const path = (name: string) => toText(paths[name]).trim();
	const includes = toText(params.group('options', 0).includesTax);
	return {
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
