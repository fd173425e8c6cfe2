import fc from 'fast-check';

import { askedOf, openFeeds, type FakeFeeds } from './fakeAmazon';
import { submitFeed } from '../../../../nodes/amazon/feeds/submit';
import { SpApiError } from '../../../../nodes/amazon/transport/errors';
import { JSON_LISTINGS_FEED, ORDER_ADJUSTMENT_FEED } from '../../../../nodes/amazon/tables/feedTypes';
import { refuse, reply, SECRETS, type Answer } from '../transport/setting';

const DE = 'A1PA6795UKMFR9';
const FEEDS = '/feeds/2021-06-30/feeds';
const CREATE = `POST ${FEEDS}`;

const UNCLEAR = {
	name: 'SpApiError',
	operation: 'createFeed',
	mayHaveArrived: true,
	message: expect.stringMatching(/look before you (repeat it|send it again)/) as unknown,
};

describe('submitFeed', () => {
	let amazon: FakeFeeds;
	let create: Answer;

	beforeEach(async () => {
		amazon = await openFeeds((request, response, index) => {
			if (request.method === 'POST') create(request, response, index);
			else refuse(response, 403, 'Unauthorized', 'Nobody may look.');
		});
	});

	afterEach(async () => await amazon.wire.close());

	const submit = async (signal?: AbortSignal) =>
		await submitFeed(
			amazon.client,
			{ body: Buffer.from('{"messages":[]}'), marketplaceIds: [DE] },
			JSON_LISTINGS_FEED,
			signal,
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
		{ name: 'the connection broke', lose: (_request, response) => void response.socket?.destroy() },
		{ name: 'Amazon answered 500', lose: (_request, response) => refuse(response, 500, 'InternalFailure') },
		{ name: 'the answer was cut off', lose: (_request, response) => reply(response, 202, '{"feedId":"5') },
		{ name: 'the answer names no feed', lose: (_request, response) => reply(response, 202, {}) },
		{
			name: 'the feed it names is empty',
			lose: (_request, response) => reply(response, 202, { feedId: '' }),
		},
		{ name: 'the answer is empty', lose: (_request, response) => reply(response, 202) },
	])('says that nobody knows when $name, looks nowhere and sends nothing again', async ({ lose }) => {
		create = lose;
		await expect(submit()).rejects.toMatchObject(UNCLEAR);
		expect(creations()).toBe(1);
		expect(askedOf(amazon.wire)).not.toContain(`GET ${FEEDS}`);
	});

	it('says that nobody knows when the execution is stopped on the way', async () => {
		const stop = new AbortController();
		create = () => stop.abort(new Error('Stopped by hand'));
		await expect(submit(stop.signal)).rejects.toMatchObject({ ...UNCLEAR, code: 'STOPPED' });
	});

	it('knows that nothing was sent when Amazon refuses', async () => {
		create = (_request, response) => refuse(response, 400, 'InvalidInput', 'Invalid Input');
		await expect(submit()).rejects.toMatchObject({ status: 400, mayHaveArrived: false });
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

/** What becomes of one call of createFeed: whether Amazon carries it out, and what it answers. */
interface Fortune {
	carriedOut: boolean;
	answer: 'id' | 'broken connection' | 'server fault' | 'nothing' | 'no id';
}

describe('feeds near each other', () => {
	const fortunes = fc.array(
		fc
			.record<Fortune>({
				carriedOut: fc.boolean(),
				answer: fc.constantFrom('id', 'id', 'broken connection', 'server fault', 'nothing', 'no id'),
			})
			// An id is given for what is carried out only.
			.map((fortune) => (fortune.answer === 'id' ? { ...fortune, carriedOut: true } : fortune)),
		{ minLength: 1, maxLength: 5 },
	);

	it('no message is ever booked under the feed of another, whatever answers are lost', async () => {
		await fc.assert(
			fc.asyncProperty(
				fortunes,
				fc.constantFrom(JSON_LISTINGS_FEED, ORDER_ADJUSTMENT_FEED),
				async (plan, type) => {
					const carriedOut = new Map<string, string>();
					const left = [...plan];
					const amazon: FakeFeeds = await openFeeds((request, response) => {
						if (request.method !== 'POST') {
							const feeds = [...carriedOut.keys()].map((feedId) => listedAs(feedId, type.id));
							reply(response, 200, { feeds });
							return;
						}
						const { carriedOut: isTaken, answer } = left.shift() ?? {
							carriedOut: false,
							answer: 'server fault',
						};
						const feedId = String(60_000 + carriedOut.size);
						const { inputFeedDocumentId } = JSON.parse(request.body) as { inputFeedDocumentId: string };
						if (isTaken) carriedOut.set(feedId, inputFeedDocumentId);
						if (answer === 'id') reply(response, 202, { feedId });
						else if (answer === 'nothing') reply(response, 202);
						else if (answer === 'no id') reply(response, 202, { feedId: null });
						else if (answer === 'broken connection') response.socket?.destroy();
						else refuse(response, 500, 'InternalFailure');
					});
					try {
						// All at the same moment, as executions of one n8n are.
						const outcomes = await Promise.all(
							plan.map(async (_, index) => {
								const draft = { body: Buffer.from(`{"messages":[${index}]}`), marketplaceIds: [DE] };
								return await submitFeed(amazon.client, draft, type).catch((reason: unknown) => reason);
							}),
						);
						for (const outcome of outcomes) {
							if (outcome instanceof SpApiError) expect(outcome).toMatchObject({ mayHaveArrived: true });
							else {
								const { feedId, feedDocumentId } = outcome as { feedId: string; feedDocumentId: string };
								expect(carriedOut.get(feedId)).toBe(feedDocumentId);
							}
						}
						const booked = outcomes.filter((outcome) => !(outcome instanceof Error));
						expect(booked).toHaveLength(plan.filter(({ answer }) => answer === 'id').length);
					} finally {
						await amazon.wire.close();
					}
				},
			),
			{ numRuns: 60 },
		);
	}, 60_000);
});

function listedAs(feedId: string, feedType: string): object {
	const createdTime = new Date().toISOString();
	return { feedId, feedType, marketplaceIds: [DE], createdTime, processingStatus: 'IN_QUEUE' };
}
