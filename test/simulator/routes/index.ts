import { isElsewhereAtAmazon, notSimulated } from '../notSimulated';
import { notFound, Refusal } from '../reply';
import { matchPath, type ApiRoute, type Route } from '../route';
import { CATALOG_ROUTES } from './catalog';
import { DOCUMENT_ROUTES } from './documents';
import { FEEDS_ROUTES } from './feeds';
import { LISTINGS_ROUTES } from './listings';
import { LWA_ROUTES } from './lwa';
import { NOTIFICATION_ROUTES } from './notifications';
import { ORDERS_ROUTES } from './orders';
import { PRODUCT_TYPE_ROUTES } from './productTypes';
import { REPORT_ROUTES } from './reports';
import { RESTRICTED_DATA_ROUTES } from './restrictedData';
import { SELLERS_ROUTES } from './sellers';
import { SHIPMENT_ROUTES } from './shipments';

/** Operations of the Selling Partner API. To add an API: write its routes, list them here, add its limits. */
export const API_ROUTES: readonly ApiRoute[] = [
	...SELLERS_ROUTES,
	...FEEDS_ROUTES,
	...LISTINGS_ROUTES,
	...ORDERS_ROUTES,
	...SHIPMENT_ROUTES,
	...REPORT_ROUTES,
	...RESTRICTED_DATA_ROUTES,
	...PRODUCT_TYPE_ROUTES,
	...CATALOG_ROUTES,
	...NOTIFICATION_ROUTES,
];

export const ROUTES: readonly Route[] = [...LWA_ROUTES, ...DOCUMENT_ROUTES, ...API_ROUTES];

export interface Match {
	route: Route;
	params: Record<string, string>;
}

/**
 * The route of a request. Throws 405 for a known path with another method, 501 for what only Amazon has, 404 for any
 * other path.
 */
export function findRoute(method: string, path: string): Match {
	let isKnown = false;
	for (const route of ROUTES) {
		const params = matchPath(route.path, path);
		if (params === undefined) continue;
		if (route.method === method) return { route, params };
		isKnown = true;
	}
	if (isElsewhereAtAmazon(path)) throw notSimulated(`${method} ${path}`);
	throw isKnown
		? new Refusal(405, 'MethodNotAllowed', `The method ${method} is not allowed for this resource.`)
		: notFound('No operation has this path.');
}
