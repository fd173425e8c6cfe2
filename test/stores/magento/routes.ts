import { json, type StoreAnswer, type StoreRequest, type StoreRoute } from '../storeRoute';
import type { StoreState } from '../storeState';
import { DEMO_STORE_TOKEN } from '../tokens';
import * as cart from './cart';
import * as documents from './documents';
import { refusal } from './errors';
import * as orders from './orders';
import { listProducts, salableQuantity } from './products';

type Answer = StoreRoute['answer'];

/**
 * Magento 2's REST API, as far as the workflows use it; `/rest/all/V1` and other store codes too. An imported
 * order is found by `searchCriteria` over `ext_order_id`, where the Amazon order id belongs.
 */
export const magentoRoutes: readonly StoreRoute[] = [
	route('GET', 'products', 'findProducts', listProducts),
	route(
		'GET',
		'inventory/get-product-salable-quantity/([^/]+)/\\d+',
		'salableQuantity',
		(state, _request, [sku = '']) => salableQuantity(state, sku),
	),
	route('GET', 'orders', 'findOrders', orders.listOrders),
	route('POST', 'orders', 'createOrder', orders.saveOrder),
	route('GET', 'orders/(\\d+)', 'getOrder', (state, _request, [id = '']) =>
		json(200, orders.findOrder(state, id).raw),
	),
	route('POST', 'orders/(\\d+)/comments', 'addComment', withId(orders.addComment)),
	route('POST', 'orders/(\\d+)/cancel', 'cancelOrder', (state, _request, [id = '']) =>
		orders.cancelOrder(state, id),
	),
	route('POST', 'order/(\\d+)/invoice', 'createInvoice', withId(documents.invoiceOrder)),
	route('POST', 'order/(\\d+)/ship', 'createShipment', withId(documents.shipOrder)),
	route('POST', 'order/(\\d+)/refund', 'createRefund', withId(documents.refundOrder)),
	route('GET', 'shipments', 'findShipments', documents.listShipments),
	route('GET', 'creditmemos', 'findRefunds', documents.listCreditmemos),
	guestRoute('guest-carts', 'openCart', cart.openCart),
	guestRoute('guest-carts/([^/]+)/items', 'addToCart', withId(cart.addToCart)),
	guestRoute('guest-carts/([^/]+)/shipping-information', 'chooseShipping', withId(cart.chooseShipping)),
	guestRoute('guest-carts/([^/]+)/payment-information', 'createOrder', withId(cart.placeCart)),
];

function route(method: string, path: string, operation: string, answer: Answer): StoreRoute {
	return {
		...{ method, path: new RegExp(`^/rest(?:/\\w+)?/V1/${path}$`), platform: 'magento', operation },
		answer: (state, request, parts) => {
			requireToken(request);
			return answer(state, request, parts);
		},
	};
}

/** Carts of guests are open to everybody. */
function guestRoute(path: string, operation: string, answer: Answer): StoreRoute {
	return { ...route('POST', path, operation, answer), answer };
}

function withId(answer: (state: StoreState, request: StoreRequest, id: string) => StoreAnswer): Answer {
	return (state, request, [id = '']) => answer(state, request, id);
}

function requireToken({ headers }: StoreRequest): void {
	if (headers['authorization'] === `Bearer ${DEMO_STORE_TOKEN}`) return;
	throw refusal(401, "The consumer isn't authorized to access %resources.", {
		resources: 'Magento_Sales::sales',
	});
}
