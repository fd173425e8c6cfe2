import {
	magentoProduct,
	magentoSpecialPrice,
	oddMagentoProducts,
	type MagentoProduct,
} from '../fixtures/stores/magento';
import { demoProducts } from '../stores';
import { PROGRESS, startExampleWorld, type ExampleWorld } from './exampleWorld';
import type { RunResult } from './harness';

const CHANGED = 'Every 5 Minutes: What Changed';
const EVERYTHING = 'Every Hour: Everything';

const toSqlTime = (time: number) => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

describe('Magento is asked for its products', () => {
	let world: ExampleWorld;

	const start = async (products: MagentoProduct[]) => {
		world = await startExampleWorld({ products });
	};
	afterEach(async () => await world.stop());

	const look = async (startNode = CHANGED): Promise<RunResult> => {
		const run = await world.harness.run(world.workflow('magento-to-queue'), { startNode });
		expect(run.error).toBeUndefined();
		return run;
	};
	const progress = () => world.harness.dataTables.rows(PROGRESS);

	it('reads every page at the first run and queues what is sold by itself', async () => {
		await start(demoProducts(230));
		const run = await look();
		expect(run.items('Download the Products')).toHaveLength(3);
		const sold = world.store.products.filter(({ type_id }) => type_id === 'simple');
		expect(world.offers()).toHaveLength(sold.length);
		expect(sold.length).toBeGreaterThan(200);
		expect(world.offer('DE|DEMO-0001')).toMatchObject({
			...{ price: '10', currency: 'EUR', quantity: 0, status: 'pending', priority: 10 },
			...{ updatedAtStore: '2026-11-20T14:30:00.000Z', storeItem: 'magento/1/DE', managesStock: true },
		});
	});

	it('then reads only what changed, with a few minutes of overlap', async () => {
		await start(demoProducts(20));
		await look();
		const [first] = progress();
		expect(Date.now() - Date.parse(String(first?.['changedSince']))).toBeLessThan(60_000);
		const [product, another] = world.store.products;
		Object.assign(product ?? {}, { price: 77.5, updated_at: toSqlTime(Date.now() - 3 * 60_000) });
		Object.assign(another ?? {}, { price: 66, updated_at: toSqlTime(Date.now() - 30 * 60_000) });
		const run = await look();
		expect(run.items('Pick What Can Be Sold')).toHaveLength(1);
		expect(world.offer('DE|DEMO-0001')).toMatchObject({ price: '77.5' });
		expect(world.offer('DE|DEMO-0002')).toMatchObject({ price: '11.37' });
		expect(progress()).toHaveLength(1);
	});

	it('moves on although nothing changed', async () => {
		await start(demoProducts(3));
		await look();
		world.harness.dataTables.updateAll(PROGRESS, { changedSince: '2026-11-22T00:00:00.000Z' });
		await look();
		expect(String(progress()[0]?.['changedSince']) > '2026-11-22T00:00:00.000Z').toBe(true);
	});

	it('notices once an hour that sales changed the stock', async () => {
		await start([magentoProduct(1)]);
		await look();
		const stock = world.store.products[0]?.extension_attributes.stock_item;
		Object.assign(stock ?? {}, { qty: 2 });
		await look();
		expect(world.offer('DE|SKU-000001')).toMatchObject({ quantity: 7 });
		await look(EVERYTHING);
		expect(world.offer('DE|SKU-000001')).toMatchObject({ quantity: 2 });
	});

	it('reading a product again does not put its row back into the queue', async () => {
		await start([magentoProduct(1)]);
		await look();
		world.change({ status: 'accepted' });
		await look(EVERYTHING);
		expect(world.offers()).toMatchObject([{ status: 'accepted' }]);
	});

	it('does not move on when the rows could not be queued', async () => {
		await start([{ ...magentoProduct(1), sku: 'A' }]);
		const workflow = world.workflow('magento-to-queue');
		const broken = workflow.nodes.find(({ name }) => name === 'Add a Row');
		Object.assign(broken?.parameters ?? {}, { dataTableId: { __rl: true, mode: 'name', value: 'Gone' } });
		const run = await world.harness.run(workflow, { startNode: CHANGED });
		expect(run.error).toMatchObject({ node: 'Add a Row' });
		expect(progress()).toEqual([]);
	});

	it('stops at a wrong token and says so', async () => {
		await start([magentoProduct(1)]);
		const token = 'wrong token';
		world.harness.credentials.set('Magento access token (demo)', {
			id: 'magentoDemo',
			type: 'httpBearerAuth',
			data: { token },
		});
		const workflow = world.workflow('magento-to-queue');
		for (const node of workflow.nodes) node.retryOnFail = false;
		const run = await world.harness.run(workflow, { startNode: CHANGED });
		expect(run.error).toMatchObject({ httpCode: '401', node: 'Download the Products' });
		expect(JSON.stringify(run.raw.data)).not.toContain(token);
		expect(progress()).toEqual([]);
	});

	it.each([
		{
			what: 'a disabled product',
			product: oddMagentoProducts.disabled(1),
			row: { enabled: false, priority: 10 },
		},
		{ what: 'oversold stock', product: oddMagentoProducts.negativeStock(1), row: { quantity: 0 } },
		{
			what: 'stock that is not managed',
			product: oddMagentoProducts.unmanaged(1),
			row: { managesStock: false, quantity: null, priority: 0 },
		},
		{
			what: 'a SKU that addresses have to escape',
			product: oddMagentoProducts.escapedSku(1),
			row: { sku: 'Tür/50 % #1 & <"rot"> 1', quantity: 7 },
		},
		{
			what: 'a special price',
			product: magentoProduct(1, { custom_attributes: magentoSpecialPrice }),
			row: { price: '11.37', salePrice: '9.9900', saleStart: '2026-11-01', saleEnd: '2026-11-30' },
		},
		{
			what: 'a special price without an end',
			product: magentoProduct(1, { custom_attributes: magentoSpecialPrice.slice(0, 2) }),
			row: { price: '9.9900', salePrice: '', saleStart: '', saleEnd: '' },
		},
	])('takes over $what', async ({ product, row }) => {
		await start([product]);
		await look();
		expect(world.offers()).toMatchObject([row]);
	});

	it('keeps the token out of the run data', async () => {
		await start(demoProducts(3));
		expect(JSON.stringify((await look()).raw.data)).not.toContain('demo-store-token');
	});
});
