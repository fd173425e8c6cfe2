import { text } from '../text';

/** An amount and the tax on it, as a store wrote them. */
export interface Money {
	money: unknown;
	tax: unknown;
}

/** What the parts come to, with the tax on them or without. */
export function sum(parts: Money[], withTax: boolean): bigint {
	return parts.reduce((total, { money, tax }) => total + units(money) + (withTax ? units(tax) : 0n), 0n);
}

/** Money as whole millionths, without a sign: it never becomes a float. What is no amount is nothing. */
export function units(value: unknown): bigint {
	const [, whole = '0', part = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(text(value)) ?? [];
	return BigInt(whole + part.slice(0, 6).padEnd(6, '0'));
}

/** With two decimals at least, and no more than it needs. */
export function shown(amount: bigint): string {
	const digits = String(amount).padStart(7, '0');
	return digits.slice(0, -6) + '.' + digits.slice(-6).replace(/0{1,4}$/, '');
}
