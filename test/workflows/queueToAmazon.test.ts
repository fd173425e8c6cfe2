import { shopifyProduct, shopifyVariant, shopifyWebhook } from '../fixtures/stores/shopify';
import { storeSecret } from '../stores';
import { startExampleWorld, type ExampleWorld, type OfferRow } from './exampleWorld';
import type { RunResult } from './harness';

const GERMANY = 'A1PA6795UKMFR9';
const skuOf = (index: number) => `DEMO-${String(index).padStart(4, '0')}`;

describe('what waits in the table goes to Amazon', () => {
	let world: ExampleWorld;

	beforeEach(async () => {
		world = await startExampleWorld({ simulator: { limits: false } });
	});
	afterEach(async () => await world.stop());

	const drain = async (): Promise<RunResult> => {
		const run = await world.harness.run(world.workflow('queue-to-amazon'), { startNode: 'Run by Hand' });
		expect(run.error).toBeUndefined();
		return run;
	};
	const priceAtAmazon = (sku: string) => {
		const listing = world.simulator.state.listing('ASIMULATOREU1', sku);
		const offer = listing?.attributes['purchasable_offer']?.find(({ marketplace_id: id }) => id === GERMANY);
		const [price] = offer?.['our_price'] as Array<{ schedule: Array<{ value_with_tax: number }> }>;
		return price?.schedule[0]?.value_with_tax;
	};
	const callsOf = (operation: string) =>
		world.simulator.calls().filter((call) => call.operation === operation);

	it('submits waiting rows in one feed and notes what Amazon was sent', async () => {
		world.queue(
			{ sku: skuOf(1), price: '12.50', quantity: 3 },
			{ sku: skuOf(2) },
			{ sku: skuOf(3), status: 'held' },
		);
		await drain();
		expect(callsOf('createFeed')).toHaveLength(1);
		expect(world.offers()).toMatchObject([
			{ status: 'submitted', lastPrice: '12.50', lastQuantity: 3, messageId: 1, reason: '' },
			{ status: 'submitted', lastPrice: '19.99', lastQuantity: 5, messageId: 2 },
			{ status: 'held', lastPrice: null, feedId: null },
		]);
		const [first, second] = world.offers();
		expect(first?.['feedId']).toBe(second?.['feedId']);
		expect(Date.parse(String(first?.['submittedAt']))).toBeGreaterThan(0);
	});

	it('sends a sale with its dates and remembers it', async () => {
		const sale = { salePrice: '9.99', saleStart: '2026-11-01', saleEnd: '2099-11-30' };
		world.queue({ sku: skuOf(1), ...sale });
		await drain();
		expect(JSON.parse(String(world.offer(`DE|${skuOf(1)}`)['lastSale']))).toMatchObject({ price: '9.99' });
	});

	it.each<{ why: string; row: OfferRow; reason: string }>([
		{ why: 'no SKU', row: { sku: '' }, reason: 'no-sku' },
		{
			why: 'a price nobody can read, and no stock',
			row: { price: '1,234', quantity: null },
			reason: 'price-not-a-number',
		},
		{
			why: 'no exchange rate and no stock',
			row: { currency: 'USD', quantity: null },
			reason: 'no-exchange-rate',
		},
		{ why: 'a marketplace of another account', row: { marketplace: 'US' }, reason: 'unknown-marketplace' },
	])('a row with $why is held, with the reason in the row', async ({ row, reason }) => {
		world.queue({ sku: skuOf(1), ...row });
		await drain();
		expect(world.offers()).toMatchObject([
			{ status: 'held', reason, message: expect.stringMatching(/\w{3}/), feedId: null },
		]);
		expect(callsOf('createFeed')).toEqual([]);
	});

	it('a price that moves too far is held while the stock goes out, and the row says so', async () => {
		world.queue({ sku: skuOf(1), price: '1.99', lastPrice: '19.99', quantity: 4, lastQuantity: 5 });
		await drain();
		expect(world.offers()).toMatchObject([
			{ status: 'submitted', reason: 'price-moved-too-far', lastPrice: '19.99', lastQuantity: 4 },
		]);
	});

	it('a row that equals what Amazon was last sent becomes unchanged without a call', async () => {
		world.queue({ sku: skuOf(1), lastPrice: '19.99', lastQuantity: 5 });
		await drain();
		expect(world.offers()).toMatchObject([{ status: 'unchanged', reason: '' }]);
		expect(world.simulator.calls()).toEqual([]);
	});

	it('holds the zeroes when too many products would sell out at once', async () => {
		world.queue(
			...Array.from({ length: 24 }, (_, index) => ({
				sku: skuOf(index + 1),
				quantity: index < 12 ? 0 : 4,
				lastPrice: '19.99',
				lastQuantity: 5,
			})),
		);
		const run = await drain();
		expect(run.items('Send Sold-Out Products Now')).toEqual([]);
		expect(world.offers().map(({ status, reason }) => `${String(status)} ${String(reason)}`.trim())).toEqual([
			...Array.from({ length: 12 }, () => 'held too-many-sold-out'),
			...Array.from({ length: 12 }, () => 'submitted'),
		]);
	});

	it.each<{ what: string; row: OfferRow }>([
		{ what: 'nothing left', row: { quantity: 0 } },
		{ what: 'switched off', row: { enabled: false } },
		{ what: 'marked as not in stock', row: { inStock: false } },
	])('the urgent lane: $what goes out at once, by itself', async ({ row }) => {
		const earlier = { feedId: 'earlier', messageId: 9 };
		world.queue(
			{ sku: skuOf(1), lastPrice: '19.99', lastQuantity: 7, ...earlier, ...row },
			{ sku: skuOf(2) },
		);
		await drain();
		expect(callsOf('patchListingsItem')).toHaveLength(1);
		expect(callsOf('createFeed')).toHaveLength(1);
		expect(world.offers()).toMatchObject([
			{ status: 'accepted', lastQuantity: 0, lastPrice: '19.99', feedId: null, messageId: null },
			{ status: 'submitted', messageId: 1 },
		]);
	});

	it('the urgent lane: what Amazon refuses is rejected with its reason', async () => {
		world.queue({ sku: 'NOT-LISTED', quantity: 0, lastPrice: '19.99', lastQuantity: 7 });
		await drain();
		expect(world.offers()).toMatchObject([
			{
				status: 'rejected',
				reason: expect.stringMatching(/./),
				message: expect.stringMatching(/\w{3}/),
				lastQuantity: 7,
			},
		]);
	});

	it('of two rows for one product the newest is sent and the older one deleted', async () => {
		const [older, newer] = ['2026-11-20T10:00:00.000Z', '2026-11-20T11:00:00.000Z'];
		world.queue(
			{ sku: skuOf(1), price: '11.00', updatedAtStore: newer },
			{ sku: skuOf(1), price: '10.00', updatedAtStore: older, revision: 'older' },
		);
		await drain();
		expect(world.offers()).toMatchObject([{ status: 'submitted', price: '11.00', lastPrice: '11.00' }]);
	});

	it('an older duplicate that still waits never overtakes the newer row that was sent', async () => {
		const newest = '2026-11-20T11:00:00.000Z';
		world.queue(
			{ sku: skuOf(1), price: '11.00', updatedAtStore: newest, status: 'submitted' },
			{ sku: skuOf(1), price: '10.00', revision: 'older' },
		);
		await drain();
		expect(world.offers()).toMatchObject([{ status: 'submitted', price: '11.00' }]);
		expect(world.simulator.calls()).toEqual([]);
	});

	it('rows that two messages made at the same moment end as the newest one', async () => {
		const send = async (time: string, price: string) => {
			const variants = [shopifyVariant(1, { sku: skuOf(1), price })];
			const product = shopifyProduct(1, { updated_at: `2026-11-20T${time}Z`, variants });
			const request = shopifyWebhook('products/update', product, storeSecret('shopifyWebhookDemo'));
			await world.harness.webhook(world.workflow('shopify-to-queue'), 'Product Changed in Shopify', request);
		};
		await Promise.all([send('12:00:00', '12.00'), send('11:00:00', '11.00'), send('10:00:00', '10.00')]);
		expect(world.offers().length).toBeGreaterThanOrEqual(1);
		await drain();
		expect(world.offers()).toMatchObject([{ status: 'submitted', price: '12.00', lastPrice: '12.00' }]);
	});

	it('rows made by hand, without a key, are sent and none is taken for a duplicate', async () => {
		const byHand = { key: null, updatedAtStore: null, revision: null, priority: null };
		world.queue({ sku: skuOf(1), ...byHand }, { sku: skuOf(2), ...byHand });
		await drain();
		expect(world.offers()).toMatchObject([{ status: 'submitted' }, { status: 'submitted' }]);
	});

	it('rows that mean the same listing under two keys: the replaced one is deleted', async () => {
		world.queue(
			{ sku: skuOf(1), price: '11.00', updatedAtStore: '2026-11-20T11:00:00.000Z' },
			{ sku: ` ${skuOf(1)}`, price: '10.00' },
		);
		await drain();
		expect(world.offers()).toMatchObject([{ status: 'submitted', sku: skuOf(1), lastPrice: '11.00' }]);
	});

	it('a row that the store changed while it was sent stays in the queue', async () => {
		const storeItem = 'shopify/8000000001/45000000010/DE';
		world.queue({ sku: skuOf(1), price: '10.00', storeItem }, { sku: skuOf(2) });
		world.simulator.faults.add({ kind: 'slow-body', delayMs: 1500, operation: 'createFeed' });
		let finished = false;
		const draining = drain().finally(() => (finished = true));
		await until(() => callsOf('createFeedDocument').length > 0);
		const product = shopifyProduct(1, {
			updated_at: '2026-11-21T10:00:00Z',
			variants: [shopifyVariant(1, { sku: skuOf(1), price: '12.00' })],
		});
		const request = shopifyWebhook('products/update', product, storeSecret('shopifyWebhookDemo'));
		await world.harness.webhook(world.workflow('shopify-to-queue'), 'Product Changed in Shopify', request);
		expect(finished).toBe(false);
		await draining;
		expect(world.offer(`DE|${skuOf(1)}`)).toMatchObject({
			status: 'pending',
			price: '12.00',
			feedId: expect.stringMatching(/./),
			// What Amazon has, whatever the store wants by now.
			lastPrice: '10.00',
		});
		expect(world.offer(`DE|${skuOf(2)}`)).toMatchObject({ status: 'submitted' });
		await drain();
		expect(world.offer(`DE|${skuOf(1)}`)).toMatchObject({ status: 'submitted', lastPrice: '12.00' });
	});

	describe('what Amazon has while a row is on its way', () => {
		const row = { sku: skuOf(1), price: '8.00', lastPrice: '10.00', lastQuantity: 5, lastSku: skuOf(1) };

		it('is unknown: a price that changes back meanwhile is sent, not taken for unchanged', async () => {
			world.queue(row);
			world.simulator.faults.add({ kind: 'slow-body', delayMs: 1500, operation: 'createFeed' });
			const draining = drain();
			await until(() => callsOf('createFeedDocument').length > 0);
			expect(world.offers()).toMatchObject([{ status: 'pending', lastPrice: '', lastQuantity: null }]);
			world.change({ price: '10.00', revision: 'changed back', status: 'pending' });
			await draining;
			expect(world.offers()).toMatchObject([{ status: 'pending', price: '10.00', lastPrice: '8.00' }]);
			await drain();
			expect(world.offers()).toMatchObject([{ status: 'submitted', lastPrice: '10.00' }]);
			expect(priceAtAmazon(skuOf(1))).toBe(10);
		});

		it('stays unknown when n8n is killed after the feed went out', async () => {
			world.queue(row);
			const workflow = world.workflow('queue-to-amazon');
			const destinationNode = 'Submit the Rest in One Feed';
			await world.harness.run(workflow, { startNode: 'Run by Hand', destinationNode });
			expect(priceAtAmazon(skuOf(1))).toBe(8);
			world.change({ price: '10.00', revision: 'changed back' });
			expect(world.offers()).toMatchObject([{ status: 'pending', lastPrice: '' }]);
			await drain();
			expect(callsOf('createFeed')).toHaveLength(1);
			world.change({ claimedAt: '2026-11-20T10:00:00.000Z' });
			await drain();
			expect(priceAtAmazon(skuOf(1))).toBe(10);
		});

		it('two runs at the same moment send a row once', async () => {
			world.queue(row, { sku: skuOf(2) });
			await Promise.all([drain(), drain()]);
			expect(callsOf('createFeed')).toHaveLength(1);
			expect(world.offers()).toMatchObject([
				{ status: 'submitted', claim: '', feedMessages: 2 },
				{ status: 'submitted', claim: '' },
			]);
		});

		it('a run that lost its rows to another writes nothing into them', async () => {
			world.queue({ ...row, price: '10.00', quantity: 5 });
			const { dataTables } = world.harness;
			dataTables.watch(() => {
				const [taken] = world.offers();
				if (!taken?.['claim']) return;
				dataTables.watch(undefined);
				world.change({ claim: 'another run' });
			});
			await drain();
			expect(world.offers()).toMatchObject([{ status: 'pending', lastPrice: '', claim: 'another run' }]);
		});

		it('a refusal of what was sent before is not forgotten while the row is looked at again', async () => {
			world.queue({ sku: 'NOT-LISTED', price: '9.00', quantity: 5 });
			await drain();
			world.change({ status: 'pending' });
			const { dataTables } = world.harness;
			const news = await world.harness.poll(
				world.workflow('feed-results'),
				'When Amazon Has Finished a Feed',
			);
			const results = { startNode: 'When Amazon Has Finished a Feed', items: news.json };
			let told: Promise<unknown> | undefined;
			dataTables.watch(() => {
				if (!world.offers()[0]?.['claim']) return;
				dataTables.watch(undefined);
				told = world.harness.run(world.workflow('feed-results'), results);
			});
			await drain();
			await told;
			const [after] = world.offers();
			// Whoever was first: what Amazon refused does not count as known and unchanged.
			expect([after?.['status'], after?.['lastPrice']]).not.toEqual(['unchanged', '9.00']);
		});

		it('what overtakes a feed that Amazon still works on is sent once more when that has ended', async () => {
			world.queue({ sku: skuOf(1), price: '12.00', quantity: 5 });
			await drain();
			const [{ feedId } = {}] = world.offers();
			const feed = world.simulator.state.feeds.find(String(feedId));
			world.change({ quantity: 0, status: 'pending', revision: 'sold out' });
			await drain();
			expect(world.offers()).toMatchObject([
				{ status: 'accepted', lastQuantity: 0, feedId: null, pastFeed: feedId },
			]);
			expect(feed?.ended).toBeDefined();
			const { json } = await world.harness.poll(
				world.workflow('feed-results'),
				'When Amazon Has Finished a Feed',
			);
			await world.harness.run(world.workflow('feed-results'), {
				startNode: 'When Amazon Has Finished a Feed',
				items: json,
			});
			expect(world.offers()).toMatchObject([{ status: 'pending', lastQuantity: null, pastFeed: '' }]);
			await drain();
			expect(world.offers()).toMatchObject([{ status: 'submitted', lastQuantity: 0 }]);
		});

		it('stays unknown when the answer is lost, and everything is sent with the next run', async () => {
			world.queue(row);
			world.simulator.faults.add({ kind: 'reset-after', operation: 'createFeed' });
			await drain();
			expect(world.offers()).toMatchObject([
				{ status: 'pending', reason: 'unclear', lastPrice: '', lastQuantity: null },
			]);
			world.change({ price: '10.00', revision: 'changed back' });
			await drain();
			expect(world.offers()).toMatchObject([{ status: 'submitted', lastPrice: '10.00' }]);
			expect(priceAtAmazon(skuOf(1))).toBe(10);
		});

		it.each([
			{ what: 'a price that moves too far is held', change: { price: '99.00' }, status: 'held' },
			{ what: 'nothing has changed', change: { price: '10.00' }, status: 'unchanged' },
		])('is known again when $what', async ({ change, status }) => {
			world.queue({
				...row,
				quantity: 5,
				submittedAt: '2026-11-19T10:00:00.000Z',
				feedId: '77',
				messageId: 3,
				...change,
			});
			await drain();
			expect(world.offers()).toMatchObject([
				{
					...{ status, lastPrice: '10.00', lastQuantity: 5, lastSku: skuOf(1) },
					...{ submittedAt: '2026-11-19T10:00:00.000Z', feedId: '77', messageId: 3 },
				},
			]);
			expect(callsOf('createFeed')).toHaveLength(0);
		});
	});

	it('rows that could not be sent stay in the queue with the message', async () => {
		world.queue({ sku: skuOf(1) }, { sku: skuOf(2), quantity: 0, lastQuantity: 3 });
		world.simulator.faults.add({ kind: 'status', status: 400, operation: 'createFeed', times: null });
		world.simulator.faults.add({ kind: 'status', status: 403, operation: 'patchListingsItem', times: null });
		await drain();
		expect(world.offers()).toMatchObject([
			{
				status: 'pending',
				reason: 'not-sent',
				message: expect.stringMatching(/\w{3}/),
				feedId: null,
				lastPrice: null,
			},
			{ status: 'pending', reason: 'not-sent', message: expect.stringMatching(/\w{3}/), lastQuantity: 3 },
		]);
		world.simulator.faults.clear();
		await drain();
		expect(world.offers()).toMatchObject([{ status: 'submitted', reason: '' }, { status: 'accepted' }]);
	});

	it('takes no more than the queue chunk, the most important first', async () => {
		world.queue(
			...Array.from({ length: 501 }, (_, index) => ({
				sku: skuOf(index + 1),
				priority: index === 500 ? 10 : 0,
			})),
		);
		const run = await drain();
		expect(run.items('Read Waiting Rows')).toHaveLength(500);
		expect(callsOf('createFeed')).toHaveLength(1);
		expect(world.offer(`DE|${skuOf(501)}`)).toMatchObject({ status: 'submitted' });
		expect(world.offers().filter(({ status }) => status === 'pending')).toHaveLength(1);
	});

	it('does nothing at all while nothing waits', async () => {
		const run = await drain();
		expect(run.order).toEqual(['Run by Hand', 'Settings', 'Free What Was Cut Off', 'Read Waiting Rows']);
	});

	it('shows neither secret nor token in its run data', async () => {
		world.queue({ sku: skuOf(1) }, { sku: skuOf(2), quantity: 0, lastQuantity: 3 });
		const text = JSON.stringify((await drain()).raw.data);
		expect(text).toContain(skuOf(1));
		expect(text).not.toMatch(/simulator-secret|Atzr\||Atza\|/);
	});
});

async function until(isReached: () => boolean): Promise<void> {
	while (!isReached()) await new Promise((resolve) => setImmediate(resolve));
}
