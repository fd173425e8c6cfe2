import type { Money } from './amazonOrder';

/** Minor units of a currency are whole numbers, and sums of them are exact: cents, or yen. */
function decimalsOf(currency: string): number {
	return currency === 'JPY' ? 0 : 2;
}

/** The amount as Amazon writes it: `1999` cents are `19.99`, `1999` yen are `1999`. */
export function toMoney(minor: number, currencyCode: string): Money {
	const decimals = decimalsOf(currencyCode);
	const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
	return { amount: `${minor < 0 ? '-' : ''}${whole}${fraction}`, currencyCode };
}

/** Minor units of a decimal text; undefined for no number, or for more decimals than the currency has. */
export function toMinor(amount: string, currency: string): number | undefined {
	const [, sign, whole = '', fraction = ''] = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/.exec(amount.trim()) ?? [];
	if (sign === undefined) return undefined;
	const decimals = decimalsOf(currency);
	if (/[1-9]/.test(fraction.slice(decimals))) return undefined;
	const minor = Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
	return sign === '-' && minor !== 0 ? -minor : minor;
}

/** A share of an amount in ten-thousandths, rounded half up. */
export function shareOf(minor: number, rate: number, whole = 10_000): number {
	return Math.floor((2 * minor * rate + whole) / (2 * whole));
}
