import { askedOf, listed, openFeeds, type FakeFeeds } from './fakeAmazon';
import type { Feed } from '../../../../nodes/amazon/feeds/feed';
import { submitFeed } from '../../../../nodes/amazon/feeds/submit';
import { JSON_LISTINGS_FEED } from '../../../../nodes/amazon/tables/feedTypes';
import { refuse, reply, SECRETS, type Answer } from '../transport/setting';

const DE = 'A1PA6795UKMFR9';
const UK = 'A1F83G8C2ARO7P';
const FEEDS = '/feeds/2021-06-30/feeds';
const CREATE = `POST ${FEEDS}`;

describe('submitFeed', () => {
	let amazon: FakeFeeds;
	let create: Answer;
	let feeds: Feed[];

	beforeEach(async () => {
		feeds = [];
		amazon = await openFeeds((request, response, index) => {
			if (request.method === 'POST') create(request, response, index);
			else reply(response, 200, { feeds });
		});
	});

	afterEach(async () => await amazon.wire.close());

	const submit = async (knownFeedIds?: ReadonlySet<string>, marketplaceIds = [DE]) =>
		await submitFeed(
			amazon.client,
			{ body: Buffer.from('{"messages":[]}'), marketplaceIds },
			JSON_LISTINGS_FEED,
			amazon.clock,
			{ knownFeedIds },
		);
	const creations = () => askedOf(amazon.wire).filter((asked) => asked === CREATE).length;

	it('uploads the document with the declared type and submits it', async () => {
		create = (_request, response) => reply(response, 202, { feedId: '50001' });
		expect(await submit()).toEqual({ feedId: '50001', feedDocumentId: 'doc-1' });
		expect(askedOf(amazon.wire)).toEqual(['POST /feeds/2021-06-30/documents', 'PUT /storage/1', CREATE]);
		expect(amazon.wire.seen[1]?.headers['content-type']).toBe('application/json; charset=UTF-8');
		expect(amazon.wire.seen[1]?.headers).not.toHaveProperty('x-amz-access-token');
		expect(JSON.parse(amazon.wire.seen[2]?.body ?? '')).toEqual({
			feedType: 'JSON_LISTINGS_FEED',
			marketplaceIds: [DE],
			inputFeedDocumentId: 'doc-1',
		});
	});

	it.each<{ name: string; lose: Answer }>([
		{
			name: 'the connection broke',
			lose: (_request, response) => void response.socket?.destroy(),
		},
		{
			name: 'Amazon answered 500',
			lose: (_request, response) => refuse(response, 500, 'InternalFailure'),
		},
		{
			name: 'the answer was cut off',
			lose: (_request, response) => reply(response, 202, '{"feedId":"5'),
		},
	])('finds the feed whose answer was lost: $name', async ({ lose }) => {
		create = lose;
		feeds = [listed('50001')];
		expect(await submit()).toEqual({ feedId: '50001', feedDocumentId: 'doc-1' });
		expect(creations()).toBe(1);
	});

	const OPEN_QUESTIONS: Array<{ name: string; list: Feed[]; known?: string[] }> = [
		{ name: 'Amazon has none', list: [] },
		{ name: 'Amazon has two that fit', list: [listed('1'), listed('2')] },
		{ name: 'the only one is of another marketplace', list: [listed('1', { marketplaceIds: [UK] })] },
		{ name: 'the only one is of more marketplaces', list: [listed('1', { marketplaceIds: [DE, UK] })] },
		{ name: 'the only one is a sister feed of this run', list: [listed('1')], known: ['1'] },
	];

	it.each(OPEN_QUESTIONS)(
		'says that it cannot tell when $name, and sends nothing again',
		async ({ list, known }) => {
			create = (_request, response) => void response.socket?.destroy();
			feeds = list;
			await expect(submit(new Set(known))).rejects.toMatchObject({
				name: 'SpApiError',
				mayHaveArrived: true,
				message: expect.stringContaining('look before you repeat it') as unknown,
			});
			expect(creations()).toBe(1);
		},
	);

	it('tells sister feeds of the same run from the lost one', async () => {
		create = (_request, response) => void response.socket?.destroy();
		feeds = [listed('2'), listed('1')];
		expect(await submit(new Set(['1']))).toMatchObject({ feedId: '2' });
	});

	it('knows the marketplaces in whatever order Amazon lists them', async () => {
		create = (_request, response) => void response.socket?.destroy();
		feeds = [listed('1', { marketplaceIds: [UK, DE] })];
		expect(await submit(undefined, [DE, UK])).toMatchObject({ feedId: '1' });
	});

	it('does not look for a feed that Amazon refused', async () => {
		create = (_request, response) => refuse(response, 400, 'InvalidInput', 'Invalid Input');
		await expect(submit()).rejects.toMatchObject({ status: 400, mayHaveArrived: false });
		expect(askedOf(amazon.wire)).not.toContain(`GET ${FEEDS}`);
	});

	it('waits out a 429, since nothing was accepted', async () => {
		create = (_request, response, index) =>
			index < 3 ? refuse(response, 429, 'QuotaExceeded') : reply(response, 202, { feedId: '50001' });
		expect(await submit()).toMatchObject({ feedId: '50001' });
		expect(creations()).toBe(2);
		expect(amazon.uploads).toHaveLength(1);
	});

	it('keeps secrets out of the error', async () => {
		create = (_request, response) => void response.socket?.destroy();
		const error: unknown = await submit().catch((reason: unknown) => reason);
		const text = `${JSON.stringify(error)} ${String(error)} ${amazon.lines.join()}`;
		for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
	});
});
