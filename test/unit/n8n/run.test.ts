import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { CREDENTIAL, fakeExecution, resourceOf, type FakeOptions } from './fakes';
import { SpApiError } from '../../../nodes/amazon/transport/errors';
import type { Outcome, Resource } from '../../../nodes/n8n/operation';
import { run } from '../../../nodes/n8n/run';

const THREE = [{ n: 0 }, { n: 1 }, { n: 2 }];

async function execute(resources: Resource[], options: FakeOptions = {}) {
	const [items = []] = await run(fakeExecution({ items: THREE, ...options }).n8n, resources);
	return items;
}

const numbered = (item: number) => ({ json: { item } });
const numberedLater = async (_: unknown, item: number) => await Promise.resolve(numbered(item));
const refusal = new SpApiError({
	message: 'Amazon refused getFeed (404 NotFound): no such feed.',
	operation: 'getFeed',
	status: 404,
	code: 'NotFound',
	requestId: 'request-7',
	hint: 'Check spelling.',
});

/** Lets the operations be finished in the order a test wants. */
function gates(count: number) {
	const opened: Array<() => void> = [];
	const passed = Array.from(
		{ length: count },
		(_, index) => new Promise<void>((open) => void (opened[index] = open)),
	);
	return { open: (index: number) => opened[index]?.(), pass: async (index: number) => await passed[index] };
}

const settled = async () => await new Promise((resolve) => setImmediate(resolve));

describe('run', () => {
	it('answers nothing with nothing, without asking for the credential', async () => {
		const { n8n } = fakeExecution({ items: [] });
		n8n.getCredentials = () => Promise.reject(new Error('asked'));
		expect(await run(n8n, resourceOf({ each: numberedLater }))).toEqual([[]]);
	});

	it('names an operation that is not there', async () => {
		const parameters = { resource: 'thing', operation: 'undo' };
		await expect(execute(resourceOf({ each: numberedLater }), { parameters })).rejects.toThrow(
			'"thing: undo" does not exist here',
		);
	});

	it.each([
		{
			name: 'one answer each',
			each: (item: number) => numbered(item),
			expected: [
				[0, 0],
				[1, 1],
				[2, 2],
			],
		},
		{
			name: 'as many answers as the item',
			each: (item: number) =>
				Array.from({ length: item }, (_, part) => ({ json: { item: item * 10 + part } })),
			expected: [
				[10, 1],
				[20, 2],
				[21, 2],
			],
		},
	])('pairs every answer with its item: $name', async ({ each, expected }) => {
		const items = await execute(resourceOf({ each: async (_, item) => await Promise.resolve(each(item)) }));
		expect(items.map(({ json, pairedItem }) => [json.item, pairedItem])).toEqual(
			expected.map(([value, item]) => [value, { item }]),
		);
	});

	it('keeps the order of the items however the answers arrive, and runs no more at once than allowed', async () => {
		const gate = gates(3);
		const started: number[] = [];
		const running = execute(
			resourceOf({
				parallel: 2,
				each: async (_, item) => {
					started.push(item);
					await gate.pass(item);
					return numbered(item);
				},
			}),
		);
		await settled();
		expect(started).toEqual([0, 1]);
		gate.open(1);
		await settled();
		expect(started).toEqual([0, 1, 2]);
		gate.open(2);
		gate.open(0);
		expect((await running).map(({ json }) => json.item)).toEqual([0, 1, 2]);
	});

	it('stops at the first item that fails, and says which', async () => {
		const started: number[] = [];
		const each = async (_: unknown, item: number) => {
			started.push(item);
			if (item === 1) throw refusal;
			return await numberedLater(_, item);
		};
		const error: unknown = await execute(resourceOf({ each })).catch((reason: unknown) => reason);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'Amazon refused getFeed (404 NotFound): no such feed. [item 1]',
			description: "Check spelling. Amazon's request id: request-7",
			httpCode: '404',
			context: { itemIndex: 1 },
		});
		expect(started).toEqual([0, 1]);
	});

	it('goes on after a failure when told to, and gives the failure to its item', async () => {
		const each = async (_: unknown, item: number) => {
			if (item === 1) throw refusal;
			return await numberedLater(_, item);
		};
		expect(await execute(resourceOf({ each }), { continueOnFail: true })).toEqual([
			{ json: { item: 0 }, pairedItem: { item: 0 } },
			{
				json: {
					error: refusal.message,
					details: {
						hint: 'Check spelling.',
						code: 'NotFound',
						status: 404,
						requestId: 'request-7',
						operation: 'getFeed',
					},
				},
				pairedItem: { item: 1 },
			},
			{ json: { item: 2 }, pairedItem: { item: 2 } },
		]);
	});

	it('takes what is thrown for an error, whatever it is', async () => {
		const each = () => {
			// eslint-disable-next-line @typescript-eslint/only-throw-error -- what this test is about
			throw 'just text';
		};
		const items = await execute(resourceOf({ each }), { continueOnFail: true });
		expect(items.map(({ json }) => json)).toEqual(Array(3).fill({ error: 'just text' }));
	});

	it('sorts the outcomes of a batch by item and keeps several of one item in order', async () => {
		const outcomes: Outcome[] = [
			{ item: 2, json: { at: 'c' } },
			{ item: 0, json: { at: 'a1' } },
			{ item: 1, error: new Error('b') },
			{ item: 0, json: { at: 'a2' } },
		];
		const items = await execute(resourceOf({ batch: () => outcomes }), { continueOnFail: true });
		expect(items.map(({ json, pairedItem }) => [json.at ?? json.error, pairedItem])).toEqual([
			['a1', { item: 0 }],
			['a2', { item: 0 }],
			['b', { item: 1 }],
			['c', { item: 2 }],
		]);
	});

	it('gives a batch the items as they came', async () => {
		let given: unknown;
		const batch = (_: unknown, items: unknown) => {
			given = items;
			return THREE.map((json, item) => ({ item, json }));
		};
		await execute(resourceOf({ batch }));
		expect(given).toEqual(THREE);
	});

	it.each([{ continueOnFail: false }, { continueOnFail: true }])(
		'refuses a batch that forgets an item (continueOnFail: $continueOnFail)',
		async ({ continueOnFail }) => {
			const batch = () => [numbered(0), numbered(2)].map(({ json }) => ({ item: Number(json.item), json }));
			const running = execute(resourceOf({ batch }), { continueOnFail });
			const message = '[Item 1] got no answer from "Do"; please report this';
			if (!continueOnFail) await expect(running).rejects.toThrow(message);
			else
				expect(await running).toEqual(
					THREE.map((_, item) => ({ json: { error: message }, pairedItem: { item } })),
				);
		},
	);

	it.each([{ continueOnFail: false }, { continueOnFail: true }])(
		'names what the credential lacks (continueOnFail: $continueOnFail)',
		async ({ continueOnFail }) => {
			const credentials = { ...CREDENTIAL, sellerId: ' ' };
			const running = execute(resourceOf({ each: numberedLater }), {
				credentials,
				continueOnFail,
			});
			const message =
				'Seller ID (Merchant Token) must be filled in, in the Amazon Selling Partner API credential';
			if (!continueOnFail) await expect(running).rejects.toThrow(NodeOperationError);
			else expect((await running).map(({ json }) => json)).toEqual(Array(3).fill({ error: message }));
		},
	);
});
