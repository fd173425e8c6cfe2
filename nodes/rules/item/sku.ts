import { isAbsent } from './attribute';
import { Hold, shown } from '../verdict/verdict';

/** Amazon's limit for a seller SKU (listings items API, `sku`). */
const MAX_SKU_LENGTH = 40;

/** Why an item has no SKU that could be sent. */
export type SkuReason = 'no-sku' | 'sku-too-long' | 'sku-not-allowed';

/** The SKU of an item, spaces around it dropped; stores also keep SKUs as numbers. */
export function readSku(value: unknown): string | Hold<SkuReason> {
	if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
		return new Hold(
			'sku-not-allowed',
			`The SKU ${value} is a number too long to be exact, its last digits are lost; give it as text`,
		);
	}
	const sku = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
	if (isAbsent(sku) || typeof sku !== 'string') {
		return new Hold('no-sku', 'The item has no SKU; give the product one, or name the field that holds it');
	}
	const trimmed = sku.trim();
	if (/\p{Cc}/u.test(trimmed)) {
		return new Hold(
			'sku-not-allowed',
			'The SKU holds an invisible control character; type it anew in the store',
		);
	}
	if (trimmed.length <= MAX_SKU_LENGTH) return trimmed;
	const advice = `Amazon allows ${MAX_SKU_LENGTH}; shorten it, or name another field`;
	return new Hold('sku-too-long', `The SKU ${shown(trimmed)} has ${trimmed.length} characters, ${advice}`);
}
