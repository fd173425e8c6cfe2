/** Currencies that do not have two decimals (ISO 4217). */
const DECIMALS: ReadonlyMap<string, number> = new Map([
	...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map(decimals(0)),
	...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map(decimals(3)),
	...'CLF UYW'.split(' ').map(decimals(4)),
]);

function decimals(count: number) {
	return (code: string): [string, number] => [code, count];
}

/** Decimals of a currency's smallest unit: 0 for JPY, 3 for BHD, 2 for most. */
export function currencyDecimals(currency: string): number {
	return DECIMALS.get(currency) ?? 2;
}

/** A currency code as items and people write it, in capitals; undefined when it is not three letters. */
export function parseCurrency(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const code = value.trim().toUpperCase();
	return /^[A-Z]{3}$/.test(code) ? code : undefined;
}
