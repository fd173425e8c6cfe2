import { compilePath } from '../item/attribute';
import { toShownText } from '../money/decimalText';
import type { Amount } from '../money/money';
import type { PriceConfig } from './config';
import { compileLimits } from './limits';
import { compileModifiers, compileTax } from './modifiers';
import { compileRounding } from './rounding';
import { compileExchange, compileSource, traceSource } from './source';
import type { PriceOrigin, PriceRun, PriceStep } from './step';
import type { PriceTerms } from './terms';
import { Hold, type Item, type Recorder } from '../verdict/verdict';
import type { PriceHold } from './verdict';

/** Takes a price out of an item and through steps 2 to 6. */
export type ReadPrice = (item: Item, trace: Recorder) => PriceRun | PriceHold;

/** Takes a price that is already read through steps 2 to 6. */
export type RunSteps = (item: Item, price: Amount, label: string, trace: Recorder) => PriceRun | PriceHold;

export function compileSteps(config: PriceConfig, terms: PriceTerms): RunSteps {
	const exchange = compileExchange(config, terms);
	const steps: readonly PriceStep[] = [
		...(exchange ? [exchange] : []),
		...compileModifiers(config.modifiers, terms),
		...compileTax(config.tax, terms),
		compileRounding(config.rounding, terms.decimals),
		...compileLimits(config.limits, terms),
	];
	return (item, price, label, trace) => {
		const run: PriceRun = { item, trace, findings: [], label, price, source: price };
		for (const step of steps) {
			const hold = step(run);
			if (hold !== null) return hold;
		}
		return run;
	};
}

/** Steps 1 to 6 for the attribute at `path`. */
export function compileReadPrice(
	{ path, field, label }: PriceOrigin,
	terms: PriceTerms,
	runSteps: RunSteps,
): ReadPrice {
	const readSource = compileSource(path, field, terms);
	const read = compilePath(path, field);
	return (item, trace) => {
		const price = readSource(item);
		if (trace !== null) {
			const after = price instanceof Hold ? 'unusable' : toShownText(price, terms.decimals);
			traceSource(trace, { label, path }, { given: read(item), after });
		}
		if (price instanceof Hold) return price;
		return runSteps(item, price, label, trace);
	};
}
