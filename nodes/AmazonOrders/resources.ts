import { acknowledge } from './sendBack/acknowledge';
import { cancel } from './sendBack/cancel';
import { convert } from './convert/convert';
import { get } from './order/get';
import { getMany } from './order/getMany';
import { refund } from './sendBack/refund';
import { confirm } from './shipment/confirm';
import { submitMany } from './shipment/submitMany';
import { updatePickupStatus } from './shipment/updatePickupStatus';
import type { Resource } from '../n8n/operation';

/** Everything the node can do, in the order in which people come to it; what takes something away stands last. */
export const RESOURCES: readonly Resource[] = [
	{
		value: 'order',
		name: 'Order',
		defaultOperation: 'getMany',
		operations: [getMany, get, convert, acknowledge, refund, cancel],
	},
	{
		value: 'shipment',
		name: 'Shipment',
		defaultOperation: 'confirm',
		operations: [confirm, submitMany, updatePickupStatus],
	},
];
