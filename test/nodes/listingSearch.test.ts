import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { answers, DE, offer, openStage, pairs, textOf, told, type Seller, type Stage } from './stage';

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.close());
beforeEach(() => {
	seller = stage.newSeller();
});

const getMany = async (resource: string, parameters: INodeParameters) =>
	await stage.listings(seller, { resource, operation: 'getMany', ...parameters });
const skusOf = (count: number) => Array.from({ length: count }, (_, index) => `T-${index + 1}`);

describe('Listing: Get Many', () => {
	it('finds more SKUs than one search may name, each once', async () => {
		const skus = skusOf(45);
		const filters = { skus: [...skus, 'T-1'].join(', ') };
		const result = await getMany('listing', { marketplaceId: DE, returnAll: true, filters });
		expect(result.error).toBeUndefined();
		const found = answers(result).map(({ sku }) => textOf(sku));
		expect(found.sort()).toEqual([...skus].sort());
		expect(stage.calls(seller)).toEqual(Array(3).fill('searchListingsItems'));
	});

	it('refuses a SKU with a comma, which would find two other listings', async () => {
		const filters = { skus: '={{ ["T-1,T-2"] }}' };
		const result = await getMany('listing', { marketplaceId: DE, filters });
		expect(told(result)).toMatch(
			/SKUs is "T-1,T-2", but it must be a list of SKUs without commas; .*with Get/,
		);
		expect(stage.calls(seller)).toEqual([]);
	});
});

describe('Feed: Get Many', () => {
	const many = (word: string) => `={{ Array.from({ length: 11 }, (_, index) => '${word}' + index) }}`;

	it.each([
		{
			name: 'feed types',
			filters: { feedTypes: many('TYPE_') },
			says: /Feed Types is "11 values".*at most 10/,
		},
		{
			name: 'marketplaces',
			filters: { marketplaceIds: many('A') },
			says: /Marketplaces is "11 values".*at most 10 or none, for all/,
		},
	])('refuses more $name than Amazon takes', async ({ filters, says }) => {
		expect(told(await getMany('feed', { filters }))).toMatch(says);
		expect(stage.calls(seller)).toEqual([]);
	});
});

describe('Feed: Resubmit', () => {
	const UNKNOWN = '999';
	const byId = { __rl: true, mode: 'id', value: '={{ $json.feedId }}' };
	const resubmit = async (items: IDataObject[], node = {}) =>
		await stage.listings(
			seller,
			{
				...{ resource: 'feed', operation: 'resubmit', which: 'all' },
				...{ feedId: byId, feedDocumentId: '={{ $json.feedDocumentId }}' },
			},
			items,
			node,
		);
	const sendOne = async () =>
		answers(await stage.listings(seller, offer('submit', 'stock'), [{ sku: 'T-1', quantity: 1 }]));

	it('keeps the id of a feed that went out when a later one cannot be sent', async () => {
		const [sent = {}] = await sendOne();
		const result = await resubmit([sent, { ...sent, feedId: UNKNOWN }]);
		expect(result.error).toBeUndefined();
		expect(answers(result)).toMatchObject([
			{ sku: 'T-1', status: 'submitted', feedId: expect.any(String) as unknown },
			{
				...{ status: 'failed', reason: 'feed-not-taken', resubmittedFeedId: UNKNOWN },
				message: expect.stringMatching(/^Not sent again: .*999/) as unknown,
			},
		]);
		expect(pairs(result)).toEqual([0, 1]);
	});

	it('fails when nothing went out, and gives errors to who goes on with them', async () => {
		const [sent = {}] = await sendOne();
		const unknown = { ...sent, feedId: UNKNOWN };
		expect((await resubmit([unknown])).status).toBe('error');
		const tolerant = await resubmit([sent, unknown], { onError: 'continueRegularOutput' });
		expect(answers(tolerant)).toMatchObject([
			{ status: 'submitted' },
			{ error: expect.any(String) as unknown },
		]);
	});
});
