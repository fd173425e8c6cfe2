import { minus, sum, times } from '../../fixtures/stores/amounts';
import type { ShopifyRestRefund } from '../../fixtures/stores/shopifyRestOrder';
import { numbersBefore, placedOn, timeOf, type StoreState } from '../storeState';
import { toMoneyBag, type ShopifyLine, type ShopifyOrder } from './order';
import { amountOf, legacyId, LOCATION_ID, shippingAmount, toRestLine } from './restOrder';

const FIRST_ID = 930_000_000_001;

/** Units of a line that go back. */
export interface Back {
	line: ShopifyLine;
	units: number;
}

export interface GivenBack {
	parts: Back[];
	/** With whatever else is left of the order. */
	isWhole: boolean;
	restock: ShopifyRestRefund['refund_line_items'][number]['restock_type'];
	note: string;
}

/** Units that were not given back yet. */
export function leftOf({ refunds }: ShopifyOrder, line: ShopifyLine): number {
	const back = refunds
		.flatMap(({ refund_line_items }) => refund_line_items)
		.filter(({ line_item_id }) => line_item_id === legacyId(line.id));
	return back.reduce((left, { quantity }) => left - quantity, line.quantity);
}

/** What a refund in the admin becomes. The order's own amounts follow. */
export function giveBack(state: StoreState, order: ShopifyOrder, given: GivenBack): ShopifyRestRefund {
	const count = placedOn(state, 'shopify').flatMap(({ raw }) => raw.refunds).length;
	const id = FIRST_ID + numbersBefore(state) + count;
	const refund_line_items = given.parts.map((part, index) => toLine(state, part, id * 10 + index, given));
	const subtotal = sum(refund_line_items.map((line) => line.subtotal));
	const left = amountOf(order.currentTotalPriceSet);
	const amount = given.isWhole ? left : subtotal;
	const now = `${timeOf(state)}Z`;
	const refund: ShopifyRestRefund = {
		...{ id, admin_graphql_api_id: `gid://shopify/Refund/${id}`, order_id: legacyId(order.id) },
		...{ created_at: now, processed_at: now, note: given.note, user_id: 1 },
		...{ restock: given.restock !== 'no_restock', refund_line_items },
		transactions: [
			{
				...{ id: id * 10, order_id: legacyId(order.id), kind: 'refund', status: 'success' },
				...{ gateway: 'Amazon', amount, currency: order.currencyCode, created_at: now },
			},
		],
		order_adjustments: given.isWhole ? adjustments(order, id, minus(amount, subtotal)) : [],
	};
	const rest = minus(left, amount);
	order.refunds.push(refund);
	order.currentTotalPriceSet = toMoneyBag(rest, order.currencyCode);
	Object.assign(order, {
		displayFinancialStatus: rest === '0.00' ? 'REFUNDED' : 'PARTIALLY_REFUNDED',
		updatedAt: now,
	});
	return refund;
}

function toLine(state: StoreState, { line, units }: Back, id: number, { restock }: GivenBack) {
	return {
		...{ id, line_item_id: legacyId(line.id), line_item: toRestLine(state, line), quantity: units },
		...{ restock_type: restock, location_id: restock === 'no_restock' ? null : LOCATION_ID },
		...{ subtotal: times(amountOf(line.originalUnitPriceSet), units), total_tax: '0.00' },
	};
}

/** Shipping, and what neither lines nor shipping explain, as negative amounts. */
function adjustments(order: ShopifyOrder, refundId: number, beyondLines: string) {
	const paid = sum(order.shippingLines.map(shippingAmount));
	const before = order.refunds.flatMap(({ order_adjustments }) => order_adjustments.map(({ kind }) => kind));
	const shipping = before.includes('shipping_refund') ? '0.00' : paid;
	const toAdjustment = (kind: 'shipping_refund' | 'refund_discrepancy', reason: string, amount: string) => ({
		...{ id: refundId * 10 + (kind === 'shipping_refund' ? 1 : 2), order_id: legacyId(order.id) },
		...{ refund_id: refundId, kind, reason, amount: times(amount, -1), tax_amount: '0.00' },
	});
	return [
		toAdjustment('shipping_refund', 'Shipping refund', shipping),
		toAdjustment('refund_discrepancy', 'Refund discrepancy', minus(beyondLines, shipping)),
	].filter(({ amount }) => !/^-?0\.00$/.test(amount));
}
