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
				text: expect.stringContaining('- NOT-LISTED (DE, rejected): '),
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

	it('FATAL without a report: every row is unclear and sent in full when it waits again, in one message', async () => {
		world.simulator.faults.add({ kind: 'feed-fatal', operation: 'createFeed' });
		await submit({ sku: 'DEMO-0001' }, { sku: 'DEMO-0002' });
		const result = await collect();
		const unclear = {
			status: 'unclear',
			reason: 'no-report',
			lastPrice: '',
			lastSale: '',
			lastQuantity: null,
		};
		expect(world.offers()).toMatchObject([unclear, unclear]);
		expect(String(world.offers()[0]?.['message'])).toMatch(/^Amazon gave up on feed \d+ \(FATAL\)/);
		expect(result.json(NOTICE)).toMatchObject([
			{ subject: 'Amazon leaves 2 products unclear', rejected: 0, unclear: 2 },
		]);
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
		world.simulator.faults.add({ kind: 'truncated-body', operation: 'downloadDocument', times: null });
		const [row] = world.offers();
		await run('feed-results', TRIGGER, [{ feedId: String(row?.['feedId']), status: 'unclear' }]);
		expect(world.offers()).toMatchObject([{ status: 'submitted', lastPrice: '19.99' }]);
		world.simulator.faults.clear();
		world.change({ submittedAt: LONG_AGO });
		await run('feed-results', 'Every Hour');
		expect(world.offers()).toMatchObject([{ status: 'accepted' }]);
	});

	it('refused as a whole although it is DONE: every row is rejected, in the words of Amazon', async () => {
		await submit({ sku: 'DEMO-0001' }, { sku: 'DEMO-0002' });
		refuseWhole(world, String(world.offers()[0]?.['feedId']));
		const result = await collect();
		const rejected = {
			...{ status: 'rejected', reason: '4002001', lastPrice: '', lastQuantity: null },
			message: expect.stringContaining('The seller is another.'),
		};
		expect(world.offers()).toMatchObject([rejected, rejected]);
		expect(result.json(NOTICE)).toMatchObject([{ subject: 'Amazon rejected 2 products' }]);
	});

	it('a feed that sticks is told once, and its rows are left as they are', async () => {
		await submit({ sku: 'DEMO-0001' });
		const [row] = world.offers();
		const feed = world.simulator.state.feeds.find(String(row?.['feedId']));
		if (feed !== undefined) {
			delete feed.ended;
			Object.assign(feed, { delayMs: 1e12, createdAtMs: Date.now() - 7 * 3_600_000 });
		}
		const result = await collect();
		expect(result.json('Connect It Here Too')).toMatchObject([
			{
				subject: `Amazon does not get on with feed ${String(row?.['feedId'])}`,
				text: expect.stringContaining('7 hours'),
			},
		]);
		expect(result.json(NOTICE)).toEqual([]);
		expect(world.offers()).toMatchObject([{ status: 'submitted', lastPrice: '19.99' }]);
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
			{ fate: 'given up', kind: 'feed-fatal' as const, row: { status: 'unclear', lastPrice: '' } },
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
			expect(result.items('Ask Amazon')).toEqual([]);
			expect(world.offers()).toMatchObject([{ status: 'submitted' }]);
		});

		it('ends a row whose feed Amazon does not know: it would be asked for again and again', async () => {
			world.queue({
				sku: 'DEMO-0001',
				status: 'submitted',
				feedId: '123',
				messageId: 1,
				submittedAt: LONG_AGO,
			});
			await run('feed-results', 'Every Hour');
			expect(world.offers()).toMatchObject([
				{ status: 'unclear', reason: 'feed-not-known', message: expect.stringContaining('Seller Central') },
			]);
		});
	});

	it('shows neither secret nor token in its run data', async () => {
		await submit({ sku: 'DEMO-0001' }, { sku: 'NOT-LISTED' });
		const text = JSON.stringify((await collect()).raw.data);
		expect(text).toContain('NOT-LISTED');
		expect(text).not.toMatch(/simulator-secret|Atzr\||Atza\|/);
	});
});

/** Lets Amazon have refused a feed for its head. */
function refuseWhole(world: ExampleWorld, feedId: string): void {
	const { state } = world.simulator;
	state.settle();
	const feed = state.feeds.find(feedId);
	const document = state.documents.find(feed?.ended?.resultFeedDocumentId ?? '');
	if (document === undefined) throw new Error(`Feed ${feedId} has no report`);
	const report = {
		header: {},
		issues: [{ code: '4002001', severity: 'ERROR', message: 'The seller is another.' }],
		summary: { errors: 1, warnings: 0, messagesProcessed: 2, messagesAccepted: 0, messagesInvalid: 0 },
	};
	Object.assign(document, { content: Buffer.from(JSON.stringify(report)), isGzipped: false });
}
