import { compileOptionalPath, compilePath, isAbsent } from '../item/attribute';
import { requireCurrency } from '../item/currency';
import { parseCurrency } from '../money/currencies';
import { toShownText } from '../money/decimalText';
import { isPositive, multiply, type Amount } from '../money/money';
import type { Notation } from '../item/notation';
import type { Exchange, PriceConfig } from './config';
import { moveTo, type PriceOrigin, type PriceRun, type PriceStep } from './step';
import type { PriceTerms } from './terms';
import { readText } from '../verdict/stepsText';
import { ABOVE_ZERO, requireNumber } from '../item/value';
import { ConfigError, Hold, plainText, shown, type Item, type TraceStep } from '../verdict/verdict';
import type { PriceHold } from './verdict';

/** Step 1: reads a price as it stands in the item, in the item's currency. */
export function compileSource(
	path: string,
	field: string,
	notation: Notation,
): (item: Item) => Amount | PriceHold {
	const read = compilePath(path, field);
	return (item) => priceIn(read(item), path, notation);
}

function priceIn(given: unknown, path: string, { adviceFor, parseNumber }: Notation): Amount | PriceHold {
	const price = parseNumber(given);
	if (price !== undefined && isPositive(price)) return price;
	if (price !== undefined) {
		return new Hold(
			'price-not-positive',
			`${path} is ${shown(given)}; a price must be above 0, correct it in the store`,
		);
	}
	if (isAbsent(given)) {
		return new Hold('no-price', `${path} is empty; give the product a price, or name another field`);
	}
	return new Hold('price-not-a-number', `${path} is ${shown(given)}: ${adviceFor(given)}`);
}

/** Step 2: into the marketplace's currency. Null when the configuration has no exchange. */
export function compileExchange(config: PriceConfig, terms: PriceTerms): PriceStep | null {
	const { currency, decimals } = terms;
	const { itemCurrency, storeCurrency, exchange = {} } = config;
	if (!itemCurrency && !storeCurrency) {
		if (config.exchange) {
			throw new ConfigError(
				'itemCurrency',
				'a field, or storeCurrency a currency code, when rates are given',
			);
		}
		return null;
	}
	const currencyOf = compileCurrency(config, currency);
	if (!itemCurrency && currencyOf({}) === currency) return null;
	const rateFor = compileRate(exchange, terms);
	return (run) => {
		const from = currencyOf(run.item);
		if (from === currency) return null;
		if (from instanceof Hold) return from;
		const pair = `${from}>${currency}`;
		const rate = rateFor(run.item, pair);
		return rate instanceof Hold ? rate : exchangeAt(run, { rate, pair }, decimals);
	};
}

function exchangeAt(run: PriceRun, { rate, pair }: { rate: Amount; pair: string }, decimals: number): null {
	const note = run.trace === null ? undefined : `${pair.replace('>', ' to ')} at ${toShownText(rate, 0)}`;
	moveTo(run, multiply(run.price, rate), { step: 'exchange', decimals, note });
	run.source = run.price;
	return null;
}

/** The currency of an item's own prices; without one that of the store, or else the marketplace's. */
export function compileCurrency(
	{ itemCurrency, storeCurrency }: PriceConfig,
	ofMarketplace: string,
): (item: Item) => string | PriceHold {
	const ofStore = storeCurrency ? requireCurrency(storeCurrency, 'storeCurrency') : ofMarketplace;
	const read = compileOptionalPath(itemCurrency, 'itemCurrency');
	return (item) => {
		const given = read?.(item);
		if (isAbsent(given)) return ofStore;
		const advice = 'it must be a currency code of three letters, such as EUR';
		return (
			parseCurrency(given) ??
			new Hold('no-exchange-rate', `The item's currency is ${shown(given)}; ${advice}`)
		);
	};
}

/** The rate of an item's own, or that of the table. */
function compileRate(
	exchange: Exchange,
	{ parseRate, rateAdviceFor }: Notation,
): (item: Item, pair: string) => Amount | PriceHold {
	const rates = compileRates(exchange);
	const read = compileOptionalPath(exchange.rateAttribute, 'exchange.rateAttribute');
	return (item, pair) => {
		const given = read?.(item);
		const rate = isAbsent(given) ? rates.get(pair) : parseRate(given);
		if (rate !== undefined && isPositive(rate)) return rate;
		if (isAbsent(given))
			return new Hold('no-exchange-rate', `There is no exchange rate for ${pair}; add it to the rates`);
		const advice = `it must be a number above 0${rate === undefined ? `: ${rateAdviceFor(given)}` : ''}`;
		return new Hold('no-exchange-rate', `The item's rate for ${pair} is ${shown(given)}; ${advice}`);
	};
}

function compileRates(exchange: Exchange): Map<string, Amount> {
	const rates = new Map<string, Amount>();
	for (const [key, rate] of Object.entries(exchange.rates ?? {})) {
		const pair = key.replace(/\s/g, '').toUpperCase();
		if (!/^[A-Z]{3}>[A-Z]{3}$/.test(pair)) {
			throw new ConfigError('exchange.rates', 'a table whose keys are like EUR>GBP', key);
		}
		rates.set(pair, requireNumber(rate, `exchange.rates.${key}`, ABOVE_ZERO));
	}
	return rates;
}

/** Step 1's line of the trace. */
export function traceSource(
	trace: TraceStep[],
	{ label, path }: Pick<PriceOrigin, 'label' | 'path'>,
	{ given, after }: { given: unknown; after: string },
): void {
	const before = isAbsent(given) ? 'none' : plainText(given);
	trace.push({ step: `${label}source`, before, after, note: `from ${path}`, line: readText(before, after) });
}
