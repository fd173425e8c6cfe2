import { once } from 'node:events';
import { connect } from 'node:net';
import { ManualClock, startSimulator, type FaultSpec, type Simulator } from '../../simulator';
import { ask, listingsFeed, readFeedResult, signIn, submitFeed, type Session } from '../../simulator/client';

const UK = 'A1F83G8C2ARO7P';
const ITEMS = '/listings/2021-08-01/items/ASIMULATOREU1';
const PARTICIPATIONS = { path: '/sellers/v1/marketplaceParticipations' };
const ITEM = { path: `${ITEMS}/DEMO-0001?marketplaceIds=${UK}&includedData=fulfillmentAvailability` };
const zeroStock = {
	method: 'PATCH',
	path: `${ITEMS}/DEMO-0001?marketplaceIds=${UK}`,
	body: {
		productType: 'PRODUCT',
		patches: [
			{
				op: 'replace',
				path: '/attributes/fulfillment_availability',
				value: [{ fulfillment_channel_code: 'DEFAULT', quantity: 0 }],
			},
		],
	},
};

const clock = new ManualClock();
let simulator: Simulator;
let session: Session;

beforeEach(async () => {
	simulator = await startSimulator({ clock, limits: false });
	session = await signIn(simulator.url);
});
afterEach(() => simulator.stop());

const quantity = () => {
	const values = simulator.state.listing('ASIMULATOREU1', 'DEMO-0001')?.attributes[
		'fulfillment_availability'
	];
	return values?.[0]?.['quantity'];
};

describe('faults that answer', () => {
	it.each<[string, FaultSpec, number, string]>([
		['429', { kind: 'status', status: 429 }, 429, 'QuotaExceeded'],
		['500', { kind: 'status', status: 500 }, 500, 'InternalFailure'],
		['503', { kind: 'status', status: 503 }, 503, 'ServiceUnavailable'],
		['an expired token', { kind: 'expire-token' }, 403, 'Unauthorized'],
		['a page of a proxy', { kind: 'status', status: 502, body: '<h1>Bad gateway</h1>' }, 502, 'Bad gateway'],
	])('%s, once', async (_name, fault, status, text) => {
		simulator.faults.add(fault);
		const answer = await session.call(PARTICIPATIONS);
		expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(text)]);
		session = await signIn(simulator.url);
		expect((await session.call(PARTICIPATIONS)).status).toBe(200);
	});

	it('a 503 after the work was done', async () => {
		simulator.faults.add({ kind: 'status', status: 503, processed: true });
		expect((await session.call(zeroStock)).status).toBe(503);
		expect(quantity()).toBe(0);
	});

	it('a wrong content type around the right body', async () => {
		simulator.faults.add({ kind: 'wrong-content-type' });
		const answer = await session.call(PARTICIPATIONS);
		expect(answer.headers.get('content-type')).toBe('text/html');
		expect(JSON.parse(answer.text)).toHaveProperty('payload');
	});
});

describe('faults of the connection', () => {
	it.each<[string, FaultSpec, unknown]>([
		['reset before the request is read', { kind: 'reset-before' }, 54],
		['reset after it was carried out', { kind: 'reset-after' }, 0],
		['an answer cut in half', { kind: 'truncated-body' }, 0],
	])('%s', async (_name, fault, quantityAfter) => {
		expect(quantity()).toBe(54);
		simulator.faults.add(fault);
		await expect(session.call(zeroStock)).rejects.toThrow();
		expect(quantity()).toBe(quantityAfter);
		expect(simulator.calls().at(-1)).toMatchObject({ operation: 'patchListingsItem', faults: [fault.kind] });
		expect((await session.call(ITEM)).status).toBe(200);
	});

	it('a body that dawdles arrives whole', async () => {
		simulator.faults.add({ kind: 'slow-body', delayMs: 50 });
		const started = performance.now();
		expect((await session.call(PARTICIPATIONS)).json).toHaveProperty('payload');
		expect(performance.now() - started).toBeGreaterThan(45);
	});

	it('down for a while: every connection is reset', async () => {
		simulator.faults.add({ kind: 'down', forMs: 10_000 });
		await expect(session.call(PARTICIPATIONS)).rejects.toThrow();
		await expect(ask(simulator.url, { path: '/simulator/state' })).rejects.toThrow();
		clock.advance(10_000);
		expect((await session.call(PARTICIPATIONS)).status).toBe(200);
	});

	it('paused: connections are refused, and the state is kept', async () => {
		await session.call(zeroStock);
		await simulator.pause();
		const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1');
		const [error] = (await once(socket, 'error')) as [Error];
		expect(error).toMatchObject({ code: 'ECONNREFUSED' });
		await simulator.resume();
		expect((await session.call(ITEM)).json).toMatchObject({ fulfillmentAvailability: [{ quantity: 0 }] });
	});
});

describe('faults of feeds and documents', () => {
	const feed = listingsFeed('ASIMULATOREU1', [{ messageId: 1, sku: 'DEMO-0001', operationType: 'DELETE' }]);

	it.each<[FaultSpec['kind'], string]>([
		['feed-fatal', 'FATAL'],
		['feed-cancelled', 'CANCELLED'],
	])('%s: the feed ends %s and changes nothing', async (kind, status) => {
		simulator.faults.add({ kind: kind as 'feed-fatal', operation: 'createFeed' });
		const feedId = await submitFeed(session, feed);
		clock.advance(3000);
		expect(await readFeedResult(session, feedId)).toEqual({ processingStatus: status, report: undefined });
		expect(quantity()).toBe(54);
	});

	it.each(['uploadDocument', 'downloadDocument'])(
		'an address that has expired, for %s',
		async (operation) => {
			const feedId = await submitFeed(session, feed);
			clock.advance(3000);
			const { json } = await session.call({ path: `/feeds/2021-06-30/feeds/${feedId}` });
			const { resultFeedDocumentId: id } = json as { resultFeedDocumentId: string };
			const contentType = 'text/plain';
			const upload = { method: 'POST', path: '/feeds/2021-06-30/documents', body: { contentType } };
			const wish = operation === 'uploadDocument' ? upload : { path: `/feeds/2021-06-30/documents/${id}` };
			const { url } = (await session.call(wish)).json as { url: string };
			simulator.faults.add({ kind: 'expire-document', operation });
			const body = operation === 'uploadDocument' ? { method: 'PUT', body: 'x' } : {};
			const use = () => ask('', { path: url, headers: { 'content-type': contentType }, ...body });
			const refused = await use();
			expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('Request has expired')]);
			expect((await use()).status).toBe(200);
		},
	);
});

describe('faults of lists and clocks', () => {
	const page = async (token?: string) => {
		const next = token === undefined ? '' : `&pageToken=${encodeURIComponent(token)}`;
		const path = `${ITEMS}?marketplaceIds=${UK}&sortBy=sku&sortOrder=ASC&pageSize=2${next}`;
		const { items, pagination } = (await session.call({ path })).json as {
			items: { sku: string }[];
			pagination: { nextToken: string };
		};
		return { skus: items.map(({ sku }) => sku), nextToken: pagination.nextToken };
	};

	it('a page is given twice, and none is lost', async () => {
		const first = await page();
		simulator.faults.add({ kind: 'duplicate-page' });
		const again = await page(first.nextToken);
		const second = await page(again.nextToken);
		expect([first.skus, again.skus, second.skus]).toEqual([
			['DEMO-0001', 'DEMO-0002'],
			['DEMO-0001', 'DEMO-0002'],
			['DEMO-0003', 'DEMO-0004'],
		]);
	});

	it("Amazon's clock is ahead", async () => {
		simulator.faults.add({ kind: 'clock-skew', skewMs: 3600_000 });
		const feedId = await submitFeed(session, {});
		const answer = await session.call({ path: `/feeds/2021-06-30/feeds/${feedId}` });
		const { createdTime } = answer.json as { createdTime: string };
		expect(Date.parse(createdTime) - clock.now()).toBe(3600_000);
		expect(Date.parse(answer.headers.get('date') ?? '') - clock.now()).toBeGreaterThan(3598_000);
	});
});

describe('which calls a fault strikes', () => {
	const statuses = async (count: number) => {
		const found: number[] = [];
		for (let call = 0; call < count; call++) found.push((await session.call(PARTICIPATIONS)).status);
		return found;
	};

	it.each<[string, Omit<FaultSpec, 'kind'>, number[]]>([
		['by default one', {}, [500, 200, 200, 200]],
		['two', { times: 2 }, [500, 500, 200, 200]],
		['all', { times: null }, [500, 500, 500, 500]],
		['after two', { after: 2, times: 1 }, [200, 200, 500, 200]],
		['another operation', { operation: 'getFeeds', times: null }, [200, 200, 200, 200]],
		['another seller', { sellerId: 'AOTHER', times: null }, [200, 200, 200, 200]],
		['this seller', { sellerId: 'ASIMULATOREU1' }, [500, 200, 200, 200]],
		['this operation', { operation: 'getMarketplaceParticipations' }, [500, 200, 200, 200]],
	])('%s', async (_name, spec, expected) => {
		simulator.faults.add({ kind: 'status', status: 500, ...spec });
		expect(await statuses(4)).toEqual(expected);
	});

	it('by chance, the same with the same seed', async () => {
		const run = async (chance: number) => {
			const seeded = await startSimulator({ clock, limits: false, seed: { chance } });
			session = await signIn(seeded.url);
			seeded.faults.add({ kind: 'status', status: 500, times: null, probability: 0.5 });
			const found = await statuses(40);
			await seeded.stop();
			return found.join(' ');
		};
		const first = await run(7);
		expect(await run(7)).toBe(first);
		expect(await run(8)).not.toBe(first);
		expect(first).toMatch(/200.*500|500.*200/);
	});

	it('none that is unknown', () => {
		expect(() => simulator.faults.add({ kind: 'nonsense' } as unknown as FaultSpec)).toThrow(
			'Unknown fault "nonsense"',
		);
	});
});
