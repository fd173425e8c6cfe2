import { compileOptionalPath, isAbsent } from '../item/attribute';
import { toIsoDate, type Moment } from '../item/moment';
import type { Notation } from '../item/notation';
import type { StockChange, StockConfig } from './config';
import { shown, type Item, type Recorder } from '../verdict/verdict';
import { optionalWhole } from '../item/wholeNumber';

const HANDLING_DAYS = { least: 1, most: 30 };

interface ExtrasRun {
	item: Item;
	now: Moment;
	trace: Recorder;
}

/** Handling time, restock date and channel switch. */
export function compileExtras(
	config: StockConfig,
	notation: Notation,
): (change: StockChange, run: ExtrasRun) => StockChange {
	const handlingDays = optionalWhole(config.handlingDays, 'handlingDays', HANDLING_DAYS);
	const readRestock = compileOptionalPath(config.restockDate, 'restockDate');
	return (change, run) => {
		if (handlingDays !== undefined) change.handlingDays = handlingDays;
		const restockDate = readRestock && restockDateOf(readRestock(run.item), run, notation);
		if (restockDate !== undefined) change.restockDate = restockDate;
		if (config.switchChannel) {
			change.switchFrom = 'AFN';
			run.trace?.push({ step: 'channel', before: 'AFN', after: 'MFN' });
		}
		return change;
	};
}

/**
 * The day in the shop's time zone. The quantity matters more than the date: one that cannot be read, or that is over, as
 * stores keep it once the goods are there, is left out, and the trace says so.
 */
function restockDateOf(given: unknown, { now, trace }: ExtrasRun, notation: Notation): string | undefined {
	if (isAbsent(given)) return undefined;
	const moment = notation.parseMoment(given, 'start');
	const day = moment === undefined ? undefined : toIsoDate(moment, notation.timeZone);
	const isOver = day !== undefined && day < toIsoDate(now, notation.timeZone);
	if (day !== undefined && !isOver) return day;
	const note = `${isOver ? 'in the past' : 'not a date like 2026-01-31'}, left out`;
	trace?.push({ step: 'restock date', before: shown(given), after: 'none', note });
	return undefined;
}
