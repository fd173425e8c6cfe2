import fc from 'fast-check';

import { alignRows } from '../../../nodes/n8n/columns';

const COLUMNS = { first: ['status', 'sku'], last: ['feedId'] };

it('gives all rows the same columns, those that people read first', () => {
	const rows = [
		{ feedId: null, sku: 'A', status: 'held', reason: null, extra: 0 },
		{ sku: 'B', status: 'submitted', message: undefined, more: false },
	];
	expect(alignRows(rows, COLUMNS).map((row) => JSON.stringify(row))).toEqual([
		'{"status":"held","sku":"A","reason":null,"extra":0,"message":"","more":"","feedId":""}',
		'{"status":"submitted","sku":"B","reason":"","extra":"","message":"","more":false,"feedId":""}',
	]);
});

it('loses no value and adds no column that no row has', () => {
	const row = fc.dictionary(
		fc.constantFrom('status', 'sku', 'feedId', 'a', 'b', '7'),
		fc.oneof(fc.string(), fc.nat()),
	);
	fc.assert(
		fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
			const aligned = alignRows(rows, COLUMNS);
			const names = new Set(rows.flatMap((one) => Object.keys(one)));
			aligned.forEach((one, index) => {
				expect(new Set(Object.keys(one))).toEqual(names);
				expect(one).toMatchObject(rows[index] ?? {});
			});
		}),
	);
});
