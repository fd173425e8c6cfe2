import { toShownText } from '../money/decimalText';
import type { Amount } from '../money/money';
import type { Item, Recorder } from '../verdict/verdict';
import type { PriceFinding, PriceHold } from './verdict';

/** One price on its way through the steps. */
export interface PriceRun {
	readonly item: Item;
	readonly trace: Recorder;
	/** Collects what somebody should look at. */
	readonly findings: PriceFinding[];
	/** Put before the step's name in the trace: `sale ` or `business `; empty for the regular price. */
	readonly label: string;
	/** In the marketplace's currency once the exchange step has run. */
	price: Amount;
	/** The price before modifiers, in the marketplace's currency: what percentages of the source refer to. */
	source: Amount;
}

/** Where a price comes from: the item's attribute, its place in the configuration and the label of its steps. */
export interface PriceOrigin {
	path: string;
	field: string;
	/** See `PriceRun`. */
	label: string;
}

/** Changes `run.price`, or says why the price cannot go on. */
export type PriceStep = (run: PriceRun) => PriceHold | null;

/** How a step stands in the trace. */
export interface StepLine {
	step: string;
	decimals: number;
	note?: string | undefined;
}

/** Moves the running price on and, when somebody asked, writes the line of the trace. */
export function moveTo(run: PriceRun, price: Amount, { step, decimals, note }: StepLine): null {
	if (run.trace !== null) {
		const before = toShownText(run.price, decimals);
		const after = toShownText(price, decimals);
		run.trace.push({ step: run.label + step, before, after, ...(note === undefined ? {} : { note }) });
	}
	run.price = price;
	return null;
}
