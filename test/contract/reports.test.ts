import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { startSimulator, type Simulator } from '../simulator';
import { listingsFeed, readFeedResult, signIn, submitFeed, type Session } from '../simulator/client';
import { parseMessage } from '../simulator/feeds/parseMessage';
import { describeWithModels, readModelJson } from './models';
import { problemsIn } from './swagger';

const FEED_SCHEMA = 'schemas/listings-feed-schema-v2.json';
const REPORT_SCHEMA = 'schemas/listings-feed-processing-report-schema-v2.json';
const FEED_EXAMPLE = 'schemas/listings-feed-schema-v2.example.json';
const OFFER_SCHEMA = 'schemas/PRODUCT-gb-LISTING_OFFER_ONLY.json';
const UK = 'A1F83G8C2ARO7P';

function validatorOf(file: string) {
	return addFormats(new Ajv({ strict: false, allErrors: true })).compile(readModelJson<object>(file));
}

const delivered = { sku: 'DEMO-0001', operationType: 'PARTIAL_UPDATE', productType: 'PRODUCT' };
const stock = (quantity: unknown) => ({
	fulfillment_availability: [{ fulfillment_channel_code: 'DEFAULT', quantity }],
});

type FeedCase = [
	name: string,
	feed: (sellerId: string) => unknown,
	status: string,
	accepted: number,
	invalid: number,
];

const FEEDS: FeedCase[] = [
	[
		'accepted and rejected messages',
		(id) =>
			listingsFeed(id, [
				{ messageId: 1, ...delivered, attributes: stock(5) },
				{ messageId: 2, ...delivered, attributes: stock(-5) },
				{ messageId: 3, ...delivered, sku: 'NONE', attributes: stock(-5) },
			]),
		'DONE',
		1,
		2,
	],
	[
		'items in the report',
		(id) =>
			listingsFeed(
				id,
				[{ messageId: 1, ...delivered, attributes: stock(5) }],
				['summaries', 'offers', 'issues'],
			),
		'DONE',
		1,
		0,
	],
	[
		'a message without an id',
		(id) => listingsFeed(id, [{ ...delivered, attributes: stock(5) }]),
		'DONE',
		0,
		1,
	],
	['a message that is a text', (id) => listingsFeed(id, ['no message']), 'DONE', 0, 1],
	[
		'another seller',
		() => listingsFeed('AOTHER', [{ messageId: 1, ...delivered, attributes: stock(5) }]),
		'DONE',
		0,
		0,
	],
	['another version', (id) => ({ header: { sellerId: id, version: '1.0' }, messages: [] }), 'DONE', 0, 0],
	['no message', (id) => listingsFeed(id, []), 'DONE', 0, 0],
	['no JSON', () => '{"header":', 'DONE', 0, 0],
	['no header', () => ({ messages: [] }), 'DONE', 0, 0],
];

describeWithModels("the simulator's processing reports", [REPORT_SCHEMA], () => {
	let simulator: Simulator;
	let session: Session;

	beforeAll(async () => {
		simulator = await startSimulator({ limits: false, feedDelayMs: 0 });
		session = await signIn(simulator.url);
	});
	afterAll(() => simulator.stop());

	it.each(FEEDS)('%s: a valid report', async (_name, feed, status, messagesAccepted, messagesInvalid) => {
		const feedId = await submitFeed(session, feed(session.seller.sellerId));
		const { processingStatus, report } = await readFeedResult(session, feedId);
		const validate = validatorOf(REPORT_SCHEMA);
		expect(processingStatus).toBe(status);
		expect(problemsIn(validate(report) ? [] : validate.errors)).toEqual([]);
		expect(report).toMatchObject({ header: { feedId }, summary: { messagesAccepted, messagesInvalid } });
	});
});

describeWithModels("Amazon's example feed", [FEED_EXAMPLE, REPORT_SCHEMA], () => {
	it('is processed message by message', async () => {
		const simulator = await startSimulator({ limits: false, feedDelayMs: 0 });
		const session = await signIn(simulator.url);
		const { messages } = readModelJson<{ messages: object[] }>(FEED_EXAMPLE);
		const feedId = await submitFeed(session, listingsFeed(session.seller.sellerId, messages));
		const { report } = await readFeedResult(session, feedId);
		await simulator.stop();
		expect(report).toMatchObject({ summary: { messagesProcessed: messages.length } });
		expect(report?.['issues']).not.toContainEqual(expect.objectContaining({ code: '4002008' }));
	});
});

const patch = fc.record(
	{
		op: fc.constantFrom('add', 'replace', 'merge', 'delete', 'remove'),
		path: fc.constant('/attributes/purchasable_offer'),
		value: fc.constant([{ currency: 'GBP' }]),
	},
	{ requiredKeys: ['value'] },
);
const message = fc.record(
	{
		messageId: fc.constantFrom<unknown>(0, 1, 2.5, '1', 2 ** 31 - 1, 2 ** 31),
		sku: fc.constantFrom<unknown>('A', '', 7),
		operationType: fc.constantFrom('UPDATE', 'PARTIAL_UPDATE', 'PATCH', 'DELETE', 'INSERT'),
		productType: fc.constantFrom('PRODUCT', ''),
		requirements: fc.constantFrom('LISTING', 'LISTING_OFFER_ONLY', 'ALL'),
		attributes: fc.constantFrom<unknown>({ a: [{}] }, {}, []),
		patches: fc.array(patch, { maxLength: 2 }),
	},
	{ requiredKeys: [] },
);
const plausible = fc.record(
	{
		messageId: fc.constant(1),
		sku: fc.constant('A'),
		operationType: fc.constantFrom('UPDATE', 'PARTIAL_UPDATE', 'PATCH', 'DELETE'),
		productType: fc.constant('PRODUCT'),
		requirements: fc.constant('LISTING'),
		attributes: fc.constant({ a: [{}] }),
		patches: fc.constant([{ op: 'delete', path: '/attributes/a' }]),
	},
	{ requiredKeys: ['messageId', 'sku', 'operationType'] },
);

describeWithModels('the messages that the simulator takes', [FEED_SCHEMA], () => {
	it("are those of Amazon's feed schema", () => {
		const validate = validatorOf(FEED_SCHEMA);
		const header = { sellerId: 'A', version: '2.0' };
		fc.assert(
			fc.property(fc.oneof(message, plausible), (candidate) => {
				const isValid = validate({ header, messages: [candidate] });
				expect([typeof parseMessage(candidate) !== 'string', candidate]).toEqual([isValid, candidate]);
			}),
			{ numRuns: 2000 },
		);
	});
});

describeWithModels('the listings of the catalogue', [OFFER_SCHEMA], () => {
	it.each(['purchasable_offer', 'fulfillment_availability'])(
		"have a valid %s under Amazon's schema",
		async (name) => {
			const simulator = await startSimulator({ limits: false });
			const { call } = await signIn(simulator.url);
			const path = `/listings/2021-08-01/items/ASIMULATOREU1/DEMO-0001?marketplaceIds=${UK}&includedData=attributes`;
			const { attributes } = (await call({ path })).json as { attributes: Record<string, unknown> };
			await simulator.stop();
			const { $schema: _unknown, ...schema } = readModelJson<{
				$schema: string;
				$defs: object;
				properties: Record<string, object>;
			}>(OFFER_SCHEMA);
			const validate = addFormats(new Ajv({ strict: false, allErrors: true })).compile({
				$defs: schema.$defs,
				...schema.properties[name],
			});
			expect(problemsIn(validate(attributes[name]) ? [] : validate.errors)).toEqual([]);
		},
	);
});
