import type { MagentoProduct } from '../fixtures/stores/magento';
import { searchProducts } from './magentoSearch';
import { json, type StoreAnswer, type StoreRequest, type StoreRoute, type StoreState } from './storeRoute';

const refused = json(401, { message: "The consumer isn't authorized to access %resources." });

/** Magento 2's REST API, as far as the workflows read it. */
export const magentoRoutes: readonly StoreRoute[] = [
	{
		method: 'GET',
		path: /^\/rest\/V1\/products$/,
		answer: withToken((state, { query }) => json(200, searchProducts(state.products, query))),
	},
	{
		method: 'GET',
		path: /^\/rest\/V1\/inventory\/get-product-salable-quantity\/([^/]+)\/(\d+)$/,
		answer: withToken((state, _request, [sku = '']) => salableQuantity(state.products, sku)),
	},
];

function withToken(answer: StoreRoute['answer']): StoreRoute['answer'] {
	return (state: StoreState, request: StoreRequest, parts: string[]): StoreAnswer =>
		request.headers['authorization'] === `Bearer ${state.token}` ? answer(state, request, parts) : refused;
}

/** A bare number; Magento refuses the question where it does not manage the stock. */
function salableQuantity(products: MagentoProduct[], sku: string): StoreAnswer {
	const product = products.find((candidate) => candidate.sku === sku);
	if (product === undefined) return json(404, { message: "The product that was requested doesn't exist." });
	const stock = product.extension_attributes.stock_item;
	if (stock?.manage_stock === false) {
		return json(400, {
			message: "Can't check requested quantity for products without Source Items support.",
		});
	}
	return json(200, stock?.qty ?? 0);
}
