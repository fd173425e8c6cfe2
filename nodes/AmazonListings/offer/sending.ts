import { isSending, priceOf, stockOf, type Decision } from './decision';
import { heldAnswerOf } from './answer';
import { offerMessageText } from '../../amazon/feeds/message';
import type { OfferChange } from '../../amazon/listings/patches';
import type { Outcome } from '../../n8n/operation';

/** A decision that goes to Amazon, and where. */
export type Sending = Decision & { marketplace: NonNullable<Decision['marketplace']> };

/** Divides what is to be sent from what is held; the held ones are answered. */
export function divide(decisions: readonly Decision[]): { held: Outcome[]; sending: Sending[] } {
	const held: Outcome[] = [];
	const sending: Sending[] = [];
	for (const decision of decisions) {
		if (isGoing(decision)) sending.push(decision);
		else held.push({ item: decision.item, ...heldAnswerOf(decision) });
	}
	return { held, sending };
}

export function isGoing(decision: Decision): decision is Sending {
	return decision.marketplace !== undefined && isSending(decision);
}

export function changeOf(decision: Decision): OfferChange {
	return { price: priceOf(decision), stock: stockOf(decision) };
}

/** The feed message of a decision, as the JSON text behind its id. */
export function sendingText(decision: Sending): string {
	return offerMessageText(decision.sku, changeOf(decision), decision.marketplace.id);
}
