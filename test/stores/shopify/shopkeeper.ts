import { compareFigures, isFigure, times } from '../../fixtures/stores/amounts';
import type { ShopifyVariant } from '../../fixtures/stores/shopify';
import { EVERYTHING, NotDone, requireSeen, typed } from '../formInput';
import { placedOn, type PlacedShopify, type StoreState } from '../storeState';
import { cancelOrder } from './cancelOrder';
import { fulfill } from './fulfillments';
import { giveBack, leftOf, type Back } from './giveBack';
import { tellFulfillment, tellProducts, tellRefund } from './news';
import type { ShopifyOrder } from './order';
import { legacyId } from './restOrder';
import { moveUnits } from './stock';
import { findVariant } from './variants';

export function orderSeen({ cancelledAt, fulfillments, refunds }: ShopifyOrder): string {
	return [cancelledAt, fulfillments.length, refunds.length].join(' ');
}

export function variantSeen({ price, inventory_quantity }: ShopifyVariant): string {
	return [price, inventory_quantity].join(' ');
}

export function isOpen({ cancelledAt, fulfillments }: ShopifyOrder): boolean {
	return cancelledAt === null && fulfillments.length === 0;
}

/** Whether Amazon's warehouse ships it. */
export function isShippedByAmazon({ tags }: ShopifyOrder): boolean {
	return tags.includes('AFN');
}

/** Fulfils all of an order in one parcel. @throws NotDone */
export function ship(state: StoreState, id: string, form: URLSearchParams): string {
	const { raw } = openOrder(state, id, form);
	if (isShippedByAmazon(raw)) throw new NotDone(`Order ${raw.name} is shipped by Amazon (FBA).`);
	const company = typed(form, 'carrier');
	const number = typed(form, 'trackingNumber');
	tellFulfillment(state, raw, fulfill(state, raw, { company, number: number || null }));
	return `Order ${raw.name} is fulfilled: ${company} ${number || 'without a tracking number'}.`;
}

/** @throws NotDone */
export function cancel(state: StoreState, id: string, form: URLSearchParams): string {
	const { raw } = openOrder(state, id, form);
	cancelOrder(state, { orderId: raw.id, reason: 'INVENTORY', restock: true });
	return `Order ${raw.name} is cancelled.`;
}

/** Refunds all that is left of an order, or some units of a line. @throws NotDone */
export function refund(state: StoreState, id: string, form: URLSearchParams): string {
	const { raw } = requireOrder(state, id);
	requireSeen(form, orderSeen(raw), `Order ${raw.name}`);
	if (raw.displayFinancialStatus === 'REFUNDED')
		throw new NotDone(`Nothing is left to refund of ${raw.name}.`);
	const isWhole = form.get('what') === EVERYTHING;
	const parts = isWhole ? everything(raw) : [someUnits(raw, form)];
	const isBack = form.get('restock') === 'yes';
	const restock = isBack ? 'return' : 'no_restock';
	const given = giveBack(state, raw, { parts, isWhole, restock, note: typed(form, 'reason') });
	tellRefund(state, raw, given);
	if (isBack) tellProducts(state, moveUnits(state, parts));
	return `${given.transactions[0]?.amount ?? ''} ${raw.currencyCode} of order ${raw.name} are refunded.`;
}

function everything(order: ShopifyOrder): Back[] {
	const parts = order.lineItems.map((line) => ({ line, units: leftOf(order, line) }));
	return parts.filter(({ units }) => units > 0);
}

function someUnits(order: ShopifyOrder, form: URLSearchParams): Back {
	const line = order.lineItems.find(({ id }) => String(legacyId(id)) === form.get('what'));
	const most = line === undefined ? 0 : leftOf(order, line);
	const units = Number(form.get('units'));
	if (line === undefined || !Number.isInteger(units) || units < 1 || units > most)
		throw new NotDone(`Of ${line?.sku ?? 'this line'} between 1 and ${most} can be refunded.`);
	return { line, units };
}

function openOrder(state: StoreState, id: string, form: URLSearchParams): PlacedShopify {
	const placed = requireOrder(state, id);
	requireSeen(form, orderSeen(placed.raw), `Order ${placed.raw.name}`);
	if (!isOpen(placed.raw)) throw new NotDone(`Order ${placed.raw.name} is fulfilled or cancelled.`);
	return placed;
}

function requireOrder(state: StoreState, id: string): PlacedShopify {
	const placed = placedOn(state, 'shopify').find(({ raw }) => raw.legacyResourceId === id);
	if (placed === undefined) throw new NotDone(`There is no order ${id}.`);
	return placed;
}

/** Changes price and stock of a variant. @throws NotDone */
export function changeVariant(state: StoreState, id: string, form: URLSearchParams): string {
	const variant = findVariant(state.shopifyProducts, id);
	const product = state.shopifyProducts.find((candidate) => candidate.id === variant?.product_id);
	if (variant === undefined || product === undefined) throw new NotDone(`There is no variant ${id}.`);
	requireSeen(form, variantSeen(variant), variant.sku ?? product.title);
	const price = typed(form, 'price');
	if (!isFigure(price) || compareFigures(price, 0) < 0)
		throw new NotDone(`"${price}" is not a price such as 19.90.`);
	const stock = typed(form, 'stock');
	if (!/^-?\d{1,9}$/.test(stock)) throw new NotDone(`"${stock}" is not a number of pieces.`);
	variant.price = times(price, 1);
	variant.old_inventory_quantity = variant.inventory_quantity;
	variant.inventory_quantity = Number(stock);
	tellProducts(state, [product]);
	return `${variant.sku ?? product.title} is saved: ${variant.price}, ${stock} in stock.`;
}
