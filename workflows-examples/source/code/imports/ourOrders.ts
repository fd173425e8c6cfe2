import { jsonOf, toItems, type Item } from '../n8n';
import { byOrder, type Claim } from './claims';

export interface TwoLooks<Order> {
	/** The orders that this run has claimed; one may stand there twice. */
	orders: Order[];
	first: Claim[];
	second: Claim[];
	run: string;
}

/** The orders that this run goes on with, each once. */
export function ordersThatAreOurs<Order extends { amazonOrderId: string }>(looks: TwoLooks<Order>): Order[] {
	const [first, second] = [byOrder(looks.first), byOrder(looks.second)];
	const isAlone = (rows: Claim[] = []) => rows.length > 0 && rows.every(({ claim }) => claim === looks.run);
	const orders = new Map(looks.orders.map((order) => [order.amazonOrderId, order]));
	return [...orders.values()].filter(
		({ amazonOrderId: id }) => second.has(id) && (isAlone(first.get(id)) || isAlone(second.get(id))),
	);
}

/**
 * The orders that are ours: nobody else had a row of theirs when we looked, the first or the second time. Of two rows of
 * ours, after a second try to write them, the first one counts.
 */
export default (): Item[] => {
	const orders = jsonOf($('Keep Orders Without a Row').all<{ amazonOrderId: string }>());
	const first = jsonOf($('Read All Claims').all<Claim>());
	const second = jsonOf($('Read All Claims Again').all<Claim>());
	return toItems(ordersThatAreOurs({ orders, first, second, run: $execution.id }));
};
