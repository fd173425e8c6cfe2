import type { SimOrder } from '../simulator';
import type { DemoStore } from './server';

/** What is wrong between orders at Amazon and those in the store: missing, doubled, or not what was paid. */
export function compareOrders(store: DemoStore, orders: readonly SimOrder[]): string[] {
	const inStore = new Map(store.orders.map((order) => [order.amazonOrderId, order]));
	const wrong = orders.flatMap(({ orderId, order }) => {
		const there = inStore.get(orderId);
		if (there === undefined) return [`${orderId} is missing`];
		const { amount = '', currencyCode = '' } = order.proceeds?.grandTotal ?? {};
		const same = Number(there.total) === Number(amount) && there.currency === currencyCode;
		return same ? [] : [`${orderId}: ${there.total} ${there.currency} instead of ${amount} ${currencyCode}`];
	});
	const doubled = store.duplicates.map(
		({ amazonOrderId, count }) => `${amazonOrderId} is there ${count} times`,
	);
	return [...wrong, ...doubled];
}
