import { amount, multiply } from '../money/money';
import { roundToDecimals } from '../money/rounding';
import { toShownText } from '../money/decimalText';
import type { StockConfig, Threshold } from './config';
import { requireNumber, PERCENT } from '../item/value';
import { ConfigError } from '../verdict/verdict';
import { optionalWhole } from '../item/wholeNumber';

export interface StockStep {
	step: string;
	apply: (quantity: number, realQuantity: number) => number;
	note?: string;
}

/** Steps 3 to 7; each keeps a whole number, 0 or more. */
export function compileStockSteps(config: StockConfig): StockStep[] {
	return [
		...shareStep(config.sharePercent),
		...bufferStep(config.buffer),
		...thresholdStep(config.threshold),
		...minimumStep(config.minimumToList),
		...maximumStep(config.maximumToShow),
		...(config.capAtRealStock === false ? [] : [CAP]),
	];
}

const CAP: StockStep = { step: 'cap', apply: Math.min, note: 'capped at the real stock' };

function shareStep(given: StockConfig['sharePercent']): StockStep[] {
	if (given === undefined) return [];
	const percent = requireNumber(given, 'sharePercent', PERCENT);
	const share = multiply(percent, amount(1, 2));
	const apply = (quantity: number): number =>
		roundToDecimals(multiply(amount(quantity, 0), share), 0, 'down').units;
	return [{ step: 'share', apply, note: `share ${toShownText(percent, 0)} %` }];
}

function bufferStep(given: number | undefined): StockStep[] {
	const buffer = optionalWhole(given, 'buffer');
	if (!buffer) return [];
	return [{ step: 'buffer', apply: (quantity) => Math.max(0, quantity - buffer), note: `buffer ${buffer}` }];
}

function thresholdStep(threshold: Threshold | undefined): StockStep[] {
	if (!threshold) return [];
	const breakpoint = optionalWhole(threshold.breakpoint, 'threshold.breakpoint');
	if (breakpoint === undefined)
		throw new ConfigError('threshold.breakpoint', 'a whole number, 0 or more', null);
	const atOrBelow = optionalWhole(threshold.valueAtOrBelow, 'threshold.valueAtOrBelow');
	const above = optionalWhole(threshold.valueAbove, 'threshold.valueAbove');
	const apply = (quantity: number): number => (quantity <= breakpoint ? atOrBelow : above) ?? quantity;
	return [{ step: 'threshold', apply, note: `threshold ${breakpoint}` }];
}

function minimumStep(given: number | undefined): StockStep[] {
	const minimum = optionalWhole(given, 'minimumToList');
	if (!minimum) return [];
	return [
		{
			step: 'minimum to list',
			apply: (quantity) => (quantity < minimum ? 0 : quantity),
			note: `at least ${minimum}`,
		},
	];
}

function maximumStep(given: number | undefined): StockStep[] {
	const maximum = optionalWhole(given, 'maximumToShow');
	if (maximum === undefined) return [];
	return [
		{ step: 'maximum to show', apply: (quantity) => Math.min(quantity, maximum), note: `at most ${maximum}` },
	];
}
