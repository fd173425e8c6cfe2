import { notSimulated } from '../notSimulated';
import { invalidInput, notFound, Refusal, type Reply } from '../reply';
import { offsetTime } from '../reports/content/times';
import { numberOf } from '../reports/reportTypes';
import { isPeriod, periodsAfter, type StoredSchedule } from '../reports/schedules';
import type { ApiRoute, SellerCall } from '../route';
import { readReportTypes } from './reportList';
import { readTime, readWish, wrongShape } from './reportRequest';

function toSchedule(schedule: StoredSchedule) {
	const { reportScheduleId, reportType, marketplaceIds, options, period, nextAtMs } = schedule;
	return {
		...{ reportScheduleId, reportType, marketplaceIds, period },
		...(options === undefined ? {} : { reportOptions: options }),
		nextReportCreationTime: offsetTime(nextAtMs),
	};
}

function createReportSchedule(call: SellerCall): Reply {
	const { state, seller } = call;
	const { type, marketplaceIds, options, fields } = readWish(call, ['period', 'nextReportCreationTime']);
	const { period } = fields;
	if (!isPeriod(period)) throw wrongShape("'period' is none of Amazon's periods.");
	// Amazon's words: selling-partner-api-docs, issue 1368.
	if (!type.isSchedulable)
		throw new Refusal(
			400,
			'InvalidInput',
			`Creation of report schedule type ${numberOf(type.id)} is not allowed at this time`,
		);
	if (type.made === undefined) throw notSimulated(`schedules of the type ${type.id}`);
	const nowMs = state.amazonMs();
	const nextAtMs = readTime('nextReportCreationTime', fields['nextReportCreationTime']);
	if (nextAtMs !== undefined && nextAtMs < nowMs)
		throw invalidInput("'nextReportCreationTime' is in the past.");
	const schedule = state.schedules.create({
		...{ sellerId: seller.sellerId, reportType: type.id, marketplaceIds, period },
		...(Object.keys(options).length === 0 ? {} : { options }),
		nextAtMs: nextAtMs ?? periodsAfter(nowMs, period, 1),
	});
	return { status: 201, json: { reportScheduleId: schedule.reportScheduleId } };
}

function getReportSchedules({ state, seller, query }: SellerCall): Reply {
	const types = readReportTypes(query);
	if (types === undefined) throw invalidInput("'reportTypes' is required.");
	const found = state.schedules.list(seller.sellerId).filter(({ reportType }) => types.includes(reportType));
	return { status: 200, json: { reportSchedules: found.map(toSchedule) } };
}

function findSchedule({ state, seller, params }: SellerCall): StoredSchedule {
	const id = params['reportScheduleId'] ?? '';
	if (!/^\d+$/.test(id)) throw invalidInput(`'${id}' is not a report schedule id.`);
	const schedule = state.schedules.find(seller.sellerId, id);
	if (schedule === undefined) throw notFound(`No report schedule ${id}.`);
	return schedule;
}

function cancelReportSchedule(call: SellerCall): Reply {
	call.state.schedules.cancel(findSchedule(call));
	return { status: 200 };
}

const SCHEDULES = '/reports/2021-06-30/schedules';
const SCHEDULE = `${SCHEDULES}/{reportScheduleId}`;
const READ = { access: 'seller', query: [], takesJson: false } as const;

/** The part of the Reports API about schedules. */
export const SCHEDULE_ROUTES: readonly ApiRoute[] = [
	{
		...{ ...READ, operation: 'getReportSchedules', method: 'GET', path: SCHEDULES, query: ['reportTypes'] },
		handle: getReportSchedules,
	},
	{
		...{ ...READ, operation: 'createReportSchedule', method: 'POST', path: SCHEDULES, takesJson: true },
		handle: createReportSchedule,
	},
	{
		...{ ...READ, operation: 'getReportSchedule', method: 'GET', path: SCHEDULE },
		handle: (call) => ({ status: 200, json: toSchedule(findSchedule(call)) }),
	},
	{
		...{ ...READ, operation: 'cancelReportSchedule', method: 'DELETE', path: SCHEDULE },
		handle: cancelReportSchedule,
	},
];
