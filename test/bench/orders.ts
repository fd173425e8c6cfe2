import { atMost, type Row } from './row';
import { openSetting } from './setting';
import { fetchOrders } from '../../nodes/amazon/orders/fetchOrders';
import { toMarketplaceOrder } from '../../nodes/amazon/orders/toMarketplaceOrder';
import { LIMITS } from '../../nodes/amazon/tables/limits';
import { UnreadableRecord } from '../../nodes/amazon/transport/unreadable';
import { DEFAULT_DATA } from '../../nodes/n8n/forms/orderChoices';

const COUNT = 10_000;
const PAGES = COUNT / 100;
const DAY_MS = 24 * 3_600_000;

/** What the retired API took for one order: the order, its items, its buyer and address. */
const OLD_CALLS_PER_ORDER = 3;
const OLD_RATE_PER_SECOND = 0.5;

/** 10,000 orders with items, buyer and address, in simulated time. */
export async function measureOrders(): Promise<Row[]> {
	const setting = await openSetting({ orderLagMs: 0, seed: { orders: [] } });
	try {
		const { simulator, account, time } = setting;
		const [marketplaceId = ''] = account.marketplaceIds;
		simulator.seedOrders({
			...{ sellerId: account.sellerId, count: COUNT, spanMs: DAY_MS, lives: false },
			...{ marketplaceIds: [marketplaceId], statuses: ['UNSHIPPED'] },
		});
		const startMs = time.now();
		const complete = await time.run(async () => await countComplete(setting));
		const tookS = (time.now() - startMs) / 1000;
		const calls = simulator.calls().filter(({ operation }) => operation === 'searchOrders').length;
		const { burst, ratePerSecond } = LIMITS.searchOrders;
		const allowedS = (PAGES - burst) / ratePerSecond;
		const oldS = (COUNT * OLD_CALLS_PER_ORDER) / OLD_RATE_PER_SECOND;
		return [
			atMost(
				'10,000 orders: calls',
				calls,
				PAGES,
				'calls',
				`three calls per order: ${COUNT * OLD_CALLS_PER_ORDER}`,
			),
			atMost(
				"10,000 orders: time over the limit's own",
				(tookS / allowedS - 1) * 100,
				2,
				'%',
				`${Math.round(tookS)} s simulated, ideal ${Math.round(allowedS)} s; three calls per order: ${oldS} s`,
			),
			atMost('10,000 orders: without lines, buyer or address', COUNT - complete, 0, 'orders'),
		];
	} finally {
		await setting.close();
	}
}

async function countComplete(setting: Awaited<ReturnType<typeof openSetting>>) {
	const { account, time } = setting;
	const { client } = setting.contextWith({});
	const filter = {
		createdAfter: new Date(time.now() - 2 * DAY_MS).toISOString(),
		marketplaceIds: account.marketplaceIds,
		statuses: ['UNSHIPPED'],
		includedData: DEFAULT_DATA,
	};
	const complete = new Set<string>();
	for await (const order of fetchOrders(client, filter)) {
		if (order instanceof UnreadableRecord) continue;
		const { orderId, lines, buyer, address, total } = toMarketplaceOrder(order);
		if (lines.length > 0 && buyer.name !== undefined && address !== undefined && total !== undefined)
			complete.add(orderId);
	}
	return complete.size;
}
