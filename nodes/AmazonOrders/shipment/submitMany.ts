import { submitFields } from './fields';
import { hintAtShipmentFields, shipmentJudgement } from './judgement';
import { FEED_IDS, FEED_NEXT } from '../sendBack/answer';
import { sendBack } from '../sendBack/sendBack';
import { shipmentText } from '../../amazon/feeds/orderMessages';
import { ORDER_FULFILLMENT_FEED } from '../../amazon/tables/feedTypes';
import type { BatchOperation } from '../../n8n/operation';

/** Confirms many packages in one feed, for shops whose packages can wait some minutes. */
export const submitMany: BatchOperation = {
	value: 'submitMany',
	name: 'Submit Many',
	action: 'Submit many shipments',
	description: 'Tell Amazon in one feed that many packages have left; the result comes in some minutes',
	builderHint:
		"Connect the store's shipments before it: items need Amazon's order ID, carrier and tracking number. Amazon Trigger (Feed Finished, order feeds) gives Amazon's answer later.",
	fields: submitFields,
	next: FEED_NEXT,
	async batch(context, items) {
		hintAtShipmentFields(context, items);
		const isLookedUp = context.params.group('options', 0).lookUp === true;
		return await sendBack(context, items, {
			...shipmentJudgement(context, isLookedUp, FEED_IDS),
			feedType: ORDER_FULFILLMENT_FEED,
			write: ({ amazonOrderId, packageReference, shipDate, ...change }) =>
				shipmentText({ ...change, orderId: amazonOrderId, reference: packageReference, shippedAt: shipDate }),
		});
	},
};
