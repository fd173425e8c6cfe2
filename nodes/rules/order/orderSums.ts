import { add, amount, multiply, subtract, sumOf, ZERO, type Amount } from '../money/money';
import type { NamedAmounts } from './lineAmounts';
import { unitsLeft, type OrderLine } from './marketplaceOrder';

/** The amounts of a line; what Amazon did not name is 0. */
export interface LineSums {
	item: Amount;
	shipping: Amount;
	giftWrap: Amount;
	codFee: Amount;
	other: Amount;
	discount: Amount;
	shippingDiscount: Amount;
	tax: Amount;
	shippingTax: Amount;
	giftWrapTax: Amount;
	/** What Amazon adds up for the line; undefined when it does not. */
	total: Amount | undefined;
}

export interface OrderSums {
	/** Goods, shipping, gift wrap and fees less promotions: without tax and with it. */
	net: { plain: Amount; plusTax: Amount };
	tax: Amount;
	/** What Amazon says the buyer pays; undefined when it does not. */
	total?: Amount;
	/** Amazon's totals of the lines together; undefined when one is missing. */
	lineTotals?: Amount;
}

/** Whether Amazon named any amount of the line. */
export function hasAmounts({ amounts, unitPrice }: OrderLine): boolean {
	return amounts.item !== undefined || amounts.total !== undefined || unitPrice !== undefined;
}

/** A line's sums; the goods' price comes from the unit price when Amazon gave no more. */
export function lineSums({ line, unitPrice = ZERO, amounts, tax }: NamedAmounts): LineSums {
	return {
		item: amounts.item ?? multiply(unitPrice, amount(unitsLeft(line), 0)),
		shipping: amounts.shipping ?? ZERO,
		giftWrap: amounts.giftWrap ?? ZERO,
		codFee: amounts.codFee ?? ZERO,
		other: amounts.other ?? ZERO,
		discount: amounts.discount ?? ZERO,
		shippingDiscount: amounts.shippingDiscount ?? ZERO,
		tax: wholeTax(tax),
		shippingTax: tax.shipping ?? ZERO,
		giftWrapTax: tax.giftWrap ?? ZERO,
		total: amounts.total,
	};
}

/** The whole tax of a line: as Amazon sums it, or its parts less what promotions save. */
function wholeTax({ total, item, shipping, giftWrap, discount }: NamedAmounts['tax']): Amount {
	if (total !== undefined) return total;
	return subtract(sumOf([item ?? ZERO, shipping ?? ZERO, giftWrap ?? ZERO]), discount ?? ZERO);
}

/** Goods, shipping, gift wrap and fees of a line less its promotions, without tax on top. */
function lineNet({ item, shipping, giftWrap, codFee, other, discount }: LineSums): Amount {
	return subtract(sumOf([item, shipping, giftWrap, codFee, other]), discount);
}

/** @param total what Amazon says the buyer pays, if it does */
export function orderSums(lines: readonly LineSums[], total: Amount | undefined): OrderSums {
	const plain = sumOf(lines.map(lineNet));
	const tax = sumOf(lines.map((line) => line.tax));
	const lineTotals = lines.flatMap((line) => line.total ?? []);
	const isKnown = lines.length > 0 && lineTotals.length === lines.length;
	return {
		net: { plain, plusTax: add(plain, tax) },
		tax,
		total,
		lineTotals: isKnown ? sumOf(lineTotals) : undefined,
	};
}
