import fc from 'fast-check';

import { toAddress } from '../../../../nodes/amazon/transport/address';

const ORIGIN = 'https://sellingpartnerapi-eu.amazon.com';
const ITEM = '/listings/2021-08-01/items/{sellerId}/{sku}';

describe('toAddress', () => {
	it.each([
		['A/B', 'A%2FB'],
		['A#B?c=d', 'A%23B%3Fc%3Dd'],
		['50%', '50%25'],
		['Größe M', 'Gr%C3%B6%C3%9Fe%20M'],
		['a+b&c', 'a%2Bb%26c'],
		['...', '...'],
	])('encodes the SKU %s', (sku, encoded) => {
		expect(toAddress(ORIGIN, ITEM, { sellerId: 'S', sku })).toBe(
			`${ORIGIN}/listings/2021-08-01/items/S/${encoded}`,
		);
	});

	it.each<Record<string, string>>([{ sku: '' }, { sku: '.' }, { sku: '..' }, { sku: '\ud800' }, {}])(
		'refuses %j',
		(path) => {
			expect(() => toAddress(ORIGIN, ITEM, { sellerId: 'S', ...path })).toThrow(/Correct the sku/);
		},
	);

	it('joins lists by commas, leaves out what is undefined or empty, and encodes page tokens once', () => {
		const query = {
			marketplaceIds: ['A1', 'A2'],
			none: undefined,
			empty: [],
			pageSize: 10,
			locked: false,
			nextToken: 'a+b/c==%2F d',
		};
		const address = new URL(toAddress(ORIGIN, '/x', {}, query));
		expect([...address.searchParams]).toEqual([
			['marketplaceIds', 'A1,A2'],
			['pageSize', '10'],
			['locked', 'false'],
			['nextToken', 'a+b/c==%2F d'],
		]);
	});

	it('brings every SKU through unchanged', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (sku) => {
				fc.pre(!['.', '..'].includes(sku));
				const { pathname } = new URL(toAddress(ORIGIN, ITEM, { sellerId: 'S', sku }));
				expect(decodeURIComponent(pathname.split('/')[5] ?? '')).toBe(sku);
				expect(pathname.split('/')).toHaveLength(6);
			}),
		);
	});
});
