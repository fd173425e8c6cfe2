import type { Chance } from '../chance';
import type { Fulfiller, OrderStatus } from './amazonOrder';
import type { LineDraft, OrderDraft } from './draft';

/** What makes an order odd, and where and when it can be. */
export interface Oddity {
	/** Amazon's country codes; default everywhere. */
	countries?: readonly string[];
	status?: OrderStatus;
	fulfilledBy?: Fulfiller;
	apply?(draft: OrderDraft, chance: Chance): void;
}

/** The first line of a purchase: every purchase has one. */
export function firstLine({ lines }: OrderDraft): LineDraft {
	const [line] = lines;
	if (line === undefined) throw new Error('An order has at least one line.');
	return line;
}

/** Nothing to pay for a line. */
export const NO_AMOUNTS = { unit: 0, shipping: 0, giftWrap: 0, codFee: 0, discount: 0, shippingDiscount: 0 };
