import type { IDataObject } from 'n8n-workflow';

import type { OddKind } from '../simulator';
import { OrderTrigger, useOrderScene } from './orderTriggers';
import { answers } from './stage';

const MINUTE_MS = 60_000;

const scene = useOrderScene();
const { later } = scene;
const anOrder = (odd: OddKind[] = [], status: 'UNSHIPPED' | 'CANCELLED' = 'UNSHIPPED') =>
	scene.stage.amazon.addOrder({
		...{
			sellerId: scene.seller.seed.sellerId,
			createdAtMs: Date.now() - 10 * MINUTE_MS,
			life: [],
			odd,
			status,
		},
	}).orderId;

/** One of each: the shop's own order, a removal, and a sale on Amazon. */
const threeOrders = (status?: 'CANCELLED') => ({
	own: anOrder(['multi-channel'], status),
	removal: anOrder(['removal'], status),
	sale: anOrder([], status),
});

const INCLUDED = { includeMultiChannel: true };

describe('Amazon Trigger', () => {
	it.each([
		{ event: 'newOrder', status: undefined },
		{ event: 'orderUpdated', status: undefined },
		{ event: 'orderCancelled', status: 'CANCELLED' as const },
	])('$event leaves out what is no sale on Amazon, unless it is wanted', async ({ event, status }) => {
		const { own, removal, sale } = threeOrders(status);
		const poll = async (orderOptions: IDataObject) =>
			(await new OrderTrigger(scene.stage, scene.seller, { event, orderOptions }, later).ids()).sort();
		expect(await poll({})).toEqual([sale]);
		expect(await poll(INCLUDED)).toEqual([own, removal, sale].sort());
	});

	it('leaves it out of the sample too, and shows others instead', async () => {
		for (let count = 0; count < 4; count++) anOrder(['multi-channel']);
		const { sale } = threeOrders();
		const { json } = await scene.stage.poll(scene.seller, { event: 'newOrder' }, { mode: 'manual' });
		expect(json.map(({ amazonOrderId }) => amazonOrderId)).toEqual([sale]);
	});
});

describe('Get Many', () => {
	const getMany = async (parameters: IDataObject) => {
		const run = await scene.stage.orders(scene.seller, {
			resource: 'order',
			operation: 'getMany',
			...parameters,
		});
		return answers(run);
	};

	it.each(['simple', 'raw'])(
		'lists sales on Amazon only, unless others are wanted (output %s)',
		async (output) => {
			const { own, removal, sale } = threeOrders();
			const ids = async (options: IDataObject) =>
				(await getMany({ returnAll: true, output, options }))
					.map(({ amazonOrderId, orderId }) => amazonOrderId ?? orderId)
					.sort();
			expect(await ids({})).toEqual([sale]);
			expect(await ids(INCLUDED)).toEqual([own, removal, sale].sort());
		},
	);

	it('counts towards its limit what it lists', async () => {
		threeOrders();
		expect(await getMany({ limit: 1 })).toHaveLength(1);
	});

	it('says where an order was placed', async () => {
		anOrder(['multi-channel']);
		anOrder();
		const channels = (await getMany({ returnAll: true, options: INCLUDED })).map(
			({ salesChannel }) => salesChannel,
		);
		expect(channels.sort()).toEqual(['AMAZON', 'NON_AMAZON']);
	});
});

describe('Convert', () => {
	const convert = async (filters: IDataObject, output = 'simple') => {
		const get = { resource: 'order', operation: 'getMany', returnAll: true, output, options: INCLUDED };
		const orders = answers(await scene.stage.orders(scene.seller, get));
		const parameters = { resource: 'order', operation: 'convert', filters } as never;
		const run = await scene.stage.orders(scene.seller, parameters, orders);
		return [0, 1, 2].map((output) => run.json('Amazon', output));
	};

	it.each(['simple', 'raw'])(
		'skips what is no sale on Amazon, and says what it is (output %s)',
		async (output) => {
			const { own, removal, sale } = threeOrders();
			const [imported, failed, skipped] = await convert({}, output);
			expect(imported).toMatchObject([{ amazonOrderId: sale }]);
			expect(failed).toEqual([]);
			expect(skipped?.map(({ amazonOrderId }) => amazonOrderId).sort()).toEqual([own, removal].sort());
			for (const answer of skipped ?? []) {
				expect(answer).toMatchObject({
					reason: 'not-an-amazon-order',
					message: expect.stringContaining("your own shop that Amazon's warehouse ships") as unknown,
				});
			}
		},
	);

	it('imports them when they are wanted', async () => {
		threeOrders();
		const [imported, failed, skipped] = await convert(INCLUDED);
		expect([imported?.length, failed, skipped]).toEqual([3, [], []]);
	});
});
