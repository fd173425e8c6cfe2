import {
	amount,
	compare,
	isPositive,
	multiply,
	smallestUnit,
	subtract,
	ZERO,
	sumOf,
	type Amount,
} from '../../money/money';
import type { LineAmount } from './config';
import { slotsOf, type RefundDraft } from './draft';
import { GOODS, totalOf, type LineTaxes, type RefundableLine } from './paid';
import { portionOf } from '../../money/shares';
import { splitTax, type NamedMoney, type TaxTerms } from './tax';
import { nameOf, type NamedLine } from '../lines';
import type { AdjustmentComponent } from '../reasons';
import { Hold } from '../../verdict/verdict';
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

/** Gives an amount and its tax over lines; nothing when the store names neither. */
export function givePair(
	draft: RefundDraft,
	lines: readonly RefundableLine[],
	pair: Pair,
	money: NamedMoney,
	terms: TaxTerms,
	what: string,
): RefundHold | undefined {
	if (money.amount === undefined && money.tax === undefined) return undefined;
	const [main, tax] = [slotsOf(lines, [pair.main]), slotsOf(lines, [pair.tax])];
	const paid = {
		paid: sumOf(lines.map((line) => totalOf(line.paid, [pair.main]))),
		tax: sumOf(lines.map((line) => line.taxes[pair.kind])),
		left: sumOf(main.map((slot) => draft.left(slot))),
		leftTax: sumOf(tax.map((slot) => draft.left(slot))),
	};
	const split = splitTax(money, paid, terms);
	if (compare(split.main, ZERO) < 0) return taxAboveAmount(what);
	return (
		draft.give(main, split.main, `${what} (${pair.main})`) ??
		draft.give(tax, split.tax, `${what} (${pair.tax})`)
	);
}

/**
 * Gives what a line of the refund names: its amounts; else the share of its quantity in what was paid for goods and gift
 * wrap; else, when it names nothing, all that is left of them.
 */
export function giveLine(
	draft: RefundDraft,
	{ named, figures, lines }: NamedRefund,
	units: ReadonlyMap<RefundableLine, number>,
	terms: TaxTerms,
): RefundHold | undefined {
	const what = nameOf(named);
	const chosen = named.quantity === undefined ? lines : [...units.keys()];
	const hasGoods = figures.amount !== undefined || figures.tax !== undefined;
	if (!hasGoods && named.quantity !== undefined) {
		const held = giveUnits(
			draft,
			units,
			figures.giftWrap === undefined ? GOODS : ['Principal', 'Tax'],
			terms,
		);
		if (held) return held;
	}
	if (named.quantity === undefined && Object.keys(figures).length === 0) {
		const held = giveRest(draft, lines, what);
		if (held) return held;
	}
	return (
		givePair(draft, chosen, ITEM, { amount: figures.amount, tax: figures.tax }, terms, what) ??
		givePair(draft, chosen, SHIPPING, { amount: figures.shipping, tax: figures.shippingTax }, terms, what) ??
		givePair(draft, chosen, GIFT_WRAP, { amount: figures.giftWrap, tax: figures.giftWrapTax }, terms, what) ??
		(figures.goodwill && draft.give(slotsOf(chosen, ['Goodwill']), figures.goodwill, `${what} (Goodwill)`))
	);
}

/** All that is left of the goods; a gift that cost nothing is passed over. */
function giveRest(
	draft: RefundDraft,
	lines: readonly RefundableLine[],
	what: string,
): RefundHold | undefined {
	const slots = slotsOf(lines, GOODS);
	const left = sumOf(slots.map((slot) => draft.left(slot)));
	const paid = sumOf(lines.map((line) => totalOf(line.paid, GOODS)));
	draft.giveAll(slots);
	return isPositive(left) || !isPositive(paid) ? undefined : nothingLeft(draft.shown(paid), what);
}

/** The share of some units: counted from the first, so that single units add up to the line without a cent missing. */
function giveUnits(
	draft: RefundDraft,
	units: ReadonlyMap<RefundableLine, number>,
	components: readonly AdjustmentComponent[],
	{ decimals }: TaxTerms,
): RefundHold | undefined {
	for (const [line, count] of units) {
		const before = line.refundedUnits + draft.quantity(line);
		const whole = amount(line.units, 0);
		for (const component of components) {
			const paid = totalOf(line.paid, [component]);
			const upTo = (end: number) => portionOf(paid, amount(end, 0), whole, decimals);
			const wanted = subtract(upTo(before + count), upTo(before));
			const slot = { line, component };
			const left = draft.left(slot);
			// Earlier refunds without quantities were rounded by themselves: a smallest unit per piece is no overdraft.
			const rounding = multiply(smallestUnit(decimals), amount(count, 0));
			const isRounding = compare(subtract(wanted, left), rounding) <= 0 && isPositive(left);
			const given = compare(wanted, left) > 0 && isRounding ? left : wanted;
			const held = draft.give([slot], given, `${count} x ${nameOf(line.line)} (${component})`);
			if (held) return held;
		}
	}
	return undefined;
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
