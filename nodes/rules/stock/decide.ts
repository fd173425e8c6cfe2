import { compileOptionalPath } from '../item/attribute';
import { verdictOf, type Decide } from '../verdict/decision';
import { lastUnreadable, readLastNumber } from '../item/lastValue';
import type { Moment } from '../item/moment';
import { compileNotation, type Notation } from '../item/notation';
import type { Channel, StockChange, StockConfig } from './config';
import { compileExtras } from './extras';
import type { SharedStock } from './share';
import { compileStockSource } from './source';
import { compileStockSteps, type StockStep } from './steps';
import { ConfigError, Hold, type Item, type Recorder, type Verdict } from '../verdict/verdict';
import { optionalWhole } from '../item/wholeNumber';
import type { StockFinding, StockHold, StockReason } from './verdict';

export * from './config';

/** @param shared the one quantity of the region, when the rules of several marketplaces give different ones */
export type DecideStock = (
	item: Item,
	now: Moment,
	shared?: SharedStock,
) => Verdict<StockChange, StockReason>;

interface StockRun {
	item: Item;
	now: Moment;
	trace: Recorder;
	shared: SharedStock | undefined;
}

type DecideShared = (run: StockRun) => StockChange | StockHold;

/**
 * Compiles the stock rules of one marketplace.
 * @returns a pure function: item in, what to send or why not out; it never throws, and the item must stay as it is until
 * the verdict's trace has been read
 * @throws ConfigError naming the field and what it may be
 */
export function decideStock(config: StockConfig): DecideStock {
	const decideMerchant = compileMerchant(config);
	const decide = requireChannel(config.channel) === 'AFN' ? compileAmazon(config) : decideMerchant;
	const compileFor =
		(shared?: SharedStock): Decide<StockChange, StockReason> =>
		(item, now, trace) =>
			decide({ item, now, trace, shared });
	const alone = compileFor();
	return (item, now, shared) => verdictOf(shared === undefined ? alone : compileFor(shared), item, now);
}

/** Amazon counts what lies in its own warehouses; a quantity sent along would move the offer away from there. */
function compileAmazon({ switchChannel }: StockConfig): DecideShared {
	const change: StockChange = { channel: 'AFN', switchFrom: 'MFN', lowStock: false, realQuantity: 0 };
	return ({ trace }) => {
		trace?.push({
			step: 'channel',
			before: switchChannel ? 'MFN' : 'AFN',
			after: 'AFN',
			note: 'Amazon counts the stock',
		});
		if (switchChannel) return { ...change };
		const advice = 'nothing is sent; ask for a channel switch to ship it yourself';
		return new Hold('amazon-holds-the-stock', `Amazon ships and counts this item (AFN), so ${advice}`);
	};
}

function compileMerchant(config: StockConfig): DecideShared {
	const notation = compileNotation(config);
	const readStock = compileStockSource(config, notation);
	const steps = compileStockSteps(config);
	const complete = compileExtras(config, notation);
	const isUnchanged = compileUnchanged(config, notation);
	const lowStockAt = optionalWhole(config.lowStockAt, 'lowStockAt') ?? -1;
	return (run) => {
		const { item, trace, shared } = run;
		const real = readStock(item, trace);
		if (real instanceof Hold) return real;
		const { quantity: realQuantity, findings } = real;
		const quantity = share(runSteps(realQuantity, steps, trace), shared, trace);
		const noted = [...findings];
		if (isUnchanged?.({ item, trace, findings: noted }, quantity)) {
			const message = `${quantity} is what was last sent; turn "Only Changes" off to send it again`;
			return new Hold('unchanged', message, noted);
		}
		const lowStock = realQuantity <= lowStockAt;
		const change: StockChange = { channel: 'MFN', quantity, lowStock, realQuantity };
		if (noted.length > 0) change.findings = noted;
		return complete(change, run);
	};
}

function runSteps(realQuantity: number, steps: readonly StockStep[], trace: Recorder): number {
	let quantity = realQuantity;
	for (const { step, apply, note } of steps) {
		const before = quantity;
		quantity = apply(before, realQuantity);
		if (trace === null) continue;
		const isIdleCap = step === 'cap' && quantity === before;
		trace.push({
			step,
			before: String(before),
			after: String(quantity),
			// It is there by itself, so it is worth a word only when it acts.
			...(isIdleCap ? { line: '' } : note !== undefined && { note }),
		});
	}
	return quantity;
}

function share(quantity: number, shared: SharedStock | undefined, trace: Recorder): number {
	if (shared === undefined) return quantity;
	const after = Math.min(quantity, shared.quantity);
	trace?.push({ step: 'region', before: String(quantity), after: String(after), note: shared.message });
	return after;
}

type IsUnchanged = (
	run: { item: Item; trace: Recorder; findings: StockFinding[] },
	quantity: number,
) => boolean;

/** Step 8. A channel switch is news even at the same quantity. */
function compileUnchanged(config: StockConfig, notation: Notation): IsUnchanged | null {
	const { lastQuantity = '' } = config;
	const read = compileOptionalPath(lastQuantity, 'lastQuantity');
	if (!config.onlyChanges || config.switchChannel) return null;
	if (!read)
		throw new ConfigError('lastQuantity', 'the field of the quantity last sent, when onlyChanges is on');
	return ({ item, trace, findings }, quantity) => {
		const last = readLastNumber(read(item), lastQuantity, notation);
		if (last instanceof Hold) findings.push(lastUnreadable(last));
		const isKnown = last !== undefined && !(last instanceof Hold);
		const isSame = isKnown && last.scale === 0 && last.wide === null && last.units === quantity;
		const before = last === undefined ? 'never sent' : String(read(item));
		const note = isSame ? 'unchanged' : 'changed';
		trace?.push({ step: 'only changes', before, after: String(quantity), note, line: note });
		return isSame;
	};
}

function requireChannel(channel: Channel): Channel {
	if (channel === 'MFN' || channel === 'AFN') return channel;
	throw new ConfigError('channel', 'MFN or AFN', channel ?? null);
}
