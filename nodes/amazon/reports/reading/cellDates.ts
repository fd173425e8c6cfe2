import type { RowNotation } from './rowNotation';

/** A date as a cell has it, by its parts. */
interface Written {
	year: number;
	month: number;
	day: number;
	/** Milliseconds since midnight; undefined for a day alone. */
	timeMs?: number;
	/** From UTC; undefined when the text names no zone. */
	offsetMinutes?: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zones that Amazon's reports name by letters, in minutes from UTC. Others leave the text as it is. */
const ZONES: Readonly<Record<string, number>> = {
	...{ Z: 0, UTC: 0, GMT: 0, BST: 60, CET: 60, MEZ: 60, MET: 60, CEST: 120, MESZ: 120, MEST: 120 },
	...{ PST: -480, PDT: -420, JST: 540, GST: 240, BRT: -180 },
};

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:$|[T ,]+(?=\d))/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:$|,? +(?=\d))/;
const NAMED_MONTH = /^(\d{1,2})[- ]([a-z]{3,9})\.?,?[- ](\d{4})(?:$|,? +(?=\d))/i;
const NAMED_FIRST = /^([a-z]{3,9})\.? (\d{1,2}), ?(\d{4})(?:$|,? +(?=\d))/i;
const TIME =
	/^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\.?)? ?(?:([a-z]{1,4})|([+-])(\d{2}):?(\d{2})?)?$/i;
const LONGEST_DATE = 40;

/** `ambiguous` can be a day in one month or another. */
export type DateOfCell = Written | 'ambiguous' | undefined;

/** A cell's date as ISO 8601: a day, a time without zone, or a moment in UTC; see `readDate` for the rest. */
export function toIsoText(
	text: string,
	style: RowNotation['dates'],
): { iso: string } | 'ambiguous' | undefined {
	const date = readDate(text, style);
	if (date === undefined || date === 'ambiguous') return date;
	const iso = new Date(momentOf(date)).toISOString();
	if (date.timeMs === undefined) return { iso: iso.slice(0, 10) };
	const time = iso.endsWith('.000Z') ? iso.slice(0, 19) : iso.slice(0, 23);
	return { iso: date.offsetMinutes === undefined ? time : `${time}Z` };
}

/** A cell's moment in milliseconds since 1970, as if in UTC when it names no zone; undefined when it is none or in doubt. */
export function toIsoMoment(text: string, style: RowNotation['dates']): number | undefined {
	const date = readDate(text, style);
	return date === undefined || date === 'ambiguous' ? undefined : momentOf(date);
}

function momentOf({ year, month, day, timeMs = 0, offsetMinutes = 0 }: Written): number {
	return Date.UTC(year, month - 1, day) + timeMs - offsetMinutes * 60_000;
}

/** Reads the forms of Amazon's reports: ISO, `28.11.2026`, `28/11/2026`, `11/28/26`, `28-Nov-2026`, `Nov 28, 2026`. */
function readDate(text: string, style: RowNotation['dates']): DateOfCell {
	if (text.length < 6 || text.length > LONGEST_DATE || !/\d/.test(text)) return undefined;
	const day = readYearFirst(text) ?? readYearLast(text, style) ?? readNamed(text);
	if (day === undefined || day === 'ambiguous') return day;
	const { date, rest } = day;
	if (rest === '') return date;
	const time = readTime(rest);
	return time === undefined ? undefined : { ...date, ...time };
}

interface Day {
	date: Written;
	rest: string;
}

function readYearFirst(text: string): Day | undefined {
	const [whole, year, , month, day] = YEAR_FIRST.exec(text) ?? [];
	return whole === undefined ? undefined : dayOf([year, month, day], text.slice(whole.length));
}

function readYearLast(text: string, style: RowNotation['dates']): Day | 'ambiguous' | undefined {
	const [whole, first, sign, second, year = ''] = YEAR_LAST.exec(text) ?? [];
	if (whole === undefined) return undefined;
	const rest = text.slice(whole.length);
	const fullYear = year.length === 2 ? `20${year}` : year;
	const dayFirst = dayOf([fullYear, second, first], rest);
	// Nobody who writes points begins with the month.
	if (sign === '.') return dayFirst;
	const monthFirst = dayOf([fullYear, first, second], rest);
	if (dayFirst === undefined || monthFirst === undefined || first === second) return dayFirst ?? monthFirst;
	if (style === undefined) return 'ambiguous';
	return style === 'dayFirst' ? dayFirst : monthFirst;
}

function readNamed(text: string): Day | undefined {
	const [dayWhole, day, month, year] = NAMED_MONTH.exec(text) ?? [];
	if (dayWhole !== undefined) return dayOf([year, monthOf(month), day], text.slice(dayWhole.length));
	const [whole, first, second, last] = NAMED_FIRST.exec(text) ?? [];
	return whole === undefined ? undefined : dayOf([last, monthOf(first), second], text.slice(whole.length));
}

function monthOf(name = ''): string {
	return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dayOf(parts: ReadonlyArray<string | undefined>, rest: string): Day | undefined {
	const [year = 0, month = 0, day = 0] = parts.map(Number);
	const date = new Date(Date.UTC(year, month - 1, day));
	const isDay = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return isDay ? { date: { year, month, day }, rest } : undefined;
}

function readTime(text: string): Pick<Written, 'timeMs' | 'offsetMinutes'> | undefined {
	const match = TIME.exec(text);
	if (match === null) return undefined;
	const [, hours, minutes, seconds = '0', fraction = '', half, zone, sign, zoneHours, zoneMinutes = '0'] =
		match;
	const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
	if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
	const timeMs =
		((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 +
		Number(fraction.padEnd(3, '0').slice(0, 3));
	if (sign !== undefined) {
		const offset = Number(zoneHours) * 60 + Number(zoneMinutes);
		return offset > 14 * 60 ? undefined : { timeMs, offsetMinutes: sign === '-' ? -offset : offset };
	}
	if (zone === undefined) return { timeMs };
	const offsetMinutes = ZONES[zone.toUpperCase()];
	return offsetMinutes === undefined ? undefined : { timeMs, offsetMinutes };
}
