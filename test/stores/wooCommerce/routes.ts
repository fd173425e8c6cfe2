import { json, type StoreAnswer, type StoreRequest, type StoreRoute } from '../storeRoute';
import type { StoreState } from '../storeState';
import { WOO_CONSUMER_KEY, WOO_CONSUMER_SECRET } from '../tokens';
import { refusal } from './errors';
import { listOrders } from './findOrders';
import { addNote, listNotes } from './notes';
import { onlyFields } from './onlyFields';
import { createOrder, requireOrder, updateOrder } from './orders';
import { listProducts } from './products';
import { createRefund, listRefunds } from './refunds';

type Answer = StoreRoute['answer'];

/** WooCommerce's REST API v3, as far as the workflows use it. */
export const wooRoutes: readonly StoreRoute[] = [
	// What n8n asks to test a credential.
	route('GET', 'products/categories', 'testCredential', () => json(200, [])),
	route('GET', 'products', 'findProducts', listProducts),
	route('GET', 'orders', 'findOrders', listOrders),
	route('POST', 'orders', 'createOrder', createOrder),
	route(
		'GET',
		'orders/(\\d+)',
		'getOrder',
		withId((state, _request, id) => json(200, requireOrder(state, id, 404).raw)),
	),
	route('PUT', 'orders/(\\d+)', 'updateOrder', withId(updateOrder)),
	route('POST', 'orders/(\\d+)/notes', 'addComment', withId(addNote)),
	route('GET', 'orders/(\\d+)/notes', 'findComments', withId(listNotes)),
	route('GET', 'orders/(\\d+)/refunds', 'findRefunds', withId(listRefunds)),
	route('POST', 'orders/(\\d+)/refunds', 'createRefund', withId(createRefund)),
];

function route(method: string, path: string, operation: string, answer: Answer): StoreRoute {
	return {
		...{ method, path: new RegExp(`^/wp-json/wc/v3/${path}$`), platform: 'wooCommerce', operation },
		answer: async (state, request, parts) => {
			requireKey(request);
			return onlyFields(await answer(state, request, parts), request);
		},
	};
}

function withId(answer: (state: StoreState, request: StoreRequest, id: string) => StoreAnswer): Answer {
	return (state, request, [id = '']) => answer(state, request, id);
}

/** Key and secret as basic login or in the query. The real one takes a basic login over HTTPS only. */
function requireKey({ method, headers, query }: StoreRequest): void {
	const login = String(headers['authorization'] ?? '').replace(/^Basic /, '');
	const [user = '', password = ''] = Buffer.from(login, 'base64').toString('utf8').split(/:(.*)/s);
	const key = query.get('consumer_key') ?? user;
	const secret = query.get('consumer_secret') ?? password;
	if (key === WOO_CONSUMER_KEY && secret === WOO_CONSUMER_SECRET) return;
	if (key === WOO_CONSUMER_KEY)
		throw refusal(401, 'woocommerce_rest_authentication_error', 'Consumer secret is invalid.');
	if (method === 'GET')
		throw refusal(401, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.');
	throw refusal(401, 'woocommerce_rest_cannot_create', 'Sorry, you are not allowed to create resources.');
}
