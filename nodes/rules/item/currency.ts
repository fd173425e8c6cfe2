import { ConfigError } from '../verdict/verdict';
import { parseCurrency } from '../money/currencies';

/** @throws ConfigError naming `field` */
export function requireCurrency(value: unknown, field: string): string {
	const code = parseCurrency(value);
	if (code === undefined)
		throw new ConfigError(field, 'a currency code of three letters, such as EUR', value);
	return code;
}
