import { compilePath } from './attribute';
import { toShownText } from './decimalText';
import type { Amount } from './money';
import type { PriceConfig } from './priceConfig';
import { compileLimits } from './priceLimits';
import { compileModifiers, compileTax } from './priceModifiers';
import { compileRounding } from './priceRounding';
import { compileExchange, compileSource, traceSource } from './priceSource';
import type { PriceRun, PriceStep } from './priceStep';
import { Hold, type Item, type Recorder } from './verdict';

/** Takes a price out of an item and through steps 2 to 6. */
export type ReadPrice = (item: Item, trace: Recorder) => PriceRun | Hold;

/** Takes a price that is already read through steps 2 to 6. */
export type RunSteps = (item: Item, price: Amount, label: string, trace: Recorder) => PriceRun | Hold;

export function compileSteps(config: PriceConfig, currency: string, decimals: number): RunSteps {
	const exchange = compileExchange(config, currency);
	const steps: readonly PriceStep[] = [
		...(exchange ? [exchange] : []),
		...compileModifiers(config.modifiers, decimals),
		...compileTax(config.tax, decimals),
		compileRounding(config.rounding, decimals),
		...compileLimits(config.limits, decimals),
	];
	return (item, price, label, trace) => {
		const run: PriceRun = { item, trace, label, price, source: price };
		for (const step of steps) {
			const hold = step(run);
			if (hold !== null) return hold;
		}
		return run;
	};
}

/** Steps 1 to 6 for the attribute at `path`. */
export function compileReadPrice(
	path: string,
	field: string,
	label: string,
	decimals: number,
	runSteps: RunSteps,
): ReadPrice {
	const readSource = compileSource(path, field);
	const read = compilePath(path, field);
	return (item, trace) => {
		const price = readSource(item);
		if (trace !== null) {
			const after = price instanceof Hold ? 'unusable' : toShownText(price, decimals);
			traceSource(trace, label, read(item), path, after);
		}
		if (price instanceof Hold) return price;
		return runSteps(item, price, label, trace);
	};
}
