import { MARKETPLACES } from '../../nodes/amazon/tables/marketplaces';
import { ManualClock, ODD_KINDS, startSimulator, type SellerSeed, type Simulator } from '../simulator';
import { submitOrderFeed, signIn, type Session } from '../simulator/client';
import { ORDER_DATA, ORDER_STATUSES } from '../simulator/orders/amazonOrder';
import { describeWithModels } from './models';
import { MODEL_FILES, problemsOfAnswer } from './swagger';

const ORDERS = '/orders/2026-01-01/orders';
const INCLUDED = `includedData=${ORDER_DATA.join()}`;

/** One seller for the whole world: every marketplace has orders. */
const SELLER: SellerSeed = {
	sellerId: 'AWORLDWIDE1',
	storeName: 'Everything Everywhere',
	region: 'eu',
	marketplaceIds: MARKETPLACES.map(({ id }) => id),
	clientId: 'amzn1.application-oa2-client.simulator-world',
	clientSecret: 'simulator-secret-world',
	refreshToken: 'Atzr|simulator-world',
};

describeWithModels("the simulator's orders", [...MODEL_FILES], () => {
	const clock = new ManualClock();
	let simulator: Simulator;
	let session: Session;

	beforeAll(async () => {
		simulator = await startSimulator({ clock, limits: false, feedDelayMs: 0, seed: { sellers: [SELLER] } });
		session = await signIn(simulator.url, SELLER);
	});
	afterAll(() => simulator.stop());

	/** Every order of a search, page by page, each page looked at. */
	async function countAll(path: string): Promise<number> {
		let count = 0;
		let token = '';
		for (;;) {
			const { status, json } = await session.call({ path: `${path}${token}` });
			expect(status).toBe(200);
			expect(problemsOfAnswer('searchOrders', 200, json)).toEqual([]);
			const { orders, pagination } = json as { orders: object[]; pagination?: { nextToken: string } };
			count += orders.length;
			if (pagination === undefined) return count;
			token = `&paginationToken=${encodeURIComponent(pagination.nextToken)}`;
		}
	}

	const problemsOf = async (orderId: string) => {
		const { json } = await session.call({ path: `${ORDERS}/${orderId}?${INCLUDED}` });
		return problemsOfAnswer('getOrder', 200, json);
	};

	it("of every kind, everywhere, have the model's shape", async () => {
		const statuses = [...ORDER_STATUSES];
		const mix = { sellerId: SELLER.sellerId, spanMs: 3600_000, statuses, oddShare: 0.5, amazonShare: 0.3 };
		simulator.seedOrders({ ...mix, count: 600, chance: 1 });
		simulator.seedOrders({ ...mix, count: 600, chance: 2, discountSign: 'negative' });
		clock.advance(120_000);
		const after = new Date(clock.now() - 2 * 3600_000).toISOString();
		expect(await countAll(`${ORDERS}?createdAfter=${after}&${INCLUDED}`)).toBe(1200);
		expect(await countAll(`${ORDERS}?lastUpdatedAfter=${after}`)).toBe(1200);
	});

	it.each(ODD_KINDS)("odd as %s: the model's shape", async (odd) => {
		expect(await problemsOf(simulator.addOrder({ odd }).orderId)).toEqual([]);
	});

	it("shipped, refunded, acknowledged and cancelled: the model's shape", async () => {
		const [kept, cancelled] = [simulator.addOrder(), simulator.addOrder()];
		const id = (orderId: string) => `<AmazonOrderID>${orderId}</AmazonOrderID>`;
		await submitOrderFeed(session, 'OrderAcknowledgement', [
			`${id(kept.orderId)}<MerchantOrderID>S1</MerchantOrderID><StatusCode>Success</StatusCode>`,
			`${id(cancelled.orderId)}<StatusCode>Failure</StatusCode>`,
		]);
		const date = `<FulfillmentDate>${new Date(clock.now()).toISOString()}</FulfillmentDate>`;
		await submitOrderFeed(session, 'OrderFulfillment', [`${id(kept.orderId)}${date}`]);
		const [shown, gone] = [simulator.order(kept.orderId), simulator.order(cancelled.orderId)];
		expect([shown.status, shown.sellerOrderId, gone.status]).toEqual(['SHIPPED', 'S1', 'CANCELLED']);
		expect([await problemsOf(kept.orderId), await problemsOf(cancelled.orderId)]).toEqual([[], []]);
	});
});
