import fc from 'fast-check';
import type { StoreOrder } from '../../../../nodes/rules/import/storeOrder';
import { toMagentoOrder } from '../../../../nodes/rules/stores/magento/order';
import { toMagentoCart } from '../../../../nodes/rules/stores/magento/cart';
import { toShopifyOrder } from '../../../../nodes/rules/stores/shopify/order';
import { toWooCommerceOrder } from '../../../../nodes/rules/stores/wooCommerce/order';
import { arbitraryOrder } from './arbitraryOrder';
import { contractTotal, ODD_ORDERS, toUnits } from './orderBuilder';
import {
	jsonUnits,
	magentoInvoiceTotal,
	magentoTotal,
	shopifyPaid,
	shopifyTotal,
	wooCommerceTotal,
} from './platformTotals';

const wanted = (order: StoreOrder) => toUnits(order.total, order.currency);
const grandTotal = (order: StoreOrder) => jsonUnits(toMagentoOrder(order).entity.grand_total, order.currency);

function shopifyPaidAndDue(order: StoreOrder): number {
	return shopifyPaid(toShopifyOrder(order)) + toUnits(order.toCollect, order.currency);
}

/** What each platform makes of an order, by its own arithmetic. */
const totals: ReadonlyArray<[label: string, total: (order: StoreOrder) => number]> = [
	["WooCommerce's sum", (order) => wooCommerceTotal(toWooCommerceOrder(order))],
	["Shopify's sum", (order) => shopifyTotal(toShopifyOrder(order))],
	["Shopify's payment and what is to collect", shopifyPaidAndDue],
	["Magento's grand total", grandTotal],
	["Magento's sum", (order) => magentoTotal(toMagentoOrder(order))],
	["Magento's invoice", (order) => magentoInvoiceTotal(toMagentoOrder(order))],
];

describe.each(totals)('%s is the total to the cent', (_label, total) => {
	it.each(ODD_ORDERS)('%s', (_odd, order) => {
		expect(total(order)).toBe(wanted(order));
	});

	it('for any order', () => {
		fc.assert(
			fc.property(arbitraryOrder, (order) => total(order) === wanted(order)),
			{ numRuns: 1000 },
		);
	});
});

it('the orders of these tests keep the contract and are worth something', () => {
	fc.assert(
		fc.property(arbitraryOrder, (order) => order.total === contractTotal(order) && wanted(order) >= 0),
	);
});

describe('payloads are plain JSON', () => {
	it.each([
		['WooCommerce', toWooCommerceOrder],
		['Shopify', toShopifyOrder],
		['Magento', toMagentoOrder],
		["Magento's cart", toMagentoCart],
	])('%s', (_label, map: (order: StoreOrder) => unknown) => {
		for (const [, order] of ODD_ORDERS) {
			const payload = map(order);
			expect(JSON.parse(JSON.stringify(payload))).toStrictEqual(payload);
		}
	});
});

describe("Magento's amounts", () => {
	it('say the same in both currencies', () => {
		fc.assert(
			fc.property(arbitraryOrder, (order) => {
				const { entity } = toMagentoOrder(order);
				for (const part of [entity, ...entity.items] as Array<Record<string, unknown>>) {
					for (const name of Object.keys(part).filter((key) => `base_${key}` in part)) {
						expect([name, part[`base_${name}`]]).toEqual([name, part[name]]);
					}
				}
			}),
		);
	});

	it('of the items add up to those of the order', () => {
		fc.assert(
			fc.property(arbitraryOrder, (order) => {
				const { entity } = toMagentoOrder(order);
				const units = (value: number) => jsonUnits(value, order.currency);
				const sumOf = (name: 'row_total' | 'row_total_incl_tax') =>
					entity.items.reduce((sum, item) => sum + units(item[name]), 0);
				expect(sumOf('row_total')).toBe(units(entity.subtotal));
				expect(sumOf('row_total_incl_tax')).toBe(units(entity.subtotal_incl_tax));
			}),
		);
	});
});
