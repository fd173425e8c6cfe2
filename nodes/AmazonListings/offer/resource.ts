import { preview } from './preview';
import { sendNow } from './sendNow';
import { submit } from './submit';
import type { Resource } from '../../n8n/operation';

/** Price, stock, or both in one message. */
export const offer: Resource = {
	value: 'offer',
	name: 'Price and Stock',
	defaultOperation: 'preview',
	operations: [preview, submit, sendNow],
};
