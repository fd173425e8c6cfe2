import type { IDataObject } from 'n8n-workflow';

/** A store's price list, the same in every run. */
export function priceList(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({
		sku: `BENCH-${index}`,
		price: `${10 + (index % 990)}.${String(index % 100).padStart(2, '0')}`,
		quantity: index % 50,
	}));
}

/** Everyday rules: 5 % on top, ending in .99, never below 5, one unit kept back. */
export const RULES: IDataObject = {
	skuField: 'sku',
	priceField: 'price',
	quantityField: 'quantity',
	marketplaceIds: [],
	changePriceBy: '+5 %',
	endPricesIn: '.99',
	lowestPrice: '5',
	priceRules: {},
	keepBack: 1,
	shippedBy: 'MFN',
	stockRules: {},
};
