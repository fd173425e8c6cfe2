import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkAdminDoor, checkHost } from '../door';
import type { FaultSpec } from '../faults';
import { toFeed } from '../feeds/feed';
import { isObject } from '../json';
import { receive } from '../receive';
import { asErrorList, invalidInput, notFound, Refusal, type Reply } from '../reply';
import { parseJsonBody } from '../requestBody';
import { matchPath } from '../route';
import { send } from '../send';
import type { SimState } from '../state';
import { refuseErrors, type Admin, type AdminRoute } from './adminRoute';
import { ORDER_ADMIN_ROUTES } from './orderAdmin';
import { REPORT_ADMIN_ROUTES } from './reportAdmin';
import { toStatusPage } from './statusPage';

/** The bytes of a report's document may be among it. */
const MAX_BODY_BYTES = 16 * 2 ** 20;
const SHOWN_FEEDS = 100;

/** Whether the address is about the simulator itself, and not about Amazon. */
export function isAdminPath(url: string): boolean {
	return /^\/simulator(\/|\?|$)/.test(url);
}

/** The state as JSON, without a secret. */
function toSnapshot(state: SimState) {
	const nowMs = state.nowMs();
	const feeds = state.feeds.list();
	return {
		now: new Date(nowMs).toISOString(),
		limits: state.settings.limits,
		sellers: state.seed.sellers.map(({ sellerId, storeName, region, marketplaceIds, clientId }) => ({
			sellerId,
			storeName,
			region,
			marketplaceIds,
			clientId,
			listings: state.catalogue(sellerId).counts(),
			orders: state.orderBook.of(sellerId).counts(),
			reports: state.reports.list(sellerId).length,
		})),
		feedCount: feeds.length,
		feeds: feeds.slice(0, SHOWN_FEEDS).map((feed) => ({ sellerId: feed.sellerId, ...toFeed(feed, nowMs) })),
		callCount: state.calls.total,
		faults: state.faults.list(),
	};
}

function addFaults({ state }: Admin, body: Buffer): Reply {
	const { clear, ...fault } = parseJsonBody(body);
	if (clear === true) {
		state.faults.clear();
		return { status: 200, json: { faults: [] } };
	}
	if (!isObject(fault) || typeof fault['kind'] !== 'string') {
		throw invalidInput('Send a fault with its \'kind\', or {"clear": true}.');
	}
	// `add` refuses kinds it does not know.
	const id = refuseErrors(() => state.faults.add(fault as unknown as FaultSpec));
	return { status: 201, json: { id } };
}

function showListing({ state }: Admin, params: Record<string, string>): Reply {
	const { sellerId = '', sku = '' } = params;
	if (!state.seed.sellers.some((seller) => seller.sellerId === sellerId))
		throw notFound(`No seller ${sellerId}.`);
	const listing = state.listing(sellerId, sku);
	if (listing === undefined) throw notFound(`Seller ${sellerId} has no SKU '${sku}'.`);
	return { status: 200, json: listing };
}

const ADMIN_ROUTES: readonly AdminRoute[] = [
	...ORDER_ADMIN_ROUTES,
	...REPORT_ADMIN_ROUTES,
	{
		method: 'GET',
		path: '/simulator',
		handle: ({ state }) => ({
			status: 200,
			body: toStatusPage(state),
			contentType: 'text/html; charset=UTF-8',
		}),
	},
	{
		method: 'GET',
		path: '/simulator/state',
		handle: ({ state }) => ({ status: 200, json: toSnapshot(state) }),
	},
	{
		method: 'GET',
		path: '/simulator/calls',
		handle: ({ state }) => ({ status: 200, json: state.calls.list() }),
	},
	{ method: 'POST', path: '/simulator/faults', handle: (admin, _params, body) => addFaults(admin, body) },
	{
		method: 'POST',
		path: '/simulator/reset',
		handle: (admin) => {
			admin.reset();
			return { status: 200, json: { reset: true } };
		},
	},
	{ method: 'GET', path: '/simulator/listings/{sellerId}/{sku}', handle: showListing },
];

function findHandler(
	method: string,
	path: string,
): { handle: AdminRoute['handle']; params: Record<string, string> } {
	for (const route of ADMIN_ROUTES) {
		const params = matchPath(route.path, path);
		if (params !== undefined && route.method === method) return { handle: route.handle, params };
	}
	throw notFound(`The simulator has no ${method} ${path}.`);
}

/** Answers one request about the simulator itself; never limited, logged or struck by faults. */
export async function answerAdmin(
	admin: Admin,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const [path = ''] = (request.url ?? '').split('?');
	const { method = '', headers } = request;
	try {
		checkHost(headers);
		checkAdminDoor(method, headers);
		const { handle, params } = findHandler(method, path.replace(/(?<=.)\/$/, ''));
		const body = await receive(request, MAX_BODY_BYTES);
		admin.state.settle();
		send(response, handle(admin, params, body), {}, []);
	} catch (error) {
		const refusal = error instanceof URIError ? invalidInput('The path is not properly encoded.') : error;
		if (!(refusal instanceof Refusal)) throw error;
		send(response, asErrorList(refusal), { connection: 'close' }, []);
	}
}
