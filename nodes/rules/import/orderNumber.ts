import type { OrderNumberRules } from './config';
import type { Fail } from './verdict';
import type { MarketplaceOrder } from '../order/marketplaceOrder';
import { Hold } from '../verdict/verdict';

/** Order numbers that are taken: number -> the Amazon order it belongs to, or an empty text. */
export type TakenNumbers = ReadonlyMap<string, string>;

export interface NumberedOrder {
	/** Empty when the store counts by itself. */
	number: string;
	/** The number that was taken by another order, when there was one. */
	taken?: string;
}

/**
 * The store's number for an order: prefix, channel, marketplace and the base, joined by `-`. A number that another
 * Amazon order has gets `-2`, `-3`, ...
 * Source: https://docs.cedcommerce.com/magento-2/amazon-integration-magento-2-user-guide/ (Amazon Order Settings: Increment Id Rules).
 * @param nextNumber the store's own next number, where the rules ask for it
 */
export function orderNumberOf(
	order: Pick<MarketplaceOrder, 'orderId' | 'channel' | 'marketplace'>,
	rules: OrderNumberRules,
	{ nextNumber, taken }: { nextNumber: string; taken: TakenNumbers },
): NumberedOrder | Fail {
	if (rules.base === 'store') return { number: '' };
	if (rules.base === 'nextNumber' && nextNumber === '') {
		return new Hold(
			'order-number-missing',
			'The order has no next number of the store; fill in Next Number, or let the order number be the Amazon order ID',
		);
	}
	const parts = [
		rules.prefix,
		rules.addChannel ? order.channel : '',
		rules.addMarketplace ? order.marketplace : '',
		rules.base === 'amazonOrderId' ? order.orderId : nextNumber,
	];
	const wanted = parts.filter((part) => part !== '').join('-');
	for (let copy = 1; ; copy++) {
		const number = copy === 1 ? wanted : `${wanted}-${copy}`;
		const owner = taken.get(number);
		if (owner === undefined || owner === order.orderId) {
			return copy === 1 ? { number } : { number, taken: wanted };
		}
	}
}
