import type { StoreOrder } from '../import/storeOrder';
import { isZero } from './orderMoney';

/** An amount besides goods and shipping, for which the platforms have no field of their own. */
export interface Extra {
	code: 'gift-wrap' | 'cod-fee' | 'other-fee' | 'adjustment';
	title: string;
	/** Only an adjustment can be negative. */
	amount: string;
	/** Part of `amount`, or on top of it, as for the whole order. */
	tax: string;
}

/** The amounts besides goods and shipping that are not 0, the adjustment last. */
export function extrasOf(order: StoreOrder): Extra[] {
	const { giftWrap, codFee, otherFee, adjustment } = order;
	const extras: Extra[] = [
		{ code: 'gift-wrap', title: 'Gift wrap', ...giftWrap },
		{ code: 'cod-fee', title: 'Cash on delivery', amount: codFee, tax: '0' },
		{ code: 'other-fee', title: 'Other fee', amount: otherFee, tax: '0' },
		{ code: 'adjustment', title: "Adjustment to Amazon's total", amount: adjustment, tax: '0' },
	];
	return extras.filter(({ amount, tax }) => !isZero(amount) || !isZero(tax));
}
