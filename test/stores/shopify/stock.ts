import type { StoreState } from '../storeState';
import type { ShopifyOrder } from './order';
import { findVariant } from './variants';

/** Takes (-1) or gives back (1) the units of an order, where stock is counted. */
export function moveStock({ shopifyProducts }: StoreState, { lineItems }: ShopifyOrder, sign: 1 | -1): void {
	for (const { variant, quantity } of lineItems) {
		const counted = variant === null ? undefined : findVariant(shopifyProducts, variant.id);
		if (counted === undefined || counted.inventory_management === null) continue;
		counted.old_inventory_quantity = counted.inventory_quantity;
		counted.inventory_quantity += sign * quantity;
	}
}
