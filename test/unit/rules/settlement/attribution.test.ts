import { attribute } from '../../../../nodes/rules/settlement/attribution';
import type { SettlementKind } from '../../../../nodes/rules/settlement/kinds';
import { cells, ORDER_ID } from './settlements';

describe('whose money a row is', () => {
	it.each<{
		name: string;
		given: Parameters<typeof cells>[0];
		kind: SettlementKind;
		expected: ReturnType<typeof attribute>;
	}>([
		{
			name: 'a product of an order',
			given: { orderId: ORDER_ID, sku: 'A' },
			kind: 'sale',
			expected: { attributedTo: 'item', attributedWhy: '', amazonOrderId: ORDER_ID, reference: '' },
		},
		{
			name: 'a product that Amazon names by its line only',
			given: { orderId: ORDER_ID, orderItemCode: '12345' },
			kind: 'commission',
			expected: { attributedTo: 'item', attributedWhy: '', amazonOrderId: ORDER_ID, reference: '' },
		},
		{
			name: 'an order as a whole',
			given: { orderId: 'S01-1234567-1234567' },
			kind: 'fulfillmentFee',
			expected: {
				attributedTo: 'order',
				attributedWhy: '',
				amazonOrderId: 'S01-1234567-1234567',
				reference: '',
			},
		},
		{
			name: 'a product without an order',
			given: { sku: 'A' },
			kind: 'reimbursement',
			expected: { attributedTo: 'item', attributedWhy: '', amazonOrderId: '', reference: '' },
		},
		{
			name: 'a product whose order is missing',
			given: { sku: 'A' },
			kind: 'sale',
			expected: {
				attributedTo: 'item',
				attributedWhy: 'Amazon names no order',
				amazonOrderId: '',
				reference: '',
			},
		},
		{
			name: 'the account',
			given: {},
			kind: 'subscription',
			expected: { attributedTo: 'account', attributedWhy: '', amazonOrderId: '', reference: '' },
		},
		{
			name: "a shipment to Amazon's warehouse",
			given: { orderId: 'FBA19CD9HGQ8' },
			kind: 'fee',
			expected: {
				attributedTo: 'account',
				attributedWhy: '"FBA19CD9HGQ8" is no order id of Amazon\'s',
				amazonOrderId: '',
				reference: 'FBA19CD9HGQ8',
			},
		},
		{
			name: 'nobody, of a kind that belongs to an order',
			given: {},
			kind: 'facilitatorTax',
			expected: {
				attributedTo: 'unattributed',
				attributedWhy: 'Amazon names neither order nor product',
				amazonOrderId: '',
				reference: '',
			},
		},
		{
			name: 'nobody, of a kind that is not known',
			given: {},
			kind: 'other',
			expected: {
				attributedTo: 'unattributed',
				attributedWhy: "Amazon's words for it are not known here, and it names neither order nor product",
				amazonOrderId: '',
				reference: '',
			},
		},
	])('$name', ({ given, kind, expected }) => {
		expect(attribute(cells(given), kind)).toEqual(expected);
	});
});
