import { minus, sum, times } from '../../fixtures/stores/amounts';
import type { Refund, SimOrder, Simulator } from '../../simulator';
import { listAt, textAt } from '../jsonFields';
import type { AmazonOffer, AmazonOrderState, AmazonSide } from './desk';

type Listing = NonNullable<ReturnType<Simulator['state']['listing']>>;

/** What one seller of the simulated Amazon has, offers in one marketplace. */
export function amazonSide(simulator: Simulator, sellerId: string, marketplaceId: string): AmazonSide {
	return {
		url: `${simulator.url}/simulator`,
		offer: (sku) => {
			const listing = simulator.state.listing(sellerId, sku);
			return listing === undefined ? undefined : toOffer(listing, marketplaceId);
		},
		order: (orderId) => {
			const order = simulator.orders(sellerId).find((candidate) => candidate.orderId === orderId);
			return order === undefined ? undefined : toOrderState(order);
		},
		orders: () =>
			simulator
				.orders(sellerId)
				.map(toOrderState)
				.sort((one, other) => other.updatedAtMs - one.updatedAtMs),
	};
}

function toOffer({ sku, attributes, updatedAtMs }: Listing, marketplaceId: string): AmazonOffer {
	const there = (value: unknown) => textAt(value, 'marketplace_id') === marketplaceId;
	const offer = (attributes['purchasable_offer'] ?? []).find(
		(candidate) => there(candidate) && textAt(candidate, 'audience') !== 'B2B',
	);
	const [stock] = attributes['fulfillment_availability'] ?? [];
	const quantity = textAt(stock, 'quantity');
	const price = priceIn(offer, 'our_price');
	return {
		...{ sku, price, salePrice: priceIn(offer, 'discounted_price'), updatedAtMs, quantity },
		currency: textAt(offer, 'currency'),
		title: textAt((attributes['item_name'] ?? []).find(there), 'value'),
		isBuyable: price !== '' && (quantity === '' || Number(quantity) > 0),
	};
}

/** Amazon's prices are JSON numbers; as text, with two decimals. */
function priceIn(offer: unknown, name: string): string {
	const [price] = listAt(offer, name);
	const [part] = listAt(price, 'schedule');
	const value = textAt(part, 'value_with_tax');
	return value === '' ? '' : times(value, 1);
}

function toOrderState({
	orderId,
	status,
	fulfilledBy,
	updatedAtMs,
	refunds,
	order,
	sellerOrderId,
}: SimOrder) {
	const total = order.proceeds?.grandTotal;
	const state: AmazonOrderState = {
		...{ orderId, status, isShippedByAmazon: fulfilledBy === 'AMAZON', updatedAtMs },
		total: total === undefined ? '' : `${total.amount} ${total.currencyCode}`,
		refunded: refundedOf(refunds),
		storeNumber: sellerOrderId ?? '',
		packages: (order.packages ?? []).map(({ carrier = '', trackingNumber = '' }) =>
			`${carrier} ${trackingNumber}`.trim(),
		),
	};
	return state;
}

/** What the buyer got back: prices, less the promotions that went with them. */
function refundedOf(refunds: readonly Refund[]): string {
	const amounts = (name: 'components' | 'promotions') =>
		sum(refunds.flatMap((refund) => refund[name].map(({ amount }) => amount)));
	const currency = refunds[0]?.components[0]?.currency ?? '';
	return currency === '' ? '' : `${minus(amounts('components'), amounts('promotions'))} ${currency}`;
}
