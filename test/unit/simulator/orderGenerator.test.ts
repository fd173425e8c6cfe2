import fc from 'fast-check';
import { MARKETPLACES } from '../../../nodes/amazon/tables/marketplaces';
import {
	DEFAULT_SELLERS,
	ManualClock,
	ODD_KINDS,
	orderStreams,
	startSimulator,
	type AmazonOrder,
	type OddKind,
	type OrderMix,
	type OrderSpec,
	type Simulator,
} from '../../simulator';
import { Chance } from '../../simulator/chance';
import { specifiedOrder } from '../../simulator/orders/addOrder';
import {
	ORDER_STATUSES,
	type Breakdown,
	type Money,
	type OrderItem,
} from '../../simulator/orders/amazonOrder';
import { OrderGenerator } from '../../simulator/orders/generate';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const EVERYWHERE = MARKETPLACES.map(({ id }) => id);
const DAY = 24 * 3600_000;

function generate(mix: OrderMix, count: number, marketplaceIds = EVERYWHERE) {
	const taken = new Set<string>();
	const generator = new OrderGenerator(mix, marketplaceIds, (id) => taken.has(id));
	return [...generator.drawMany(count, NOW)].map((head) => {
		taken.add(head.orderId);
		return { head, order: head.make() };
	});
}

/** An order with some oddness, anywhere in the world. */
function odd(kind: OddKind | OddKind[], spec: OrderSpec = {}): AmazonOrder {
	const chance = new Chance(7);
	return specifiedOrder(
		{ odd: kind, ...spec },
		{ marketplaceIds: EVERYWHERE, nowMs: NOW, chance, isTaken: () => false },
	).make();
}

/** Minor units; the amounts have all decimals of their currency. */
function minorOf({ amount, currencyCode }: Money): number {
	expect(amount).toMatch(currencyCode === 'JPY' ? /^-?\d+$/ : /^-?\d+\.\d\d$/);
	return Number(amount.replace('.', ''));
}

const sumOf = (parts: Breakdown[], types: string[]) =>
	parts.filter(({ type }) => types.includes(type)).reduce((sum, { subtotal }) => sum + minorOf(subtotal), 0);
const PRICES = ['ITEM', 'SHIPPING', 'GIFT_WRAP', 'COD_FEE', 'OTHER'];

function expectItemToAddUp(
	{ proceeds, product, quantityOrdered, fulfillment }: OrderItem,
	taxOnTop: boolean,
) {
	const parts = proceeds?.breakdowns ?? [];
	const discount = Math.abs(sumOf(parts, ['DISCOUNT']));
	const tax = sumOf(parts, ['TAX']);
	const total = sumOf(parts, PRICES) - discount + (taxOnTop ? tax : 0);
	expect(minorOf(proceeds?.proceedsTotal ?? { amount: '', currencyCode: '' })).toBe(total);
	const { quantityFulfilled = 0, quantityUnfulfilled = 0 } = fulfillment ?? {};
	const units = quantityFulfilled + quantityUnfulfilled;
	expect(units).toBeLessThanOrEqual(quantityOrdered);
	expect(sumOf(parts, ['ITEM'])).toBe(
		units * minorOf(product.price?.unitPrice ?? { amount: '', currencyCode: '' }),
	);
	for (const { type, subtotal, detailedBreakdowns } of parts) {
		if (detailedBreakdowns === undefined) continue;
		const details = detailedBreakdowns.map(({ subtype, value }) => {
			const isSaved = type === 'TAX' && subtype === 'DISCOUNT';
			return isSaved ? -Math.abs(minorOf(value)) : minorOf(value);
		});
		expect(details.reduce((sum, part) => sum + part, 0)).toBe(minorOf(subtotal));
	}
}

function expectOrderToAddUp(order: AmazonOrder) {
	if (order.proceeds === undefined) {
		expect(order.orderItems.filter(({ proceeds }) => proceeds !== undefined)).toEqual([]);
		return;
	}
	const marketplace = MARKETPLACES.find(({ id }) => id === order.salesChannel.marketplaceId);
	const taxOnTop = ['US', 'CA'].includes(marketplace?.country ?? '');
	for (const item of order.orderItems) expectItemToAddUp(item, taxOnTop);
	const own = order.orderItems.filter(
		({ proceeds }) => proceeds?.proceedsTotal?.currencyCode === marketplace?.currency,
	);
	const total = own.reduce(
		(sum, { proceeds }) => sum + (proceeds?.proceedsTotal ? minorOf(proceeds.proceedsTotal) : 0),
		0,
	);
	expect(order.proceeds.grandTotal).toMatchObject({ currencyCode: marketplace?.currency });
	expect(order.proceeds.grandTotal && minorOf(order.proceeds.grandTotal)).toBe(total);
	for (const { type, subtotal } of order.proceeds.breakdowns ?? [])
		expect(minorOf(subtotal)).toBe(
			own.reduce((sum, { proceeds }) => sum + sumOf(proceeds?.breakdowns ?? [], [type]), 0),
		);
}

/** What has left, is left and was cancelled fits the status and the packages. */
function expectStatusToFit({ fulfillment, orderItems, packages }: AmazonOrder, status: string) {
	const shipped = orderItems.map((item) => item.fulfillment?.quantityFulfilled ?? 0);
	const left = orderItems.map((item) => item.fulfillment?.quantityUnfulfilled ?? 0);
	const isNothing = (counts: number[]) => counts.every((count) => count === 0);
	const shape = [isNothing(shipped), isNothing(left)];
	if (status === 'PARTIALLY_SHIPPED') expect(shape).toEqual([false, false]);
	else if (status === 'SHIPPED') expect(shape[1]).toBe(true);
	else if (status === 'CANCELLED') expect(shape).toEqual([true, true]);
	else expect(shape[0]).toBe(true);
	if (fulfillment.fulfilledBy === 'AMAZON') expect(packages).toBeUndefined();
	else
		expect(
			orderItems.map(({ orderItemId }) =>
				(packages ?? [])
					.flatMap(({ packageItems = [] }) => packageItems)
					.filter((item) => item.orderItemId === orderItemId)
					.reduce((sum, { quantity }) => sum + quantity, 0),
			),
		).toEqual(shipped);
}

describe('generated orders', () => {
	it('add up to the cent, fit their status, and are of this world', () => {
		fc.assert(
			fc.property(
				fc.record({
					chance: fc.nat(),
					oddShare: fc.constantFrom(0, 0.5, 1),
					amazonShare: fc.constantFrom(0, 0.3),
					discountSign: fc.constantFrom('positive' as const, 'negative' as const),
				}),
				(mix) => {
					for (const { head, order } of generate({ ...mix, statuses: [...ORDER_STATUSES] }, 40)) {
						expectOrderToAddUp(order);
						expectStatusToFit(order, head.status);
						expect(order.orderId).toMatch(/^\d{3}-\d{7}-\d{7}$/);
						const itemIds = order.orderItems.map(({ orderItemId }) => orderItemId);
						expect(itemIds.filter((id) => !/^\d{14}$/.test(id))).toEqual([]);
						expect(new Set(itemIds).size).toBe(itemIds.length);
						expect(head.updatedAtMs).toBeGreaterThanOrEqual(head.createdAtMs);
						expect(head.updatedAtMs).toBeLessThanOrEqual(NOW);
					}
				},
			),
			{ numRuns: 15 },
		);
	});

	it('have ids of their own, come in the order of purchase, and use all marketplaces', () => {
		const orders = generate({ spanMs: 7 * DAY }, 2000);
		expect(new Set(orders.map(({ head }) => head.orderId)).size).toBe(2000);
		const times = orders.map(({ head }) => head.createdAtMs);
		expect(times).toEqual([...times].sort((a, b) => a - b));
		expect([Math.min(...times) >= NOW - 7 * DAY, Math.max(...times) <= NOW]).toEqual([true, true]);
		expect(new Set(orders.map(({ head }) => head.marketplaceId)).size).toBe(23);
	});

	it('are the same for the same seed, however often they are looked at', () => {
		const [first, second, other] = [3, 3, 4].map((chance) => generate({ chance, oddShare: 0.5 }, 50));
		const bodies = (orders: typeof first) => orders?.map(({ order }) => order);
		expect(bodies(second)).toEqual(bodies(first));
		expect(bodies(other)).not.toEqual(bodies(first));
		expect(first?.map(({ head }) => head.make())).toEqual(bodies(first));
	});

	it('buy the SKUs asked for', () => {
		const orders = generate({ skus: { prefix: 'T-', count: 3 } }, 100);
		const skus = orders.flatMap(({ order }) => order.orderItems.map(({ product }) => product.sellerSku));
		expect([...new Set(skus)].sort()).toEqual(['T-0001', 'T-0002', 'T-0003']);
	});

	it('have the statuses, the marketplaces and the share of Amazon asked for', () => {
		const mix: OrderMix = { statuses: ['SHIPPED'], amazonShare: 1, marketplaceIds: ['A1VC38T7YXB528'] };
		const heads = generate(mix, 50).map(({ head }) => [head.status, head.fulfilledBy, head.marketplaceId]);
		expect(heads).toEqual(Array(50).fill(['SHIPPED', 'AMAZON', 'A1VC38T7YXB528']));
	});

	it('are odd as often as asked, in every way', () => {
		const kinds: OddKind[] = ['no-buyer'];
		const without = (share: number) =>
			generate({ oddShare: share, oddKinds: kinds }, 400).filter(({ order }) => order.buyer === undefined)
				.length;
		expect([without(0), without(1)]).toEqual([0, 400]);
		expect(Math.abs(without(0.25) - 100)).toBeLessThan(40);
	});

	it.each<['positive' | 'negative', RegExp]>([
		['positive', /^\d/],
		['negative', /^-/],
	])('have %s discounts when asked', (discountSign, sign) => {
		const discounts = generate({ discountSign, statuses: ['UNSHIPPED'] }, 300).flatMap(({ order }) =>
			(order.proceeds?.breakdowns ?? []).filter(({ type }) => type === 'DISCOUNT'),
		);
		expect(discounts.length).toBeGreaterThan(10);
		expect(discounts.filter(({ subtotal }) => !sign.test(subtotal.amount))).toEqual([]);
	});
});

const first = ({ orderItems }: AmazonOrder) => orderItems[0];
const part = (item: OrderItem | undefined, type: string) =>
	item?.proceeds?.breakdowns?.find((breakdown) => breakdown.type === type);
const paymentsOf = ({ payment }: AmazonOrder) =>
	payment?.paymentExecutions.map(({ paymentMethod }) => paymentMethod).join(' ');
const addressOf = ({ recipient }: AmazonOrder) => recipient?.deliveryAddress;

describe('odd orders', () => {
	const CHECKS: Record<OddKind, (order: AmazonOrder) => unknown> = {
		'no-address': (order) => order.recipient === undefined,
		'no-buyer': (order) => order.buyer === undefined,
		'no-sku': (order) => first(order)?.product.sellerSku === undefined,
		pending: (order) => order.packages === undefined,
		cancelled: (order) => order.proceeds === undefined,
		'one-letter-name': (order) => addressOf(order)?.name === 'X' && order.buyer?.buyerName === 'X',
		'single-word-name': (order) => /^\w+$/.test(addressOf(order)?.name ?? ''),
		'name-japanese': (order) => /\p{Script=Han}/u.test(addressOf(order)?.name ?? ''),
		'name-arabic': (order) => /\p{Script=Arabic}/u.test(addressOf(order)?.name ?? ''),
		'name-umlauts': (order) => /[öüß]/.test(addressOf(order)?.name ?? ''),
		'name-emoji': (order) => /\p{Extended_Pictographic}/u.test(addressOf(order)?.name ?? ''),
		'three-address-lines': (order) => addressOf(order)?.addressLine2 && addressOf(order)?.addressLine3,
		'no-region': (order) => addressOf(order)?.stateOrRegion === undefined,
		'us-state-name': (order) => addressOf(order)?.stateOrRegion === 'Georgia',
		'us-state-code': (order) => addressOf(order)?.stateOrRegion === 'GA',
		'street-in-parts': (order) =>
			addressOf(order)?.extendedFields?.streetNumber === '123' && addressOf(order)?.city === undefined,
		'pick-up-point': (order) => addressOf(order)?.addressType === 'PICKUP_POINT',
		'in-store-pick-up': (order) => order.programs?.includes('IN_STORE_PICK_UP'),
		jpy: (order) => /^\d+$/.test(order.proceeds?.grandTotal?.amount ?? ''),
		'free-item': (order) => Number(first(order)?.proceeds?.proceedsTotal?.amount) === 0,
		'promotion-equals-price': (order) =>
			part(first(order), 'DISCOUNT')?.subtotal.amount === part(first(order), 'ITEM')?.subtotal.amount,
		'promotion-above-price': (order) =>
			Number(part(first(order), 'DISCOUNT')?.subtotal.amount) >
				Number(part(first(order), 'ITEM')?.subtotal.amount) && Number(order.proceeds?.grandTotal?.amount) > 0,
		'shipping-promotion': (order) =>
			part(first(order), 'DISCOUNT')?.detailedBreakdowns?.some(({ subtype }) => subtype === 'SHIPPING'),
		'gift-wrap': (order) =>
			part(first(order), 'GIFT_WRAP') !== undefined &&
			JSON.stringify(first(order)?.fulfillment).includes('Happy birthday'),
		'shipping-tax-only': (order) =>
			part(first(order), 'TAX')
				?.detailedBreakdowns?.map(({ subtype }) => subtype)
				.join() === 'SHIPPING',
		'tax-collected-by-amazon': (order) =>
			JSON.stringify(first(order)?.tax).includes('MARKETPLACE_FACILITATOR'),
		'cod-fee': (order) => part(first(order), 'COD_FEE') !== undefined,
		'cash-on-delivery': (order) => paymentsOf(order) === 'CashOnDelivery',
		'gift-card-and-cash-on-delivery': (order) => paymentsOf(order) === 'GiftCertificate CashOnDelivery',
		'mixed-currencies': (order) =>
			new Set(order.orderItems.map(({ proceeds }) => proceeds?.proceedsTotal?.currencyCode)).size === 2,
		'two-lines-one-sku': (order) =>
			first(order)?.product.sellerSku === order.orderItems.at(-1)?.product.sellerSku,
		'long-title': (order) => (first(order)?.product.title?.length ?? 0) > 500,
		'zero-quantity': (order) => order.orderItems.at(-1)?.quantityOrdered === 0,
		'partly-cancelled': (order) =>
			first(order)?.quantityOrdered === 3 && first(order)?.fulfillment?.quantityUnfulfilled === 2,
		'cancel-request': (order) => first(order)?.cancellation?.cancellationRequest?.requester === 'BUYER',
		replacement: (order) =>
			order.associatedOrders?.[0]?.associationType === 'REPLACEMENT_ORIGINAL_ID' &&
			Number(order.proceeds?.grandTotal?.amount) === 0,
		business: (order) =>
			order.buyer?.buyerPurchaseOrderNumber &&
			JSON.stringify(order.tax).includes('"taxRegistrationType":"VAT"'),
		'shipped-by-amazon': (order) =>
			order.fulfillment.fulfilledBy === 'AMAZON' && first(order)?.fulfillment?.quantityUnfulfilled === 0,
		'multi-channel': (order) =>
			order.salesChannel.channelName === 'NON_AMAZON' && Number(order.proceeds?.grandTotal?.amount) > 0,
		removal: (order) =>
			order.salesChannel.channelName === 'NON_AMAZON' && Number(order.proceeds?.grandTotal?.amount) === 0,
		'ship-plus': (order) => order.programs?.includes('FBM_SHIP_PLUS'),
	};

	it.each(ODD_KINDS)('%s is what it says, and adds up', (kind) => {
		const order = odd(kind);
		expect(CHECKS[kind](order)).toBeTruthy();
		expectOrderToAddUp(order);
	});

	it('can be odd in several ways', () => {
		const order = odd(['gift-wrap', 'name-emoji', 'us-state-name']);
		expect([CHECKS['gift-wrap'](order), CHECKS['name-emoji'](order), CHECKS['us-state-name'](order)]).toEqual(
			[true, true, true],
		);
	});

	it('can have a status of its own beside', () => {
		expect(odd('partly-cancelled', { status: 'SHIPPED' }).orderItems[0]?.fulfillment).toMatchObject({
			quantityFulfilled: 2,
			quantityUnfulfilled: 0,
		});
	});
});

describe('seeded orders', () => {
	const clock = new ManualClock(NOW);
	const sellerId = 'ASIMULATOREU1';
	let simulator: Simulator;
	afterEach(() => simulator.stop());

	it('of the demo: forty fresh ones for each seller, of SKUs of its catalogue', async () => {
		simulator = await startSimulator({ clock });
		for (const { sellerId: id, marketplaceIds } of simulator.state.seed.sellers) {
			const orders = simulator.orders(id);
			expect(orders.length).toBe(40);
			expect(orders.filter((order) => !marketplaceIds.includes(order.marketplaceId))).toEqual([]);
			expect(orders.filter(({ createdAtMs }) => createdAtMs < NOW - 2 * DAY || createdAtMs > NOW)).toEqual(
				[],
			);
			for (const { sellerSku } of orders.flatMap(({ order }) =>
				order.orderItems.map(({ product }) => product),
			))
				expect(sellerSku === undefined || simulator.state.listing(id, sellerSku) !== undefined).toBe(true);
		}
	});

	it('are there again after a reset, as of then, and none for sellers of one own', async () => {
		simulator = await startSimulator({ clock });
		const before = simulator.orders(sellerId).map(({ orderId }) => orderId);
		simulator.addOrder();
		simulator.reset();
		expect(simulator.orders(sellerId).map(({ orderId }) => orderId)).toEqual(before);
		const { sellers } = simulator.state.seed;
		await simulator.stop();
		simulator = await startSimulator({ clock, seed: { sellers } });
		expect(simulator.orders(sellerId)).toEqual([]);
	});

	it('keep coming when they are to', async () => {
		simulator = await startSimulator({ clock, seed: { orders: [{ sellerId, count: 2, everyMs: 60_000 }] } });
		clock.advance(59_999);
		expect(simulator.orders(sellerId).length).toBe(2);
		clock.advance(180_001);
		const [, , third] = simulator.orders(sellerId);
		expect(simulator.orders(sellerId).length).toBe(6);
		expect(third).toMatchObject({ createdAtMs: NOW + 60_000, status: 'PENDING' });
		clock.advance(DAY);
		expect(simulator.order(third?.orderId ?? '').status).not.toBe('PENDING');
	});

	it('are paid one after the other from five minutes on, in a stream', async () => {
		const own = new ManualClock(NOW);
		const sellers = DEFAULT_SELLERS.filter((seller) => seller.sellerId === sellerId);
		const orders = orderStreams(sellers, 120_000);
		simulator = await startSimulator({ clock: own, seed: { sellers, orders } });
		const paidAfter = (minutes: number) => {
			own.advance(NOW + minutes * 60_000 - own.now());
			return simulator.orders(sellerId).filter(({ status }) => status === 'UNSHIPPED').length;
		};
		expect(paidAfter(1)).toBe(0);
		expect([6, 10, 20, 40, 60].map(paidAfter)).toEqual([3, 5, 10, 20, 30]);
	});

	it.each<[string, Parameters<Simulator['seedOrders']>[0], string]>([
		['an unknown seller', { sellerId: 'AOTHER', count: 1 }, 'no seller AOTHER'],
		['an unknown marketplace', { sellerId, count: 1, marketplaceIds: ['X'] }, 'no marketplace X'],
		['a stream without pause', { sellerId, count: 1, everyMs: 0 }, '"everyMs" must be 1 or more'],
	])('are refused for %s', async (_name, seed, message) => {
		simulator = await startSimulator({ clock });
		expect(() => simulator.seedOrders(seed)).toThrow(message);
	});
});
