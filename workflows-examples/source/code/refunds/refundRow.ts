import type { LineName } from './lineName';
import { shown, sum, units, type Money } from './money';

/** A refund of the store; `amount` is what the buyer got back in all. */
export interface StoreRefund {
	refund: string;
	amazonOrderId: string;
	amount: unknown;
	currency: string;
	refundReason: string;
	lines: Array<Money & { name: LineName }>;
	shipping: Money[];
	store: string;
}

/**
 * A row of the table: waiting to be sent. Lines and shipping keep their amounts only if those add up to what was given
 * back; otherwise Amazon's step shares the amount out over the lines.
 */
export function toRow({
	refund,
	amazonOrderId,
	amount,
	currency,
	refundReason,
	lines,
	shipping,
	store,
}: StoreRefund) {
	const [gross, net] = [amountsOf(lines, shipping, true), amountsOf(lines, shipping, false)];
	const exact = [gross, net].find(({ total }) => total === units(amount));
	const parts: object[] = exact?.named ?? lines.map(({ name }) => name);
	if (exact !== undefined && exact.shipping > 0n) parts.push({ shipping: shown(exact.shipping) });
	const items = parts.length === 0 ? '' : JSON.stringify(parts);
	const facts = { refund, amazonOrderId, amount: shown(units(amount)), currency, refundReason, items, store };
	return { ...facts, status: 'waiting', reason: '', message: '', refunded: '' };
}

/** What the parts come to, as stores with and without tax in their amounts mean it. */
function amountsOf(lines: StoreRefund['lines'], shipping: Money[], withTax: boolean) {
	const named = lines.map(({ name, ...money }) => ({ ...name, amount: shown(sum([money], withTax)) }));
	return { total: sum([...lines, ...shipping], withTax), named, shipping: sum(shipping, withTax) };
}
