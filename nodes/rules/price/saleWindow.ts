import { compileOptionalPath, isAbsent, type ReadAttribute } from '../item/attribute';
import { parseMoment, plusDays, toIso, type Edge, type Moment } from '../item/moment';
import { compare, type Amount } from '../money/money';
import type { Notation } from '../item/notation';
import type { SaleConfig } from './config';
import { parseLast, readLastObject } from '../item/lastValue';
import { ConfigError, shown, type Item } from '../verdict/verdict';

interface Window {
	start: Moment;
	end: Moment;
}

export interface Sale extends Window {
	price: Amount;
}

interface LastReader {
	last: ReadAttribute | undefined;
	notation: Notation;
}

export interface WindowReader extends LastReader {
	start: ReadAttribute | undefined;
	end: ReadAttribute | undefined;
	lastsDays: number;
}

/**
 * Why there is no sale. `none`: the store has none. `wrong`: it has one that Amazon cannot be sent. `unclear`: nobody can say
 * what it has, so what Amazon may have must not be ended.
 */
export class NoSale {
	constructor(
		readonly kind: 'none' | 'wrong' | 'unclear',
		readonly why: string,
	) {}
}

export function compileWindow(
	sale: SaleConfig,
	last: ReadAttribute | undefined,
	notation: Notation,
): WindowReader {
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

/** An item, and when it is looked at. */
interface AtMoment {
	item: Item;
	now: Moment;
}

/** When the sale runs, or why it cannot be said. */
export function windowOf({ item, now }: AtMoment, price: Amount, reader: WindowReader): Window | NoSale {
	const { notation, lastsDays } = reader;
	const start = edgeOf(reader.start?.(item), 'start', notation);
	const end = edgeOf(reader.end?.(item), 'end', notation);
	if (start instanceof NoSale) return start;
	if (end instanceof NoSale) return end;
	const kept = start === undefined ? runningSince({ item, now }, price, reader) : undefined;
	const from = start ?? kept?.start ?? now;
	const to = end ?? kept?.end ?? plusDays(from, lastsDays, notation.timeZone);
	if (to <= from)
		return new NoSale('wrong', `the sale ends ${toIso(to)}, not after its start ${toIso(from)}`);
	return to <= now ? new NoSale('none', `the sale ended ${toIso(to)}`) : { start: from, end: to };
}

/** Without a start of its own a sale starts now, but one that already runs at this price is not started anew each run. */
function runningSince({ item, now }: AtMoment, price: Amount, reader: WindowReader): Window | undefined {
	const sent = lastSaleOf(item, reader, now);
	return sent !== undefined && compare(sent.price, price) === 0 && sent.start <= now ? sent : undefined;
}

/** The sale that Amazon was last sent, unless it is over. */
export function lastSaleOf(item: Item, { last, notation }: LastReader, now: Moment): Sale | undefined {
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
