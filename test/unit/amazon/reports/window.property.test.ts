import fc from 'fast-check';
import { decideWindow, type ReportWindow } from '../../../../nodes/amazon/reports/window';
import type { CalendarUnit, ReportDates } from '../../../../nodes/amazon/tables/reportTypes';
import { Hold } from '../../../../nodes/rules/verdict/verdict';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-28T10:30:00Z');

const days = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: undefined });
const yes = fc.option(fc.constant(true as const), { nil: undefined });
const units: Array<CalendarUnit | undefined> = ['day', 'week', 'month', 'quarter', undefined];

const facts: fc.Arbitrary<ReportDates> = fc.record({
	use: fc.constantFrom('optional' as const, 'required' as const),
	longestDays: days(400),
	shortestDays: days(5),
	oldestDays: days(800),
	whole: fc.constantFrom(...units),
	isInDays: yes,
	isStrict: yes,
	isOnePeriod: yes,
});

const moments = fc
	.integer({ min: NOW - 900 * DAY_MS, max: NOW + 100 * DAY_MS })
	.map((ms) => Math.floor(ms / 1000) * 1000);
const wishes = fc.record({ start: moments, end: fc.option(moments, { nil: undefined }) });

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNone = (ms: number | undefined) => (ms === undefined ? undefined : iso(ms));
const endOf = ({ dataEndTime }: ReportWindow) => (dataEndTime === undefined ? NOW : Date.parse(dataEndTime));
const startOf = ({ dataStartTime = '' }: ReportWindow) => Date.parse(dataStartTime);

/** Runs a property on every stretch that is not refused. */
function onAsked(
	check: (asked: ReportWindow, dates: ReportDates, wish: { start: number; end?: number | undefined }) => void,
) {
	fc.assert(
		fc.property(facts, wishes, (dates, wish) => {
			const decided = decideWindow(dates, { start: iso(wish.start), end: isoOrNone(wish.end), nowMs: NOW });
			if (!(decided instanceof Hold)) check(decided, dates, wish);
		}),
		{ numRuns: 2000 },
	);
}

describe('the stretch asked for', () => {
	it('contains the one wanted, as far as it has been', () => {
		onAsked((asked, { whole, isInDays, isStrict }, { start, end }) => {
			expect(startOf(asked)).toBeLessThanOrEqual(start);
			const wanted = Math.min(end ?? (isStrict && (whole ?? isInDays) ? start : NOW), NOW);
			const read = isInDays ? (Math.floor(endOf(asked) / DAY_MS) + 1) * DAY_MS : endOf(asked);
			expect(read).toBeGreaterThanOrEqual(wanted);
		});
	});

	it('is never in the future, and never empty', () => {
		onAsked((asked) => {
			expect(endOf(asked)).toBeLessThanOrEqual(NOW);
			expect(startOf(asked)).toBeLessThanOrEqual(endOf(asked));
		});
	});

	it('keeps to the limits', () => {
		onAsked((asked, { longestDays = Infinity, oldestDays = Infinity }) => {
			expect(endOf(asked) - startOf(asked)).toBeLessThanOrEqual(longestDays * DAY_MS);
			expect(startOf(asked)).toBeGreaterThan(NOW - (oldestDays + 1) * DAY_MS);
		});
	});

	it('begins with a whole unit', () => {
		onAsked((asked, { whole, shortestDays }) => {
			if (whole !== undefined && shortestDays === undefined) expect(startOf(asked) % DAY_MS).toBe(0);
			if (whole === 'week' && shortestDays === undefined)
				expect(new Date(startOf(asked)).getUTCDay()).toBe(0);
			if (whole === 'month' && shortestDays === undefined)
				expect(new Date(startOf(asked)).getUTCDate()).toBe(1);
		});
	});

	it('is taken as it is when it is asked for again', () => {
		onAsked((asked, dates) => {
			const { dataStartTime, dataEndTime } = asked;
			const again = decideWindow(dates, { start: dataStartTime, end: dataEndTime, nowMs: NOW });
			expect(again).toEqual({
				dataStartTime,
				...(dataEndTime === undefined ? {} : { dataEndTime }),
				notes: [],
			});
		});
	});
});

describe('whatever is written as a date', () => {
	it('gets an answer', () => {
		fc.assert(
			fc.property(facts, fc.string(), fc.string(), (dates, start, end) => {
				const decided = decideWindow(dates, { start, end, nowMs: NOW });
				if (decided instanceof Hold) expect(decided.message).toMatch(/^(The|This|\d)/);
				else expect(decided.notes).toBeInstanceOf(Array);
			}),
		);
	});
});
