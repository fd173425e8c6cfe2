import { toFixedText, toShownText } from './decimalText';
import { compileLastPrice } from './lastSent';
import { compare, divide, HUNDRED, isPositive, multiply, negate, subtract, type Amount } from './money';
import { roundToDecimals } from './moneyRounding';
import type { PriceConfig } from './priceConfig';
import type { PriceTerms } from './priceTerms';
import { ABOVE_ZERO, requireNumber } from './value';
import { ConfigError, Hold, type Item, type Recorder } from './verdict';

export type Brake = (item: Item, price: Amount, trace: Recorder) => Hold | null;

/** Step 7: a price that moved too far is more often a mistake than a decision. */
export function compileBrake(config: PriceConfig, terms: PriceTerms): Brake | null {
	if (config.brakePercent === undefined) return null;
	const percent = requireNumber(config.brakePercent, 'brakePercent', ABOVE_ZERO);
	const { decimals } = terms;
	const readLast = compileLastPrice(config, terms);
	if (!readLast)
		throw new ConfigError('lastPrice', 'the attribute of the price last sent, when brakePercent is set');
	return (item, price, trace) => {
		const last = readLast(item);
		if (last === undefined) return null;
		const difference = subtract(price, last);
		const move = multiply(isPositive(difference) ? difference : negate(difference), HUNDRED);
		const isHeld = compare(move, multiply(percent, last)) > 0;
		if (trace !== null) {
			const [before, after] = [toFixedText(last, decimals), toFixedText(price, decimals)];
			const note = `${isHeld ? 'moved more than' : 'within'} ${toShownText(percent, 0)} % of the last price`;
			trace.push({ step: 'brake', before, after, note });
		}
		return isHeld ? movedTooFar({ last, price, move: divide(move, last) }, percent, terms) : null;
	};
}

function movedTooFar(
	{ last, price, move }: Record<'last' | 'price' | 'move', Amount>,
	percent: Amount,
	{ currency, decimals }: PriceTerms,
): Hold {
	const prices = `from ${toFixedText(last, decimals)} to ${toFixedText(price, decimals)} ${currency}`;
	const moved = toShownText(roundToDecimals(move, 1), 0);
	const message = `The price would move ${prices} (${moved} %), more than the ${toShownText(percent, 0)} % allowed`;
	return new Hold(
		'price-moved-too-far',
		`${message}; check it, then raise the brake or clear the last price`,
	);
}
