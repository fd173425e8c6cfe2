import { hashOf } from '../../listings/listing';

const WAREHOUSES = ['LEJ1', 'BER3', 'LTN4', 'CDG7', 'MXP5'];

/** A made-up FNSKU, always the same for a SKU. */
export function fnskuOf(sku: string): string {
	return `X00${hashOf(`fnsku ${sku}`).toString(36).toUpperCase().padStart(7, '0').slice(-7)}`;
}

/** One of Amazon's warehouses, always the same for a text. */
export function warehouseOf(text: string): string {
	return WAREHOUSES[hashOf(text) % WAREHOUSES.length] ?? '';
}
