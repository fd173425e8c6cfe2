import type { MagentoProduct } from '../../fixtures/stores/magento';
import { json, type StoreAnswer, type StoreRequest } from '../storeRoute';
import type { StoreState } from '../storeState';
import { refusal } from './errors';
import { searchPage } from './search';

export function listProducts({ products }: StoreState, { query }: StoreRequest): StoreAnswer {
	return json(200, searchPage(products, query, 'id'));
}

/** A bare number; Magento refuses the question where it does not manage the stock. */
export function salableQuantity({ products }: StoreState, sku: string): StoreAnswer {
	const stock = findProduct(products, sku).extension_attributes.stock_item;
	if (stock?.manage_stock === false)
		throw refusal(400, "Can't check requested quantity for products without Source Items support.");
	return json(200, stock?.qty ?? 0);
}

/** @throws Refusal 404 */
export function findProduct(products: MagentoProduct[], sku: string): MagentoProduct {
	const product = products.find((candidate) => candidate.sku === sku);
	if (product === undefined) throw refusal(404, "The product that was requested doesn't exist.");
	return product;
}

/** Moves counted stock by so many units; products that are not counted stay as they are. */
export function moveStock(products: MagentoProduct[], sku: string, units: number): void {
	const stock = products.find((product) => product.sku === sku)?.extension_attributes.stock_item;
	if (stock === undefined || !stock.manage_stock) return;
	stock.qty += units;
	stock.is_in_stock = stock.qty > stock.min_qty || stock.backorders > 0;
}
