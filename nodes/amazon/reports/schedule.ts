import { askForTypes, TYPES_PER_CALL } from './knownTypes';
import { filledText, filledTexts } from '../jobs/job';
import { at } from '../transport/at';
import type { Client } from '../transport/contract';
import { OPERATIONS } from '../transport/operations';
import { toUnreadable, unreadableAnswer, type UnreadableRecord } from '../transport/unreadable';
import { isRecord } from '../../rules/item/record';

/** How often a schedule makes a report (Reports API 2021-06-30, `CreateReportScheduleSpecification.period`). */
export const SCHEDULE_PERIODS = {
	PT5M: '5 Minutes',
	PT15M: '15 Minutes',
	PT30M: '30 Minutes',
	PT1H: 'Hour',
	PT2H: '2 Hours',
	PT4H: '4 Hours',
	PT8H: '8 Hours',
	PT12H: '12 Hours',
	P1D: 'Day',
	P2D: '2 Days',
	P3D: '3 Days',
	PT84H: '84 Hours',
	P7D: '7 Days',
	P14D: '14 Days',
	P15D: '15 Days',
	P18D: '18 Days',
	P30D: '30 Days',
	P1M: 'Month',
} as const;

/** One schedule as Amazon lists it. */
export interface ReportSchedule {
	reportScheduleId: string;
	reportType: string;
	period: string;
	marketplaceIds?: string[];
	reportOptions?: { [name: string]: string | undefined };
	/** ISO 8601. */
	nextReportCreationTime?: string;
}

export interface ScheduleSpecification {
	reportType: string;
	/** One to 25. */
	marketplaceIds: readonly string[];
	period: string;
	reportOptions?: Readonly<Record<string, string>>;
	nextReportCreationTime?: string;
}

/** Answers with the new schedule's id. Throws an `SpApiError`. */
export async function createSchedule(
	client: Client,
	specification: ScheduleSpecification,
	signal?: AbortSignal,
): Promise<string> {
	const operation = OPERATIONS.createReportSchedule;
	const { body, requestId } = await client.call<unknown>(operation, { body: specification, signal });
	const reportScheduleId = filledText(body, 'reportScheduleId');
	if (reportScheduleId !== undefined) return reportScheduleId;
	throw unreadableAnswer(operation.id, 'it names no schedule', { requestId, mayHaveArrived: true });
}

/** Throws an `SpApiError` when Amazon does not know the schedule, or answers with something else than one. */
export async function fetchSchedule(
	client: Client,
	reportScheduleId: string,
	signal?: AbortSignal,
): Promise<ReportSchedule> {
	const operation = OPERATIONS.getReportSchedule;
	const { body, requestId } = await client.call<unknown>(operation, { path: { reportScheduleId }, signal });
	const schedule = toSchedule(body);
	if (schedule !== undefined) return schedule;
	throw unreadableAnswer(operation.id, `it is not schedule ${reportScheduleId}`, { requestId });
}

/** All schedules of these types, ten types a call; what is not a schedule has its place in the list all the same. */
export async function* fetchSchedules(
	client: Client,
	reportTypes: readonly string[],
	signal?: AbortSignal,
): AsyncGenerator<ReportSchedule | UnreadableRecord> {
	for (let from = 0; from < reportTypes.length; from += TYPES_PER_CALL) {
		const types = reportTypes.slice(from, from + TYPES_PER_CALL);
		for (const one of await fetchList(client, types, signal))
			yield toSchedule(one) ?? toUnreadable(one, SCHEDULE);
	}
}

async function fetchList(
	client: Client,
	reportTypes: readonly string[],
	signal?: AbortSignal,
): Promise<unknown[]> {
	const operation = OPERATIONS.getReportSchedules;
	const { body, requestId } = await askForTypes(
		reportTypes,
		async (types) => await client.call<unknown>(operation, { query: { reportTypes: types }, signal }),
	);
	const schedules: unknown = at(body, 'reportSchedules');
	if (Array.isArray(schedules)) return schedules as unknown[];
	throw unreadableAnswer(operation.id, 'it has no list of schedules', { requestId });
}

export async function cancelSchedule(
	client: Client,
	reportScheduleId: string,
	signal?: AbortSignal,
): Promise<void> {
	await client.call(OPERATIONS.cancelReportSchedule, { path: { reportScheduleId }, signal });
}

const SCHEDULE = { kind: 'a schedule', idName: 'reportScheduleId', lacking: 'its id, type or period' };

function toSchedule(value: unknown): ReportSchedule | undefined {
	const [reportScheduleId, reportType, period] = [
		filledText(value, 'reportScheduleId'),
		filledText(value, 'reportType'),
		filledText(value, 'period'),
	];
	if (reportScheduleId === undefined || reportType === undefined || period === undefined) return undefined;
	const marketplaceIds = at(value, 'marketplaceIds');
	const options = at(value, 'reportOptions');
	return {
		...{ reportScheduleId, reportType, period },
		...(Array.isArray(marketplaceIds) && {
			marketplaceIds: marketplaceIds.filter((id) => typeof id === 'string'),
		}),
		...(isRecord(options) && { reportOptions: filledTexts(options, Object.keys(options)) }),
		...filledTexts(value, ['nextReportCreationTime']),
	};
}
