import type { AmazonSale } from '../fixtures/stores/amazonSale';
import { SHIPMENTS, type OfferRow } from './exampleWorld';
import type { RunResult } from './harness';
import { NOTICE, startSendBackWorld, type SendBackWorld } from './sendBackWorld';
import { changeSetting } from './settings';

const FILE = 'shipments-in-bulk';

let world: SendBackWorld;

beforeEach(async () => {
	world = await startSendBackWorld();
});
afterEach(async () => await world.stop());

const rows = () => world.rows(SHIPMENTS);
const send = async (start = 'Run by Hand'): Promise<RunResult> => await world.run(FILE, start);
const linesOf = ({ lines }: AmazonSale, quantities = lines.map(({ quantity }) => quantity)) =>
	JSON.stringify(lines.map(({ itemId }, index) => ({ itemId, quantity: quantities[index] ?? 0 })));
/** A package that waits, as "Amazon 7" writes it. */
const wait = (sale: AmazonSale, row: OfferRow = {}) =>
	world.harness.dataTables.insert(SHIPMENTS, [
		{
			...{ shipment: 'shopify/55', amazonOrderId: sale.amazonOrderId, carrier: 'DHL', service: '' },
			...{ trackingNumber: 'T-1', shipDate: '', items: linesOf(sale), store: 'shopify' },
			...{ status: 'waiting', reason: '', message: '', ...row },
		},
	]);
const buyMany = (count: number) =>
	Array.from({ length: count }, () => {
		const sale = world.buy();
		world.note(sale);
		return sale;
	});

it('sends what waits in one feed, and Amazon ships it', async () => {
	const [one, other] = buyMany(2);
	if (one === undefined || other === undefined) throw new Error('two orders');
	wait(one);
	wait(other, { shipment: 'shopify/56', items: linesOf(other, [1, 0]) });
	wait(other, { shipment: 'shopify/57', status: 'held', reason: 'no-carrier' });
	const run = await send();
	expect(world.calls('createFeed')).toBe(1);
	expect(world.calls('getOrder')).toBe(0);
	const [first] = rows();
	expect(rows()).toMatchObject([
		{ status: 'submitted', reason: '', feedId: expect.stringMatching(/./), messageId: 1 },
		{ status: 'submitted', feedId: first?.['feedId'], messageId: 2 },
		{ status: 'held', feedId: null },
	]);
	expect(world.orders()).toMatchObject([{ shipped: 'submitted' }, { shipped: 'submitted' }]);
	expect(run.json(NOTICE)).toEqual([]);
	await world.poll('order-feed-results', 'When Amazon Has Finished an Order Feed');
	expect(world.atAmazon(one).status).toBe('SHIPPED');
	expect(world.atAmazon(other).status).toBe('PARTIALLY_SHIPPED');
	expect(world.atAmazon(other).order.packages).toMatchObject([{ packageItems: [{ quantity: 1 }] }]);
});

it('changes a package at Amazon when it is sent again with another tracking number', async () => {
	const [sale] = buyMany(1);
	if (sale === undefined) throw new Error('an order');
	wait(sale, { shipment: 'magento/41', trackingNumber: 'WRONG-1' });
	for (const trackingNumber of ['WRONG-1', 'RIGHT-1']) {
		world.harness.dataTables.updateAll(SHIPMENTS, { trackingNumber, status: 'waiting' });
		await send();
		await world.poll('order-feed-results', 'When Amazon Has Finished an Order Feed');
	}
	expect(world.atAmazon(sale).order.packages).toMatchObject([{ trackingNumber: 'RIGHT-1' }]);
});

it('by the clock leaves rows alone that were written within ten minutes', async () => {
	const [sale] = buyMany(1);
	if (sale === undefined) throw new Error('an order');
	wait(sale);
	const run = await send('Every 15 Minutes');
	expect(run.items('Read Waiting Packages')).toEqual([]);
	const workflow = world.workflow(FILE);
	changeSetting(workflow, 'olderThanMinutes', 0);
	await world.harness.run(workflow, { startNode: 'Every 15 Minutes' });
	expect(rows()).toMatchObject([{ status: 'submitted' }]);
});

it('takes no more than the queue chunk', async () => {
	const [sale] = buyMany(1);
	if (sale === undefined) throw new Error('an order');
	for (let index = 0; index < 501; index++) wait(sale, { shipment: `shopify/${index}` });
	const run = await send();
	expect(run.items('Read Waiting Packages')).toHaveLength(500);
	expect(world.calls('createFeed')).toBe(1);
	expect(rows().filter(({ status }) => status === 'waiting')).toHaveLength(1);
});

it('holds what nobody can send, and tells a person', async () => {
	const [sale] = buyMany(1);
	if (sale === undefined) throw new Error('an order');
	wait(sale, { trackingNumber: '' });
	wait(sale, { shipment: 'shopify/56', items: JSON.stringify([{ sku: 'DEMO-0002', quantity: 1 }]) });
	const run = await send();
	expect(rows()).toMatchObject([
		{ status: 'held', reason: 'no-tracking-number' },
		{ status: 'held', reason: 'order-unknown' },
	]);
	expect(run.json(NOTICE)).toMatchObject([{ subject: '2 shipments did not get to Amazon', shipments: 2 }]);
	expect(world.orders()).toMatchObject([{ shipped: '' }]);
	expect(world.calls('createFeed')).toBe(0);
});

it('what Amazon does not take keeps waiting and goes with the next run', async () => {
	const [sale] = buyMany(1);
	if (sale === undefined) throw new Error('an order');
	wait(sale);
	world.simulator.faults.add({ kind: 'status', status: 400, operation: 'createFeed' });
	const run = await send();
	expect(rows()).toMatchObject([
		{ status: 'waiting', reason: 'not-sent', message: expect.stringMatching(/\w{3}/), feedId: null },
	]);
	expect(run.json(NOTICE)).toEqual([]);
	await send();
	expect(rows()).toMatchObject([{ status: 'submitted', reason: '', message: '' }]);
});

it('an order that is shipped for sure stays so', async () => {
	const sale = world.buy();
	world.note(sale, { shipped: 'yes' });
	wait(sale);
	await send();
	expect(world.orders()).toMatchObject([{ shipped: 'yes' }]);
});

it('does nothing at all while nothing waits', async () => {
	expect((await send()).order).toEqual([
		'Run by Hand',
		'Settings',
		'Free What Was Cut Off',
		'Read Waiting Packages',
	]);
});

describe('one run at a time', () => {
	let sale: AmazonSale;

	beforeEach(() => {
		sale = world.buy();
		world.note(sale);
	});

	it('two runs at the same moment send a package once', async () => {
		wait(sale);
		await Promise.all([send(), send()]);
		expect(world.calls('createFeed')).toBe(1);
		expect(rows()).toMatchObject([{ status: 'submitted', claim: '' }]);
	});

	it('a second row that says the same of a package goes', async () => {
		wait(sale);
		wait(sale);
		await send();
		expect(rows()).toMatchObject([{ status: 'submitted', messageId: 1 }]);
		wait(sale);
		await send();
		expect(rows()).toHaveLength(1);
		expect(world.calls('createFeed')).toBe(1);
	});

	it('of two rows that say something else of a package, the later one is sent', async () => {
		wait(sale);
		wait(sale, { trackingNumber: 'T-2' });
		await send();
		expect(rows()).toMatchObject([{ trackingNumber: 'T-2', status: 'submitted' }]);
	});

	it('a correction is sent although the package was sent before', async () => {
		wait(sale);
		await send();
		wait(sale, { trackingNumber: 'T-2' });
		await send();
		expect(rows()).toMatchObject([{ status: 'submitted' }, { trackingNumber: 'T-2', status: 'submitted' }]);
	});

	it('what another run is at work on waits, until that was cut off', async () => {
		wait(sale, { claim: 'another run' });
		await send();
		expect(rows()).toMatchObject([{ status: 'waiting', claim: 'another run' }]);
		wait(sale);
		await send();
		expect(rows()).toMatchObject([{ claim: 'another run' }, { status: 'waiting', claim: '' }]);
		const workflow = world.workflow(FILE);
		changeSetting(workflow, 'cutOffAfterMinutes', -1);
		await world.harness.run(workflow, { startNode: 'Run by Hand' });
		expect(rows()).toMatchObject([{ status: 'submitted' }]);
	});

	it('when nobody knows whether Amazon has it, it is sent again: that changes nothing at Amazon', async () => {
		wait(sale);
		world.simulator.faults.add({ kind: 'reset-after', operation: 'createFeed' });
		await send();
		expect(rows()).toMatchObject([{ status: 'waiting', reason: 'unclear', claim: '' }]);
		await send();
		await world.poll('order-feed-results', 'When Amazon Has Finished an Order Feed');
		expect(world.atAmazon(sale)).toMatchObject({ status: 'SHIPPED' });
		expect(world.atAmazon(sale).order.packages).toHaveLength(1);
	});
});
