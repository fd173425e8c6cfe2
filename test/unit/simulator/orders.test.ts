import {
	DEFAULT_SELLERS,
	ManualClock,
	startSimulator,
	type AmazonOrder,
	type OrderSpec,
	type Simulator,
} from '../../simulator';
import { signIn, type Session } from '../../simulator/client';

const SELLER = 'ASIMULATOREU1';
const DE = 'A1PA6795UKMFR9';
const UK = 'A1F83G8C2ARO7P';
const ORDERS = '/orders/2026-01-01/orders';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ALL_DATA = 'BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,PAYMENT';

let clock: ManualClock;
let simulator: Simulator;
let session: Session;

beforeEach(async () => {
	clock = new ManualClock();
	simulator = await startSimulator({ clock, limits: false, seed: { orders: [] } });
	session = await signIn(simulator.url);
});
afterEach(() => simulator.stop());

interface Page {
	orders: AmazonOrder[];
	pagination?: { nextToken: string };
	createdBefore?: string;
	lastUpdatedBefore?: string;
	errors?: { code: string; message: string; details: string }[];
}

const iso = (atMs: number) => new Date(atMs).toISOString();
/** So long before now. */
const ago = (ms: number) => iso(clock.now() - ms);
const add = (spec: OrderSpec = {}) => simulator.addOrder({ sellerId: SELLER, marketplaceId: DE, ...spec });
/** Orders placed one minute after the other, the last one three minutes ago. */
const addMany = (count: number, spec: OrderSpec = {}) =>
	Array.from({ length: count }, (_, index) =>
		add({ createdAtMs: clock.now() - (count + 2 - index) * MINUTE, ...spec }),
	);

const ask = (parameters: Record<string, string | number>) =>
	session.call({
		path: `${ORDERS}?${new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]))}`,
	});
const search = async (parameters: Record<string, string | number>) => (await ask(parameters)).json as Page;
const idsOf = ({ orders }: Page) => orders.map(({ orderId }) => orderId);
const get = async (orderId: string, includedData = ALL_DATA) => {
	const query = includedData === '' ? '' : `?includedData=${includedData}`;
	return ((await session.call({ path: `${ORDERS}/${orderId}${query}` })).json as { order: AmazonOrder })
		.order;
};

/** All pages of a search; `between` happens after each of them. */
async function searchAll(parameters: Record<string, string | number>, between = (_page: Page) => {}) {
	const pages: string[][] = [];
	let page = await search(parameters);
	for (;;) {
		pages.push(idsOf(page));
		between(page);
		if (page.pagination === undefined) return pages;
		page = await search({ ...parameters, paginationToken: page.pagination.nextToken });
	}
}

describe('what a search refuses', () => {
	it.each<[string, () => Record<string, string | number>]>([
		['no time', () => ({})],
		['both times', () => ({ createdAfter: ago(HOUR), lastUpdatedAfter: ago(HOUR) })],
		['only a before', () => ({ createdBefore: ago(HOUR) })],
		['created with updated before', () => ({ createdAfter: ago(HOUR), lastUpdatedBefore: ago(3 * MINUTE) })],
		['updated with created before', () => ({ lastUpdatedAfter: ago(HOUR), createdBefore: ago(3 * MINUTE) })],
		['before earlier than after', () => ({ createdAfter: ago(HOUR), createdBefore: ago(HOUR + 1) })],
		['before not two minutes back', () => ({ createdAfter: ago(HOUR), createdBefore: ago(2 * MINUTE - 1) })],
		[
			'updated before not two minutes back',
			() => ({ lastUpdatedAfter: ago(HOUR), lastUpdatedBefore: ago(MINUTE) }),
		],
		['a time that is none', () => ({ createdAfter: 'yesterday' })],
		['a status that is none', () => ({ createdAfter: ago(HOUR), fulfillmentStatuses: 'Unshipped' })],
		['a fulfiller that is none', () => ({ createdAfter: ago(HOUR), fulfilledBy: 'MFN' })],
		['a data set that is none', () => ({ createdAfter: ago(HOUR), includedData: 'ADDRESS' })],
		['a marketplace of others', () => ({ createdAfter: ago(HOUR), marketplaceIds: 'ATVPDKIKX0DER' })],
		['no orders a page', () => ({ createdAfter: ago(HOUR), maxResultsPerPage: 0 })],
		['too many a page', () => ({ createdAfter: ago(HOUR), maxResultsPerPage: 101 })],
		['a token that is none', () => ({ createdAfter: ago(HOUR), paginationToken: 'abc' })],
		['an unknown parameter', () => ({ createdAfter: ago(HOUR), OrderStatuses: 'Unshipped' })],
	])('%s', async (_name, parameters) => {
		const answer = await ask(parameters());
		expect(answer.status).toBe(400);
		expect(answer.json).toMatchObject({ errors: [{ code: 'InvalidInput', message: 'Invalid Input' }] });
	});

	it.each([
		['exactly two minutes back', 2 * MINUTE],
		['the same as after', HOUR],
	])('but not a before %s', async (_name, back) => {
		expect((await ask({ createdAfter: ago(HOUR), createdBefore: ago(back) })).status).toBe(200);
	});
});

describe('what a search finds', () => {
	it('by creation, both ends included, oldest first, echoing the end', async () => {
		const [, second, third, fourth] = addMany(5);
		const parameters = {
			createdAfter: iso(second?.createdAtMs ?? 0),
			createdBefore: iso(fourth?.createdAtMs ?? 0),
		};
		const page = await search(parameters);
		expect(idsOf(page)).toEqual([second, third, fourth].map((order) => order?.orderId));
		expect(page.createdBefore).toBe(parameters.createdBefore);
		expect(page.lastUpdatedBefore).toBeUndefined();
	});

	it('by update, in the order of the updates', async () => {
		const [first, second, third] = addMany(3);
		simulator.changeOrder(first?.orderId ?? '', { action: 'touch' });
		clock.advance(2 * MINUTE);
		const page = await search({ lastUpdatedAfter: ago(HOUR) });
		expect(idsOf(page)).toEqual([second, third, first].map((order) => order?.orderId));
		expect(page.lastUpdatedBefore).toBe(ago(2 * MINUTE));
	});

	it('nothing younger than two minutes, and says until when it looked', async () => {
		const { orderId } = add();
		clock.advance(2 * MINUTE - 1);
		expect(await search({ createdAfter: ago(HOUR) })).toEqual({ orders: [], createdBefore: ago(2 * MINUTE) });
		clock.advance(1);
		expect(idsOf(await search({ createdAfter: ago(HOUR) }))).toEqual([orderId]);
	});

	it('the youngest too where the lag is switched off', async () => {
		const quick = await startSimulator({ clock, seed: { orders: [] }, orderLagMs: 0 });
		const { orderId } = quick.addOrder();
		const { call } = await signIn(quick.url);
		const { json } = await call({ path: `${ORDERS}?createdAfter=${ago(HOUR)}` });
		await quick.stop();
		expect(idsOf(json as Page)).toEqual([orderId]);
	});

	it.each<[string, Record<string, string>, string[]]>([
		['one status', { fulfillmentStatuses: 'PENDING' }, ['pending']],
		['two statuses', { fulfillmentStatuses: 'PENDING,SHIPPED' }, ['pending', 'shipped']],
		['a marketplace', { marketplaceIds: UK }, ['british']],
		['two marketplaces', { marketplaceIds: `${UK},${DE}` }, ['pending', 'shipped', 'british']],
		['what Amazon ships', { fulfilledBy: 'AMAZON' }, ['shipped']],
		['what either ships', { fulfilledBy: 'AMAZON,MERCHANT' }, ['pending', 'shipped', 'british']],
		['all conditions at once', { fulfilledBy: 'AMAZON', fulfillmentStatuses: 'PENDING' }, []],
	])('only %s', async (_name, filter, expected) => {
		const createdAtMs = clock.now() - HOUR;
		const made: Record<string, string> = {
			[add({ status: 'PENDING', createdAtMs, life: [] }).orderId]: 'pending',
			[add({ status: 'SHIPPED', createdAtMs: createdAtMs + 1, fulfilledBy: 'AMAZON' }).orderId]: 'shipped',
			[add({ marketplaceId: UK, createdAtMs: createdAtMs + 2 }).orderId]: 'british',
		};
		const found = await search({ createdAfter: ago(2 * HOUR), ...filter });
		expect(idsOf(found).map((id) => made[id])).toEqual(expected);
	});

	it("only the seller's own", async () => {
		const american = DEFAULT_SELLERS[1];
		if (american === undefined) throw new Error('There is no second seller.');
		const { orderId } = simulator.addOrder({ sellerId: american.sellerId, createdAtMs: clock.now() - HOUR });
		expect(idsOf(await search({ createdAfter: ago(2 * HOUR) }))).toEqual([]);
		expect((await session.call({ path: `${ORDERS}/${orderId}` })).status).toBe(404);
	});
});

describe('pages', () => {
	it('of a hundred by default, with a token until the last', async () => {
		const made = addMany(201).map(({ orderId }) => orderId);
		const pages = await searchAll({ createdAfter: ago(24 * HOUR) });
		expect(pages.map((page) => page.length)).toEqual([100, 100, 1]);
		expect(pages.flat()).toEqual(made);
	});

	it('without a token when they are just full', async () => {
		addMany(4);
		expect((await search({ createdAfter: ago(HOUR), maxResultsPerPage: 4 })).pagination).toBeUndefined();
	});

	it('of one moment are in the order of their ids', async () => {
		const createdAtMs = clock.now() - HOUR;
		const made = Array.from({ length: 7 }, () => add({ createdAtMs }).orderId);
		const pages = await searchAll({ createdAfter: ago(2 * HOUR), maxResultsPerPage: 3 });
		expect(pages.flat()).toEqual([...made].sort());
	});

	it.each([
		['updated', 'lastUpdatedAfter'],
		['created', 'createdAfter'],
	])('neither skip nor repeat orders that change meanwhile, by time %s', async (_name, after) => {
		const made = addMany(10, { life: [] });
		const statuses = { fulfillmentStatuses: 'UNSHIPPED' };
		const pages = await searchAll({ [after]: ago(HOUR), maxResultsPerPage: 3, ...statuses }, () => {
			clock.advance(MINUTE);
			// One that was given and one that was not yet: both are cancelled now.
			const [first, last] = [made[0], made.at(-1)];
			for (const order of [first, last]) {
				const { orderId = '', status } = order ?? {};
				if (status === 'UNSHIPPED') simulator.changeOrder(orderId, { action: 'cancel' });
			}
			add({ createdAtMs: clock.now() - HOUR + MINUTE * 55 });
		});
		expect(pages.flat()).toEqual(made.map(({ orderId }) => orderId));
	});

	it('show an order as it is now', async () => {
		const made = addMany(2);
		const parameters = { createdAfter: ago(HOUR), maxResultsPerPage: 1, includedData: 'FULFILLMENT' };
		const { pagination } = await search(parameters);
		simulator.changeOrder(made[1]?.orderId ?? '', { action: 'ship' });
		const second = await search({ ...parameters, paginationToken: pagination?.nextToken ?? '' });
		expect(second.orders[0]?.fulfillment.fulfillmentStatus).toBe('SHIPPED');
	});
});

describe('page tokens', () => {
	const first = () => search({ createdAfter: '2026-11-01T00:00:00Z', maxResultsPerPage: 2 });
	const next = async (change: Record<string, string | number>, token?: string) => {
		const paginationToken = token ?? (await first()).pagination?.nextToken ?? '';
		return ask({ createdAfter: '2026-11-01T00:00:00Z', maxResultsPerPage: 2, paginationToken, ...change });
	};
	beforeEach(() => addMany(5));

	it.each<[string, Record<string, string | number>, number]>([
		['the same parameters', {}, 200],
		['another page size', { maxResultsPerPage: 1 }, 200],
		['other data sets', { includedData: 'BUYER' }, 200],
		['another time', { createdAfter: '2026-11-01T00:00:01Z' }, 400],
		['another status', { fulfillmentStatuses: 'UNSHIPPED' }, 400],
		['another marketplace', { marketplaceIds: DE }, 400],
		['a before', { createdBefore: '2026-11-23T11:00:00Z' }, 400],
	])('go on with %s: %s %d', async (_name, change, status) => {
		expect((await next(change)).status).toBe(status);
	});

	it('do not go on alone', async () => {
		const token = (await first()).pagination?.nextToken ?? '';
		expect((await ask({ paginationToken: token })).status).toBe(400);
	});

	it.each([
		[24 * HOUR - 1, 200],
		[24 * HOUR, 400],
	])('after %d ms: %d', async (ageMs, status) => {
		const token = (await first()).pagination?.nextToken ?? '';
		clock.advance(ageMs);
		session = await signIn(simulator.url);
		expect((await next({}, token)).status).toBe(status);
	});

	it('are of no use to another seller', async () => {
		const token = (await first()).pagination?.nextToken ?? '';
		session = await signIn(simulator.url, DEFAULT_SELLERS[1]);
		expect((await next({}, token)).status).toBe(400);
	});

	it('expire by a fault, once', async () => {
		const token = (await first()).pagination?.nextToken ?? '';
		simulator.faults.add({ kind: 'expire-page-token', operation: 'searchOrders' });
		expect((await next({}, token)).json).toMatchObject({
			errors: [{ code: 'InvalidInput', details: "The 'paginationToken' has expired." }],
		});
		expect((await next({}, token)).status).toBe(200);
	});

	it('give a page a second time by a fault, and none is lost', async () => {
		let count = 0;
		const parameters = { createdAfter: '2026-11-01T00:00:00Z', maxResultsPerPage: 2 };
		const pages = await searchAll(parameters, () => {
			if (count++ === 0) simulator.faults.add({ kind: 'duplicate-page', operation: 'searchOrders' });
		});
		expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 1]);
		expect(pages[1]).toEqual(pages[0]);
		expect(new Set(pages.flat()).size).toBe(5);
	});
});

describe('what an answer shows', () => {
	const keysOf = (order: AmazonOrder) => [Object.keys(order), Object.keys(order.orderItems[0] ?? {})].flat();
	const PARTS = ['buyer', 'recipient', 'proceeds', 'promotion', 'fulfillment', 'packages', 'payment'];

	it.each<[string, string[]]>([
		['', []],
		['BUYER', ['buyer']],
		['RECIPIENT', ['recipient']],
		['PROCEEDS', ['proceeds', 'proceeds']],
		['PROMOTION', ['promotion']],
		['FULFILLMENT', ['fulfillment', 'fulfillment']],
		['PACKAGES', ['packages']],
		['PAYMENT', ['payment']],
		['BUYER,PACKAGES', ['buyer', 'packages']],
	])('with the data sets "%s"', async (included, expected) => {
		const { orderId } = add({ status: 'SHIPPED', lines: [{ price: '10.00', discount: '1.00' }] });
		const keys = keysOf(await get(orderId, included));
		expect(keys.filter((key) => PARTS.includes(key)).sort()).toEqual(expected);
		expect(keys).toEqual(
			expect.arrayContaining([
				'orderId',
				'salesChannel',
				'orderItems',
				'orderItemId',
				'quantityOrdered',
				'product',
			]),
		);
	});

	it.each<[string, OrderSpec, string[]]>([
		['an order of the merchant', {}, ['buyer', 'recipient', 'proceeds', 'payment']],
		['a pending order', { status: 'PENDING' }, []],
		['a cancelled order', { status: 'CANCELLED' }, ['buyer', 'recipient']],
	])('of %s', async (_name, spec, expected) => {
		const order = await get(add({ ...spec, life: [] }).orderId);
		const parts = ['buyer', 'recipient', 'proceeds', 'payment'];
		expect(Object.keys(order).filter((key) => parts.includes(key))).toEqual(expected);
		expect(order.orderItems[0]?.proceeds !== undefined).toBe(expected.includes('proceeds'));
	});

	it('of an order of Amazon: no e-mail address, no street, no packages', async () => {
		const { orderId } = add({ fulfilledBy: 'AMAZON', status: 'SHIPPED' });
		const { buyer, recipient, packages, orderItems } = await get(orderId);
		expect(Object.keys(buyer ?? {})).toEqual(['buyerName']);
		const shown = Object.keys(recipient?.deliveryAddress ?? {});
		expect(shown).toEqual(expect.arrayContaining(['city', 'postalCode', 'countryCode']));
		expect(shown.filter((key) => /addressLine|name|phone/i.test(key))).toEqual([]);
		expect(packages).toBeUndefined();
		expect(orderItems.map(({ fulfillment }) => fulfillment?.quantityUnfulfilled)).toEqual(
			orderItems.map(() => 0),
		);
	});

	it('to an application without the role: no personal data', async () => {
		const [seller] = DEFAULT_SELLERS;
		if (seller === undefined) throw new Error('There is no seller.');
		const sellers = [{ ...seller, hidesPersonalData: true }];
		const strict = await startSimulator({ clock, seed: { sellers } });
		const { orderId } = strict.addOrder();
		const { call } = await signIn(strict.url, sellers[0]);
		const { json } = await call({ path: `${ORDERS}/${orderId}?includedData=${ALL_DATA}` });
		await strict.stop();
		const { order } = json as { order: AmazonOrder };
		expect([order.buyer, order.recipient]).toEqual([undefined, undefined]);
		expect(order.proceeds?.grandTotal?.amount).toMatch(/^\d+\.\d\d$/);
	});

	it.each([
		['902-1234567-7654321', 404],
		['902-1234567', 400],
		['TEST_CASE_400', 400],
	])('of no order: %s %d', async (orderId, status) => {
		expect((await session.call({ path: `${ORDERS}/${orderId}` })).status).toBe(status);
	});
});

describe('the life of an order', () => {
	const statusOf = async (orderId: string) => {
		const { fulfillment, lastUpdatedTime } = await get(orderId, 'FULFILLMENT');
		return [fulfillment.fulfillmentStatus, Date.parse(lastUpdatedTime)];
	};

	it('of the merchant: pending, paid after half an hour, then it waits', async () => {
		const { orderId, createdAtMs } = add({ status: 'PENDING' });
		clock.advance(30 * MINUTE - 1);
		expect(await statusOf(orderId)).toEqual(['PENDING', createdAtMs]);
		clock.advance(1);
		expect(await statusOf(orderId)).toEqual(['UNSHIPPED', createdAtMs + 30 * MINUTE]);
		clock.advance(10 * 24 * HOUR);
		session = await signIn(simulator.url);
		expect(await statusOf(orderId)).toEqual(['UNSHIPPED', createdAtMs + 30 * MINUTE]);
	});

	it('of Amazon: shipped after a day', async () => {
		const { orderId, createdAtMs } = add({ status: 'PENDING', fulfilledBy: 'AMAZON' });
		clock.advance(24 * HOUR);
		session = await signIn(simulator.url);
		expect(await statusOf(orderId)).toEqual(['SHIPPED', createdAtMs + 24 * HOUR]);
		expect((await get(orderId)).orderItems[0]?.fulfillment?.quantityUnfulfilled).toBe(0);
	});

	it.each([
		['moves the time of the update', false, 60],
		['leaves it, by a quirk of Amazon', true, 30],
	])('cancelled by the buyer: %s', async (_name, keepsUpdateTime, minutes) => {
		const { orderId, createdAtMs } = add({
			status: 'PENDING',
			life: [
				{ afterMs: 30 * MINUTE, to: 'UNSHIPPED' },
				{ afterMs: 60 * MINUTE, to: 'CANCELLED', reason: 'Changed my mind', keepsUpdateTime },
			],
		});
		clock.advance(2 * HOUR);
		session = await signIn(simulator.url);
		expect(await statusOf(orderId)).toEqual(['CANCELLED', createdAtMs + minutes * MINUTE]);
		expect((await get(orderId)).orderItems[0]?.cancellation).toEqual({
			cancellationExecution: { cancelledBy: 'BUYER', cancelReason: 'Changed my mind' },
		});
		const found = await search({ lastUpdatedAfter: iso(createdAtMs + 45 * MINUTE) });
		expect(idsOf(found)).toEqual(keepsUpdateTime ? [] : [orderId]);
		const cancelled = { createdAfter: iso(createdAtMs), fulfillmentStatuses: 'CANCELLED' };
		expect(idsOf(await search(cancelled))).toEqual([orderId]);
	});

	it('is not overtaken by what comes too late', async () => {
		const { orderId } = add({ life: [{ afterMs: HOUR, to: 'CANCELLED' }] });
		simulator.changeOrder(orderId, { action: 'ship' });
		clock.advance(2 * HOUR);
		expect(simulator.order(orderId).status).toBe('SHIPPED');
	});

	it('placed later comes later', async () => {
		const { orderId } = add({ createdAtMs: clock.now() + HOUR });
		expect(idsOf(await search({ createdAfter: ago(HOUR) }))).toEqual([]);
		clock.advance(HOUR + 2 * MINUTE);
		session = await signIn(simulator.url);
		expect(idsOf(await search({ createdAfter: ago(24 * HOUR) }))).toEqual([orderId]);
	});

	it.each<[OrderSpec['status'], Parameters<Simulator['changeOrder']>[1]['action'], boolean]>([
		['PENDING', 'pay', true],
		['PENDING', 'cancel', true],
		['PENDING', 'ship', false],
		['UNSHIPPED', 'pay', false],
		['UNSHIPPED', 'ship', true],
		['UNSHIPPED', 'cancel', true],
		['PARTIALLY_SHIPPED', 'ship', true],
		['PARTIALLY_SHIPPED', 'cancel', false],
		['SHIPPED', 'cancel', false],
		['SHIPPED', 'touch', true],
		['CANCELLED', 'cancel', false],
		['CANCELLED', 'ship', false],
	])('%s: "%s" is possible: %s', (status, action, isPossible) => {
		const { orderId } = add({ ...(status === undefined ? {} : { status }), life: [] });
		const change = () => simulator.changeOrder(orderId, { action });
		if (isPossible) expect(change().updatedAtMs).toBe(clock.now());
		else expect(change).toThrow(`Order ${orderId} is ${status}`);
	});
});

describe('orders made to measure', () => {
	it('are what was asked for', () => {
		const { order } = add({
			orderId: '305-1234567-1234567',
			programs: ['PRIME'],
			buyer: { buyerName: 'Erika Mustermann' },
			address: { city: 'Berlin', postalCode: '10115' },
			lines: [
				{ sku: 'A-1', quantity: 2, price: '9.99', shipping: '4.90', discount: '2.00', taxPercent: 7 },
				{ sku: null },
			],
			change: (amazonOrder) => (amazonOrder.salesChannel.channelName = 'NON_AMAZON'),
		});
		expect(order).toMatchObject({
			orderId: '305-1234567-1234567',
			programs: ['PRIME'],
			salesChannel: { channelName: 'NON_AMAZON', marketplaceId: DE },
			buyer: { buyerName: 'Erika Mustermann', buyerEmail: expect.stringContaining('@marketplace.amazon.de') },
			recipient: { deliveryAddress: { city: 'Berlin', postalCode: '10115', countryCode: 'DE' } },
		});
		const [first, second] = order.orderItems;
		expect(first).toMatchObject({
			quantityOrdered: 2,
			product: { sellerSku: 'A-1', price: { unitPrice: { amount: '9.99', currencyCode: 'EUR' } } },
			proceeds: { proceedsTotal: { amount: '22.88', currencyCode: 'EUR' } },
		});
		expect(second?.product).not.toHaveProperty('sellerSku');
	});

	it("can be given in Amazon's own shape", () => {
		const given = add({ status: 'SHIPPED' }).order;
		const copy = simulator.addOrder({
			sellerId: SELLER,
			order: { ...given, orderId: '305-0000000-0000001' },
		});
		expect(copy.order).toEqual({ ...given, orderId: '305-0000000-0000001' });
	});

	it('stay as they are when a reader changes what was read', () => {
		const { orderId } = add();
		simulator.changeOrder(orderId, { action: 'request-cancel', reason: 'Too late' });
		simulator.order(orderId).order.orderItems.length = 0;
		expect(simulator.order(orderId).order.orderItems[0]?.cancellation).toEqual({
			cancellationRequest: { requester: 'BUYER', cancelReason: 'Too late' },
		});
	});

	it.each<[string, OrderSpec, string]>([
		['an unknown seller', { sellerId: 'AOTHER' }, 'no seller AOTHER'],
		['a marketplace of others', { marketplaceId: 'ATVPDKIKX0DER' }, 'does not participate'],
		['an unknown status', { status: 'Unshipped' as 'UNSHIPPED' }, 'Unknown status "Unshipped"'],
		['an unknown oddness', { odd: 'none' as 'jpy' }, 'Unknown kind of order "none"'],
		['an oddness of another country', { odd: 'jpy' }, 'No marketplace of the seller'],
		['an amount that is none', { lines: [{ price: '1,50' }] }, '"price" is no amount of EUR: 1,50'],
		['more decimals than the currency has', { lines: [{ shipping: '1.005' }] }, '"shipping" is no amount'],
	])('cannot be with %s', (_name, spec, message) => {
		expect(() => add(spec)).toThrow(message);
	});

	it('cannot be twice', () => {
		const { orderId } = add();
		expect(() => add({ orderId })).toThrow(`There is an order ${orderId} already`);
	});
});

describe('limits of the orders operations', () => {
	it.each([
		['searchOrders', `${ORDERS}?createdAfter=2026-11-01T00:00:00Z`, 20, 178_572],
		['getOrder', `${ORDERS}/902-1234567-7654321`, 30, 2000],
	])('%s', async (_name, path, burst, intervalMs) => {
		const limited = await startSimulator({ clock });
		const { call } = await signIn(limited.url);
		for (let count = 0; count < burst; count++) expect((await call({ path })).status).not.toBe(429);
		expect((await call({ path })).status).toBe(429);
		clock.advance(intervalMs);
		expect((await call({ path })).status).not.toBe(429);
		await limited.stop();
	});
});

describe('a hundred thousand orders', () => {
	it('are there at once, and a page of them is quick', async () => {
		simulator.seedOrders({ sellerId: SELLER, count: 100_000, spanMs: 60 * 24 * HOUR });
		await search({ createdAfter: ago(90 * 24 * HOUR) });
		const parameters = { lastUpdatedAfter: ago(24 * HOUR), includedData: ALL_DATA };
		const { pagination } = await search(parameters);
		const durations: number[] = [];
		for (let count = 0; count < 10; count++) {
			const started = performance.now();
			const page = await search({ ...parameters, paginationToken: pagination?.nextToken ?? '' });
			durations.push(performance.now() - started);
			expect(page.orders.length).toBe(100);
		}
		// A few milliseconds; the bound only tells them from a walk through all orders on a busy machine.
		expect(Math.min(...durations)).toBeLessThan(150);
	});
});
