import type { StoreProduct } from './skuMap';

/** What is left of the store's stock while orders of one run are judged: two orders never get the same last unit. */
export class StockLedger {
	private readonly taken = new Map<string, number>();

	/** Units left; undefined when the store does not count them. */
	left(product: StoreProduct): number | undefined {
		return product.quantity === undefined
			? undefined
			: product.quantity - (this.taken.get(keyOf(product)) ?? 0);
	}

	take(product: StoreProduct, units: number): void {
		const key = keyOf(product);
		this.taken.set(key, (this.taken.get(key) ?? 0) + units);
	}
}

function keyOf({ sku, productId, variantId }: StoreProduct): string {
	return [sku, productId, variantId].join('\n');
}
