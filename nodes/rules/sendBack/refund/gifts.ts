import { toFixedText, toShownText } from '../../money/decimalText';
import { compare, isPositive, sumOf, ZERO, type Amount } from '../../money/money';
import { shareOut } from '../../money/shares';
import { Hold } from '../../verdict/verdict';
import { ADJUSTMENT_COMPONENT_CODES, type AdjustmentComponent } from '../reasons';
import type { RefundComponent } from './config';
import { lessOf, totalOf, usedUp, type Purse, type RefundableLine } from './paid';
import type { RefundTerms } from './tax';
import type { RefundHold } from './verdict';

/** What part of a line's money is meant. */
export interface Slot {
	line: RefundableLine;
	component: AdjustmentComponent;
}

/** Money for a slot, above 0. */
export interface Gift extends Slot {
	amount: Amount;
}

/** A refund as far as it is planned. No plan is ever changed: each step of the rule answers with a longer one. */
export interface RefundPlan {
	gifts: readonly Gift[];
	/** The lines that the refund names, with the units it names of them; 0 where it names none. */
	meant: ReadonlyArray<{ line: RefundableLine; units: number }>;
}

export const NOTHING_PLANNED: RefundPlan = { gifts: [], meant: [] };

/** One wish of a refund: the plan with it, or why it cannot be. */
export type PlanStep = (plan: RefundPlan) => RefundPlan | RefundHold;

/** Takes steps in turn: each takes from what those before it left, and the first that cannot be ends it. */
export function inTurn(plan: RefundPlan, steps: readonly PlanStep[]): RefundPlan | RefundHold {
	let planned = plan;
	for (const step of steps) {
		const next = step(planned);
		if (next instanceof Hold) return next;
		planned = next;
	}
	return planned;
}

/** What a slot still has; goodwill may use up all that was paid for the line. */
export function leftIn({ gifts }: RefundPlan, { line, component }: Slot): Amount {
	const own = gifts.filter((gift) => gift.line === line);
	const left = own.reduce<Purse>(
		(purse, gift) =>
			gift.component === 'Goodwill' ? usedUp(purse, gift.amount) : lessOf(purse, gift.component, gift.amount),
		line.left,
	);
	return component === 'Goodwill' ? totalOf(left) : (left.get(component) ?? ZERO);
}

export function leftInAll(plan: RefundPlan, slots: readonly Slot[]): Amount {
	return sumOf(slots.map((slot) => leftIn(plan, slot)));
}

/** An amount that is wanted from slots. */
export interface Wish {
	slots: readonly Slot[];
	amount: Amount;
	/** Names the money in a sentence. */
	what: string;
}

/** Why slots cannot give an amount; undefined when they can. */
export function heldAbove(
	plan: RefundPlan,
	{ slots, amount, what }: Wish,
	terms: RefundTerms,
): RefundHold | undefined {
	const limit = leftInAll(plan, slots);
	if (compare(amount, limit) <= 0) return undefined;
	const [wanted, possible] = [shownMoney(amount, terms), shownMoney(limit, terms)];
	return new Hold(
		'above-paid',
		`${wanted} for ${what} is more than the ${possible} that were paid and not given back yet; lower the amount`,
	);
}

/** Gives an amount, shared out over its slots by what they have left. */
export function allot(wish: Wish, terms: RefundTerms): PlanStep {
	return (plan) => {
		const held = heldAbove(plan, wish, terms);
		if (held) return held;
		const limits = wish.slots.map((slot) => leftIn(plan, slot));
		const shares = shareOut(wish.amount, limits, terms.decimals);
		return withGifts(
			plan,
			wish.slots.map((slot, index) => ({ ...slot, amount: shares[index] ?? ZERO })),
		);
	};
}

/** The plan with all that slots have left. */
export function withRest(plan: RefundPlan, slots: readonly Slot[]): RefundPlan {
	return withGifts(
		plan,
		slots.map((slot) => ({ ...slot, amount: leftIn(plan, slot) })),
	);
}

function withGifts(plan: RefundPlan, gifts: readonly Gift[]): RefundPlan {
	return { ...plan, gifts: [...plan.gifts, ...gifts.filter(({ amount }) => isPositive(amount))] };
}

export function slotsOf(
	lines: readonly RefundableLine[],
	components: readonly AdjustmentComponent[],
): Slot[] {
	return lines.flatMap((line) => components.map((component) => ({ line, component })));
}

export function plannedTotal({ gifts }: RefundPlan): Amount {
	return sumOf(gifts.map(({ amount }) => amount));
}

/** Units of a line that the plan names. */
export function plannedUnits({ meant }: RefundPlan, line: RefundableLine): number {
	return meant.reduce((sum, one) => (one.line === line ? sum + one.units : sum), 0);
}

/** What a line gets, in Amazon's order of components; empty when it gets nothing. */
export function componentsOf(
	{ gifts }: RefundPlan,
	line: RefundableLine,
	decimals: number,
): RefundComponent[] {
	const own = gifts.filter((gift) => gift.line === line);
	return ADJUSTMENT_COMPONENT_CODES.flatMap((component) => {
		const amounts = own.filter((gift) => gift.component === component).map(({ amount }) => amount);
		return amounts.length === 0 ? [] : [{ component, amount: toFixedText(sumOf(amounts), decimals) }];
	});
}

/** An amount for a sentence: `12.50 EUR`. */
export function shownMoney(amount: Amount, { currency, decimals }: RefundTerms): string {
	return `${toShownText(amount, decimals)} ${currency}`;
}
