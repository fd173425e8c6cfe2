import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { answers, DE, openStage, textOf, told, type Seller, type Stage } from './stage';

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.close());
beforeEach(() => (seller = stage.newSeller()));

type Spec = NonNullable<Parameters<Stage['amazon']['addOrder']>[0]>;

const anOrder = (spec: Spec = {}) =>
	stage.amazon.addOrder({
		...{ sellerId: seller.seed.sellerId, marketplaceId: DE, createdAtMs: Date.now() - 3_600_000 },
		...{ life: [], ...spec },
	});

const run = async (parameters: INodeParameters, items?: IDataObject[], products?: IDataObject[]) =>
	await stage.orders(seller, parameters, items, products && { products });
const order = (operation: string, parameters: INodeParameters = {}) => ({
	...{ resource: 'order', operation },
	...parameters,
});
const shipment = (operation: string) => ({ resource: 'shipment', operation });

/** Where orders come from; each gives the only order of the seller, its id under its default name. */
const SOURCES: Record<string, (orderId: string) => Promise<IDataObject[]>> = {
	'Get Many': async () => answers(await run(order('getMany'))),
	'Get Many, raw': async () => answers(await run(order('getMany', { output: 'raw' }))),
	Get: async (orderId) => answers(await run(order('get', { orderId }))),
	'Get, raw': async (orderId) => answers(await run(order('get', { orderId, output: 'raw' }))),
	'the trigger': async () =>
		(await stage.poll(seller, { event: 'newOrder', statuses: [] }, { mode: 'manual' })).json,
	'the trigger, not simplified': async () =>
		(await stage.poll(seller, { event: 'newOrder', statuses: [], simplify: false }, { mode: 'manual' })).json,
};

interface Step {
	parameters: INodeParameters;
	spec?: Spec;
	/** What the order itself cannot know. */
	more?: IDataObject;
	status: string;
}

const PARCEL = { carrier: 'DHL', trackingNumber: '00340434161094042557' };

/** Where orders go, with all defaults; a reason and what to refund have none. */
const STEPS: Record<string, Step> = {
	Confirm: { parameters: shipment('confirm'), more: PARCEL, status: 'confirmed' },
	'Submit Many': { parameters: shipment('submitMany'), more: PARCEL, status: 'submitted' },
	Cancel: { parameters: order('cancel', { reason: 'NoInventory' }), status: 'submitted' },
	Refund: {
		...{ parameters: order('refund', { refundWhat: 'whole' }), spec: { status: 'SHIPPED' as const } },
		status: 'submitted',
	},
	Acknowledge: { parameters: order('acknowledge'), status: 'submitted' },
	Convert: { parameters: order('convert'), status: 'import' },
};

const PAIRS = Object.entries(SOURCES).flatMap(([from, source]) =>
	Object.entries(STEPS).map(([to, step]) => ({ from, source, to, step })),
);

describe('an order goes from one step to the next with all defaults', () => {
	it.each(PAIRS)('from $from to $to', async ({ source, step }) => {
		const { orderId } = anOrder(step.spec);
		const items = (await source(orderId)).map((item) => ({ ...item, ...step.more }));
		const [answer] = answers(await run(step.parameters, items));
		expect(answer).toMatchObject({ amazonOrderId: orderId, status: step.status, reason: '' });
	});

	it.each([
		['Import', 0, order('acknowledge', {}), 'submitted'],
		['Import', 0, order('cancel', { reason: 'NoInventory' }), 'submitted'],
		['Failed', 1, order('cancel', { reason: 'NoInventory' }), 'submitted'],
		['Failed', 1, order('acknowledge', {}), 'submitted'],
		['Skipped', 2, order('acknowledge', {}), 'submitted'],
	])("from Convert's %s on", async (_, output, next, status) => {
		const { orderId } = anOrder({ lines: [{ sku: output === 1 ? 'GONE' : 'A', quantity: 1 }] });
		const convert = order('convert', output === 2 ? { fulfillmentChannel: 'AFN' } : {});
		const items = answers(await run(order('get', { orderId })));
		const { nodes } = await run(convert, items, [{ sku: 'A', quantity: 5 }]);
		const converted = (nodes['Amazon']?.[0]?.outputs[output] ?? []).map(({ json }) => json);
		expect(converted).toHaveLength(1);
		expect(answers(await run(next, converted))).toMatchObject([{ amazonOrderId: orderId, status }]);
	});

	it('tells Amazon the number that Convert gives', async () => {
		const { orderId } = anOrder();
		const items = answers(await run(order('get', { orderId })));
		const converted = answers(await run(order('convert', { orderNumber: 'amazonOrderId' }), items));
		expect(answers(await run(order('acknowledge'), converted))).toMatchObject([
			{ status: 'submitted', storeOrderNumber: orderId },
		]);
	});

	it('from the answer of one shipment to many in one feed', async () => {
		const { orderId } = anOrder();
		const parcels = [{ amazonOrderId: orderId, ...PARCEL }];
		const confirmed = answers(await run(shipment('confirm'), parcels));
		expect(answers(await run(shipment('submitMany'), confirmed))).toMatchObject([
			{ amazonOrderId: orderId, status: 'submitted', carrier: 'DHL', reason: '' },
		]);
	});
});

describe('a field that no item has', () => {
	it.each([
		['confirm', shipment('confirm')],
		['submitMany', shipment('submitMany')],
		['acknowledge', order('acknowledge')],
		['cancel', order('cancel', { reason: 'NoInventory' })],
		['refund', order('refund', { refundWhat: 'whole' })],
	])('stops %s, and names those there are', async (_, parameters) => {
		const items = [{ orderId: 5001, trackingNumber: '1' }, { orderId: 5002 }];
		expect(told(await run({ ...parameters, orderIdField: 'bestellnummer' }, items))).toMatch(
			/No item has a field "bestellnummer" \(Amazon Order ID Field\)\. The items have: orderId, trackingNumber\./,
		);
		expect(stage.calls(seller)).toEqual([]);
	});

	it("does not take a store's order id for Amazon's", async () => {
		const items = [{ orderId: '302-1234567-1234567', ...PARCEL }];
		expect(told(await run(shipment('confirm'), items))).toMatch(/No item has a field "amazonOrderId"/);
	});
});

describe('what must be chosen', () => {
	it.each([
		['cancel', 'reason', /Parameter "Reason" is required/],
		['refund', 'refundWhat', /Parameter "Refund What" is required/],
	])('keeps %s from starting as long as nobody has', async (operation, _, says) => {
		await expect(run(order(operation), [{ amazonOrderId: anOrder().orderId }])).rejects.toThrow(says);
	});

	it.each([
		['cancel', 'reason', /Reason must be chosen: .*Out of Stock/],
		[
			'refund',
			'refundWhat',
			/Refund What must be chosen: Lines or an Amount of the Item, or The Whole Order/,
		],
	])('stops %s when an expression gives none', async (operation, name, says) => {
		const items = [{ amazonOrderId: anOrder().orderId }];
		expect(told(await run(order(operation, { [name]: '={{ "" }}' }), items))).toMatch(says);
		expect(stage.calls(seller)).toEqual([]);
	});

	it.each([
		['named', {}, 'nothing-named'],
		['named', { items: [] }, 'nothing-named'],
		['whole', { amount: '1.00' }, 'part-named'],
		['whole', { items: [{ sku: 'A', quantity: 1 }] }, 'part-named'],
	])('holds a refund of what is %s for %j', async (refundWhat, item, reason) => {
		const { orderId } = anOrder({ status: 'SHIPPED', lines: [{ sku: 'A', quantity: 1 }] });
		const items = [{ amazonOrderId: orderId, ...item }];
		expect(answers(await run(order('refund', { refundWhat }), items))).toMatchObject([
			{ status: 'held', reason },
		]);
		expect(stage.calls(seller)).not.toContain('createFeed');
	});
});

describe('a table of answers', () => {
	const HEAD = ['status', 'amazonOrderId', 'message', 'reason'];
	const FEED = ['feedId', 'feedDocumentId', 'messageId', 'feedMessages'];

	it.each<[string, INodeParameters, Spec, readonly string[]]>([
		['confirm', shipment('confirm'), {}, []],
		['submitMany', shipment('submitMany'), {}, FEED],
		['acknowledge', order('acknowledge'), {}, FEED],
		['cancel', order('cancel', { reason: 'NoInventory' }), {}, FEED],
		['refund', order('refund', { refundWhat: 'whole' }), { status: 'SHIPPED' }, FEED],
	])('of %s has the same columns in every row, and a text in each', async (_, parameters, spec, ids) => {
		const sent = { amazonOrderId: anOrder(spec).orderId, ...PARCEL };
		const items = [sent, { amazonOrderId: 'nonsense', ...PARCEL }, { ...PARCEL }];
		for (const dryRun of [true, false]) {
			const rows = answers(await run({ ...parameters, options: { dryRun } }, items));
			const [first = {}] = rows;
			expect(rows).toHaveLength(3);
			for (const row of rows) {
				expect(Object.keys(row)).toEqual(Object.keys(first));
				expect(Object.values(row)).not.toContain(null);
				expect(Object.values(row)).not.toContain(undefined);
			}
			expect(Object.keys(first).slice(0, 4)).toEqual(HEAD);
			const last = dryRun ? ['wouldSend'] : ids;
			expect(Object.keys(first).slice(Object.keys(first).length - last.length)).toEqual(last);
		}
	});

	it('of Convert begins with what a person reads', async () => {
		const { orderId } = anOrder();
		const items = answers(await run(order('get', { orderId })));
		for (const parameters of [{}, { fulfillmentChannel: 'AFN' }]) {
			const { nodes } = await run(order('convert', parameters), items);
			const [row = {}] = (nodes['Amazon']?.[0]?.outputs ?? []).flat().map(({ json }) => json);
			expect(Object.keys(row).slice(0, 7)).toEqual([
				...['status', 'amazonOrderId', 'message', 'total', 'currency', 'reason', 'findings'],
			]);
			expect(Object.values(row)).not.toContain(null);
		}
	});

	it("keeps its own columns whatever the input's are called", async () => {
		const items = [{ amazonOrderId: anOrder().orderId, status: 'mine', id: 7, ...PARCEL }];
		const options = { keepFields: 'status, id' };
		const [row] = answers(await run({ ...shipment('confirm'), options }, items));
		expect(row).toMatchObject({ status: 'confirmed', id: 7 });
	});
});

describe('all objections to an item', () => {
	it('stand in the message of a shipment', async () => {
		const { orderId } = anOrder();
		const items = [
			{ amazonOrderId: orderId, shipDate: 'soon', items: [{ quantity: 'x' }, { sku: 'A', quantity: -1 }] },
		];
		const [row] = answers(await run(shipment('confirm'), items));
		expect(row).toMatchObject({ status: 'held', reason: 'line-not-named' });
		for (const says of [
			/neither Amazon's item id/,
			/quantity of SKU "A"/,
			/no tracking number/,
			/no carrier/,
			/soon/,
		])
			expect(row?.message).toMatch(says);
	});

	it('are but one where the order itself forbids it', async () => {
		const { orderId } = anOrder({ status: 'CANCELLED' });
		const [row] = answers(await run(shipment('confirm'), [{ amazonOrderId: orderId }]));
		expect(row).toMatchObject({ reason: 'order-cancelled' });
		expect(row?.message).not.toMatch(/tracking/);
	});

	it('stand in the message of a refund', async () => {
		const { orderId } = anOrder({ status: 'SHIPPED' });
		const items = [{ amazonOrderId: orderId, amount: '1,00', shipping: '-1', items: 'all' }];
		const [row] = answers(await run(order('refund', { refundWhat: 'named' }), items));
		for (const says of [
			/amount of the refund is "1,00"/,
			/shipping of the refund is "-1"/,
			/The lines are "all"/,
		])
			expect(row?.message).toMatch(says);
	});

	it('stand in the message of an order that cannot be imported', async () => {
		const lines = ['GONE', 'LOST', 'FEW'].map((sku) => ({ sku, quantity: 2 }));
		const items = answers(await run(order('get', { orderId: anOrder({ lines }).orderId })));
		const { nodes } = await run(order('convert'), items, [{ sku: 'FEW', quantity: 1 }]);
		const [failed] = (nodes['Amazon']?.[0]?.outputs[1] ?? []).map(({ json }) => json);
		expect(failed).toMatchObject({ status: 'failed', reason: 'sku-not-in-store' });
		for (const sku of ['GONE', 'LOST', 'FEW']) expect(failed?.message).toContain(sku);
	});
});

describe('a list of orders', () => {
	it('shows the newest first, also when Amazon has more of them', async () => {
		const hours = [5, 1, 9, 3];
		for (const hour of hours) anOrder({ createdAtMs: Date.now() - hour * 3_600_000 });
		const listed = answers(await run(order('getMany', { limit: 3 })));
		const times = listed.map(({ purchasedAt }) => Date.parse(textOf(purchasedAt)));
		expect(times).toEqual([...times].sort((one, other) => other - one));
		expect(Date.now() - (times[0] ?? 0)).toBeLessThan(2 * 3_600_000);
		expect(times).toHaveLength(3);
	});

	it('tells what was bought in one line', async () => {
		const lines = [
			{ sku: 'DEMO-0052', quantity: 3 },
			{ sku: 'DEMO-0007', quantity: 1 },
		];
		anOrder({ lines });
		expect(answers(await run(order('getMany')))).toMatchObject([
			{ products: '3 x DEMO-0052, 1 x DEMO-0007', fulfillmentChannel: 'MFN' },
		]);
	});
});
