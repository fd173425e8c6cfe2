import { amountOf, amountText } from '../../../../workflows-examples/source/code/sales/amount';
import { daySums } from '../../../../workflows-examples/source/code/sales/daySums';
import { messageOfDay } from '../../../../workflows-examples/source/code/sales/message';

describe('an amount of a report', () => {
	it.each([
		['19.99', '19.99'],
		['-5', '-5.00'],
		['-0.01', '-0.01'],
		['1980', '1980.00'],
		['', '0.00'],
		['99999999999999999.99', '99999999999999999.99'],
	])('%p is %s', (written, expected) => {
		const amount = amountOf(written);
		expect(amount === undefined ? undefined : amountText(amount)).toBe(expected);
	});

	it.each(['1.299', '1,29', '1e3', 'ten', '.5', '1.299,00', ' 1'])('%p is none', (written) =>
		expect(amountOf(written)).toBeUndefined(),
	);
});

const ROW = {
	...{ 'purchase-date': '2026-11-27T23:30:00+00:00', 'sales-channel': 'Amazon.de', sku: 'MUG' },
	...{ 'product-name': 'A mug', quantity: '1', currency: 'EUR', 'item-price': '0.10', 'item-tax': '0.02' },
	...{ 'item-promotion-discount': '', 'order-status': 'Shipped', 'item-status': 'Shipped' },
};

describe('sums of a day', () => {
	it('are exact, where floats are not', () => {
		const prices = ['0.10', '0.20', '0.30', '99999999999999.99'];
		const [sum] = daySums(prices.map((price) => ({ ...ROW, 'item-price': price })));
		expect(sum).toMatchObject({ units: 4, sales: '100000000000000.59', tax: '0.08', discount: '0.00' });
	});

	it.each([
		['2026-11-27T23:30:00+00:00', '2026-11-27'],
		['2026-11-27T23:30:00-08:00', '2026-11-28'],
		['2026-11-27', '2026-11-27'],
		['yesterday', ''],
		['', ''],
	])('%p is the day %p, in UTC', (date, day) => {
		expect(daySums([{ ...ROW, 'purchase-date': date }])).toMatchObject([{ day }]);
	});

	it.each<[string, object, object]>([
		['cancelled', { 'order-status': 'Cancelled' }, { units: 0, sales: '0.00', unread: 0 }],
		['a cancelled line', { 'item-status': 'Canceled', quantity: '' }, { units: 0, unread: 0 }],
		[
			'pending, without a price',
			{ 'item-price': '', currency: '' },
			{ units: 1, unpriced: 1, sales: '0.00' },
		],
		['a quantity that is none', { quantity: '1.5' }, { units: 0, unread: 1 }],
		['an amount that may mean two', { 'item-tax': '1.299' }, { units: 0, unread: 1, sales: '0.00' }],
		['without a SKU', { sku: '' }, { units: 0, unread: 1 }],
		['without a day', { 'purchase-date': '' }, { units: 0, unread: 1 }],
	])('a row: %s', (_what, change, expected) => {
		expect(daySums([{ ...ROW, ...change }])).toMatchObject([expected]);
	});

	it('a second currency is not added to the first', () => {
		const sums = daySums([ROW, { ...ROW, currency: 'SEK', 'item-price': '90.00' }]);
		expect(sums).toMatchObject([{ units: 1, sales: '0.10', currency: 'EUR', unread: 1 }]);
	});

	it.each(['Non-Amazon', 'Non-Amazon DE'])('what was sold elsewhere (%s) is left out', (channel) => {
		expect(daySums([{ ...ROW, 'sales-channel': channel }])).toEqual([]);
	});

	it('days, marketplaces and products are told apart', () => {
		const others = [
			{ 'purchase-date': '2026-11-26T10:00:00+00:00' },
			{ 'sales-channel': 'Amazon.fr' },
			{ sku: 'CUP' },
		];
		const keys = daySums([ROW, ...others.map((change) => ({ ...ROW, ...change })), ROW]).map(
			({ saleKey }) => saleKey,
		);
		expect(keys).toEqual([
			'2026-11-27|Amazon.de|MUG',
			'2026-11-26|Amazon.de|MUG',
			'2026-11-27|Amazon.fr|MUG',
			'2026-11-27|Amazon.de|CUP',
		]);
	});
});

describe('the message about a day', () => {
	const NOW = Date.parse('2026-11-28T05:00:00Z');

	it('is about the day before, marketplace by marketplace', () => {
		const french = { ...ROW, 'sales-channel': 'Amazon.fr', 'item-price': '' };
		const old = { ...ROW, 'purchase-date': '2026-11-26T10:00:00+00:00' };
		expect(messageOfDay(daySums([ROW, { ...ROW, sku: 'CUP' }, french, old]), NOW)).toEqual({
			subject: 'Amazon, 2026-11-27: 3 pieces sold',
			text: [
				'Amazon, 2026-11-27: 3 pieces sold',
				'',
				'- Amazon.de: 2 pieces, 0.20 EUR',
				'- Amazon.fr: 1 piece, 0.00 EUR',
				'',
				'1 piece of it without a price yet: the next days bring it.',
			].join('\n'),
		});
	});

	it('names rows that cannot be read, of whatever day', () => {
		const { text } = messageOfDay(daySums([{ ...ROW, 'purchase-date': 'x' }]), NOW);
		expect(text).toContain('1 row of the report cannot be read');
	});

	it('a day without a sale is told as such', () => {
		const old = { ...ROW, 'purchase-date': '2026-11-26T10:00:00+00:00' };
		expect(messageOfDay(daySums([old]), NOW).subject).toBe('Amazon, 2026-11-27: 0 pieces sold');
	});
});
