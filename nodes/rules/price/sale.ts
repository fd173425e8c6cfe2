import type { ReadAttribute } from '../item/attribute';
import { toFixedText } from '../money/decimalText';
import { toIso, type Moment } from '../item/moment';
import { compare, isPositive, type Amount } from '../money/money';
import { compileFallBrake } from './brake';
import type { PriceConfig, SalePrice } from './config';
import { compileReadPrice, type ReadPrice, type RunSteps } from './steps';
import type { PriceTerms } from './terms';
import { compileLast } from './lastSent';
import { compileWindow, lastSaleOf, NoSale, windowOf, type Sale, type WindowReader } from './saleWindow';
import { Hold, type Item, type Recorder } from '../verdict/verdict';
import type { PriceFinding } from './verdict';

/** The regular price that a sale is measured against. */
export interface Regular {
	readonly item: Item;
	readonly price: Amount;
	/** Amazon's lower repricing bound, when there is one. */
	readonly minimum: Amount | undefined;
	readonly now: Moment;
	readonly trace: Recorder;
	/** Collects what somebody should look at. */
	readonly findings: PriceFinding[];
}

/** `null`: Amazon was last sent a sale that would still run, and is to have none. */
export type ReadSale = (regular: Regular) => SalePrice | null | undefined;

/**
 * The sale price, through the same steps as the regular one. A sale never holds the item: when it cannot be sent the
 * regular price goes without it, and a finding and the trace say why. The brake holds a sale alone for the same reason.
 */
export function compileSale(config: PriceConfig, terms: PriceTerms, runSteps: RunSteps): ReadSale {
	const { sale } = config;
	const readLast = compileLast(config, 'lastSale', terms);
	if (!sale) return compileEnd(readLast, terms);
	const { decimals } = terms;
	const origin = { path: sale.source, field: 'sale.source', label: 'sale ' };
	const readPrice = compileReadPrice(origin, terms, runSteps);
	const reader = compileWindow(sale, readLast, terms);
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

/** Without the rule there is no sale any more; one that was sent while there was one would go on until its end. */
function compileEnd(last: ReadAttribute | undefined, terms: PriceTerms): ReadSale {
	if (last === undefined) return () => undefined;
	return ({ item, price, now, trace }) => {
		const running = lastSaleOf(item, { last, notation: terms }, now);
		if (running === undefined) return undefined;
		const before = toFixedText(price, terms.decimals);
		const note = 'ends the one last sent';
		trace?.push({ step: 'sale', before, after: 'no sale', note, line: `no sale any more` });
		return null;
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
	const before = toFixedText(price, decimals);
	if (decided instanceof NoSale) {
		const note = decided.why;
		trace?.push({ step: 'sale', before, after: 'no sale', note, line: `no sale, as ${note}` });
		return;
	}
	const after = toFixedText(decided.price, decimals);
	const [start, end] = [toIso(decided.start), toIso(decided.end)];
	const line = `sale price ${after} from ${start.slice(0, 10)} to ${end.slice(0, 10)}`;
	trace?.push({ step: 'sale', before, after, note: `${start} to ${end}`, line });
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

function toSale({ price, start, end }: Sale, decimals: number): SalePrice {
	return { price: toFixedText(price, decimals), startAt: toIso(start), endAt: toIso(end) };
}
