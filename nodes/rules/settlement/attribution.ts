import { isOrderId } from '../item/orderId';
import { shown } from '../verdict/verdict';
import { cellOf, type Cells } from './columns';
import { KINDS, type SettlementKind } from './kinds';

/**
 * Whose money it is: a product's (of an order, where `amazonOrderId` is filled), an order's as a whole, the account's, or
 * nobody knows.
 */
export type AttributedTo = 'item' | 'order' | 'account' | 'unattributed';

export interface Attribution {
	attributedTo: AttributedTo;
	/** One sentence where order or product are missing and would be expected; else empty. */
	attributedWhy: string;
	/** Empty when Amazon names no order. */
	amazonOrderId: string;
	/** What stands in Amazon's column of order ids and is none, such as the number of a shipment to FBA. */
	reference: string;
}

/**
 * Fees of FBA have the number of an inbound shipment where order ids stand, and some rows nothing at all.
 * Source: https://github.com/amzn/selling-partner-api-models/issues/5353
 */
export function attribute(cells: Cells, kind: SettlementKind): Attribution {
	const given = cellOf(cells, 'orderId');
	const hasProduct = cellOf(cells, 'sku') !== '' || cellOf(cells, 'orderItemCode') !== '';
	if (given !== '' && isOrderId(given)) {
		const attributedTo = hasProduct ? 'item' : 'order';
		return { attributedTo, attributedWhy: '', amazonOrderId: given, reference: '' };
	}
	const attributedTo = hasProduct ? 'item' : withoutProduct(kind);
	return {
		attributedTo,
		attributedWhy: whyOf(attributedTo, kind, given),
		amazonOrderId: '',
		reference: given,
	};
}

function withoutProduct(kind: SettlementKind): AttributedTo {
	return kind === 'other' || KINDS[kind].belongsTo === 'order' ? 'unattributed' : 'account';
}

function whyOf(attributedTo: AttributedTo, kind: SettlementKind, given: string): string {
	if (given !== '') return `${shown(given)} is no order id of Amazon's`;
	if (attributedTo === 'account') return '';
	if (attributedTo === 'item') return KINDS[kind].belongsTo === 'order' ? 'Amazon names no order' : '';
	return kind === 'other'
		? "Amazon's words for it are not known here, and it names neither order nor product"
		: 'Amazon names neither order nor product';
}
