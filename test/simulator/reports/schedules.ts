const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Amazon's periods; a month is as long as the calendar says. */
const PERIODS = {
	...{ PT5M: 5 * MINUTE_MS, PT15M: 15 * MINUTE_MS, PT30M: 30 * MINUTE_MS, PT1H: HOUR_MS, PT2H: 2 * HOUR_MS },
	...{
		PT4H: 4 * HOUR_MS,
		PT8H: 8 * HOUR_MS,
		PT12H: 12 * HOUR_MS,
		P1D: DAY_MS,
		P2D: 2 * DAY_MS,
		P3D: 3 * DAY_MS,
	},
	...{ PT84H: 84 * HOUR_MS, P7D: 7 * DAY_MS, P14D: 14 * DAY_MS, P15D: 15 * DAY_MS, P18D: 18 * DAY_MS },
	...{ P30D: 30 * DAY_MS, P1M: undefined },
} as const;
export type Period = keyof typeof PERIODS;

export function isPeriod(text: unknown): text is Period {
	return typeof text === 'string' && Object.hasOwn(PERIODS, text);
}

/** So many periods later, or earlier. */
export function periodsAfter(atMs: number, period: Period, count: number): number {
	const lengthMs = PERIODS[period];
	if (lengthMs !== undefined) return atMs + count * lengthMs;
	const date = new Date(atMs);
	return date.setUTCMonth(date.getUTCMonth() + count);
}

export interface StoredSchedule {
	/** Of one seller: two sellers may have the same. */
	reportScheduleId: string;
	sellerId: string;
	reportType: string;
	marketplaceIds: string[];
	options?: Record<string, string>;
	period: Period;
	nextAtMs: number;
	/** Amazon's own, which nobody is shown: settlements. */
	isAmazons?: true;
}

export interface Occurrence {
	schedule: StoredSchedule;
	atMs: number;
}

const FIRST_SCHEDULE_ID = 50_001_000_001;
/** When the clock has leapt, the earlier ones are left out: nobody could look at them all. */
const MAX_OCCURRENCES = 100;

function sameMarketplaces(one: readonly string[], other: readonly string[]): boolean {
	return [...new Set(one)].sort().join() === [...new Set(other)].sort().join();
}

/** Everything that makes reports by itself. */
export class Schedules {
	private schedules: StoredSchedule[] = [];
	private nextId = FIRST_SCHEDULE_ID;

	/** One of the same type and marketplaces is cancelled and replaced (Amazon's model, createReportSchedule). */
	create(schedule: Omit<StoredSchedule, 'reportScheduleId'>): StoredSchedule {
		const stored = { ...schedule, reportScheduleId: String(this.nextId++) };
		this.schedules = this.schedules.filter(
			({ sellerId, reportType, marketplaceIds }) =>
				sellerId !== stored.sellerId ||
				reportType !== stored.reportType ||
				!sameMarketplaces(marketplaceIds, stored.marketplaceIds),
		);
		this.schedules.push(stored);
		return stored;
	}

	/** One seller's, without Amazon's own. */
	list(sellerId: string): StoredSchedule[] {
		return this.schedules.filter((schedule) => schedule.sellerId === sellerId && schedule.isAmazons !== true);
	}

	find(sellerId: string, id: string): StoredSchedule | undefined {
		return this.list(sellerId).find(({ reportScheduleId }) => reportScheduleId === id);
	}

	cancel(schedule: StoredSchedule): void {
		this.schedules = this.schedules.filter((each) => each !== schedule);
	}

	/** What was due until a moment, in its order. */
	takeDue(nowMs: number): Occurrence[] {
		return this.schedules.flatMap((schedule) => this.dueOf(schedule, nowMs)).sort((a, b) => a.atMs - b.atMs);
	}

	private dueOf(schedule: StoredSchedule, nowMs: number): Occurrence[] {
		const due: Occurrence[] = [];
		for (
			;
			schedule.nextAtMs <= nowMs;
			schedule.nextAtMs = periodsAfter(schedule.nextAtMs, schedule.period, 1)
		)
			due.push({ schedule, atMs: schedule.nextAtMs });
		return due.slice(-MAX_OCCURRENCES);
	}
}
