import { compileOptionalPath, isAbsent } from './attribute';
import { toIsoDate } from './moment';
import type { Notation } from './notation';
import type { StockChange, StockConfig } from './stockConfig';
import { shown, type Item, type Recorder } from './verdict';
import { optionalWhole } from './wholeNumber';

const HANDLING_DAYS = { least: 1, most: 30 };

/** Handling time, restock date and channel switch. */
export function compileExtras(
	config: StockConfig,
	notation: Notation,
): (change: StockChange, item: Item, trace: Recorder) => StockChange {
	const { least, most } = HANDLING_DAYS;
	const handlingDays = optionalWhole(config.handlingDays, 'handlingDays', least, most);
	const readRestock = compileOptionalPath(config.restockDate, 'restockDate');
	return (change, item, trace) => {
		if (handlingDays !== undefined) change.handlingDays = handlingDays;
		const restockDate = readRestock && restockDateOf(readRestock(item), trace, notation);
		if (restockDate !== undefined) change.restockDate = restockDate;
		if (config.switchChannel) {
			change.switchFrom = 'AFN';
			trace?.push({ step: 'channel', before: 'AFN', after: 'MFN' });
		}
		return change;
	};
}

/** The day in the shop's time zone. The quantity matters more than the date: an unreadable date is left out, and the trace says so. */
function restockDateOf(given: unknown, trace: Recorder, notation: Notation): string | undefined {
	if (isAbsent(given)) return undefined;
	const moment = notation.parseMoment(given, 'start');
	const note = 'not a date like 2026-01-31, left out';
	if (moment === undefined) trace?.push({ step: 'restock date', before: shown(given), after: 'none', note });
	return moment === undefined ? undefined : toIsoDate(moment, notation.timeZone);
}
