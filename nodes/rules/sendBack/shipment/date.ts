import { isAbsent } from '../../item/attribute';
import { parseMoment, toIso, type Moment } from '../../item/moment';
import { HOUR_MS } from '../../item/timeSpans';
import { shown, Hold, type TraceStep } from '../../verdict/verdict';
import type { ShipmentHold } from './verdict';

/** How much the clocks of stores are off. */
const CLOCK = { before: 5 * 60_000, after: 5 * 60_000 };
/** Noon in UTC is the same day nearly everywhere. */
const NOON_MS = 12 * HOUR_MS;
/** Seen from its noon: a day begins up to 14 hours earlier than in UTC, and ends up to 12 hours later. */
const DAY = { before: NOON_MS + 14 * HOUR_MS, after: NOON_MS + 12 * HOUR_MS };

/**
 * When a package was shipped: as given, or now. A date without a time is that day in any time zone: its noon, moved to
 * lie between purchase and now.
 * @param purchased undefined when the order is not known
 */
export function readShipDate(
	given: unknown,
	{ now, purchased }: { now: Moment; purchased: Moment | undefined },
	trace: TraceStep[],
): Moment | ShipmentHold {
	if (isAbsent(given)) {
		trace.push({ step: 'ship date', before: 'none', after: toIso(now), note: 'now' });
		return now;
	}
	const start = parseMoment(given, 'start');
	if (start === undefined) return unreadable(given);
	const isDay = typeof given === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given.trim());
	const date = isDay ? start + NOON_MS : start;
	const slack = isDay ? DAY : CLOCK;
	if (date - slack.before > now) return inFuture(date, now);
	if (purchased !== undefined && date + slack.after < purchased) return beforePurchase(date, purchased);
	const sent = Math.min(Math.max(date, purchased ?? date), now);
	const note = sent === date ? {} : { note: 'moved between purchase and now' };
	trace.push({ step: 'ship date', before: shown(given), after: toIso(sent), ...note });
	return sent;
}

function unreadable(given: unknown): ShipmentHold {
	return new Hold(
		'ship-date-unreadable',
		`The ship date is ${shown(given)}; write it like 2026-01-31 or 2026-01-31T14:30:00+01:00`,
	);
}

function inFuture(date: Moment, now: Moment): ShipmentHold {
	return new Hold(
		'ship-date-in-future',
		`The ship date ${toIso(date)} is in the future (now is ${toIso(now)}); send it when it is shipped, and write local times with their zone, like +01:00`,
	);
}

function beforePurchase(date: Moment, purchased: Moment): ShipmentHold {
	return new Hold(
		'ship-date-before-purchase',
		`The ship date ${toIso(date)} is before the purchase at ${toIso(purchased)}; correct it in the store`,
	);
}
