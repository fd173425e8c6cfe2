import {
	unitsLeft,
	type FulfilmentChannel,
	type MarketplaceOrder,
	type OrderBuyer,
	type OrderLine,
} from './marketplaceOrder';

/**
 * An order as the nodes give it, simplified: in front what a person reads, each a short text that may be empty, in
 * the order of an order list; behind it what the next steps work with. A store's row often holds the store's order id
 * too, so Amazon's has its full name.
 */
export interface OrderItem extends Omit<MarketplaceOrder, 'orderId' | 'channel' | 'buyer'> {
	amazonOrderId: string;
	total: string;
	currency: string;
	buyer: string;
	city: string;
	country: string;
	/** Such as "3 x DEMO-0052, 1 x DEMO-0007". */
	products: string;
	shipBy: string;
	fulfillmentChannel: FulfilmentChannel;
	buyerDetails: OrderBuyer;
}

export function toOrderItem({ orderId, channel, buyer, ...rest }: MarketplaceOrder): OrderItem {
	const { purchasedAt, status, total = '', currency = '', shipBy = '', address, lines } = rest;
	const head = {
		amazonOrderId: orderId,
		status,
		total,
		currency,
		purchasedAt,
		buyer: buyer.name ?? address?.name ?? '',
		city: address?.city ?? '',
		country: address?.country ?? '',
		products: productsOf(lines),
		shipBy,
		fulfillmentChannel: channel,
	};
	return { ...head, ...rest, ...head, buyerDetails: buyer };
}

/** Texts for people, which stand in the order's parts too. */
const FOR_PEOPLE = ['city', 'country', 'products'] as const;

/** The order that an item is. */
export function fromOrderItem(item: OrderItem): MarketplaceOrder {
	const { amazonOrderId, fulfillmentChannel, buyerDetails, total, currency, shipBy, ...rest } = item;
	const order: MarketplaceOrder & Partial<Pick<OrderItem, (typeof FOR_PEOPLE)[number]>> = {
		...rest,
		...{ orderId: amazonOrderId, channel: fulfillmentChannel, buyer: buyerDetails },
		...(total && { total }),
		...(currency && { currency }),
		...(shipBy && { shipBy }),
	};
	for (const name of FOR_PEOPLE) delete order[name];
	return order;
}

/** What was bought and not cancelled since; in a cancelled order, what was bought. */
function productsOf(lines: readonly OrderLine[]): string {
	const left = lines.map((line) => ({ line, units: unitsLeft(line) }));
	const isOver = left.every(({ units }) => units === 0);
	return left
		.map(({ line, units }) => ({ line, units: isOver ? line.ordered : units }))
		.filter(({ units }) => units > 0)
		.map(({ line: { sku, asin, itemId }, units }) => `${units} x ${sku ?? asin ?? itemId}`)
		.join(', ');
}
