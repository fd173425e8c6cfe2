import fc from 'fast-check';

import { readOrder } from '../../nodes/amazon/orders/readOrder';
import { MARKETPLACES, REGIONS } from '../../nodes/amazon/tables/marketplaces';
import { createSkuMap } from '../../nodes/rules/import/skuMap';
import { decideImport } from '../../nodes/rules/import/decide';
import type { MarketplaceOrder } from '../../nodes/rules/order/marketplaceOrder';
import { toMagentoCart, toMagentoOrder } from '../../nodes/rules/stores/magento/order';
import { toShopifyOrder } from '../../nodes/rules/stores/shopify/order';
import { toWooCommerceOrder } from '../../nodes/rules/stores/wooCommerce/order';
import { startSimulator, type SellerSeed, type Simulator } from '../simulator';
import { aConfig, aContext, addUp } from '../unit/rules/order/orders';

/** A seller in every marketplace of each region. */
const sellers: SellerSeed[] = REGIONS.map(({ id }) => ({
	sellerId: `AODD${id.toUpperCase()}`,
	storeName: 'Odd',
	region: id,
	marketplaceIds: MARKETPLACES.filter(({ region }) => region === id).map((marketplace) => marketplace.id),
	clientId: `amzn1.application-oa2-client.odd-${id}`,
	clientSecret: `odd-secret-${id}`,
	refreshToken: `Atzr|odd-${id}`,
}));

let amazon: Simulator;

beforeAll(async () => {
	amazon = await startSimulator({ seed: { sellers, catalogues: [] } });
});
afterAll(async () => await amazon.stop());

const judge = (order: MarketplaceOrder, products: Array<Record<string, unknown>> | undefined) =>
	decideImport(aConfig({ filter: { statuses: [], lookBackDays: 0 }, products: { whenMissing: 'create' } }))(
		order,
		aContext({ skuMap: products && createSkuMap(products, { sku: 'sku' }) }),
	);

/** Everything a workflow could do with the order; throws when anything does. */
function useEverywhere(order: MarketplaceOrder) {
	const verdict = judge(order, [{ sku: 'DEMO-0001' }]);
	judge(order, undefined);
	if (verdict.kind !== 'import') return verdict;
	for (const write of [toMagentoOrder, toMagentoCart, toWooCommerceOrder, toShopifyOrder]) {
		JSON.stringify(write(verdict.order));
	}
	return verdict;
}

it('judges any number of odd orders of all marketplaces, and the total is what was paid', () => {
	const orders = sellers.flatMap(({ sellerId }) =>
		amazon.seedOrders({ sellerId, count: 700, oddShare: 0.9 }),
	);
	const seen = new Set<string>();
	for (const { order } of orders) {
		const read = readOrder(order);
		if (read === undefined) throw new Error(`not read: ${JSON.stringify(order)}`);
		const verdict = useEverywhere(read);
		seen.add(verdict.kind === 'import' ? 'import' : verdict.reason);
		if (verdict.kind !== 'import') continue;
		const decimals = verdict.order.currency === 'JPY' ? 0 : 2;
		const total = Math.round(Number(verdict.order.total) * 10 ** decimals);
		expect(addUp(verdict, decimals)).toBe(total);
		if (read.total !== undefined)
			expect([read.orderId, verdict.order.total]).toEqual([read.orderId, read.total]);
	}
	expect([...seen].sort()).toEqual([
		'import',
		'mixed-currencies',
		'not-an-amazon-order',
		'nothing-to-import',
	]);
	expect(new Set(orders.map(({ marketplaceId }) => marketplaceId)).size).toBe(MARKETPLACES.length);
});

it('judges orders in which anything is missing or of another kind', () => {
	const [seller] = sellers;
	const orders = amazon.seedOrders({ sellerId: seller?.sellerId ?? '', count: 60, oddShare: 1 });
	const places = [...new Set(orders.flatMap(({ order }) => paths(order)))];
	const junk = fc.oneof(
		fc.constant(undefined),
		fc.constant(null),
		fc.string(),
		fc.integer(),
		fc.constant({}),
		fc.constant([]),
	);
	fc.assert(
		fc.property(
			fc.constantFrom(...orders),
			fc.array(fc.tuple(fc.constantFrom(...places), junk), { maxLength: 6 }),
			({ order }, changes) => {
				const spoiled: unknown = structuredClone(order);
				for (const [place, value] of changes) put(spoiled, place.split('.'), value);
				const read = readOrder(spoiled);
				if (read !== undefined) useEverywhere(read);
			},
		),
		{ numRuns: 3000 },
	);
});

/** Every place in a value, as `lines.0.sku`. */
function paths(value: unknown, before = ''): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
		`${before}${key}`,
		...paths(inner, `${before}${key}.`),
	]);
}

function put(target: unknown, [key = '', ...rest]: string[], value: unknown): void {
	if (typeof target !== 'object' || target === null || !Object.hasOwn(target, key)) return;
	if (rest.length > 0) put(Reflect.get(target, key), rest, value);
	else if (value === undefined) Reflect.deleteProperty(target, key);
	else Reflect.set(target, key, value);
}
