import { toFixedText, toShownText } from '../money/decimalText';
import { compileLastPrice } from './lastSent';
import { amount, compare, distance, divide, HUNDRED, multiply, subtract, type Amount } from '../money/money';
import { roundToDecimals } from '../money/rounding';
import type { PriceConfig } from './config';
import type { PriceRun } from './step';
import type { PriceTerms } from './terms';
import { ABOVE_ZERO, requireNumber } from '../item/value';
import { ConfigError, Hold } from '../verdict/verdict';
import type { PriceHold } from './verdict';

export type Brake = (run: PriceRun) => PriceHold | null;

/** Step 7: a price that moved too far is more often a mistake than a decision. */
export function compileBrake(config: PriceConfig, terms: PriceTerms): Brake | null {
	const percent = brakePercent(config);
	if (percent === undefined) return null;
	const { decimals } = terms;
	const readLast = compileLastPrice(config, terms);
	if (!readLast)
		throw new ConfigError('lastPrice', 'the field of the price last sent, when brakePercent is set');
	return ({ item, price, trace }) => {
		const last = readLast(item);
		if (last === undefined) return null;
		if (last instanceof Hold) return last;
		const move = moveOf(price, last);
		const isHeld = compare(move, multiply(percent, last)) > 0;
		if (trace !== null) {
			const [before, after] = [toFixedText(last, decimals), toFixedText(price, decimals)];
			const note = `${isHeld ? 'moved more than' : 'within'} ${toShownText(percent, 0)} % of the last price`;
			trace.push({ step: 'brake', before, after, note, line: note });
		}
		return isHeld ? movedTooFar({ last, price, move: divide(move, last) }, percent, terms) : null;
	};
}

/** A price beside the regular one. */
export interface SidePrice {
	/** As a sentence begins with it, such as `sale price`. */
	name: string;
	price: Amount;
	/** The one last sent; without it the regular price is the measure. */
	last: Amount | undefined;
	regular: Amount;
}

/** Half-price sales and bulk prices are usual; what is further below the regular price is mostly a slip of a digit. */
const BELOW_REGULAR: Amount = amount(80, 0);

/**
 * The same for prices beside the regular one. They are meant to be lower, so only a fall can be too far: from the one last
 * sent as for any price, and from the regular price by 80 % at least.
 */
export function compileFallBrake(
	config: PriceConfig,
	{ currency, decimals }: PriceTerms,
): (side: SidePrice) => PriceHold | null {
	const percent = brakePercent(config);
	if (percent === undefined) return () => null;
	return ({ name, price, last, regular }) => {
		const measure = last ?? regular;
		const allowed = last === undefined && compare(percent, BELOW_REGULAR) < 0 ? BELOW_REGULAR : percent;
		const fall = multiply(subtract(measure, price), HUNDRED);
		if (compare(fall, multiply(allowed, measure)) <= 0) return null;
		const what = `The ${name} ${toFixedText(price, decimals)} ${currency}`;
		const from = `the ${last === undefined ? 'regular' : 'last sent'} ${toFixedText(measure, decimals)}`;
		const message = `${what} is ${percentText(divide(fall, measure))} % below ${from}`;
		return new Hold(
			'price-moved-too-far',
			`${message}, more than the ${toShownText(allowed, 0)} % allowed; check it, then raise the brake`,
		);
	};
}

function brakePercent(config: PriceConfig): Amount | undefined {
	if (config.brakePercent === undefined) return undefined;
	return requireNumber(config.brakePercent, 'brakePercent', ABOVE_ZERO);
}

/** In hundredths of a percent's worth: to be compared with the percentage times the last price. */
function moveOf(price: Amount, last: Amount): Amount {
	return multiply(distance(price, last), HUNDRED);
}

function percentText(percent: Amount): string {
	return toShownText(roundToDecimals(percent, 1), 0);
}

function movedTooFar(
	{ last, price, move }: Record<'last' | 'price' | 'move', Amount>,
	percent: Amount,
	{ currency, decimals }: PriceTerms,
): PriceHold {
	const prices = `from ${toFixedText(last, decimals)} to ${toFixedText(price, decimals)} ${currency}`;
	const message = `The price would move ${prices} (${percentText(move)} %), more than the ${toShownText(percent, 0)} % allowed`;
	return new Hold(
		'price-moved-too-far',
		`${message}; check it, then raise the brake or clear the last price`,
	);
}
