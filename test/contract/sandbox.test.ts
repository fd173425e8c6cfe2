import { startSimulator, type Simulator } from '../simulator';
import { signIn, submitFeed, uploadFeedDocument, type Session, type Wish } from '../simulator/client';
import { fullListing } from '../simulator/fullListing';
import type { SellerSeed } from '../simulator/seed';
import { describeWithModels } from './models';
import { prepareOrders } from './sandboxOrders';
import { API_ROUTES } from '../simulator/routes';
import { allOperations, MODEL_FILES, problemsOfAnswer, type Operation, type SandboxPair } from './swagger';

/** Amazon's examples name marketplaces of all regions at once. */
const SELLER: SellerSeed = {
	sellerId: 'ASANDBOX1',
	storeName: 'BestSellerStore',
	region: 'na',
	marketplaceIds: [
		'ATVPDKIKX0DER',
		'A2EUQ1WTGCTBG2',
		'A1F83G8C2ARO7P',
		'A1VC38T7YXB528',
		'A2Q3Y263D00KWC',
		'A33AVAJ2PDY3EV',
	],
	clientId: 'amzn1.application-oa2-client.simulator-sandbox',
	clientSecret: 'simulator-secret-sandbox',
	refreshToken: 'Atzr|simulator-sandbox',
};
const US = 'ATVPDKIKX0DER';

interface Example {
	operation: Operation;
	status: number;
	pair: SandboxPair;
	name: string;
}

function examples(): Example[] {
	return allOperations()
		.filter(({ operationId, path }) =>
			API_ROUTES.some((route) => route.operation === operationId && route.path === path),
		)
		.flatMap((operation) =>
			Object.entries(operation.responses).flatMap(([status, response]) =>
				(response['x-amzn-api-sandbox']?.static ?? []).map((pair, index) => ({
					operation,
					status: Number(status),
					pair,
					name: `${operation.operationId} ${status} ${index + 1}`,
				})),
			),
		);
}

const OFFER = {
	marketplace_id: US,
	currency: 'USD',
	our_price: [{ schedule: [{ value_with_tax: 10 }] }],
};
/** The name of Amazon's examples for an attribute that no product type has. */
const FAKE = 'fake_attribute';

/** What Amazon's examples leave out: a listing, whole or as they say it is wrong. */
function listingBodies(isInvalid: boolean): Record<string, unknown> {
	const offer = { op: 'replace', path: '/attributes/purchasable_offer', value: [OFFER] };
	const fake = { op: 'replace', path: `/attributes/${FAKE}`, value: [{ value: 'x' }] };
	const changes = isInvalid ? { condition_type: undefined, [FAKE]: [{ value: 'x' }] } : {};
	return {
		putListingsItem: {
			productType: 'LUGGAGE',
			attributes: fullListing({ purchasable_offer: [OFFER], ...changes }),
		},
		patchListingsItem: { productType: 'LUGGAGE', patches: [isInvalid ? fake : offer] },
	};
}

async function cancelledFeed(session: Session): Promise<string> {
	const feedId = await submitFeed(session, {}, { feedType: 'POST_PRODUCT_DATA', marketplaceIds: [US] });
	await session.call({ method: 'DELETE', path: `/feeds/2021-06-30/feeds/${feedId}` });
	return feedId;
}

/** A feed in the state that the example shows; for a list more than one page of them. */
async function standInFeed(operationId: string, session: Session): Promise<string> {
	if (operationId === 'getFeeds') for (let feed = 0; feed < 11; feed++) await cancelledFeed(session);
	if (operationId === 'getFeed') return cancelledFeed(session);
	return submitFeed(session, {}, { feedType: 'POST_PRODUCT_DATA', marketplaceIds: [US] });
}

/** What a well-formed request needs and Amazon's example leaves out, or names as a thing only Amazon has. */
async function standIns(example: Example, session: Session): Promise<Record<string, unknown>> {
	const { operation, pair } = example;
	const sku = pair.request.parameters['sku']?.value;
	return {
		sellerId: SELLER.sellerId,
		...(sku === undefined ? { sku: 'GM-ZDPI-9B4E' } : {}),
		marketplaceIds: [US],
		...(operation.operationId === 'getListingsItem'
			? {
					marketplaceIds: [US, 'A2EUQ1WTGCTBG2'],
					includedData: ['summaries', 'offers', 'fulfillmentAvailability', 'issues'],
				}
			: {}),
		body: listingBodies(sku === 'VALIDATION_INVALID')[operation.operationId],
		feedId: await standInFeed(operation.operationId, session),
		feedDocumentId: await uploadFeedDocument(session, '{}'),
	};
}

function givenValues({ pair }: Example): Record<string, unknown> {
	const entries = Object.entries(pair.request.parameters).map(([name, { value }]) => [name, value] as const);
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The values of a request: Amazon's where an error is wanted, else with stand-ins for ids that only Amazon has. */
async function valuesOf(example: Example, session: Session): Promise<Record<string, unknown>> {
	const given = givenValues(example);
	if (example.status >= 400) return { sellerId: SELLER.sellerId, sku: 'BadSKU', ...given };
	const standing = await standIns(example, session);
	const values = { ...standing, ...given };
	const owned = Object.fromEntries(
		['feedId', 'feedDocumentId'].filter((name) => name in given).map((name) => [name, standing[name]]),
	);
	const body = values['body'];
	const isFeed = example.operation.operationId === 'createFeed';
	return {
		...values,
		...owned,
		...(isFeed ? { body: { ...Object(body), inputFeedDocumentId: standing['feedDocumentId'] } } : {}),
	};
}

function toWish({ method, path, parameters = [] }: Operation, values: Record<string, unknown>): Wish {
	const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
		encodeURIComponent(String(values[name])),
	);
	const query = new URLSearchParams();
	for (const parameter of parameters) {
		if (parameter.in === 'query' && values[parameter.name] !== undefined) {
			query.set(parameter.name, String(values[parameter.name]));
		}
	}
	const takesBody = parameters.some((parameter) => parameter.in === 'body');
	return { method, path: `${filled}?${query}`, ...(takesBody ? { body: values['body'] ?? {} } : {}) };
}

/** Where the answer lacks something that Amazon's has, or has it in another type. */
function differences(expected: unknown, actual: unknown, path = ''): string[] {
	if (Array.isArray(expected)) {
		if (!Array.isArray(actual)) return [`${path} is no list`];
		return expected.length === 0 || actual.length === 0
			? []
			: differences(expected[0], actual[0], `${path}[0]`);
	}
	if (typeof expected !== 'object' || expected === null) {
		return typeof expected === typeof actual ? [] : [`${path} is ${typeof actual}, not ${typeof expected}`];
	}
	return Object.entries(expected).flatMap(([key, value]) =>
		differences(value, (Object(actual) as Record<string, unknown>)[key], `${path}.${key}`),
	);
}

/** How Amazon judges a change, and why: for the same reason the simulator must. Nothing of other answers. */
function judgementOf({ response }: SandboxPair): object {
	const {
		status,
		submissionId,
		issues = [],
	} = (response ?? {}) as {
		status?: string;
		submissionId?: string;
		issues?: { code: string; attributeNames: string[] }[];
	};
	if (submissionId === undefined) return {};
	return { status, issues: issues.map(({ code, attributeNames }) => ({ code, attributeNames })) };
}

describeWithModels("Amazon's static sandbox", [...MODEL_FILES], () => {
	let simulator: Simulator;
	let session: Session;

	beforeAll(async () => {
		const catalogues = ['GM-', 'HW-', 'TC-', 'VALIDATION_'].map((prefix) => ({
			sellerId: SELLER.sellerId,
			prefix,
			count: 1,
			anySuffix: true,
		}));
		simulator = await startSimulator({
			limits: false,
			seed: { sellers: [SELLER], catalogues },
			feedDelayMs: 3600_000,
		});
	});
	beforeEach(async () => {
		simulator.reset();
		session = await signIn(simulator.url, SELLER);
	});
	afterAll(() => simulator?.stop());

	it.each(examples())('$name: the same status, and everything Amazon answers', async (example) => {
		const { operation, status, pair } = example;
		const prepared = await prepareOrders(operation.operationId, status, pair, simulator, session);
		const values = { ...(await valuesOf(example, session)), ...prepared };
		const answer = await session.call(toWish(operation, values));
		expect(answer.status).toBe(status);
		expect(problemsOfAnswer(operation.operationId, status, answer.json)).toEqual([]);
		// A first page has no page before it.
		const unlike = differences(pair.response ?? undefined, answer.json).filter(
			(text) => !text.includes('previousToken'),
		);
		expect(unlike).toEqual([]);
		expect(answer.json ?? {}).toMatchObject(judgementOf(pair));
	});

	it('has at least one example per operation', () => {
		const covered = new Set(examples().map(({ operation }) => operation.operationId));
		expect(covered.size).toBe(16);
	});
});
