import type { StoreAnswer, StoreRequest } from '../storeRoute';
import type { StoreState } from '../storeState';
import { toPage } from './lists';

/**
 * `GET /products`, the newest first. `sku` takes several, separated by commas, and is the only way to see
 * variations here: without it they are only listed below their parents.
 */
export function listProducts({ wooProducts }: StoreState, request: StoreRequest): StoreAnswer {
	const { query } = request;
	const skus = query.get('sku')?.split(',');
	const part = query.get('search_sku')?.toLowerCase();
	const found = wooProducts.filter(({ sku, type, status }) => {
		if (status === 'trash') return false;
		if (part !== undefined) return sku.toLowerCase().includes(part);
		// A SKU may hold a comma itself.
		if (skus !== undefined) return sku !== '' && [...skus, query.get('sku')].includes(sku);
		return type !== 'variation';
	});
	const wanted = query.get('status') ?? 'any';
	const listed = found.filter(({ status }) => wanted === 'any' || wanted === status);
	return toPage(
		listed.sort((one, other) => other.id - one.id),
		request,
	);
}
