import type { IDataObject, INodeProperties, IPollFunctions } from 'n8n-workflow';

import type { TriggerEvent } from './event';
import type { JobKind } from './watch/jobReading';
import { watchJobs } from './watch/watchJobs';
import { isFinished } from '../amazon/jobs/job';
import { fatalReason } from '../amazon/reports/fatalReason';
import { TYPES_PER_CALL } from '../amazon/reports/knownTypes';
import { fetchReport, fetchReports, type Report } from '../amazon/reports/report';
import { toError } from '../amazon/transport/errors';
import { OPERATIONS } from '../amazon/transport/operations';
import { UnreadableRecord } from '../amazon/transport/unreadable';
import { connect, type Connection } from '../n8n/account';
import { alignRows } from '../n8n/columns';
import { reportTypesField } from '../n8n/forms/reportTypes';
import { toGroup, toList, toNumber, toText } from '../n8n/params';
import { REPORT_COLUMNS, reportItem, stuckReportItem } from '../n8n/reportJson';
import { DAY_MS, HOUR_MS } from '../rules/item/timeSpans';
import { ConfigError } from '../rules/verdict/verdict';

/** Amazon makes nearly all within an hour. */
const STUCK_AFTER_MS = DAY_MS;

const LOOK_BACK = 'Look Back on First Start (Hours)';

const reportFields: readonly INodeProperties[] = [
	{ ...reportTypesField, required: true, description: 'Which reports start the workflow' },
	{
		displayName: 'Made',
		name: 'made',
		type: 'options',
		options: [
			{ name: 'By Anybody', value: 'anybody' },
			{ name: 'By a Schedule', value: 'schedule', description: 'Such as those of Schedule: Create' },
			{
				name: 'On Request',
				value: 'request',
				description: 'By Request, by Seller Central, or by Amazon itself, such as settlements',
			},
		],
		default: 'anybody',
	},
	{
		displayName: LOOK_BACK,
		name: 'reportsLookBackHours',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 2160 },
		default: 24,
		description: 'Reports created this long before the workflow was first published are told too',
	},
];

interface ReportSettings {
	reportTypes: string[];
	made: string;
}

/**
 * Reports that have ended since the last poll, each once: done, cancelled or failed, with the reason as far as Amazon gives
 * one. A manual run shows the latest and moves nothing.
 */
export const reportFinished: TriggerEvent = {
	value: 'reportFinished',
	name: 'Report Finished',
	action: 'On report finished',
	description: 'Amazon has made a report, or could not make it',
	fields: reportFields,
	async poll(poll) {
		const connection = await connect(poll);
		const settings = readSettings(poll);
		const items = await (poll.getMode() === 'manual'
			? sample(connection, settings)
			: readOn(poll, connection, settings));
		return alignRows(items, REPORT_COLUMNS);
	},
};

async function readOn(
	poll: IPollFunctions,
	connection: Connection,
	settings: ReportSettings,
): Promise<IDataObject[]> {
	const memory = memoryOf(poll);
	const kind = reportsOf(connection, settings, memory.stored);
	return await watchJobs(kind, { poll, connection, ...memory });
}

function readSettings(poll: IPollFunctions): ReportSettings {
	const reportTypes = toList(poll.getNodeParameter('reportTypes', []));
	if (reportTypes.length === 0)
		throw new ConfigError('Reports', 'at least one, for Amazon lists reports by their type');
	return { reportTypes, made: toText(poll.getNodeParameter('made', 'anybody')) };
}

/** Kept apart from what is remembered of feeds, should somebody change the event of a trigger. */
function memoryOf(poll: IPollFunctions): { stored: IDataObject; lookBackMs: number } {
	const all = poll.getWorkflowStaticData('node');
	const stored = toGroup(all.reports);
	all.reports = stored;
	const hours = toNumber(poll.getNodeParameter('reportsLookBackHours', 24), LOOK_BACK);
	return { stored, lookBackMs: Math.max(0, hours) * HOUR_MS };
}

function reportsOf({ client }: Connection, settings: ReportSettings, stored: IDataObject): JobKind<Report> {
	return {
		noun: 'report',
		idOf: ({ reportId }) => reportId,
		list: (createdSince, signal) => inTurn({ client }, settings, { createdSince, signal, stored }),
		fetch: async (reportId, signal) => await fetchReport(client, reportId, signal),
		fetching: OPERATIONS.getReport,
		lookingTakes: ({ processingStatus, reportDocumentId }) =>
			processingStatus === 'FATAL' && reportDocumentId !== undefined
				? OPERATIONS.getReportDocument
				: undefined,
		async look(report, _damaged, signal) {
			const isAnswered = isFinished(report);
			const reason = await fatalReason(client, report, signal);
			const nowMs = (await client.amazonClock(signal)).now();
			const isStuck = !isAnswered && nowMs - Date.parse(report.createdTime) > STUCK_AFTER_MS;
			const item = isStuck ? stuckReportItem(report) : reportItem(report, reason);
			return { items: [item], isAnswered, isStuck };
		},
	};
}

interface Listing {
	createdSince?: string;
	signal?: AbortSignal;
	/** The first type to ask for; told of each that is asked for. */
	from?: number;
	onTurn?: (from: number) => void;
}

/**
 * The same, from where the time of the poll before was up: Amazon allows few lists in a minute, and the last types would
 * never have their turn. Ends when the last type was listed.
 */
async function* inTurn(
	connection: Pick<Connection, 'client'>,
	settings: ReportSettings,
	{ stored, ...listing }: Listing & { stored: IDataObject },
): AsyncGenerator<Report | UnreadableRecord> {
	const from = Number(stored.turn);
	const isTurn = from > 0 && from < settings.reportTypes.length && from % TYPES_PER_CALL === 0;
	const onTurn = (turn: number) => (stored.turn = turn);
	try {
		yield* list(connection, settings, { ...listing, from: isTurn ? from : 0, onTurn });
		stored.turn = 0;
	} catch (error) {
		// What Amazon refuses keeps the types before it from nothing.
		if (listing.signal?.aborted !== true) stored.turn = 0;
		throw toError(error);
	}
}

/** Those of the chosen types, ten types a call. */
async function* list(
	{ client }: Pick<Connection, 'client'>,
	{ reportTypes, made }: ReportSettings,
	{ createdSince, signal, from: first = 0, onTurn }: Listing = {},
): AsyncGenerator<Report | UnreadableRecord> {
	for (let from = first; from < reportTypes.length; from += TYPES_PER_CALL) {
		onTurn?.(from);
		const types = reportTypes.slice(from, from + TYPES_PER_CALL);
		for await (const report of fetchReports(client, { reportTypes: types, createdSince }, signal)) {
			if (report instanceof UnreadableRecord || isMade(report, made)) yield report;
		}
	}
}

function isMade({ reportScheduleId }: Report, made: string): boolean {
	if (made === 'schedule') return reportScheduleId !== undefined;
	return made !== 'request' || reportScheduleId === undefined;
}

async function sample({ client }: Connection, settings: ReportSettings): Promise<IDataObject[]> {
	for await (const report of list({ client }, settings)) {
		if (report instanceof UnreadableRecord || !isFinished(report)) continue;
		return [reportItem(report, await fatalReason(client, report))];
	}
	return [];
}
