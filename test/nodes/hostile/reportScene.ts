import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { ReportSpec, SimulatorOptions } from '../../simulator';
import type { RunResult } from '../../workflows/harness';
import { answers, DE, openStage, told, type Seller, type Stage } from '../stage';

export const LISTINGS = 'GET_MERCHANT_LISTINGS_ALL_DATA';
export const XML_ORDERS = 'GET_XML_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL';
export const SALES = 'GET_SALES_AND_TRAFFIC_REPORT';
export const SETTLEMENT = 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2';
export const RESTRICTED = 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING';

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Words of an engine that stumbled over what it did not expect, and of our own code; a person never reads them. */
export const STUMBLED =
	/Cannot (read|set|convert|destructure)|is not (a function|iterable|an? object|defined)|Invalid (time value|array length|string length)|Maximum call stack|Converting circular|toISOString|\[object Object\]|undefined|keepWhere/;

/** Everything that a person may read of a run: its error, and what its items and hints say. */
export function saidBy(result: RunResult): string {
	const items = [...answers(result), ...result.json('Amazon', 1)].map(({ error, message }) => ({
		error,
		message,
	}));
	return `${told(result)} ${JSON.stringify(items)} ${JSON.stringify(result.hints)}`;
}

/** Reports of one seller at a simulated Amazon, a new one for each test. */
export function useReports(options: SimulatorOptions = {}) {
	let stage: Stage;
	let seller: Seller;
	beforeAll(async () => {
		stage = await openStage({ reportDelayMs: 0, ...options });
	});
	beforeEach(() => {
		seller = stage.newSeller();
	});
	afterAll(async () => {
		expect(stage.leaks()).toEqual([]);
		await stage.close();
	});
	/** Each run is looked at for an engine's words. */
	const run = async (
		operation: string,
		parameters: INodeParameters,
		items?: IDataObject[],
		node: Partial<INode> = {},
	) => {
		const result = await stage.reports(seller, { resource: 'report', operation, ...parameters }, items, node);
		expect(saidBy(result)).not.toMatch(STUMBLED);
		return result;
	};
	return {
		get stage() {
			return stage;
		},
		get seller() {
			return seller;
		},
		run,
		add: (spec: Omit<ReportSpec, 'sellerId'>): string => {
			const report = stage.amazon.addReport({
				sellerId: seller.seed.sellerId,
				marketplaceIds: [DE],
				...spec,
			});
			if (report === undefined) throw new Error('It is only prepared');
			return report.reportId;
		},
		prepare: (spec: Omit<ReportSpec, 'sellerId'>): void => {
			stage.amazon.addReport({ sellerId: seller.seed.sellerId, ...spec, whenRequested: true });
		},
		download: async (reportId: string, parameters: INodeParameters = {}) =>
			await run('download', { reportId: byId(reportId), ...parameters }),
		calls: (name: string) => stage.calls(seller).filter((call) => call === name).length,
	};
}

/** What leaves through the second output. */
export const second = (result: RunResult): IDataObject[] => result.json('Amazon', 1);
