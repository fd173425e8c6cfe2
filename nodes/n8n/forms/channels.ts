import type { INodePropertyOptions } from 'n8n-workflow';

/** Who ships, under the names and values that every form and item has. */
export const SHIPPED_BY_AMAZON = { name: 'Amazon (FBA)', value: 'AFN' } satisfies INodePropertyOptions;
export const SHIPPED_BY_MERCHANT = {
	name: 'You, the Merchant (FBM)',
	value: 'MFN',
} satisfies INodePropertyOptions;
