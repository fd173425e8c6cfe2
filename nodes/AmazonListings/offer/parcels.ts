import type { Outcome } from '../../n8n/operation';

import type { Decision } from './decide';
import { changeOf } from './parts';
import { presentHeld } from './present';
import { offerMessageText } from '../../amazon/feeds/message';
import type { Parcel } from '../../amazon/feeds/pack';

export interface Sorted {
	/** Answers for what is held. */
	outcomes: Outcome[];
	sending: Decision[];
	/** The messages, in the order of `sending`. */
	parcels: Parcel[];
}

/** Divides what is to be sent from what is held. */
export function sortDecisions(decisions: readonly Decision[]): Sorted {
	const sorted: Sorted = { outcomes: [], sending: [], parcels: [] };
	for (const decision of decisions) {
		const { item, sku, marketplace } = decision;
		const change = changeOf(decision);
		if (change === undefined || marketplace === undefined) {
			sorted.outcomes.push({ item, ...presentHeld(decision) });
			continue;
		}
		const { id: marketplaceId } = marketplace;
		sorted.sending.push(decision);
		sorted.parcels.push({ marketplaceId, text: () => offerMessageText(sku, change, marketplaceId) });
	}
	return sorted;
}
