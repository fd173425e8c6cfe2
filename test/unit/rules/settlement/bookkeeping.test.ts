import { BookLines } from '../../../../nodes/rules/settlement/bookkeeping';
import type { Cells } from '../../../../nodes/rules/settlement/columns';
import { aHead, aRow, settle } from './settlements';

const OTHER_ORDER = '302-0000000-0000001';

function book(batch: readonly Cells[], mostOrders?: number) {
	const { rows, verdict } = settle(batch);
	const lines = new BookLines(mostOrders);
	lines.add(rows);
	return { lines: lines.lines(verdict.summary), verdict };
}

const ofAccount = {
	orderId: '',
	sku: '',
	transactionType: 'other-transaction',
	amountType: 'other-transaction',
};
const ROWS: readonly Cells[] = [
	aRow({ amount: '20.00', postedAt: '2026-11-12 00:00:00 UTC' }),
	aRow({ amount: '3.80', description: 'Tax' }),
	aRow({
		amount: '-3.80',
		amountType: 'ItemWithheldTax',
		description: 'MarketplaceFacilitatorTax-Principal',
	}),
	aRow({ amount: '4.00', description: 'Shipping' }),
	aRow({ amount: '-1.00', amountType: 'Promotion', description: 'Shipping' }),
	aRow({ amount: '-3.00', amountType: 'ItemFees', description: 'Commission' }),
	aRow({ amount: '-8.00', transactionType: 'Refund', orderId: OTHER_ORDER }),
	aRow({
		amount: '0.70',
		transactionType: 'Refund',
		orderId: OTHER_ORDER,
		amountType: 'ItemFees',
		description: 'Commission',
	}),
	aRow({ ...ofAccount, amount: '-39.00', description: 'Subscription Fee' }),
	aRow({ ...ofAccount, amount: '-2.00', description: 'Current Reserve Amount' }),
	aRow({ ...ofAccount, amount: '5.00', description: 'Previous Reserve Amount Balance' }),
];

describe('lines for a spreadsheet', () => {
	it('are one for each order, then the account, then the deposit', () => {
		const { lines } = book([aHead({ total: '-23.30' }), ...ROWS]);
		const shown = lines.map(({ lineType, amazonOrderId, kind, sales, shipping, tax, fees, refunds, net }) => [
			lineType,
			amazonOrderId || kind,
			...[sales, shipping, tax, fees, refunds, net],
		]);
		expect(shown).toEqual([
			['order', OTHER_ORDER, '0.00', '0.00', '0.00', '0.70', '-8.00', '-7.30'],
			['order', '302-1234567-7654321', '20.00', '4.00', '3.80', '-3.00', '0.00', '20.00'],
			['account', 'reserve', '0.00', '0.00', '0.00', '0.00', '0.00', '-2.00'],
			['account', 'reserve', '0.00', '0.00', '0.00', '0.00', '0.00', '5.00'],
			['account', 'subscription', '0.00', '0.00', '0.00', '-39.00', '0.00', '-39.00'],
			['total', '', '20.00', '4.00', '3.80', '-41.30', '-8.00', '-23.30'],
		]);
	});

	it('say what they are and when they began', () => {
		const { lines } = book([aHead({ total: '-23.30' }), ...ROWS]);
		expect(lines[1]).toMatchObject({
			promotions: '-1.00',
			withheldTax: '-3.80',
			other: '0.00',
			postedAt: '2026-11-11T03:04:05.000Z',
			currency: 'EUR',
			rows: 6,
		});
		expect(lines[2]).toMatchObject({ description: 'Current Reserve Amount', other: '-2.00' });
		expect(lines.at(-1)).toMatchObject({ description: 'Settlement 12345678901', rows: 11, postedAt: '' });
	});

	it('have a line for what no row explains, so that the total is the deposit', () => {
		const { lines } = book([aHead({ total: '10.00' }), aRow({ amount: '9.00' }), aRow({ amount: '?' })]);
		expect(lines.map(({ lineType, other, net }) => [lineType, other, net])).toEqual([
			['order', '0.00', '9.00'],
			['difference', '1.00', '1.00'],
			['total', '1.00', '10.00'],
		]);
	});

	it('have a difference of any size', () => {
		const rows = Array.from({ length: 3 }, () => aRow({ amount: '-999999999999999.99' }));
		const { lines } = book([aHead({ total: '0.01' }), ...rows]);
		expect(lines.map(({ lineType, net }) => [lineType, net])).toEqual([
			['order', '-2999999999999999.97'],
			['difference', '2999999999999999.98'],
			['total', '0.01'],
		]);
	});

	it('share one line beyond the most orders, and lose nothing', () => {
		const orders = Array.from({ length: 5 }, (_, order) => aRow({ orderId: `302-0000000-000000${order}` }));
		const { lines } = book([aHead({ total: '50.00' }), ...orders], 2);
		expect(lines.map(({ lineType, rows, net }) => [lineType, rows, net])).toEqual([
			['order', 1, '10.00'],
			['order', 1, '10.00'],
			['furtherOrders', 3, '30.00'],
			['total', 5, '50.00'],
		]);
	});

	it('are bounded for the account too', () => {
		const coupons = Array.from({ length: 1_000 }, (_, coupon) =>
			aRow({ ...ofAccount, amountType: 'CouponRedemptionFee', description: `${coupon}`, amount: '-1.00' }),
		);
		const { lines } = book([aHead({ total: '-1000.00' }), ...coupons]);
		expect(lines).toHaveLength(202);
		expect(lines.filter(({ description }) => description === '')).toMatchObject([{ net: '-800.00' }]);
		expect(lines.at(-1)?.net).toBe('-1000.00');
	});

	it('of an empty settlement are its total alone', () => {
		expect(book([aHead({ total: '0.00' })]).lines).toMatchObject([{ lineType: 'total', net: '0.00' }]);
	});
});
