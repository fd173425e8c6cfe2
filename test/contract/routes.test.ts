import { RATE_LIMITS } from '../simulator';
import { API_ROUTES } from '../simulator/routes';
import { describeWithModels, readModelText } from './models';
import { MODEL_FILES, readModel, type Operation } from './swagger';

const RATES_FILE = 'models/amzn-sdk-rate-limits.yml';

/** `[rate per second, burst]` from the table under "Usage Plan" in an operation's description. */
function documentedPlan({ description = '' }: Operation): [number, number] {
	const row = /\| -+ \| -+ \|\s*\| ([\d.]+) \| ([\d.]+) \|/.exec(description);
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

describeWithModels("the simulator's routes", [...MODEL_FILES], () => {
	const operations = () => MODEL_FILES.flatMap((file) => readModel(file).operations);
	const find = (id: string) => operations().find(({ operationId }) => operationId === id);

	it.each(API_ROUTES)("$operation has Amazon's path, method and parameters", (route) => {
		const operation = find(route.operation);
		expect(operation).toMatchObject({ path: route.path, method: route.method });
		const query = operation?.parameters
			?.filter((parameter) => parameter.in === 'query')
			.map(({ name }) => name);
		expect([...route.query].sort()).toEqual(query?.sort());
		expect(route.takesJson).toBe(operation?.parameters?.some((parameter) => parameter.in === 'body'));
	});

	it('leaves out one operation of these APIs, which nothing here calls', () => {
		const served: string[] = API_ROUTES.map(({ operation }) => operation);
		const missing = operations().filter(({ operationId }) => !served.includes(operationId));
		expect(missing.map(({ operationId }) => operationId)).toEqual(['getAccount']);
	});

	it.each(API_ROUTES)('$operation is limited as documented', ({ operation }) => {
		const documented = find(operation);
		const [ratePerSecond, burst] = documented === undefined ? [] : documentedPlan(documented);
		expect(RATE_LIMITS[operation]).toEqual({ ratePerSecond, burst });
	});
});

describeWithModels("the simulator's rates", [RATES_FILE], () => {
	// The SDK writes 1 per 60 s where the model writes 0.016.
	it.each(Object.entries(RATE_LIMITS))(
		"%s is within 5 %% of the rate in Amazon's SDK",
		(operation, limit) => {
			const rate = sdkRates().get(operation) ?? Number.NaN;
			expect(Math.abs(limit.ratePerSecond / rate - 1)).toBeLessThan(0.05);
		},
	);
});
