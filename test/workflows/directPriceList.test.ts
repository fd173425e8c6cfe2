import { toPriceList } from '../stores';
import { startExampleWorld, type ExampleWorld } from './exampleWorld';
import type { RunResult } from './harness';

describe('a price list goes straight to Amazon', () => {
	let world: ExampleWorld;
	let run: RunResult;
	const byBranch = (name: string) => run.json(name).map(({ sku, reason }) => ({ sku, reason }));

	beforeAll(async () => {
		world = await startExampleWorld({ simulator: { feedDelayMs: 0 } });
		run = await world.harness.run(world.workflow('direct-price-list'), { startNode: 'Run by Hand' });
	});
	afterAll(async () => await world.stop());

	it('runs to its end', () => expect(run).toMatchObject({ status: 'success' }));

	it('answers every product of the list, each in one branch', () => {
		const branches = [
			'Accepted',
			'Rejected by Amazon',
			'Held by Your Rules',
			'Unclear, Replaced or Still Running',
		];
		const answered = branches.flatMap((name) => run.items(name)).map(({ json }) => json['name']);
		expect(answered).toHaveLength(200);
		expect(new Set(answered).size).toBe(200);
	});

	it('names what is wrong with the odd rows', () => {
		expect(byBranch('Rejected by Amazon')).toEqual([
			{ sku: 'NOT-LISTED-DEMO-0025', reason: expect.stringMatching(/./) },
			{ sku: 'NOT-LISTED-DEMO-0175', reason: expect.stringMatching(/./) },
		]);
		expect(byBranch('Held by Your Rules')).toEqual([
			{ sku: 'DEMO-0050', reason: 'price-not-a-number' },
			{ sku: '', reason: 'no-sku' },
			{ sku: 'DEMO-0150', reason: 'price-not-positive' },
			{ sku: 'DEMO-0200', reason: 'price-not-a-number' },
		]);
		expect(byBranch('Unclear, Replaced or Still Running')).toEqual([
			{ sku: 'DEMO-0001', reason: 'superseded' },
		]);
		expect(run.json('Held by Your Rules').map(({ status, held }) => [status, held])).toEqual([
			['partly', 'price'],
			['held', ''],
			['partly', 'price'],
			['partly', 'price'],
		]);
	});

	it('sends stock below 0 as sold out, and says so', () => {
		expect(run.json('Accepted').find((row) => row['sku'] === 'DEMO-0075')).toMatchObject({
			quantity: 0,
			findings: [{ code: 'negative-stock', message: expect.stringContaining('-') as unknown }],
		});
	});

	it.each([
		{ sku: 'DEMO-0002', store: '11.37 and 7 pieces', price: '14.99', quantity: 6 },
		{ sku: 'DEMO-0008', store: '17.59 and 49 pieces', price: '17.99', quantity: 48 },
		{ sku: 'DEMO-0051', store: '60.50 and 0 pieces', price: '63.99', quantity: 0 },
	])('$sku: $store become $price and $quantity', ({ sku, price, quantity }) => {
		expect(run.json('Accepted').find((row) => row['sku'] === sku)).toMatchObject({
			price,
			quantity,
			marketplace: 'DE',
		});
	});

	it('sends one feed', () => {
		expect(world.simulator.calls().filter(({ operation }) => operation === 'createFeed')).toHaveLength(1);
	});

	it('sums it up in one message', () => {
		const [message, ...others] = run.json('Connect Your E-Mail or Slack Here');
		expect(others).toEqual([]);
		expect(message).toMatchObject({
			products: 200,
			counts: { accepted: 193, partly: 3, rejected: 2, held: 1, superseded: 1 },
			subject: '200 products of the price list: 193 accepted by Amazon',
		});
	});

	it('the demo store gives the rows that were asked for', () => {
		expect(toPriceList(3).split('\n')).toEqual([
			'sku,name,price,currency,quantity,floorPrice',
			'DEMO-0001,Product 1,10.00,EUR,0,14.99',
			'DEMO-0002,Product 2,11.37,EUR,7,14.99',
			'DEMO-0003,Product 3,12.74,EUR,14,14.99',
			'',
		]);
	});
});
