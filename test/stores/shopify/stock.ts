import type { ShopifyProduct } from '../../fixtures/stores/shopify';
import type { StoreState } from '../storeState';
import type { ShopifyLine, ShopifyOrder } from './order';
import { findVariant } from './variants';

/** Takes (-1) or gives back (1) the units of an order, where stock is counted. Answers with the changed products. */
export function moveStock(state: StoreState, { lineItems }: ShopifyOrder, sign: 1 | -1): ShopifyProduct[] {
	return moveUnits(
		state,
		lineItems.map((line) => ({ line, units: sign * line.quantity })),
	);
}

/** Adds units to the stock of what the lines sold, where it is counted. Answers with the changed products. */
export function moveUnits(
	{ shopifyProducts }: StoreState,
	moves: ReadonlyArray<{ line: Pick<ShopifyLine, 'variant'>; units: number }>,
): ShopifyProduct[] {
	const changed = new Set<number>();
	for (const { line, units } of moves) {
		const counted = line.variant === null ? undefined : findVariant(shopifyProducts, line.variant.id);
		if (counted === undefined || counted.inventory_management === null) continue;
		counted.old_inventory_quantity = counted.inventory_quantity;
		counted.inventory_quantity += units;
		changed.add(counted.product_id);
	}
	return shopifyProducts.filter(({ id }) => changed.has(id));
}
