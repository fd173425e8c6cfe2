import { previewOperation } from './preview';
import { sendNowOperation } from './sendNow';
import type { OfferKind } from './settings';
import { submitOperation } from './submit';
import type { Resource } from '../../n8n/operation';

/** Price, stock, or both in one message: the same three operations on different parts of an offer. */
export function offerResource(kind: OfferKind, name: string, noun: string): Resource {
	return {
		value: kind,
		name,
		defaultOperation: 'submit',
		operations: [previewOperation(kind, noun), sendNowOperation(kind, noun), submitOperation(kind, noun)],
	};
}
