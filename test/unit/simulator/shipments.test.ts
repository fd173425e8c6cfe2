import { ManualClock, startSimulator, type OrderSpec, type Simulator, type SimOrder } from '../../simulator';
import { signIn, type Session } from '../../simulator/client';

const SELLER = 'ASIMULATOREU1';
const DE = 'A1PA6795UKMFR9';
const UK = 'A1F83G8C2ARO7P';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const clock = new ManualClock();
let simulator: Simulator;
let session: Session;

beforeAll(async () => {
	simulator = await startSimulator({ clock, limits: false, seed: { orders: [] } });
	session = await signIn(simulator.url);
});
afterAll(() => simulator.stop());

const add = (spec: OrderSpec = {}) =>
	simulator.addOrder({
		sellerId: SELLER,
		marketplaceId: DE,
		createdAtMs: clock.now() - HOUR,
		lines: [{ sku: 'A', quantity: 3 }, { sku: 'B' }],
		life: [],
		...spec,
	});

const itemId = ({ order }: SimOrder, index = 0) => order.orderItems[index]?.orderItemId ?? '';
const quantities = ({ orderId }: SimOrder) =>
	simulator
		.order(orderId)
		.order.orderItems.map(({ fulfillment }) => [
			fulfillment?.quantityFulfilled,
			fulfillment?.quantityUnfulfilled,
		]);

/** A package of two units of the first item. */
function detailOf(order: SimOrder, change: object = {}) {
	return {
		packageReferenceId: '1',
		carrierCode: 'DHL',
		shippingMethod: 'Paket',
		trackingNumber: 'JD014600003',
		shipDate: new Date(clock.now() - MINUTE).toISOString(),
		orderItems: [{ orderItemId: itemId(order), quantity: 2 }],
		...change,
	};
}

const post = (orderId: string, path: string, body: object, headers = {}) =>
	session.call({ method: 'POST', path: `/orders/v0/orders/${orderId}/${path}`, body, headers });
const confirm = (order: SimOrder, change: object = {}, around: object = {}) =>
	post(order.orderId, 'shipmentConfirmation', {
		marketplaceId: order.marketplaceId,
		packageDetail: detailOf(order, change),
		...around,
	});
const all = (order: SimOrder) => [
	{ orderItemId: itemId(order), quantity: 3 },
	{ orderItemId: itemId(order, 1), quantity: 1 },
];
const messageOf = ({ json }: { json: unknown }) =>
	(json as { errors: { message: string }[] }).errors[0]?.message;

describe('a confirmed shipment', () => {
	it('shows as a package, moves the quantities, the status and the time of the update', async () => {
		const order = add();
		const answer = await confirm(order);
		expect([answer.status, answer.text]).toEqual([204, '']);
		const { status, updatedAtMs, order: shown } = simulator.order(order.orderId);
		expect([status, updatedAtMs]).toEqual(['PARTIALLY_SHIPPED', clock.now()]);
		expect(shown.packages).toEqual([
			{
				packageReferenceId: '1',
				createdTime: new Date(clock.now()).toISOString(),
				packageStatus: { status: 'SHIPPED' },
				carrier: 'DHL',
				shipTime: new Date(clock.now() - MINUTE).toISOString(),
				shippingService: 'Paket',
				trackingNumber: 'JD014600003',
				packageItems: [{ orderItemId: itemId(order), quantity: 2 }],
			},
		]);
		expect(quantities(order)).toEqual([
			[2, 1],
			[0, 1],
		]);
	});

	it('with the rest in a second package the order is shipped', async () => {
		const order = add();
		await confirm(order);
		const rest = all(order).map((item) => ({ ...item, quantity: 1 }));
		expect((await confirm(order, { packageReferenceId: '2', orderItems: rest })).status).toBe(204);
		expect(simulator.order(order.orderId).status).toBe('SHIPPED');
		expect(quantities(order)).toEqual([
			[3, 0],
			[1, 0],
		]);
	});

	it('with the same reference and another content edits the package', async () => {
		const order = add();
		await confirm(order);
		const change = { trackingNumber: 'NEW', orderItems: [{ orderItemId: itemId(order), quantity: 3 }] };
		expect((await confirm(order, change)).status).toBe(204);
		expect(simulator.order(order.orderId).order.packages).toMatchObject([{ trackingNumber: 'NEW' }]);
		expect(quantities(order)).toEqual([
			[3, 0],
			[0, 1],
		]);
	});

	it('by another carrier than Amazon knows goes by its name', async () => {
		const order = add();
		await confirm(order, { carrierCode: 'Other', carrierName: 'Kurier Krause' });
		expect(simulator.order(order.orderId).order.packages).toMatchObject([{ carrier: 'Kurier Krause' }]);
	});
});

describe('a shipment that is there already is refused, recognisably', () => {
	it.each<[string, (order: SimOrder) => object, (order: SimOrder) => object]>([
		['the same package again', () => ({}), () => ({})],
		[
			'the whole order again',
			(order) => ({ orderItems: all(order) }),
			(order) => ({ orderItems: all(order) }),
		],
		[
			'under another reference',
			(order) => ({ orderItems: all(order) }),
			() => ({ packageReferenceId: '2', trackingNumber: 'OTHER' }),
		],
	])('%s', async (_name, first, second) => {
		const order = add();
		expect((await confirm(order, first(order))).status).toBe(204);
		const before = simulator.order(order.orderId).order;
		const answer = await confirm(order, second(order));
		expect(answer.status).toBe(400);
		expect(answer.json).toMatchObject({ errors: [{ code: 'InvalidInput', details: '' }] });
		expect(messageOf(answer)).toContain('order already fulfilled');
		expect(messageOf(answer)).toContain(`(${order.orderId}), errorMetric=PackageToUpdateNotFound`);
		expect(simulator.order(order.orderId).order).toEqual(before);
	});
});

describe('a shipment is refused', () => {
	it.each<[string, OrderSpec, (order: SimOrder) => object, string]>([
		['of a pending order', { status: 'PENDING' }, () => ({}), 'is pending'],
		['of a cancelled order', { status: 'CANCELLED' }, () => ({}), 'NonexistentOrderItem'],
		['of an order of Amazon', { fulfilledBy: 'AMAZON' }, () => ({}), 'fulfilled by Amazon'],
		['of a Ship+ order', { odd: 'ship-plus' }, () => ({}), 'Ship+'],
		[
			'of an unknown item',
			{},
			() => ({ orderItems: [{ orderItemId: '10000000000000', quantity: 1 }] }),
			'OrderItemId is invalid',
		],
		[
			'of more than was ordered',
			{},
			(order) => ({ orderItems: [{ orderItemId: itemId(order), quantity: 4 }] }),
			'Quantity: is invalid',
		],
		[
			'of more than was ordered, in two lines',
			{},
			(order) => ({ orderItems: [2, 2].map((quantity) => ({ orderItemId: itemId(order), quantity })) }),
			'Quantity: is invalid',
		],
		[
			'of more than is left after a cancellation',
			{ odd: 'partly-cancelled' },
			(order) => ({ orderItems: [{ orderItemId: itemId(order), quantity: 3 }] }),
			'Quantity: is invalid',
		],
		['of nothing', {}, () => ({ orderItems: [] }), 'OrderItems: is missing'],
		[
			'of no units',
			{},
			(order) => ({ orderItems: [{ orderItemId: itemId(order), quantity: 0 }] }),
			'must be a positive',
		],
		[
			'of half a unit',
			{},
			(order) => ({ orderItems: [{ orderItemId: itemId(order), quantity: 0.5 }] }),
			'packageDetail.orderItems.quantity',
		],
		[
			'with a number as reference',
			{},
			() => ({ packageReferenceId: 1 }),
			'[packageDetail.packageReferenceId]',
		],
		[
			'with letters as reference',
			{},
			() => ({ packageReferenceId: 'A1' }),
			'must be a positive numeric value',
		],
		['with zero as reference', {}, () => ({ packageReferenceId: '0' }), 'must be a positive numeric value'],
		['without tracking number', {}, () => ({ trackingNumber: undefined }), 'packageDetail.trackingNumber'],
		['with an empty tracking number', {}, () => ({ trackingNumber: ' ' }), 'TrackingNumber: is missing'],
		['without carrier', {}, () => ({ carrierCode: undefined }), 'packageDetail.carrierCode'],
		['with an unnamed carrier', {}, () => ({ carrierCode: 'Other' }), 'CarrierName: is missing'],
		['with a date of the country', {}, () => ({ shipDate: '02/21/2022' }), 'Invalid Input'],
		['with a day without time', {}, () => ({ shipDate: '2026-11-23' }), 'Invalid Input'],
		[
			'before the purchase',
			{},
			() => ({ shipDate: new Date(clock.now() - HOUR - 1).toISOString() }),
			'before the order date',
		],
		['in the future', {}, () => ({ shipDate: new Date(clock.now() + HOUR).toISOString() }), 'in the future'],
	])('%s', async (_name, spec, change, message) => {
		const order = add(spec);
		const answer = await confirm(order, change(order));
		expect([answer.status, messageOf(answer)]).toEqual([400, expect.stringContaining(message)]);
		expect(simulator.order(order.orderId).order).toEqual(order.order);
		expect(simulator.order(order.orderId).updatedAtMs).toBe(order.createdAtMs);
	});

	it.each([
		['without marketplace', { marketplaceId: undefined }, '[marketplaceId]'],
		['of an unknown marketplace', { marketplaceId: '1' }, 'Marketplace ID is not defined'],
		['of another marketplace', { marketplaceId: UK }, 'another marketplace'],
		['without package', { packageDetail: undefined }, '[packageDetail]'],
		[
			'with payment on delivery outside Japan',
			{ codCollectionMethod: 'DirectPayment' },
			'CodCollectionMethod',
		],
	])('%s', async (_name, around, message) => {
		const answer = await confirm(add(), {}, around);
		expect([answer.status, messageOf(answer)]).toEqual([400, expect.stringContaining(message)]);
	});

	it.each([
		['of an unknown order', '305-1234567-7654321', 404],
		['of no order', 'abc', 400],
	])('%s', async (_name, orderId, status) => {
		const packageDetail = detailOf(add());
		const body = { marketplaceId: DE, packageDetail };
		expect((await post(orderId, 'shipmentConfirmation', body)).status).toBe(status);
	});

	it('without the content type', async () => {
		const { orderId } = add();
		const answer = await post(orderId, 'shipmentConfirmation', {}, { 'content-type': 'text/plain' });
		expect(answer.status).toBe(415);
	});
});

describe('a pick-up in the shop', () => {
	const update = ({ orderId, marketplaceId }: SimOrder, shipmentStatus: string, change: object = {}) =>
		post(orderId, 'shipment', { marketplaceId, shipmentStatus, ...change });

	it('is ready, then fetched, and the order is shipped', async () => {
		const order = add({ odd: 'in-store-pick-up' });
		expect((await update(order, 'ReadyForPickup')).status).toBe(204);
		expect(simulator.order(order.orderId)).toMatchObject({
			status: 'UNSHIPPED',
			pickUpStatus: 'ReadyForPickup',
		});
		expect((await update(order, 'PickedUp')).status).toBe(204);
		expect(simulator.order(order.orderId)).toMatchObject({ status: 'SHIPPED', pickUpStatus: 'PickedUp' });
		expect(quantities(order)).toEqual([
			[3, 0],
			[1, 0],
		]);
	});

	it('is refused by the buyer, and nothing is shipped', async () => {
		const order = add({ odd: 'in-store-pick-up' });
		await update(order, 'ReadyForPickup', { orderItems: [{ orderItemId: itemId(order), quantity: 1 }] });
		expect((await update(order, 'RefusedPickup')).status).toBe(204);
		expect(simulator.order(order.orderId)).toMatchObject({
			status: 'UNSHIPPED',
			pickUpStatus: 'RefusedPickup',
		});
	});

	it.each<[string, OrderSpec, string, object, string]>([
		['of an order to be sent', {}, 'ReadyForPickup', {}, 'Invalid Request Parameters'],
		['to a status that is none', { odd: 'in-store-pick-up' }, 'Ready', {}, 'Invalid Request Parameters'],
		['fetched before it is ready', { odd: 'in-store-pick-up' }, 'PickedUp', {}, 'Unsupported ShipmentStatus'],
		[
			'of another item',
			{ odd: 'in-store-pick-up' },
			'ReadyForPickup',
			{ orderItems: [{ orderItemId: '1' }] },
			'Invalid Request Parameters',
		],
		['in no marketplace', { odd: 'in-store-pick-up' }, 'PickedUp', { marketplaceId: '1' }, 'not defined'],
		[
			'of a cancelled order',
			{ odd: 'in-store-pick-up', status: 'CANCELLED' },
			'ReadyForPickup',
			{},
			'Unsupported ShipmentStatus',
		],
	])('is refused %s', async (_name, spec, status, change, message) => {
		const answer = await update(add(spec), status, change);
		expect([answer.status, messageOf(answer)]).toEqual([400, expect.stringContaining(message)]);
	});
});

describe('limits of shipments', () => {
	it.each([
		['shipmentConfirmation', 10, 500],
		['shipment', 15, 200],
	])('%s', async (path, burst, intervalMs) => {
		const limited = await startSimulator({ clock });
		const { call } = await signIn(limited.url);
		const wish = { method: 'POST', path: `/orders/v0/orders/305-1234567-7654321/${path}`, body: {} };
		for (let count = 0; count < burst; count++) expect((await call(wish)).status).not.toBe(429);
		expect((await call(wish)).status).toBe(429);
		clock.advance(intervalMs);
		expect((await call(wish)).status).not.toBe(429);
		await limited.stop();
	});
});
