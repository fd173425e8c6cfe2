/** What the rules give for a SKU in one marketplace. */
export interface MarketplaceQuantity {
	/** As a sentence can carry it, e.g. its country. */
	marketplace: string;
	quantity: number;
}

/** The one quantity of a SKU in all marketplaces of a region. */
export interface SharedStock {
	quantity: number;
	/** One sentence with what the rules gave. */
	message: string;
}

/**
 * Amazon keeps one quantity of a SKU for all marketplaces of a region (`fulfillment_availability` has no marketplace in any
 * product type schema): of several the last message would win everywhere. The lowest goes, since it promises nowhere more
 * than the rules allow.
 * @returns undefined when there is nothing to settle
 */
export function decideSharedStock(quantities: readonly MarketplaceQuantity[]): SharedStock | undefined {
	const quantity = Math.min(...quantities.map((given) => given.quantity));
	if (quantities.every((given) => given.quantity === quantity)) return undefined;
	const list = quantities.map((given) => `${given.marketplace} ${given.quantity}`).join(', ');
	const why = 'Amazon keeps one quantity of a SKU for all marketplaces of a region';
	return { quantity, message: `${list}: ${why}, so the lowest goes, ${quantity}` };
}
