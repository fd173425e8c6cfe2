import { OPERATIONS } from '../../nodes/amazon/transport/operations';
import { RATE_LIMITS } from '../simulator';
import { isKnownFeedType, OTHER_FEED_TYPES } from '../simulator/feeds/feedTypes';
import { Refusal } from '../simulator/reply';
import { API_ROUTES, findRoute } from '../simulator/routes';
import { describeWithModels, modelFiles, readModelJson, readModelText } from './models';
import { isPeriod } from '../simulator/reports/schedules';
import { knownType } from '../simulator/reports/reportTypes';
import { ALL_MODEL_FILES, allOperations, operationsIn, REPORT_MODEL_FILES, type Operation } from './swagger';

const RATES_FILE = 'models/amzn-sdk-rate-limits.yml';

/** `[rate per second, burst]` from the table under "Usage Plan" in an operation's description. */
function documentedPlan({ description = '' }: Operation): [number, number] {
	const row = /\|\s*([\d.]+) \| ([\d.]+) \|/.exec(description);
	return [Number(row?.[1]), Number(row?.[2])];
}

/** Requests per second per operation, from lines `Api-operation:` followed by requests, burst and seconds. */
function sdkRates(): Map<string, number> {
	const blocks = readModelText(RATES_FILE).matchAll(/^\w+-(\w+):\n((?: +- [\d.]+\n?)+)/gm);
	return new Map(
		[...blocks].map(([, operation = '', numbers = '']) => {
			const [requests = Number.NaN, , seconds = 1] = numbers.match(/[\d.]+/g)?.map(Number) ?? [];
			return [operation, requests / seconds];
		}),
	);
}

describeWithModels("the simulator's routes", [...ALL_MODEL_FILES], () => {
	/** By path too: the old and the new API of orders have a `getOrder` each. */
	const find = (id: string, path: string) =>
		allOperations(ALL_MODEL_FILES).find(
			(candidate) => candidate.operationId === id && candidate.path === path,
		);

	it.each(API_ROUTES)("$operation has Amazon's path, method and parameters", (route) => {
		const operation = find(route.operation, route.path);
		expect(operation).toMatchObject({ method: route.method });
		const query = operation?.parameters
			?.filter((parameter) => parameter.in === 'query')
			.map(({ name }) => name);
		expect([...route.query].sort()).toEqual(query?.sort());
		expect(route.takesJson).toBe(operation?.parameters?.some((parameter) => parameter.in === 'body'));
	});

	it('leaves out what nothing here calls: an account, and the order reads that Amazon is about to remove', () => {
		const isServed = ({ operationId, path }: Operation) =>
			API_ROUTES.some((route) => route.operation === operationId && route.path === path);
		const missing = allOperations().filter((operation) => !isServed(operation));
		expect(missing.map(({ operationId }) => operationId)).toEqual([
			'getAccount',
			'getOrders',
			'getOrder',
			'getOrderBuyerInfo',
			'getOrderAddress',
			'getOrderItems',
			'getOrderItemsBuyerInfo',
			'getOrderRegulatedInfo',
			'updateVerificationStatus',
		]);
	});

	it('serve all that the APIs of reports have', () => {
		const wanted = allOperations(REPORT_MODEL_FILES).map(({ method, path }) => `${method} ${path}`);
		const served = API_ROUTES.map(({ method, path }) => `${method} ${path}`);
		expect(wanted.length).toBeGreaterThan(9);
		expect(wanted.filter((each) => !served.includes(each))).toEqual([]);
	});

	it.each(API_ROUTES)('$operation is limited as documented', ({ operation, path }) => {
		const documented = find(operation, path);
		const [ratePerSecond, burst] = documented === undefined ? [] : documentedPlan(documented);
		expect(RATE_LIMITS[operation]).toEqual({ ratePerSecond, burst });
	});
});

describeWithModels("the simulator's rates", [RATES_FILE], () => {
	// The first is newer than the SDK, and several APIs in it have an operation named like the second.
	const UNKNOWN = ['searchOrders', 'getOrder'];
	const known = Object.entries(RATE_LIMITS).filter(([operation]) => !UNKNOWN.includes(operation));

	// The SDK writes 1 per 60 s where the model writes 0.016.
	it.each(known)("%s is within 5 %% of the rate in Amazon's SDK", (operation, limit) => {
		const rate = sdkRates().get(operation) ?? Number.NaN;
		expect(Math.abs(limit.ratePerSecond / rate - 1)).toBeLessThan(0.05);
	});
});

const FEED_TYPES_FILE = 'schemas/jlevers-feed-content-types.json';

describeWithModels('what Amazon has and the simulator has not', [...ALL_MODEL_FILES, FEED_TYPES_FILE], () => {
	const operations = modelFiles().flatMap(operationsIn);
	const isServed = ({ method, path }: Operation) =>
		API_ROUTES.some((route) => route.method === method && route.path === path);
	const codeOf = ({ method, path }: Operation): string => {
		try {
			return findRoute(method, path.replaceAll(/[{}]/g, '')).route.operation;
		} catch (error) {
			return error instanceof Refusal ? error.code : String(error);
		}
	};

	it('is refused as not simulated, operation by operation', () => {
		const others = operations.filter((operation) => !isServed(operation));
		expect(others.length).toBeGreaterThan(100);
		const unlike = others.filter((operation) => codeOf(operation) !== 'NotSimulated');
		expect(unlike.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
	});

	it('is not called by the nodes', () => {
		const called = Object.values(OPERATIONS).map(({ method, path }) => `${method} ${path}`);
		expect(called.sort()).toEqual(API_ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
	});

	it('of feed types: each is carried out, retired, or refused as not simulated', () => {
		const types = Object.keys(readModelJson<object>(FEED_TYPES_FILE));
		expect(types.filter((type) => !isKnownFeedType(type) && !OTHER_FEED_TYPES.includes(type))).toEqual([]);
	});
});

const REPORT_TYPES_FILE = 'schemas/jlevers-reports.json';
const REPORTS_MODEL = 'models/reports_2021-06-30.json';

describeWithModels('the reports that the simulator knows', [REPORT_TYPES_FILE, REPORTS_MODEL], () => {
	const types = () =>
		Object.entries(
			readModelJson<Record<string, { contentType: string; restricted: boolean; schedulable: boolean }>>(
				REPORT_TYPES_FILE,
			),
		);
	const CONTENT_TYPES: Record<string, string> = {
		...{ tsv: 'text/tab-separated-values', csv: 'text/csv', xml: 'text/xml', json: 'application/json' },
	};

	it('are those that Amazon has, in their formats, the restricted ones restricted', () => {
		const known = types().map(([id]) => knownType(id));
		expect(known).not.toContain(undefined);
		for (const [id, { contentType, restricted, schedulable }] of types()) {
			const type = knownType(id);
			if (type?.isRemoved) continue;
			expect([id, type?.isRestricted, type?.isSchedulable]).toEqual([id, restricted, schedulable]);
			expect([id, CONTENT_TYPES[type?.format ?? ''] ?? 'file']).toEqual([
				id,
				Object.values(CONTENT_TYPES).includes(contentType) ? contentType : 'file',
			]);
		}
	});

	it('are scheduled in all periods of Amazon, and no other', () => {
		const { definitions } = readModelJson<{
			definitions: Record<string, { properties: Record<string, { enum?: string[] }> }>;
		}>(REPORTS_MODEL);
		const periods = definitions['CreateReportScheduleSpecification']?.properties['period']?.enum ?? [];
		expect(periods.length).toBe(18);
		expect([...periods, 'PT1M', 'toString'].filter((period) => !isPeriod(period))).toEqual([
			'PT1M',
			'toString',
		]);
	});
});
