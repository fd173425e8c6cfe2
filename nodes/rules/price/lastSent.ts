import { compileOptionalPath, isAbsent, type ReadAttribute } from '../item/attribute';
import { isSameValue } from '../item/sameValue';
import { toFixedText } from '../money/decimalText';
import { compare, isPositive, type Amount } from '../money/money';
import type { PriceChange, PriceConfig } from './config';
import { compileCurrency } from './source';
import type { PriceRun } from './step';
import type { PriceTerms } from './terms';
import { ConfigError, Hold, type Item } from '../verdict/verdict';
import { readLastObject, readLastNumber, lastUnreadable } from '../item/lastValue';
import type { PriceHold } from './verdict';

type ReadLast = (item: Item) => Amount | PriceHold | undefined;
type LastField = 'lastPrice' | 'lastSale' | 'lastBusiness' | 'lastBounds';

/** What an item says that this marketplace was last sent; amounts of another currency are nothing to compare with. */
export function compileLast(
	config: PriceConfig,
	field: LastField,
	{ currency }: PriceTerms,
): ReadAttribute | undefined {
	const read = compileOptionalPath(config[field], field);
	if (!read || !config.lastOfItemCurrency) return read;
	const currencyOf = compileCurrency(config, currency);
	return (item) => (currencyOf(item) === currency ? read(item) : undefined);
}

/** The price last sent. */
export function compileLastPrice(config: PriceConfig, terms: PriceTerms): ReadLast | undefined {
	const read = compileLast(config, 'lastPrice', terms);
	if (!read) return undefined;
	const { lastPrice = '' } = config;
	return (item) => {
		const last = readLastNumber(read(item), lastPrice, terms);
		return last === undefined || last instanceof Hold || isPositive(last) ? last : undefined;
	};
}

export type IsUnchanged = (run: PriceRun, change: PriceChange) => boolean;

/** Step 8: price, sale, business price and bounds are all what was last sent. Null when "Only Changes" is off. */
export function compileUnchanged(config: PriceConfig, terms: PriceTerms): IsUnchanged | null {
	if (!config.onlyChanges) return null;
	const readLast = compileLastPrice(config, terms);
	if (!readLast)
		throw new ConfigError('lastPrice', 'the field of the price last sent, when onlyChanges is on');
	const readers = PARTS.map((part) => compileSamePart(config, part, terms));
	return ({ item, price, trace, findings }, change) => {
		const given = readLast(item);
		if (given instanceof Hold) findings.push(lastUnreadable(given));
		const last = given instanceof Hold ? undefined : given;
		const isSame =
			last !== undefined && compare(last, price) === 0 && readers.every((isSame) => isSame(item, change));
		const before =
			given instanceof Hold
				? 'unreadable'
				: last === undefined
					? 'never sent'
					: toFixedText(last, terms.decimals);
		const note = isSame ? 'unchanged' : 'changed';
		trace?.push({ step: 'only changes', before, after: change.price, note, line: note });
		return isSame;
	};
}

const PARTS = ['sale', 'business', 'bounds'] as const;

/** A part without a rule is news only where it ends what was sent while there was one. */
function compileSamePart(
	config: PriceConfig,
	part: keyof typeof LAST,
	terms: PriceTerms,
): (item: Item, change: PriceChange) => boolean {
	if (config[part] === undefined) return (_item, change) => change[part] !== null;
	const read = requireLast(config, part, terms);
	return (item, change) => isSamePart(change[part], read(item));
}

const LAST = { sale: 'lastSale', business: 'lastBusiness', bounds: 'lastBounds' } as const;

/** Without it a sale that began at an unchanged price would look like nothing new. */
function requireLast(config: PriceConfig, part: keyof typeof LAST, terms: PriceTerms): ReadAttribute {
	const read = compileLast(config, LAST[part], terms);
	if (read) return read;
	throw new ConfigError(LAST[part], `the field of what was last sent as ${part}, when onlyChanges is on`);
}

function isSamePart(current: object | null | undefined, sent: unknown): boolean {
	return current === undefined ? isNothing(sent) : isSameValue(current, readLastObject(sent));
}

function isNothing(sent: unknown): boolean {
	const last = readLastObject(sent);
	return isAbsent(sent) || sent === 'null' || (last !== undefined && Object.keys(last).length === 0);
}
