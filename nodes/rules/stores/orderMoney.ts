import { currencyDecimals } from '../money/currencies';
import { parseDecimal, toFixedText } from '../money/decimalText';
import {
	amount,
	compare,
	divide,
	isPositive,
	negate,
	smaller,
	subtract,
	sumOf,
	ZERO,
	type Amount,
} from '../money/money';
import { portionOf, unitPrices } from '../money/shares';
import { shown } from '../verdict/verdict';

/** Units of a line that share one unit price. */
export interface PricedUnits {
	quantity: number;
	unitPrice: string;
}

/**
 * Arithmetic with the decimal texts of one order: results have the currency's decimals.
 * @throws Error naming a text that is no amount
 */
export class OrderMoney {
	private readonly decimals: number;

	constructor(currency: string) {
		this.decimals = currencyDecimals(currency);
	}

	sum(...amounts: readonly string[]): string {
		return this.text(sumOf(amounts.map(read)));
	}

	less(amount: string, ...reductions: readonly string[]): string {
		return this.text(reductions.map(read).reduce(subtract, read(amount)));
	}

	negative(amount: string): string {
		return this.text(negate(read(amount)));
	}

	/** `amount * part / whole`, rounded; 0 when the whole is 0. */
	inProportion(amount: string, part: string, whole: string): string {
		return this.text(portionOf(read(amount), { part: read(part), whole: read(whole) }, this.decimals));
	}

	smaller(a: string, b: string): string {
		return this.text(smaller(read(a), read(b)));
	}

	/** The price of one of `quantity` units, rounded. */
	unitPrice(total: string, quantity: number): string {
		return this.text(divide(read(total), amount(quantity, 0)));
	}

	/**
	 * Unit prices that multiply to `total` exactly: one for all units, or a second one, higher by the currency's
	 * smallest unit, for some of them.
	 */
	exactUnits(total: string, quantity: number): PricedUnits[] {
		return unitPrices(read(total), quantity, this.decimals).map(({ count, price }) => ({
			quantity: count,
			unitPrice: this.text(price),
		}));
	}

	private text(value: Amount): string {
		return toFixedText(value, this.decimals);
	}
}

export function isZero(text: string): boolean {
	return compare(read(text), ZERO) === 0;
}

export function isNegative(text: string): boolean {
	return compare(read(text), ZERO) < 0;
}

/** `part / whole` with four decimals, such as 0.1900; 0 where the whole is not above 0. */
export function shareOf(part: string, whole: string): string {
	const base = read(whole);
	return toFixedText(isPositive(base) ? divide(read(part), base) : ZERO, 4);
}

/** The amount for a platform that takes JSON numbers: made from the text, so it prints like the text. */
export function numberOf(text: string): number {
	return isZero(text) ? 0 : Number(text);
}

function read(text: string): Amount {
	const value = parseDecimal(text);
	if (value === undefined) throw new Error(`The store order has ${shown(text)} where an amount must be`);
	return value;
}
