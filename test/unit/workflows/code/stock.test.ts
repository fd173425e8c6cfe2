import { callsOf, changesOf } from '../../../../workflows-examples/source/code/stock/changes';

const row = (sku: string, quantity: unknown) => ({ sku, 'afn-fulfillable-quantity': quantity });

describe('what has changed of the stock', () => {
	const known = [
		{ id: 1, sku: 'A', quantity: 3 },
		{ id: 2, sku: 'B', quantity: null },
	];

	it('is what has another quantity than the table, or is not in it', () => {
		const report = [row('A', '3'), row('B', '0'), row('C', '7')];
		expect(changesOf(report, known)).toEqual({
			changes: [
				{ sku: 'B', quantity: 0, id: 2 },
				{ sku: 'C', quantity: 7, id: null },
			],
			unread: [],
		});
	});

	it('is everything for an empty table, of which n8n gives one row with nothing in it', () => {
		expect(changesOf([row('A', '3')], [{}])).toMatchObject({ changes: [{ sku: 'A', id: null }] });
	});

	it('a SKU with two rows in the table is compared by the first, which is the one that is written', () => {
		const twice = [...known, { id: 9, sku: 'A', quantity: 8 }];
		expect(changesOf([row('A', '3')], twice).changes).toEqual([]);
		expect(changesOf([row('A', '8')], twice).changes).toEqual([{ sku: 'A', quantity: 8, id: 1 }]);
	});

	it.each([
		['no quantity', [row('X', '')], 'X'],
		['a quantity that is none', [row('X', '-1')], 'X'],
		['half a piece', [row('X', '1.5')], 'X'],
		['no SKU', [row('', '1')], ''],
		['two quantities', [row('X', '1'), row('X', '2')], 'X'],
	])('%s: the product is named and nothing is sent of it', (_what, report, sku) => {
		expect(changesOf(report, [])).toEqual({ changes: [], unread: [sku] });
	});

	it('a SKU that stands there twice with the same quantity is sent once', () => {
		expect(changesOf([row('X', '1'), row('X', '1')], [])).toMatchObject({
			changes: [{ sku: 'X' }],
			unread: [],
		});
	});
});

describe('the calls to the store', () => {
	const changes = Array.from({ length: 1001 }, (_, id) => ({ sku: `S-${id}`, quantity: 1, id }));

	it('take 500 products each', () => {
		const calls = callsOf({ changes, unread: [] }) as Array<{ changes: unknown[] }>;
		expect(calls.map((call) => call.changes.length)).toEqual([500, 500, 1]);
	});

	it('come with one item that names what cannot be read, twenty at most', () => {
		const [call] = callsOf({ changes: [], unread: ['', ...changes.slice(0, 30).map(({ sku }) => sku)] });
		expect(call).toEqual({
			error: expect.stringMatching(/^31 products .*: \(no SKU\), S-0, .*S-18 and more$/),
		});
	});
});
