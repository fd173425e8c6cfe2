import { openSetting } from './setting';
import { atLeast, atMost, type Row } from './row';
import { OPERATIONS, type SpApiOperation } from '../../nodes/amazon/transport/operations';

const CASES: Array<{
	operation: SpApiOperation;
	calls: number;
	path: Record<string, string>;
	query?: object;
	body?: object;
}> = [
	{
		operation: OPERATIONS.patchListingsItem,
		calls: 1000,
		path: { sku: 'BENCH-1' },
		query: { marketplaceIds: ['A1PA6795UKMFR9'] },
		body: {
			productType: 'PRODUCT',
			patches: [{ op: 'replace', path: '/attributes/condition_note', value: [{}] }],
		},
	},
	{ operation: OPERATIONS.getFeed, calls: 600, path: { feedId: '1' } },
	{
		operation: OPERATIONS.createFeedDocument,
		calls: 200,
		path: {},
		body: { contentType: 'application/json; charset=UTF-8' },
	},
	{ operation: OPERATIONS.getFeeds, calls: 100, path: {}, query: { feedTypes: ['JSON_LISTINGS_FEED'] } },
];

/** As many calls as Amazon's buckets allow, against a simulator that enforces them. */
export async function measureLimiter(): Promise<Row[]> {
	const rows: Row[] = [];
	let refused = 0;
	for (const { operation, calls, path, query, body } of CASES) {
		const setting = await openSetting({});
		try {
			const { client } = setting.contextWith({});
			const startMs = setting.time.now();
			const call = async () =>
				await client
					.call(operation, {
						path: { sellerId: setting.account.sellerId, ...path },
						query: { ...query },
						body,
					})
					.catch(() => undefined);
			await setting.time.run(async () => await Promise.all(Array.from({ length: calls }, call)));
			const tookS = (setting.time.now() - startMs) / 1000;
			const { ratePerSecond, burst } = operation.limit;
			const idealS = (calls - burst) / ratePerSecond;
			const note = `${calls} calls in ${Math.round(tookS)} s simulated, ideal ${Math.round(idealS)} s`;
			rows.push(
				atLeast(`limiter, ${operation.id}: share of the allowed rate`, (idealS / tookS) * 100, 98, '%', note),
			);
			refused += setting.simulator.calls().filter(({ status }) => status === 429).length;
		} finally {
			await setting.close();
		}
	}
	return [...rows, atMost('limiter: calls refused with 429', refused, 0, 'calls')];
}
