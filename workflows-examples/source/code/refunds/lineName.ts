import { text } from '../text';

export interface LineName {
	itemId?: string;
	sku?: string;
	quantity?: number;
}

/** By Amazon's id where the line has it, else by its SKU. */
export function nameOf(itemId: unknown, sku: unknown, quantity: number): LineName {
	return {
		...(text(itemId) ? { itemId: text(itemId) } : { sku: text(sku) }),
		...(quantity > 0 ? { quantity } : {}),
	};
}
