import type { AmazonOrder, OrderSpec, Simulator } from '../simulator';
import type { Session } from '../simulator/client';
import type { SandboxPair } from './swagger';

const MINUTE_MS = 60_000;

/** Adds the order of an example as it is; Amazon's show what it says it withholds of its own orders. */
function add(simulator: Simulator, sellerId: string, order: AmazonOrder, change: OrderSpec = {}): void {
	simulator.addOrder({ sellerId, order, fulfilledBy: 'MERCHANT', ...change });
}

/** The example's order among others: the first of two pages, or the last, or the only one. */
async function prepareSearch(
	{ request, response }: SandboxPair,
	simulator: Simulator,
	session: Session,
): Promise<Record<string, unknown>> {
	const { orders, pagination } = response as { orders: AmazonOrder[]; pagination?: object };
	const [order] = orders;
	if (order === undefined) return {};
	add(simulator, session.seller.sellerId, order);
	const isSecond = request.parameters['paginationToken'] !== undefined;
	if (!isSecond && pagination === undefined) return {};
	const createdAtMs = Date.parse(order.createdTime) + (isSecond ? -MINUTE_MS : MINUTE_MS);
	add(simulator, session.seller.sellerId, order, { orderId: '902-0000000-0000001', createdAtMs });
	if (!isSecond) return { maxResultsPerPage: 1 };
	const wanted = Object.entries(request.parameters).flatMap(([name, { value }]): [string, string][] =>
		name === 'paginationToken' ? [] : [[name, String(value)]],
	);
	const query = new URLSearchParams([...wanted, ['maxResultsPerPage', '1']]);
	const first = await session.call({ path: `/orders/2026-01-01/orders?${query}` });
	const { nextToken } = (first.json as { pagination: { nextToken: string } }).pagination;
	return { paginationToken: nextToken, maxResultsPerPage: 1 };
}

interface Confirmation {
	marketplaceId: string;
	packageDetail: { orderItems: { orderItemId: string }[] };
}

/** The order that the package of the example belongs to, placed before it was shipped. */
function prepareConfirmation({ request }: SandboxPair, simulator: Simulator, sellerId: string): void {
	const { marketplaceId, packageDetail } = request.parameters['body']?.value as Confirmation;
	simulator.addOrder({
		sellerId,
		orderId: String(request.parameters['orderId']?.value),
		marketplaceId,
		createdAtMs: Date.parse('2022-02-10T00:00:00Z'),
		lines: packageDetail.orderItems.map(() => ({})),
		change: ({ orderItems }) =>
			orderItems.forEach((item, index) => {
				item.orderItemId = packageDetail.orderItems[index]?.orderItemId ?? item.orderItemId;
			}),
	});
}

/** Brings the simulator to where an example about orders begins; answers with what replaces Amazon's values. */
export async function prepareOrders(
	operationId: string,
	status: number,
	pair: SandboxPair,
	simulator: Simulator,
	session: Session,
): Promise<Record<string, unknown>> {
	const { sellerId } = session.seller;
	if (operationId === 'confirmShipment') prepareConfirmation(pair, simulator, sellerId);
	if (status >= 400) return {};
	if (operationId === 'searchOrders') return prepareSearch(pair, simulator, session);
	if (operationId === 'getOrder') add(simulator, sellerId, (pair.response as { order: AmazonOrder }).order);
	if (operationId !== 'updateShipmentStatus') return {};
	const { orderId, marketplaceId } = simulator.addOrder({ sellerId, odd: 'in-store-pick-up' });
	return { orderId, body: { marketplaceId, shipmentStatus: 'ReadyForPickup' } };
}
