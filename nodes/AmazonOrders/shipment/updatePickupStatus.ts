import type { INodeProperties } from 'n8n-workflow';

import { orderId } from '../order/fields';
import { fetchOrder } from '../../amazon/orders/fetchOrders';
import { toMarketplaceOrder } from '../../amazon/orders/toMarketplaceOrder';
import { updatePickupStatus as update } from '../../amazon/orders/confirmShipment';
import { PICKUP_STATUSES } from '../../amazon/tables/shipmentAnswers';
import type { EachOperation } from '../../n8n/operation';
import { ConfigError } from '../../rules/verdict/verdict';

const pickupStatus: INodeProperties = {
	displayName: 'Status',
	name: 'pickupStatus',
	type: 'options',
	options: PICKUP_STATUSES.map(({ value, name }) => ({ name, value })),
	default: 'ReadyForPickup',
	description: 'What happened to the order in the shop',
};

/** For orders that the buyer picks up in a shop (Amazon's programme "In-Store Pickup"). */
export const updatePickupStatus: EachOperation = {
	value: 'updatePickupStatus',
	name: 'Update Pickup Status',
	action: 'Update pickup status of order',
	description: 'Tell Amazon that an order is ready for pickup, was picked up, or was refused',
	builderHint: "For Amazon's in-store pickup only. Takes one Amazon order ID per input item.",
	fields: [orderId, pickupStatus],
	parallel: 5,
	async each({ client, params, signal }, item) {
		const id = params.locator('orderId', item);
		const given = params.text('pickupStatus', item);
		const status = PICKUP_STATUSES.find(({ value }) => value === given)?.value;
		if (status === undefined) {
			throw new ConfigError('Status', PICKUP_STATUSES.map(({ value }) => value).join(', '), given);
		}
		const { marketplaceId } = toMarketplaceOrder(await fetchOrder(client, id, ['FULFILLMENT'], signal));
		await update(client, { orderId: id, marketplaceId, status }, signal);
		return { json: { amazonOrderId: id, pickupStatus: status, updated: true } };
	},
};
