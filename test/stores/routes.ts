import { magentoRoutes } from './magento/routes';
import { actionRoutes } from './page/actions';
import { amazonPage } from './page/amazonPage';
import { messagesPage } from './page/messagesPage';
import { ordersPage } from './page/ordersPage';
import { productsPage } from './page/productsPage';
import { shopifyOrdersPage } from './page/shopifyOrdersPage';
import { shopifyProductsPage } from './page/shopifyProductsPage';
import { priceListRoutes } from './priceList';
import { shopifyRoutes } from './shopify/routes';
import { json, type StoreRequest, type StoreRoute } from './storeRoute';
import { webhookReportRoutes } from './webhookReports';
import { webhookRoutes } from './webhookRoutes';
import { wooRoutes } from './wooCommerce/routes';

/** Every kind of store brings its own routes. */
const ROUTES: readonly StoreRoute[] = [
	...magentoRoutes,
	...wooRoutes,
	...shopifyRoutes,
	...webhookRoutes,
	...webhookReportRoutes,
	...priceListRoutes,
	...[ordersPage, productsPage, amazonPage, messagesPage, shopifyOrdersPage, shopifyProductsPage],
	...actionRoutes,
];

const NOWHERE: Omit<StoreRoute, 'method' | 'path'> = {
	operation: 'unknown',
	answer: (_state, { method, path }) => json(404, { message: `The demo store has no ${method} ${path}` }),
};

/** The route of a request and the variable parts of its path; an address that is not there answers 404. */
export function findRoute(request: StoreRequest): {
	route: Omit<StoreRoute, 'method' | 'path'>;
	parts: string[];
} {
	for (const route of ROUTES) {
		const parts = route.method === request.method ? route.path.exec(request.path) : null;
		if (parts) return { route, parts: parts.slice(1).map(decodeURIComponent) };
	}
	return { route: NOWHERE, parts: [] };
}
