import { problemOf, type StoreAnswer } from '../storeAnswer';

/** An order of the store, as the row of the Amazon order names it. */
export interface StoreOrder {
	storeOrderId: string;
	storeOrderNumber: string | undefined;
	/** What the store makes of the total, if it says so. */
	storeTotal?: string | number | undefined;
	/** Magento only. */
	isInvoiced?: boolean;
}

export type Found = ({ found: 'yes' } & StoreOrder) | { found: 'no' } | { found: 'unknown'; problem: string };

/** What the store's answer says of one order; `orders` is the list in it, if there is one. */
export function lookIn<Order>(
	answer: StoreAnswer<unknown>,
	orders: Order[] | null | undefined,
	read: (orders: Order[]) => StoreOrder | undefined,
): Found {
	// Without a list nobody knows whether the order is there, so it is not created now.
	if (!Array.isArray(orders)) return { found: 'unknown', problem: problemOf(answer) };
	const known = read(orders);
	return known === undefined ? { found: 'no' } : { found: 'yes', ...known };
}

/** How long the claims hold: no creation lasts longer, since two go at a time and silence is given up after 30 seconds. */
export function claimSecondsFor(orders: number, secondsPerOrder: number): number {
	return secondsPerOrder * orders;
}
