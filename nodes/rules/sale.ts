import { compileOptionalPath, isAbsent, type ReadAttribute } from './attribute';
import { toFixedText } from './decimalText';
import { parseMoment, plusDays, toIso, type Edge, type Moment } from './moment';
import { compare, isPositive, type Amount } from './money';
import type { Notation } from './notation';
import type { PriceConfig, SaleConfig, SalePrice } from './priceConfig';
import { compileReadPrice, type ReadPrice, type RunSteps } from './priceSteps';
import type { PriceTerms } from './priceTerms';
import { parseLast, readLastObject } from './lastSent';
import { ConfigError, Hold, shown, type Item, type Recorder } from './verdict';

/** The regular price that a sale is measured against. */
export interface Regular {
	readonly item: Item;
	readonly price: Amount;
	/** Amazon's lower repricing bound, when there is one. */
	readonly minimum: Amount | undefined;
	readonly now: Moment;
	readonly trace: Recorder;
}

/** `null`: Amazon was last sent a sale that would still run, and is to have none. */
export type ReadSale = (regular: Regular) => SalePrice | null | undefined;

interface Window {
	start: Moment;
	end: Moment;
}

interface WindowReader {
	start: ReadAttribute | undefined;
	end: ReadAttribute | undefined;
	last: ReadAttribute | undefined;
	lastsDays: number;
	notation: Notation;
}

/**
 * The sale price, through the same steps as the regular one. A sale never holds the item: when it cannot be sent the
 * regular price goes without it, and the trace says why.
 */
export function compileSale(config: PriceConfig, terms: PriceTerms, runSteps: RunSteps): ReadSale {
	const { sale } = config;
	if (!sale) return () => undefined;
	const { decimals } = terms;
	const origin = { path: sale.source, field: 'sale.source', label: 'sale ' };
	const readPrice = compileReadPrice(origin, terms, runSteps);
	const reader = compileWindow(sale, config.lastSale, terms);
	return (regular) => {
		const price = salePrice(regular, readPrice, decimals);
		const window = typeof price === 'string' ? price : windowOf(regular, price, reader);
		const isSent = typeof price !== 'string' && typeof window !== 'string';
		const sent = isSent ? toSale(toFixedText(price, decimals), window) : undefined;
		if (regular.trace !== null) {
			const note = typeof window === 'string' ? window : `${toIso(window.start)} to ${toIso(window.end)}`;
			const before = toFixedText(regular.price, decimals);
			regular.trace.push({ step: 'sale', before, after: sent?.price ?? 'no sale', note });
		}
		if (sent !== undefined) return sent;
		return lastSaleOf(regular.item, reader, regular.now) === undefined ? undefined : null;
	};
}

function compileWindow(sale: SaleConfig, lastSale: string | undefined, notation: Notation): WindowReader {
	const { lastsDays = 30 } = sale;
	if (!Number.isInteger(lastsDays) || lastsDays < 1 || lastsDays > 3650) {
		throw new ConfigError('sale.lastsDays', 'a whole number of days from 1 to 3650', lastsDays);
	}
	return {
		start: compileOptionalPath(sale.start, 'sale.start'),
		end: compileOptionalPath(sale.end, 'sale.end'),
		last: compileOptionalPath(lastSale, 'lastSale'),
		lastsDays,
		notation,
	};
}

/** The sale price, or why there is none. */
function salePrice(regular: Regular, readPrice: ReadPrice, decimals: number): Amount | string {
	const run = readPrice(regular.item, regular.trace);
	if (run instanceof Hold) return run.reason === 'no-price' ? 'the item has no sale price' : run.message;
	if (!isPositive(run.price)) return 'the sale price is not above 0';
	const text = (): string => `the sale price ${toFixedText(run.price, decimals)} is`;
	if (compare(run.price, regular.price) >= 0) return `${text()} not below the regular price`;
	const { minimum } = regular;
	return minimum && compare(run.price, minimum) < 0 ? `${text()} below the minimum allowed price` : run.price;
}

/** When the sale runs, or why it cannot be said. */
function windowOf(regular: Regular, price: Amount, reader: WindowReader): Window | string {
	const { item, now } = regular;
	const { notation, lastsDays } = reader;
	const start = edgeOf(reader.start?.(item), 'start', notation);
	const end = edgeOf(reader.end?.(item), 'end', notation);
	if (start instanceof Unreadable) return start.text;
	if (end instanceof Unreadable) return end.text;
	const kept = start === undefined ? runningSince(item, price, reader, now) : undefined;
	const from = start ?? kept?.start ?? now;
	const to = end ?? kept?.end ?? plusDays(from, lastsDays, notation.timeZone);
	if (to <= from) return `the sale ends ${toIso(to)}, not after its start ${toIso(from)}`;
	return to <= now ? `the sale ended ${toIso(to)}` : { start: from, end: to };
}

/** Without a start of its own a sale starts now, but one that already runs at this price is not started anew each run. */
function runningSince(item: Item, price: Amount, reader: WindowReader, now: Moment): Window | undefined {
	const sent = lastSaleOf(item, reader, now);
	return sent !== undefined && compare(sent.price, price) === 0 && sent.start <= now ? sent : undefined;
}

/** The sale that Amazon was last sent, unless it is over. */
function lastSaleOf(
	item: Item,
	{ last, notation }: WindowReader,
	now: Moment,
): (Window & { price: Amount }) | undefined {
	const sent = readLastObject(last?.(item));
	const price = parseLast(sent?.['price'], notation);
	const start = parseMoment(sent?.['startAt'], 'start');
	const end = parseMoment(sent?.['endAt'], 'end');
	if (price === undefined || start === undefined || end === undefined || end <= now) return undefined;
	return { price, start, end };
}

class Unreadable {
	constructor(readonly text: string) {}
}

function edgeOf(given: unknown, edge: Edge, { parseMoment }: Notation): Moment | undefined | Unreadable {
	if (isAbsent(given)) return undefined;
	return (
		parseMoment(given, edge) ??
		new Unreadable(`the sale's ${edge} ${shown(given)} is not a date like 2026-01-31`)
	);
}

function toSale(price: string, window: Window): SalePrice {
	return { price, startAt: toIso(window.start), endAt: toIso(window.end) };
}
