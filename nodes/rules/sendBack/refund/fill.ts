import { compare, subtract, ZERO, sumOf, smaller, type Amount } from '../../money/money';
import type { MarketplaceOrder } from '../../order/marketplaceOrder';
import { slotsOf, type RefundDraft } from './draft';
import { giveLine, givePair, SHIPPING, type NamedRefund } from './give';
import { notShippedYet } from './paidOrder';
import { EXTRAS, GOODS, type RefundableLine } from './paid';
import type { RefundRequest } from './request';
import type { TaxTerms } from './tax';
import { nameOf } from '../lines';
import { unitsOf } from '../order';
import { Overrun, spreadUnits } from '../spread';
import { Hold } from '../../verdict/verdict';
import type { RefundHold } from './verdict';

/** Fills a refund with what a row asks: shipping, then the lines, then an amount that is to be shared out. */
export function fillDraft(
	draft: RefundDraft,
	order: MarketplaceOrder,
	lines: readonly RefundableLine[],
	{ named, figures }: RefundRequest,
	terms: TaxTerms,
): RefundHold | undefined {
	const { amount, shipping, shippingTax } = figures;
	const held = givePair(
		draft,
		lines,
		SHIPPING,
		{ amount: shipping, tax: shippingTax },
		terms,
		'the shipping',
	);
	if (held) return held;
	const isShared = amount !== undefined && !named?.some((line) => Object.keys(line.figures).length > 0);
	const meant = named === undefined ? lines : giveNamed(draft, order, named, terms, isShared);
	if (meant instanceof Hold) return meant;
	if (amount === undefined)
		return Object.keys(figures).length > 0 || named ? undefined : giveAll(draft, order, lines);
	const rest = subtract(amount, draft.total());
	if (compare(rest, ZERO) < 0 || (!isShared && compare(rest, ZERO) > 0)) return amountsDiffer(draft, amount);
	return giveTotal(draft, meant, rest);
}

/** Gives what each line names, or only notes its units when an amount is shared out; answers with the lines meant. */
function giveNamed(
	draft: RefundDraft,
	order: MarketplaceOrder,
	named: readonly NamedRefund[],
	terms: TaxTerms,
	isShared: boolean,
): RefundableLine[] | RefundHold {
	const meant = new Set<RefundableLine>();
	for (const line of named) {
		const shipped = line.lines.filter(({ units }) => units > 0);
		if (shipped.length === 0) return notShippedYet(order.orderId, nameOf(line.named));
		const units = unitsFor(draft, order, line);
		if (units instanceof Hold) return units;
		const held = isShared ? undefined : giveLine(draft, { ...line, lines: shipped }, units, terms);
		if (held) return held;
		for (const [each, count] of units) draft.addQuantity(each, count);
		for (const each of line.named.quantity === undefined ? shipped : units.keys()) meant.add(each);
	}
	return [...meant];
}

function unitsFor(
	draft: RefundDraft,
	order: MarketplaceOrder,
	{ named, lines }: NamedRefund,
): Map<RefundableLine, number> | RefundHold {
	if (named.quantity === undefined) return new Map();
	const byLine = new Map(lines.map((each) => [each.line, each]));
	const spread = spreadUnits([{ named, lines: [...byLine.keys()] }], (line) => {
		const each = byLine.get(line);
		return each === undefined ? 0 : each.units - each.refundedUnits - draft.quantity(each);
	});
	if (spread instanceof Overrun) return tooMany(order, lines, spread);
	return new Map(
		lines.map((each) => [each, spread.get(each.line.itemId) ?? 0] as const).filter(([, n]) => n > 0),
	);
}

/** The goods first; shipping and fees only for what goes beyond them. */
function giveTotal(
	draft: RefundDraft,
	lines: readonly RefundableLine[],
	amount: Amount,
): RefundHold | undefined {
	const [goods, extras] = [slotsOf(lines, GOODS), slotsOf(lines, EXTRAS)];
	const held = draft.heldAbove([...goods, ...extras], amount, 'the refund');
	if (held) return held;
	const first = smaller(amount, sumOf(goods.map((slot) => draft.left(slot))));
	return (
		draft.give(goods, first, 'the goods') ?? draft.give(extras, subtract(amount, first), 'shipping and fees')
	);
}

/** Nothing is named: all that was paid. */
function giveAll(
	draft: RefundDraft,
	order: MarketplaceOrder,
	lines: readonly RefundableLine[],
): RefundHold | undefined {
	const open = order.lines.find((line) => unitsOf(order, line).open > 0);
	if (open !== undefined) return notShippedYet(order.orderId, `Not all of ${nameOf(open)}`);
	draft.giveAll(slotsOf(lines, [...GOODS, ...EXTRAS]));
	return undefined;
}

function tooMany(
	order: MarketplaceOrder,
	lines: readonly RefundableLine[],
	{ match, wanted, room }: Overrun,
): RefundHold {
	const ordered = lines.reduce((sum, { line }) => sum + unitsOf(order, line).wanted, 0);
	const shipped = lines.reduce((sum, { units }) => sum + units, 0);
	const what = `${wanted} of ${nameOf(match.named)}`;
	if (wanted > shipped && wanted <= ordered) return notShippedYet(order.orderId, `Less than ${what}`);
	return new Hold(
		'more-than-ordered',
		`${what} are to be refunded, but order ${order.orderId} has ${room} shipped and not refunded yet; correct the quantity`,
	);
}

function amountsDiffer(draft: RefundDraft, amount: Amount): RefundHold {
	return new Hold(
		'amounts-differ',
		`The parts of the refund add up to ${draft.shown(draft.total())}, but its amount is ${draft.shown(amount)}; correct one of them, or name the amount alone`,
	);
}
