import { compare, smaller, subtract, ZERO, type Amount } from '../../money/money';
import type { MarketplaceOrder } from '../../order/marketplaceOrder';
import { Hold } from '../../verdict/verdict';
import { nameOf } from '../lines';
import { unitsOf } from '../order';
import { Overrun, spreadUnits } from '../spread';
import {
	allot,
	heldAbove,
	inTurn,
	leftInAll,
	NOTHING_PLANNED,
	plannedTotal,
	plannedUnits,
	shownMoney,
	slotsOf,
	withRest,
	type PlanStep,
	type RefundPlan,
} from './gifts';
import { lineSteps, pairStep, SHIPPING, type NamedRefund } from './lineSteps';
import { EXTRAS, GOODS, type RefundableLine } from './paid';
import { notShippedYet } from './paidOrder';
import type { RefundRequest } from './request';
import type { RefundTerms } from './tax';
import type { RefundHold } from './verdict';

/** An order, and what can be given back for its lines. */
export interface Refundable {
	order: MarketplaceOrder;
	lines: readonly RefundableLine[];
}

/** What a row asks, as gifts: shipping, then what its lines name, then an amount that is to be shared out. */
export function planRefund(
	{ order, lines }: Refundable,
	{ named, figures }: RefundRequest,
	terms: RefundTerms,
): RefundPlan | RefundHold {
	const { amount, shipping, shippingTax } = figures;
	const isShared = amount !== undefined && !named?.some((line) => Object.keys(line.figures).length > 0);
	const money = { amount: shipping, tax: shippingTax };
	const steps = [pairStep({ lines, pair: SHIPPING, money, what: 'the shipping' }, terms)];
	// An amount is shared out over the lines: of each of them it counts only which and how many are meant.
	for (const one of named ?? []) steps.push(namedStep(order, one, isShared ? undefined : terms));
	if (amount !== undefined) {
		const meant = (plan: RefundPlan) => (named === undefined ? lines : linesMeant(plan));
		steps.push((plan) => withTotal(plan, { lines: meant(plan), amount, isShared }, terms));
	} else if (named === undefined && Object.keys(figures).length === 0) {
		steps.push((plan) => withEverything(plan, order, lines));
	}
	return inTurn(NOTHING_PLANNED, steps);
}

/** @param terms undefined: nothing is given for the line itself */
function namedStep(order: MarketplaceOrder, one: NamedRefund, terms: RefundTerms | undefined): PlanStep {
	const { named } = one;
	const shipped = one.lines.filter(({ units }) => units > 0);
	return (plan) => {
		if (shipped.length === 0) return notShippedYet(order.orderId, nameOf(named));
		const units = unitsFor(plan, order, one);
		if (units instanceof Hold) return units;
		const steps = terms === undefined ? [] : lineSteps({ ...one, lines: shipped }, units, terms);
		const given = inTurn(plan, steps);
		if (given instanceof Hold) return given;
		const uncounted = shipped.map((line) => ({ line, units: 0 }));
		const counted = [...units].map(([line, count]) => ({ line, units: count }));
		return { ...given, meant: [...given.meant, ...(named.quantity === undefined ? uncounted : counted)] };
	};
}

function linesMeant({ meant }: RefundPlan): RefundableLine[] {
	return [...new Set(meant.map(({ line }) => line))];
}

function unitsFor(
	plan: RefundPlan,
	order: MarketplaceOrder,
	{ named, lines }: NamedRefund,
): Map<RefundableLine, number> | RefundHold {
	if (named.quantity === undefined) return new Map();
	const byLine = new Map(lines.map((each) => [each.line, each]));
	const spread = spreadUnits([{ named, lines: [...byLine.keys()] }], (line) => {
		const each = byLine.get(line);
		return each === undefined ? 0 : each.units - each.refundedUnits - plannedUnits(plan, each);
	});
	if (spread instanceof Overrun) return tooMany(order, lines, spread);
	return new Map(
		lines.map((each) => [each, spread.get(each.line.itemId) ?? 0] as const).filter(([, n]) => n > 0),
	);
}

interface WantedTotal {
	lines: readonly RefundableLine[];
	/** Of the whole refund. */
	amount: Amount;
	/** Whether what is missing to the amount is shared out, and not a contradiction. */
	isShared: boolean;
}

/** The goods first; shipping and fees only for what goes beyond them. */
function withTotal(
	plan: RefundPlan,
	{ lines, amount, isShared }: WantedTotal,
	terms: RefundTerms,
): RefundPlan | RefundHold {
	const planned = plannedTotal(plan);
	const rest = subtract(amount, planned);
	if (compare(rest, ZERO) < 0 || (!isShared && compare(rest, ZERO) > 0))
		return amountsDiffer(shownMoney(planned, terms), shownMoney(amount, terms));
	const [goods, extras] = [slotsOf(lines, GOODS), slotsOf(lines, EXTRAS)];
	const held = heldAbove(plan, { slots: [...goods, ...extras], amount: rest, what: 'the refund' }, terms);
	if (held) return held;
	const first = smaller(rest, leftInAll(plan, goods));
	return inTurn(plan, [
		allot({ slots: goods, amount: first, what: 'the goods' }, terms),
		allot({ slots: extras, amount: subtract(rest, first), what: 'shipping and fees' }, terms),
	]);
}

/** Nothing is named: all that was paid. */
function withEverything(
	plan: RefundPlan,
	order: MarketplaceOrder,
	lines: readonly RefundableLine[],
): RefundPlan | RefundHold {
	const open = order.lines.find((line) => unitsOf(order, line).open > 0);
	if (open !== undefined) return notShippedYet(order.orderId, `Not all of ${nameOf(open)}`);
	return withRest(plan, slotsOf(lines, [...GOODS, ...EXTRAS]));
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

function amountsDiffer(planned: string, amount: string): RefundHold {
	return new Hold(
		'amounts-differ',
		`The parts of the refund add up to ${planned}, but its amount is ${amount}; correct one of them, or name the amount alone`,
	);
}
