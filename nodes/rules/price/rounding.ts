import { add, amount, compare, isPositive, ONE, smallestUnit, subtract, type Amount } from '../money/money';
import { roundToDecimals, roundToStep } from '../money/rounding';
import type { Direction, Rounding } from './config';
import { moveTo, type PriceStep } from './step';
import { ABOVE_ZERO, requireNumber } from '../item/value';
import { ConfigError } from '../verdict/verdict';

type Round = (price: Amount) => Amount;

/**
 * Step 5, then half-up to the currency's decimals. Limits come after it and compare what would really be sent: half-up
 * after the limits could carry a price back over one.
 */
export function compileRounding(rounding: Rounding | undefined, decimals: number): PriceStep {
	const round = compileRound(rounding ?? { kind: 'none' }, decimals);
	const isConfigured = rounding !== undefined && rounding.kind !== 'none';
	const step = isConfigured ? `round to ${rounding.kind}` : 'round to currency';
	const note = isConfigured ? noteOf(rounding) : 'rounded';
	return (run) => {
		// Nothing is left to round, and an ending could lift a price below 0 to one above it.
		const rounded = isPositive(run.price) ? round(run.price) : run.price;
		const sent = roundToDecimals(rounded, decimals);
		const isSilent = !isConfigured && compare(sent, run.price) === 0;
		return isSilent ? null : moveTo(run, sent, { step, decimals, note });
	};
}

function compileRound(rounding: Rounding, decimals: number): Round {
	switch (rounding.kind) {
		case 'none':
			return (price) => price;
		case 'cents':
			return (price) => roundToDecimals(price, Math.min(2, decimals));
		case 'whole':
			return roundBy(ONE, requireDirection(rounding.direction));
		case 'step':
			return roundBy(requireStep(rounding.step, decimals), requireDirection(rounding.direction));
		case 'ending':
			return roundToEnding(
				requireEnding(rounding.ending, decimals),
				requireEndingDirection(rounding.direction),
			);
		default:
			throw new ConfigError('rounding.kind', 'one of none, cents, whole, ending, step', kindOf(rounding));
	}
}

function noteOf(rounding: Rounding): string {
	switch (rounding.kind) {
		case 'ending':
			return `ends in .${rounding.ending.replace(/^\./, '')}`;
		case 'step':
			return `in steps of ${rounding.step}`;
		default:
			return `rounded to ${rounding.kind === 'whole' ? 'whole amounts' : 'cents'}`;
	}
}

function roundBy(step: Amount, direction: Direction): Round {
	return (price) => roundToStep(price, step, direction);
}

/** 10.20 to .99 is 9.99 (nearest) or 10.99 (up); halfway goes up, and below the first ending there is only that one. */
function roundToEnding(ending: Amount, direction: Direction): Round {
	return (price) => {
		const ended = add(roundToStep(subtract(price, ending), ONE, direction), ending);
		return isPositive(ended) ? ended : add(ended, ONE);
	};
}

function requireDirection(direction: Direction): Direction {
	if (['up', 'down', 'nearest'].includes(direction)) return direction;
	throw new ConfigError('rounding.direction', 'one of up, down, nearest', direction ?? null);
}

function requireEndingDirection(direction: Direction): Direction {
	if (direction === 'up' || direction === 'nearest') return direction;
	throw new ConfigError('rounding.direction', 'one of nearest, up', direction ?? null);
}

function requireEnding(ending: string, decimals: number): Amount {
	if (decimals < 2) {
		throw new ConfigError('rounding.kind', 'whole or step in a currency without cents', 'ending');
	}
	const digits = /^\.?(\d{2})$/.exec(String(ending))?.[1];
	if (digits === undefined)
		throw new ConfigError('rounding.ending', 'two digits, such as 99', ending ?? null);
	return amount(Number(digits), 2);
}

function requireStep(given: string | number, decimals: number): Amount {
	const step = requireNumber(given, 'rounding.step', ABOVE_ZERO);
	if (compare(roundToStep(step, smallestUnit(decimals), 'down'), step) === 0) return step;
	throw new ConfigError(
		'rounding.step',
		`a number with at most ${decimals} decimals in this currency`,
		given,
	);
}

function kindOf(rounding: unknown): unknown {
	return typeof rounding === 'object' && rounding !== null && 'kind' in rounding ? rounding.kind : null;
}
