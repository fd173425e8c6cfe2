import { shown, units } from '../refunds/money';

/** An amount as whole millionths, nothing for an empty cell; undefined for what is no amount or may mean two. */
export function amountOf(written: string): bigint | undefined {
	if (written === '') return 0n;
	if (!/^-?\d+(\.\d{1,2})?$/.test(written)) return undefined;
	return written.startsWith('-') ? -units(written) : units(written);
}

/** With two decimals. */
export function amountText(amount: bigint): string {
	return amount < 0n ? '-' + shown(-amount) : shown(amount);
}
