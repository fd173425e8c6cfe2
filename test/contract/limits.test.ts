import { DEFAULT_SELLERS, startSimulator, type Simulator } from '../simulator';
import { signIn, type Session } from '../simulator/client';
import { API_ROUTES } from '../simulator/routes';
import { describeWithModels } from './models';
import { allOperations, MODEL_FILES, REPORT_MODEL_FILES } from './swagger';

const UK = 'A1F83G8C2ARO7P';
const SELLER = DEFAULT_SELLERS[0]?.sellerId ?? '';

/** What a call needs beside the parameter that is looked at. */
const BASE: Record<string, Record<string, string>> = {
	getFeeds: { feedTypes: 'JSON_LISTINGS_FEED' },
	getReports: { reportTypes: 'GET_AFN_INVENTORY_DATA' },
	putListingsItem: { marketplaceIds: UK },
	deleteListingsItem: { marketplaceIds: UK },
	searchListingsItems: { marketplaceIds: UK, identifiersType: 'SKU', identifiers: 'A' },
	searchOrders: { createdAfter: '2026-01-01T00:00:00Z' },
};
const ENTRIES: Record<string, string> = {
	marketplaceIds: UK,
	feedTypes: 'POST_PRODUCT_DATA',
	reportTypes: 'GET_AFN_INVENTORY_DATA',
	identifiers: 'A',
};

const FILES = [...MODEL_FILES, ...REPORT_MODEL_FILES];

interface Limit {
	operation: string;
	method: string;
	path: string;
	name: string;
	most: number;
	isList: boolean;
}

function limits(): Limit[] {
	return API_ROUTES.flatMap(({ operation, method, path }) => {
		const described = allOperations(FILES).find(
			(each) => each.operationId === operation && each.path === path,
		);
		return (described?.parameters ?? []).flatMap(({ name, in: place, maxItems, maximum }) => {
			const most = maxItems ?? maximum;
			const isQuery = place === 'query' && most !== undefined;
			return isQuery ? [{ operation, method, path, name, most, isList: maxItems !== undefined }] : [];
		});
	});
}

describeWithModels("the limits of Amazon's models", FILES, () => {
	let simulator: Simulator;
	let session: Session;

	beforeAll(async () => {
		simulator = await startSimulator({ limits: false });
		session = await signIn(simulator.url);
	});
	afterAll(() => simulator?.stop());

	const ask = async ({ operation, method, path, name, isList }: Limit, count: number) => {
		const value = isList ? Array.from({ length: count }, () => ENTRIES[name]).join() : String(count);
		const query = new URLSearchParams({ ...BASE[operation], [name]: value });
		const filled = path.replace('{sellerId}', SELLER).replace('{sku}', 'DEMO-0001');
		const body = method === 'PUT' ? { body: {} } : {};
		const { status, text } = await session.call({ method, path: `${filled}?${query}`, ...body });
		return { isRefused: status === 400 && text.includes(`'${name}'`) };
	};

	it.each(limits())('$operation takes $most of $name, and no more', async (limit) => {
		expect(await ask(limit, limit.most)).toEqual({ isRefused: false });
		expect(await ask(limit, limit.most + 1)).toEqual({ isRefused: true });
	});

	it('are those that the nodes have to keep', () => {
		const found = limits().map(({ operation, name, most }) => `${operation} ${name} ${most}`);
		expect(found).toEqual(
			expect.arrayContaining([
				'getFeeds feedTypes 10',
				'getFeeds marketplaceIds 10',
				'searchListingsItems identifiers 20',
				'getReports reportTypes 10',
				'getReports pageSize 100',
				'getReportSchedules reportTypes 10',
			]),
		);
	});
});
