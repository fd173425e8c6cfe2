import {
	amount,
	compare,
	isPositive,
	multiply,
	smallestUnit,
	subtract,
	sumOf,
	ZERO,
	type Amount,
} from '../../money/money';
import { portionOf } from '../../money/shares';
import { Hold } from '../../verdict/verdict';
import { nameOf, type NamedLine } from '../lines';
import type { AdjustmentComponent } from '../reasons';
import type { LineAmount } from './config';
import {
	allot,
	inTurn,
	leftIn,
	leftInAll,
	plannedUnits,
	shownMoney,
	slotsOf,
	withRest,
	type PlanStep,
} from './gifts';
import { GOODS, totalOf, type LineTaxes, type RefundableLine } from './paid';
import { splitTax, type NamedMoney, type RefundTerms } from './tax';
import type { RefundHold } from './verdict';

export type LineFigures = Partial<Record<LineAmount, Amount>>;

export interface NamedRefund {
	named: NamedLine;
	figures: LineFigures;
	/** As the line gives it. */
	reason: string | undefined;
	/** The order's lines it can mean. */
	lines: RefundableLine[];
}

/** Money of the store -> where it goes. */
interface Pair {
	main: AdjustmentComponent;
	tax: AdjustmentComponent;
	kind: keyof LineTaxes;
}

const ITEM: Pair = { main: 'Principal', tax: 'Tax', kind: 'item' };
export const SHIPPING: Pair = { main: 'Shipping', tax: 'ShippingTax', kind: 'shipping' };
const GIFT_WRAP: Pair = { main: 'GiftWrap', tax: 'GiftWrapTax', kind: 'giftWrap' };

/** An amount and its tax that are wanted for lines. */
export interface PairWish {
	lines: readonly RefundableLine[];
	pair: Pair;
	money: NamedMoney;
	/** Names the money in a sentence. */
	what: string;
}

/** Gives an amount and its tax over lines; nothing when the store names neither. */
export function pairStep({ lines, pair, money, what }: PairWish, terms: RefundTerms): PlanStep {
	return (plan) => {
		if (money.amount === undefined && money.tax === undefined) return plan;
		const [main, tax] = [slotsOf(lines, [pair.main]), slotsOf(lines, [pair.tax])];
		const paid = {
			paid: sumOf(lines.map((line) => totalOf(line.paid, [pair.main]))),
			tax: sumOf(lines.map((line) => line.taxes[pair.kind])),
			left: leftInAll(plan, main),
			leftTax: leftInAll(plan, tax),
		};
		const split = splitTax(money, paid, terms);
		if (compare(split.main, ZERO) < 0) return taxAboveAmount(what);
		return inTurn(plan, [
			allot({ slots: main, amount: split.main, what: `${what} (${pair.main})` }, terms),
			allot({ slots: tax, amount: split.tax, what: `${what} (${pair.tax})` }, terms),
		]);
	};
}

/**
 * What a line of the refund names: its amounts; else the share of its quantity in what was paid for goods and gift wrap;
 * else, when it names nothing, all that is left of them.
 * @param units those of the named quantity
 */
export function lineSteps(
	{ named, figures, lines }: NamedRefund,
	units: ReadonlyMap<RefundableLine, number>,
	terms: RefundTerms,
): PlanStep[] {
	const what = nameOf(named);
	const isCounted = named.quantity !== undefined;
	const chosen = isCounted ? [...units.keys()] : lines;
	const hasGoods = figures.amount !== undefined || figures.tax !== undefined;
	const counted = figures.giftWrap === undefined ? GOODS : (['Principal', 'Tax'] as const);
	const pair = (of: Pair, money: NamedMoney) => pairStep({ lines: chosen, pair: of, money, what }, terms);
	const { goodwill } = figures;
	const slots = slotsOf(chosen, ['Goodwill']);
	return [
		...(isCounted && !hasGoods ? unitSteps(units, counted, terms) : []),
		...(!isCounted && Object.keys(figures).length === 0 ? [restStep(lines, what, terms)] : []),
		pair(ITEM, { amount: figures.amount, tax: figures.tax }),
		pair(SHIPPING, { amount: figures.shipping, tax: figures.shippingTax }),
		pair(GIFT_WRAP, { amount: figures.giftWrap, tax: figures.giftWrapTax }),
		...(goodwill ? [allot({ slots, amount: goodwill, what: `${what} (Goodwill)` }, terms)] : []),
	];
}

/** All that is left of the goods; a gift that cost nothing is passed over. */
function restStep(lines: readonly RefundableLine[], what: string, terms: RefundTerms): PlanStep {
	const slots = slotsOf(lines, GOODS);
	const paid = sumOf(lines.map((line) => totalOf(line.paid, GOODS)));
	return (plan) =>
		isPositive(leftInAll(plan, slots)) || !isPositive(paid)
			? withRest(plan, slots)
			: nothingLeft(shownMoney(paid, terms), what);
}

/** The share of some units: counted from the first, so that single units add up to the line without a cent missing. */
function unitSteps(
	units: ReadonlyMap<RefundableLine, number>,
	components: readonly AdjustmentComponent[],
	terms: RefundTerms,
): PlanStep[] {
	return [...units].flatMap(([line, count]) =>
		components.map((component) => unitStep({ line, count, component }, terms)),
	);
}

function unitStep(
	{ line, count, component }: { line: RefundableLine; count: number; component: AdjustmentComponent },
	terms: RefundTerms,
): PlanStep {
	const { decimals } = terms;
	const paid = totalOf(line.paid, [component]);
	const whole = amount(line.units, 0);
	const upTo = (end: number) => portionOf(paid, { part: amount(end, 0), whole }, decimals);
	return (plan) => {
		const before = line.refundedUnits + plannedUnits(plan, line);
		const wanted = subtract(upTo(before + count), upTo(before));
		const slot = { line, component };
		const left = leftIn(plan, slot);
		// Earlier refunds without quantities were rounded by themselves: a smallest unit per piece is no overdraft.
		const rounding = multiply(smallestUnit(decimals), amount(count, 0));
		const isRounding = compare(subtract(wanted, left), rounding) <= 0 && isPositive(left);
		const given = compare(wanted, left) > 0 && isRounding ? left : wanted;
		const what = `${count} x ${nameOf(line.line)} (${component})`;
		return allot({ slots: [slot], amount: given, what }, terms)(plan);
	};
}

function nothingLeft(paid: string, what: string): RefundHold {
	return new Hold(
		'nothing-to-refund',
		`All ${paid} paid for ${what} were given back before; take the line out of the refund`,
	);
}

function taxAboveAmount(what: string): RefundHold {
	return new Hold(
		'amount-negative',
		`The tax named for ${what} is more than its amount, which should include it; correct the two in the store`,
	);
}
