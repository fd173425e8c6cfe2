import type { MagentoOrderItem } from '../../fixtures/stores/magentoOrder';
import { listAt, numberAt } from '../jsonFields';
import type { Refusal } from '../storeRoute';
import type { PlacedMagento, StoreState } from '../storeState';
import { noSuchEntity, refusal } from './errors';
import { sqlTimeOf } from './orders';

/** What a person may do with the units of a line, and what the line counts it in. */
const DONE = { invoice: 'qty_invoiced', shipment: 'qty_shipped', refund: 'qty_refunded' } as const;
export type Deed = keyof typeof DONE;

const NAMES = {
	invoice: { document: 'Invoice', some: 'An invoice', one: 'an invoice' },
	shipment: { document: 'Shipment', some: 'A shipment', one: 'a shipment' },
	refund: { document: 'Creditmemo', some: 'A creditmemo', one: 'a creditmemo' },
} as const;

export interface Taken {
	item: MagentoOrderItem;
	qty: number;
}

/** The units that are asked for, or all that are left; counts them. @throws Refusal for more than is left */
export function take({ raw }: PlacedMagento, body: unknown, deed: Deed): Taken[] {
	if (['canceled', 'closed', 'complete'].includes(raw.state ?? '') && deed !== 'refund')
		throw invalid(deed, `${NAMES[deed].some} cannot be created when an order has a status of ${raw.status}`);
	const asked = listAt(body, 'items');
	const taken = raw.items.flatMap((item) => {
		const left = leftOf(item, deed);
		const wish = asked.find((line) => numberAt(line, 'order_item_id') === item.item_id);
		const qty = asked.length === 0 ? left : numberAt(wish, 'qty');
		if (qty > left)
			throw invalid(
				deed,
				`The quantity to ${deed} must not be greater than the unfulfilled quantity for product SKU "${item.sku}".`,
			);
		return qty > 0 ? [{ item, qty }] : [];
	});
	if (asked.some((line) => raw.items.every(({ item_id }) => item_id !== numberAt(line, 'order_item_id'))))
		throw noSuchEntity();
	if (taken.length === 0) throw invalid(deed, `The order does not allow ${NAMES[deed].one} to be created.`);
	for (const { item, qty } of taken) item[DONE[deed]] = (item[DONE[deed]] ?? 0) + qty;
	return taken;
}

function leftOf(item: MagentoOrderItem, deed: Deed): number {
	const { qty_ordered, qty_canceled = 0, qty_invoiced = 0 } = item;
	const possible = deed === 'refund' ? qty_invoiced : Number(qty_ordered) - qty_canceled;
	return possible - (item[DONE[deed]] ?? 0);
}

/** The state follows what happened to the lines. */
export function moveOn(state: StoreState, { raw }: PlacedMagento): void {
	const isAll = (deed: Deed) =>
		raw.items.every((item) => (item[DONE[deed]] ?? 0) >= Number(item.qty_ordered) - (item.qty_canceled ?? 0));
	const next = isAll('refund') ? 'closed' : isAll('invoice') && isAll('shipment') ? 'complete' : 'processing';
	Object.assign(raw, { state: next, status: next, updated_at: sqlTimeOf(state) });
}

/** A document that Magento does not make, in its words. */
export function invalid(deed: Deed, message: string): Refusal {
	return refusal(400, `${NAMES[deed].document} Document Validation Error(s):\n${message}`);
}
