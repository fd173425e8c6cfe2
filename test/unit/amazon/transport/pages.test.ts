import { SpApiError } from '../../../../nodes/amazon/transport/errors';
import { OPERATIONS, type SpApiOperation } from '../../../../nodes/amazon/transport/operations';
import { fetchPages } from '../../../../nodes/amazon/transport/pages';
import { aClient, reply, Wire, type Seen } from './setting';

type Bodies = Array<Record<string, unknown>>;

describe('fetchPages', () => {
	let wire: Wire;
	afterEach(async () => await wire.close());

	const read = async (bodies: Bodies, operation: SpApiOperation, pageBudget?: number) => {
		wire = await Wire.open((_, response, index) => reply(response, 200, bodies[index] ?? bodies.at(-1)));
		const query = { feedTypes: ['A', 'B'], pageSize: 2 };
		const pages: unknown[] = [];
		const path = { sellerId: 'S' };
		const { client } = aClient(wire);
		for await (const { body } of fetchPages(client, operation, { path, query }, { pageBudget }))
			pages.push(body);
		return pages;
	};
	const queryOf = (seen: Seen | undefined) => [...new URL(seen?.url ?? '', 'http://x').searchParams];

	it('asks for feeds by the token alone, exactly as Amazon gave it', async () => {
		const token = 'a+b/c==%2F&d';
		const pages = await read([{ feeds: [1], nextToken: token }, { feeds: [2] }], OPERATIONS.getFeeds);
		expect(pages).toEqual([{ feeds: [1], nextToken: token }, { feeds: [2] }]);
		expect(queryOf(wire.seen[0])).toEqual([
			['feedTypes', 'A,B'],
			['pageSize', '2'],
		]);
		expect(queryOf(wire.seen[1])).toEqual([['nextToken', token]]);
	});

	it('keeps the filters beside the token where Amazon wants them', async () => {
		await read([{ pagination: { nextToken: 't' } }, { pagination: {} }], OPERATIONS.searchListingsItems);
		expect(queryOf(wire.seen[1])).toEqual([
			['feedTypes', 'A,B'],
			['pageSize', '2'],
			['pageToken', 't'],
		]);
	});

	it.each([[{}], [{ nextToken: '' }], [{ nextToken: null }], [{ nextToken: 5 }]])(
		'ends at %j',
		async (last) => {
			expect(await read([last], OPERATIONS.getFeeds)).toHaveLength(1);
		},
	);

	it('stops at the page budget and does not ask for more', async () => {
		const bodies = [{ nextToken: '1' }, { nextToken: '2' }, { nextToken: '3' }];
		expect(await read(bodies, OPERATIONS.getFeeds, 2)).toHaveLength(2);
		expect(wire.seen).toHaveLength(2);
	});

	it('goes on after a page that came twice', async () => {
		const bodies = [{ nextToken: '1' }, { nextToken: '2' }, { nextToken: '2' }, { nextToken: '3' }, {}];
		expect(await read(bodies, OPERATIONS.getFeeds)).toHaveLength(5);
	});

	it.each([
		['the same token for ever', [{ nextToken: '1' }]],
		[
			'a circle',
			[{ nextToken: '1' }, { nextToken: '2' }, { nextToken: '1' }, { nextToken: '2' }, { nextToken: '1' }],
		],
	])('gives up on %s', async (_, bodies) => {
		const reading = read(bodies, OPERATIONS.getFeeds);
		await expect(reading).rejects.toThrow(SpApiError);
		await expect(reading).rejects.toMatchObject({ code: 'RepeatedPage', operation: 'getFeeds' });
		expect(wire.seen.length).toBeLessThan(8);
	});
});
