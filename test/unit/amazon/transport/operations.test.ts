import { LIMITS, type RateLimit } from '../../../../nodes/amazon/tables/limits';
import { OPERATIONS, type SpApiOperation } from '../../../../nodes/amazon/transport/operations';
import { describeWithModels, readModelJson } from '../../../contract/models';

const MODELS = [
	'feeds_2021-06-30',
	'listingsItems_2021-08-01',
	'listingsRestrictions_2021-08-01',
	'sellers',
	'orders_2026-01-01',
	'ordersV0',
	'reports_2021-06-30',
	'tokens_2021-03-01',
	'definitionsProductTypes_2020-09-01',
	'catalogItems_2022-04-01',
	'notifications',
].map((name) => `models/${name}.json`);

interface Described {
	operationId?: string;
	description?: string;
	parameters?: Array<{ name?: string }>;
}

interface Found extends Described {
	path: string;
	method: string;
}

describeWithModels('operations are those of Amazon’s models', MODELS, () => {
	const found = new Map<string, Found>();

	beforeAll(() => {
		for (const file of MODELS) {
			const { paths } = readModelJson<{ paths: Record<string, Record<string, Described>> }>(file);
			for (const [path, methods] of Object.entries(paths)) {
				for (const [method, described] of Object.entries(methods)) {
					const { operationId } = described;
					// Orders v0 has a getOrder too; the first model that names an operation is the one we use.
					if (operationId === undefined || found.has(operationId)) continue;
					found.set(operationId, { ...described, path, method: method.toUpperCase() });
				}
			}
		}
	});

	it.each(Object.entries<RateLimit>(LIMITS))('limit of %s', (id, limit) => {
		const [, ratePerSecond, burst] =
			/\|\s*([\d.]+)\s*\|\s*([\d.]+)\s*\|/.exec(found.get(id)?.description ?? '') ?? [];
		expect(limit).toEqual({ ratePerSecond: Number(ratePerSecond), burst: Number(burst) });
	});

	it.each(Object.values<SpApiOperation>(OPERATIONS))(
		'$method $path is $id',
		({ id, method, path, paging }) => {
			expect({ method, path }).toEqual({ method: found.get(id)?.method, path: found.get(id)?.path });
			if (paging === undefined) return;
			expect(found.get(id)?.parameters?.map(({ name }) => name)).toContain(paging.parameter);
		},
	);
});
