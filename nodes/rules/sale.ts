import { compileOptionalPath, isAbsent, type ReadAttribute } from './attribute';
import { toFixedText } from './decimalText';
import { parseMoment, plusDays, toIso, type Edge, type Moment } from './moment';
import { compare, isPositive, type Amount } from './money';
import type { Notation } from './notation';
import { compileFallBrake } from './priceBrake';
import type { PriceConfig, SaleConfig, SalePrice } from './priceConfig';
import { compileReadPrice, type ReadPrice, type RunSteps } from './priceSteps';
import type { PriceTerms } from './priceTerms';
import { compileLast, parseLast, readLastObject } from './lastSent';
import { ConfigError, Hold, shown, type Finding, type Item, type Recorder } from './verdict';

/** The regular price that a sale is measured against. */
export interface Regular {
	readonly item: Item;
	readonly price: Amount;
	/** Amazon's lower repricing bound, when there is one. */
	readonly minimum: Amount | undefined;
	readonly now: Moment;
	readonly trace: Recorder;
	/** Collects what somebody should look at. */
	readonly findings: Finding[];
}

/** `null`: Amazon was last sent a sale that would still run, and is to have none. */
export type ReadSale = (regular: Regular) => SalePrice | null | undefined;

interface Window {
	start: Moment;
	end: Moment;
}

interface Sale extends Window {
	price: Amount;
}

interface WindowReader {
	start: ReadAttribute | undefined;
	end: ReadAttribute | undefined;
	last: ReadAttribute | undefined;
	lastsDays: number;
	notation: Notation;
}

/**
 * Why there is no sale. `none`: the store has none. `wrong`: it has one that Amazon cannot be sent. `unclear`: nobody can say
 * what it has, so what Amazon may have must not be ended.
 */
class NoSale {
	constructor(
		readonly kind: 'none' | 'wrong' | 'unclear',
		readonly why: string,
	) {}
}

/**
 * The sale price, through the same steps as the regular one. A sale never holds the item: when it cannot be sent the
 * regular price goes without it, and a finding and the trace say why. The brake holds a sale alone for the same reason.
 */
export function compileSale(config: PriceConfig, terms: PriceTerms, runSteps: RunSteps): ReadSale {
	const { sale } = config;
	if (!sale) return () => undefined;
	const { decimals } = terms;
	const origin = { path: sale.source, field: 'sale.source', label: 'sale ' };
	const readPrice = compileReadPrice(origin, terms, runSteps);
	const reader = compileWindow(sale, compileLast(config, 'lastSale', terms), terms);
	const brake = compileFallBrake(config, terms);
	const decideSale = (regular: Regular): Sale | NoSale => {
		const price = salePrice(regular, readPrice, decimals);
		if (price instanceof NoSale) return price;
		const window = windowOf(regular, price, reader);
		if (window instanceof NoSale) return window;
		const last = lastSaleOf(regular.item, reader, regular.now)?.price;
		const held = brake({ name: 'sale price', price, last, regular: regular.price });
		return held ? new NoSale('unclear', held.message) : { price, ...window };
	};
	return (regular) => {
		const decided = decideSale(regular);
		const sent = decided instanceof NoSale ? withoutSale(regular, decided, reader) : decided;
		if (regular.trace !== null) traceSale(regular, decided, decimals);
		return sent && toSale(sent, decimals);
	};
}

/** What Amazon is sent instead: nothing, no sale in the place of one that runs, or that one once more. */
function withoutSale(regular: Regular, { kind, why }: NoSale, reader: WindowReader): Sale | null | undefined {
	const { price, minimum } = regular;
	const running = lastSaleOf(regular.item, reader, regular.now);
	if (kind !== 'none') {
		const message = `The sale is not sent: ${why}`;
		regular.findings.push({ code: 'sale-not-sent', message });
	}
	if (kind !== 'unclear') return running && null;
	const isPossible =
		running !== undefined &&
		compare(running.price, price) < 0 &&
		(minimum === undefined || compare(running.price, minimum) >= 0);
	return isPossible ? running : undefined;
}

function traceSale({ trace, price }: Regular, decided: Sale | NoSale, decimals: number): void {
	const [after, note] =
		decided instanceof NoSale
			? ['no sale', decided.why]
			: [toFixedText(decided.price, decimals), `${toIso(decided.start)} to ${toIso(decided.end)}`];
	trace?.push({ step: 'sale', before: toFixedText(price, decimals), after, note });
}

function compileWindow(sale: SaleConfig, last: ReadAttribute | undefined, notation: Notation): WindowReader {
	const { lastsDays = 30 } = sale;
	if (!Number.isInteger(lastsDays) || lastsDays < 1 || lastsDays > 3650) {
		throw new ConfigError('sale.lastsDays', 'a whole number of days from 1 to 3650', lastsDays);
	}
	return {
		start: compileOptionalPath(sale.start, 'sale.start'),
		end: compileOptionalPath(sale.end, 'sale.end'),
		last,
		lastsDays,
		notation,
	};
}

/** The sale price, or why there is none. */
function salePrice(regular: Regular, readPrice: ReadPrice, decimals: number): Amount | NoSale {
	const run = readPrice(regular.item, regular.trace);
	if (run instanceof Hold) {
		if (run.reason === 'no-price') return new NoSale('none', 'the item has no sale price');
		return new NoSale(run.reason === 'price-not-positive' ? 'none' : 'unclear', run.message);
	}
	if (!isPositive(run.price)) return new NoSale('wrong', 'the sale price is not above 0');
	const text = `the sale price ${toFixedText(run.price, decimals)} is`;
	const above = compare(run.price, regular.price);
	// Stores that have no sale may keep the regular price in its place.
	if (above >= 0) return new NoSale(above === 0 ? 'none' : 'wrong', `${text} not below the regular price`);
	const { minimum } = regular;
	return minimum && compare(run.price, minimum) < 0
		? new NoSale('wrong', `${text} below the minimum allowed price`)
		: run.price;
}

/** When the sale runs, or why it cannot be said. */
function windowOf(regular: Regular, price: Amount, reader: WindowReader): Window | NoSale {
	const { item, now } = regular;
	const { notation, lastsDays } = reader;
	const start = edgeOf(reader.start?.(item), 'start', notation);
	const end = edgeOf(reader.end?.(item), 'end', notation);
	if (start instanceof NoSale) return start;
	if (end instanceof NoSale) return end;
	const kept = start === undefined ? runningSince(item, price, reader, now) : undefined;
	const from = start ?? kept?.start ?? now;
	const to = end ?? kept?.end ?? plusDays(from, lastsDays, notation.timeZone);
	if (to <= from)
		return new NoSale('wrong', `the sale ends ${toIso(to)}, not after its start ${toIso(from)}`);
	return to <= now ? new NoSale('none', `the sale ended ${toIso(to)}`) : { start: from, end: to };
}

/** Without a start of its own a sale starts now, but one that already runs at this price is not started anew each run. */
function runningSince(item: Item, price: Amount, reader: WindowReader, now: Moment): Window | undefined {
	const sent = lastSaleOf(item, reader, now);
	return sent !== undefined && compare(sent.price, price) === 0 && sent.start <= now ? sent : undefined;
}

/** The sale that Amazon was last sent, unless it is over. */
function lastSaleOf(item: Item, { last, notation }: WindowReader, now: Moment): Sale | undefined {
	const sent = readLastObject(last?.(item));
	const price = parseLast(sent?.['price'], notation);
	const start = parseMoment(sent?.['startAt'], 'start');
	const end = parseMoment(sent?.['endAt'], 'end');
	if (price === undefined || start === undefined || end === undefined || end <= now) return undefined;
	return { price, start, end };
}

function edgeOf(given: unknown, edge: Edge, { parseMoment }: Notation): Moment | undefined | NoSale {
	if (isAbsent(given)) return undefined;
	return (
		parseMoment(given, edge) ??
		new NoSale('unclear', `the sale's ${edge} ${shown(given)} is not a date like 2026-01-31`)
	);
}

function toSale({ price, start, end }: Sale, decimals: number): SalePrice {
	return { price: toFixedText(price, decimals), startAt: toIso(start), endAt: toIso(end) };
}
