import { toFixedText, toShownText } from '../../money/decimalText';
import { add, compare, isPositive, subtract, ZERO, sumOf, type Amount } from '../../money/money';
import type { RefundComponent } from './config';
import { totalOf, useUp, type Purse, type RefundableLine } from './paid';
import { shareOut } from '../../money/shares';
import { ADJUSTMENT_COMPONENT_CODES, type AdjustmentComponent } from '../reasons';
import { Hold } from '../../verdict/verdict';
import type { RefundHold } from './verdict';

/** What part of a line's money is meant. */
export interface Slot {
	line: RefundableLine;
	component: AdjustmentComponent;
}

interface Entry {
	left: Purse;
	given: Purse;
	quantity: number;
}

/** A refund in the making: every amount is taken from what is left, never more. */
export class RefundDraft {
	private readonly entries = new Map<RefundableLine, Entry>();

	constructor(
		private readonly currency: string,
		private readonly decimals: number,
	) {}

	/** What a slot still has; goodwill may use up all that was paid for the line. */
	left({ line, component }: Slot): Amount {
		const left = this.entries.get(line)?.left ?? line.left;
		return component === 'Goodwill' ? totalOf(left) : (left.get(component) ?? ZERO);
	}

	/** Why slots cannot give an amount; undefined when they can. `what` names the money in the sentence. */
	heldAbove(slots: readonly Slot[], amount: Amount, what: string): RefundHold | undefined {
		const limit = sumOf(slots.map((slot) => this.left(slot)));
		if (compare(amount, limit) <= 0) return undefined;
		const [wanted, possible] = [this.shown(amount), this.shown(limit)];
		return new Hold(
			'above-paid',
			`${wanted} for ${what} is more than the ${possible} that were paid and not given back yet; lower the amount`,
		);
	}

	/** Gives an amount, shared out over slots by what they have left. */
	give(slots: readonly Slot[], amount: Amount, what: string): RefundHold | undefined {
		const held = this.heldAbove(slots, amount, what);
		if (held) return held;
		const limits = slots.map((slot) => this.left(slot));
		shareOut(amount, limits, this.decimals).forEach((share, index) => this.book(slots[index], share));
		return undefined;
	}

	/** Gives all that slots have left. */
	giveAll(slots: readonly Slot[]): void {
		for (const slot of slots) this.book(slot, this.left(slot));
	}

	addQuantity(line: RefundableLine, units: number): void {
		this.entry(line).quantity += units;
	}

	quantity(line: RefundableLine): number {
		return this.entries.get(line)?.quantity ?? 0;
	}

	total(): Amount {
		return sumOf([...this.entries.values()].map(({ given }) => totalOf(given)));
	}

	/** What a line gets, in Amazon's order of components; empty when it gets nothing. */
	componentsOf(line: RefundableLine): RefundComponent[] {
		const given = this.entries.get(line)?.given;
		return ADJUSTMENT_COMPONENT_CODES.flatMap((component) => {
			const amount = given?.get(component);
			return amount === undefined ? [] : [{ component, amount: toFixedText(amount, this.decimals) }];
		});
	}

	/** An amount for a sentence: `12.50 EUR`. */
	shown(amount: Amount): string {
		return `${toShownText(amount, this.decimals)} ${this.currency}`;
	}

	private book(slot: Slot | undefined, amount: Amount): void {
		if (slot === undefined || !isPositive(amount)) return;
		const { left, given } = this.entry(slot.line);
		if (slot.component === 'Goodwill') useUp(left, amount);
		else left.set(slot.component, subtract(left.get(slot.component) ?? ZERO, amount));
		given.set(slot.component, add(given.get(slot.component) ?? ZERO, amount));
	}

	private entry(line: RefundableLine): Entry {
		const known = this.entries.get(line);
		if (known !== undefined) return known;
		const entry: Entry = { left: new Map(line.left), given: new Map(), quantity: 0 };
		this.entries.set(line, entry);
		return entry;
	}
}

export function slotsOf(
	lines: readonly RefundableLine[],
	components: readonly AdjustmentComponent[],
): Slot[] {
	return lines.flatMap((line) => components.map((component) => ({ line, component })));
}
