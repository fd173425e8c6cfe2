import type { INodeProperties } from 'n8n-workflow';

import { orderIdField } from '../order/fields';
import { fieldName, lineFieldNames, moreFields, sendBackOptions } from './fields';
import { FEED_IDS, FEED_NEXT } from './answer';
import { answerColumns } from './rows';
import { sendBack } from './sendBack';
import { cancellationText } from '../../amazon/feeds/orderMessages';
import { ORDER_ACKNOWLEDGEMENT_FEED } from '../../amazon/tables/feedTypes';
import { CANCEL_REASONS } from '../../amazon/tables/orderReasons';
import type { BatchOperation, Context } from '../../n8n/operation';
import { toText } from '../../n8n/params';
import { decideCancellation, type CancellationConfig } from '../../rules/sendBack/cancellation/decide';
import type { CancelReason } from '../../rules/sendBack/reasons';
import { ConfigError } from '../../rules/verdict/verdict';

const reason: INodeProperties = {
	displayName: 'Reason',
	name: 'reason',
	type: 'options',
	required: true,
	options: [{ name: 'Choose the Reason', value: '' }, ...CANCEL_REASONS.map((one) => ({ ...one }))],
	default: '',
	description:
		'For items that name no reason, or one nobody knows. It must be chosen: Amazon counts Out of Stock against you, and Buyer Cancelled not.',
	builderHint: {
		propertyHint:
			'Ask the user: Out of Stock counts against the seller, Buyer Cancelled does not. Items with a reason of their own in the field reason keep it.',
	},
};

const notice: INodeProperties = {
	displayName:
		'Each item names an order, and lines of it if not all are to be cancelled. Only unshipped orders that you ship can be cancelled; shipped ones are refunded.',
	name: 'cancelNotice',
	type: 'notice',
	default: '',
};

const lookUp: INodeProperties = {
	displayName: 'Look Up Orders First',
	name: 'lookUp',
	type: 'boolean',
	default: true,
	description:
		'Whether to get each order from Amazon before: Amazon cancels line by line, so without it every item must name its lines. Amazon gives 30 orders at once and then one in two seconds.',
	builderHint: {
		propertyHint: "Leave it on: without it every item must name its lines by Amazon's item ID.",
	},
};

/** Cancels orders, or lines of them, that are not shipped. */
export const cancel: BatchOperation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel orders',
	description: 'Cancel unshipped orders or lines of them at Amazon, many in one feed',
	builderHint:
		"Cancels sales, and Amazon may count it against the seller. Connect rows with Amazon's order ID before it, and run it with Options: Dry Run first.",
	fields: [
		notice,
		orderIdField,
		reason,
		moreFields(
			fieldName('Lines Field', 'items', 'Holds the list of lines to cancel. Without it, the whole order.'),
			...lineFieldNames,
			fieldName(
				'Reason Field',
				'reason',
				'Holds the reason, in Amazon\'s words or your store\'s, such as "out of stock" or "customer request"',
			),
		),
		sendBackOptions(lookUp),
	],
	risks: [
		{
			when: '$parameter["options"]?.lookUp === false && $parameter["options"]?.dryRun !== true',
			message:
				'Orders are not looked up: nothing finds out here that one is shipped already or that a line is not in it. Turn <b>Look Up Orders First</b> on under Options.',
			isFinal: true,
		},
	],
	next: FEED_NEXT,
	async batch(context, items) {
		const decide = decideCancellation(readConfig(context));
		return await sendBack(context, items, {
			columns: answerColumns(context, ['cancelReason', 'items'], FEED_IDS),
			feedType: ORDER_ACKNOWLEDGEMENT_FEED,
			isLookedUp: context.params.group('options', 0).lookUp !== false,
			decide,
			write: ({ amazonOrderId, lines = [] }) => cancellationText({ orderId: amazonOrderId, lines }),
			factsOf: ({ reason: chosen, lines }) => ({
				cancelReason: chosen,
				items: lines?.map((line) => ({ ...line })),
			}),
		});
	},
};

function readConfig({ params }: Context): CancellationConfig {
	const paths = params.group('moreFields', 0);
	const path = (name: string) => toText(paths[name]).trim();
	return {
		fields: {
			amazonOrderId: params.text('orderIdField', 0),
			reason: path('reason'),
			items: path('items'),
		},
		lineFields: { itemId: path('itemId'), sku: path('sku'), quantity: path('quantity') },
		defaultReason: requireReason(params.text('reason', 0)),
	};
}

/** Amazon's word for the chosen reason: nobody's performance suffers from one that nobody chose. */
function requireReason(chosen: string): CancelReason {
	const known = CANCEL_REASONS.find(({ value }) => value === chosen);
	if (known !== undefined) return known.value;
	const names = CANCEL_REASONS.map(({ name }) => name).join(', ');
	throw new ConfigError(reason.displayName, `chosen: ${names}`, chosen === '' ? undefined : chosen);
}
