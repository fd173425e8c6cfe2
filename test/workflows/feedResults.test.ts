import type { IDataObject } from 'n8n-workflow';
import { startExampleWorld, type ExampleWorld, type OfferRow } from './exampleWorld';
import type { RunResult } from './harness';

const TRIGGER = 'When Amazon Has Finished a Feed';
const NOTICE = 'Connect Your E-Mail or Slack Here';
const LONG_AGO = '2026-01-01T00:00:00.000Z';

describe("Amazon's answers come back into the table", () => {
	let world: ExampleWorld;

	beforeEach(async () => {
		world = await startExampleWorld({ simulator: { limits: false } });
	});
	afterEach(async () => await world.stop());

	const run = async (name: string, startNode: string, items?: IDataObject[]) => {
		const result = await world.harness.run(world.workflow(name), {
			startNode,
			...(items !== undefined && { items }),
		});
		expect(result.error).toBeUndefined();
		return result;
	};
	const submit = async (...rows: OfferRow[]) => {
		world.queue(...rows);
		await run('queue-to-amazon', 'Run by Hand');
	};
	/** Lets the trigger look for finished feeds, as the published workflow does, and runs what follows. */
	const collect = async (): Promise<RunResult> => {
		const poll = await world.harness.poll(world.workflow('feed-results'), TRIGGER);
		expect(poll.error).toBeUndefined();
		expect(poll.items.length).toBeGreaterThan(0);
		return await run('feed-results', TRIGGER, poll.json);
	};

	it('accepted rows become accepted, rejected ones tell why and are forgotten as sent', async () => {
		await submit({ sku: 'DEMO-0001' }, { sku: 'NOT-LISTED', lastPrice: '18.99' }, { sku: 'DEMO-0002' });
		const result = await collect();
		expect(world.offers()).toMatchObject([
			{ status: 'accepted', reason: '', lastPrice: '19.99', lastQuantity: 5 },
			{
				status: 'rejected',
				reason: expect.stringMatching(/./),
				message: expect.stringMatching(/\w{3}/),
				lastPrice: '',
				lastQuantity: null,
			},
			{ status: 'accepted' },
		]);
		expect(result.json(NOTICE)).toEqual([
			expect.objectContaining({
				subject: 'Amazon rejected 1 product',
				rejected: 1,
				text: expect.stringContaining('- NOT-LISTED (DE): '),
			}),
		]);
	});

	it('a rejected row that waits again is sent again and not taken for unchanged', async () => {
		await submit({ sku: 'NOT-LISTED' });
		await collect();
		const [row] = world.offers();
		const { feedId } = row ?? {};
		world.change({ status: 'pending' });
		await run('queue-to-amazon', 'Run by Hand');
		expect(world.offers()).toMatchObject([{ status: 'submitted', lastPrice: '19.99' }]);
		expect(world.offers()[0]?.['feedId']).not.toBe(feedId);
	});

	it('one message names all rejected products of a feed', async () => {
		await submit(...Array.from({ length: 60 }, (_, index) => ({ sku: `NOT-LISTED-${index}` })));
		const [message, ...others] = (await collect()).json(NOTICE);
		expect(others).toEqual([]);
		expect(message).toMatchObject({ subject: 'Amazon rejected 60 products', rejected: 60 });
		const text = JSON.stringify(message?.['text']);
		expect(text.split('\\n')).toHaveLength(53);
		expect(message?.['text']).toContain('... and 10 more in the table "Amazon Offers"');
	});

	it('no message when Amazon accepted everything', async () => {
		await submit({ sku: 'DEMO-0001' });
		const result = await collect();
		expect(result.json(NOTICE)).toEqual([]);
		expect(world.offers()).toMatchObject([{ status: 'accepted' }]);
	});

	it('a row that the store changed meanwhile keeps waiting, but what was rejected is forgotten', async () => {
		await submit({ sku: 'NOT-LISTED' });
		world.change({ status: 'pending', price: '21.00' });
		const result = await collect();
		expect(world.offers()).toMatchObject([
			{ status: 'pending', price: '21.00', lastPrice: '', lastQuantity: null },
		]);
		expect(result.json(NOTICE)).toEqual([]);
	});

	it('FATAL: every row of the feed is rejected, in one message', async () => {
		world.simulator.faults.add({ kind: 'feed-fatal', operation: 'createFeed' });
		await submit({ sku: 'DEMO-0001' }, { sku: 'DEMO-0002' });
		const result = await collect();
		const rejected = {
			status: 'rejected',
			reason: 'feed-refused',
			lastPrice: '',
			lastSale: '',
			lastQuantity: null,
		};
		expect(world.offers()).toMatchObject([rejected, rejected]);
		expect(String(world.offers()[0]?.['message'])).toMatch(/^Amazon refused the feed as a whole/);
		expect(result.json(NOTICE)).toMatchObject([{ rejected: 2 }]);
	});

	it('CANCELLED: every row of the feed waits again and is sent again', async () => {
		world.simulator.faults.add({ kind: 'feed-cancelled', operation: 'createFeed' });
		await submit({ sku: 'DEMO-0001' }, { sku: 'DEMO-0002' });
		await collect();
		expect(world.offers()).toMatchObject([{ status: 'pending', lastPrice: '' }, { status: 'pending' }]);
		await run('queue-to-amazon', 'Run by Hand');
		expect(world.offers()).toMatchObject([
			{ status: 'submitted', lastPrice: '19.99' },
			{ status: 'submitted' },
		]);
	});

	it('rows of other feeds stay as they are', async () => {
		await submit({ sku: 'DEMO-0001' });
		world.queue({ sku: 'DEMO-0002', status: 'submitted', feedId: 'another', messageId: 1 });
		await collect();
		expect(world.offers()).toMatchObject([{ status: 'accepted' }, { status: 'submitted' }]);
	});

	it('a report that cannot be read changes nothing and is left to the hourly look', async () => {
		await submit({ sku: 'DEMO-0001' });
		const [row] = world.offers();
		const feed = {
			feedId: String(row?.['feedId']),
			status: 'done',
			problem: 'unreadable',
			rejected: [],
			general: [],
		};
		const result = await run('feed-results', TRIGGER, [feed]);
		expect(result.json('Asked Again Within Hours')).toHaveLength(1);
		expect(world.offers()).toMatchObject([{ status: 'submitted' }]);
	});

	describe('the hourly look', () => {
		it('finds the answer when the news of a feed was lost', async () => {
			await submit({ sku: 'DEMO-0001' }, { sku: 'NOT-LISTED' });
			world.change({ submittedAt: LONG_AGO });
			const result = await run('feed-results', 'Every Hour');
			expect(world.offers()).toMatchObject([
				{ status: 'accepted', lastPrice: '19.99' },
				{ status: 'rejected', message: expect.stringMatching(/\w{3}/), lastPrice: '', lastQuantity: null },
			]);
			expect(result.json(NOTICE)).toMatchObject([{ rejected: 1 }]);
		});

		it.each([
			{ fate: 'cancelled', kind: 'feed-cancelled' as const, row: { status: 'pending', lastPrice: '' } },
			{ fate: 'refused', kind: 'feed-fatal' as const, row: { status: 'rejected', lastPrice: '' } },
		])('finds that a feed was $fate', async ({ kind, row }) => {
			world.simulator.faults.add({ kind, operation: 'createFeed' });
			await submit({ sku: 'DEMO-0001' });
			world.change({ submittedAt: LONG_AGO });
			await run('feed-results', 'Every Hour');
			expect(world.offers()).toMatchObject([row]);
		});

		it('leaves rows alone that were submitted within two hours', async () => {
			await submit({ sku: 'DEMO-0001' });
			const result = await run('feed-results', 'Every Hour');
			expect(result.items('Ask Amazon Again')).toEqual([]);
			expect(world.offers()).toMatchObject([{ status: 'submitted' }]);
		});

		it('leaves a row alone whose feed Amazon does not know', async () => {
			world.queue({
				sku: 'DEMO-0001',
				status: 'submitted',
				feedId: '123',
				messageId: 1,
				submittedAt: LONG_AGO,
			});
			await run('feed-results', 'Every Hour');
			expect(world.offers()).toMatchObject([{ status: 'submitted' }]);
		});
	});

	it('shows neither secret nor token in its run data', async () => {
		await submit({ sku: 'DEMO-0001' }, { sku: 'NOT-LISTED' });
		const text = JSON.stringify((await collect()).raw.data);
		expect(text).toContain('NOT-LISTED');
		expect(text).not.toMatch(/simulator-secret|Atzr\||Atza\|/);
	});
});
