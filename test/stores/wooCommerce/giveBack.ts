import { minus, share, sum } from '../../fixtures/stores/amounts';
import type { WooLineItem, WooShippingLine } from '../../fixtures/stores/wooOrder';
import { EVERYTHING, NotDone, requireSeen, typed } from '../formInput';
import type { PlacedWoo, StoreState } from '../storeState';
import { requireOrder } from './orders';
import { createRefund } from './refunds';
import { orderSeen } from './shopkeeper';

type Line = WooLineItem | WooShippingLine;

/** What of a line was not given back yet. */
interface Left {
	id: number;
	sku: string;
	/** Of shipping: 0. */
	units: number;
	total: string;
	tax: string;
}

/** What can still be given back of an order. */
export function leftOf({ raw, refunds }: PlacedWoo): { amount: string; lines: Left[]; shipping: Left[] } {
	const refunded = refunds.flatMap(({ line_items, shipping_lines }) => [...line_items, ...shipping_lines]);
	const toLeft = (line: Line): Left => {
		const back = refunded.filter((part) => refundedId(part) === String(line.id));
		const units = [line, ...back].reduce(
			(total, part) => total + ('quantity' in part ? part.quantity : 0),
			0,
		);
		return {
			...{ id: line.id, sku: 'sku' in line ? (line.sku ?? '') : '', units },
			total: sum([line, ...back].map(({ total }) => total)),
			tax: sum([line, ...back].map(({ total_tax }) => total_tax)),
		};
	};
	return {
		amount: minus(raw.total, sum(refunds.map(({ amount }) => amount))),
		lines: raw.line_items.map(toLeft).filter(({ units }) => units > 0),
		shipping: raw.shipping_lines.map(toLeft).filter(({ total }) => total !== '0.00'),
	};
}

function refundedId({ meta_data }: Line): string {
	const { value } = meta_data.find(({ key }) => key === '_refunded_item_id') ?? {};
	return typeof value === 'string' ? value : '';
}

/** Refunds an order by hand, all that is left or some units of a line. @throws NotDone */
export function giveBack(state: StoreState, id: string, form: URLSearchParams): string {
	const placed = requireOrder(state, id, 404);
	const { raw } = placed;
	requireSeen(form, orderSeen(raw), `Order ${raw.number}`);
	if (raw.status === 'cancelled') throw new NotDone(`Order ${raw.number} is cancelled.`);
	const wish = form.get('what') === EVERYTHING ? everything(placed) : someUnits(placed, form);
	if (wish.amount === '0.00') throw new NotDone(`Nothing is left to refund of order ${raw.number}.`);
	const api_restock = form.get('restock') === 'yes';
	const body = { ...wish, reason: typed(form, 'reason'), api_refund: false, api_restock };
	createRefund(state, { body }, id);
	const goods = api_restock ? 'the goods are back in stock' : 'the goods do not come back';
	return `${wish.amount} ${raw.currency} of order ${raw.number} are refunded; ${goods}.`;
}

function everything(placed: PlacedWoo) {
	const { amount, lines, shipping } = leftOf(placed);
	return { amount, line_items: [...lines, ...shipping].map((left) => toWish(left, left.units)) };
}

function someUnits(placed: PlacedWoo, form: URLSearchParams) {
	const left = leftOf(placed).lines.find((line) => String(line.id) === form.get('what'));
	if (left === undefined) throw new NotDone('Nothing is left to refund of this line.');
	const units = Number(form.get('units'));
	if (!Number.isInteger(units) || units < 1 || units > left.units)
		throw new NotDone(`Of ${left.sku} between 1 and ${left.units} can be refunded.`);
	const wish = toWish(left, units);
	const tax = wish.refund_tax.map(({ refund_total }) => refund_total);
	return { amount: sum([wish.refund_total, ...tax]), line_items: [wish] };
}

function toWish({ id, units: most, total, tax }: Left, units: number) {
	const part = (amount: string) => (units === most ? amount : share(amount, units, most));
	const refund_tax = tax === '0.00' ? [] : [{ id: 1, refund_total: part(tax) }];
	return { id, quantity: units, refund_total: part(total), refund_tax };
}
