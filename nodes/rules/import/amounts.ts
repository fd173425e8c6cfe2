import { toFixedText } from '../money/decimalText';
import {
	add,
	amount,
	compare,
	divide,
	larger,
	smaller,
	subtract,
	sumOf,
	ZERO,
	type Amount,
} from '../money/money';
import { roundToDecimals } from '../money/rounding';
import type { ChosenLine } from './lines';
import { TaxSum, type TaxChoice } from './tax';
import type { SummedOrder } from '../order/readOrder';
import type { LineSums } from '../order/orderSums';
import type { StoreLine, StoreOrder } from './storeOrder';

/** The money of a store order: everything that adds up to its total. */
export type StoreAmounts = Pick<
	StoreOrder,
	'giftWrap' | 'codFee' | 'otherFee' | 'adjustment' | 'discount' | 'tax' | 'taxIncluded' | 'total'
> & {
	taxCollectedByAmazon: string;
	lines: StoreLine[];
	shipping: { amount: string; discount: string; tax: string };
};

export interface Reckoning {
	/** What the store's order comes to. */
	total: Amount;
	amounts: StoreAmounts;
	/** The store's sum and Amazon's total less tax left out, when the two differ. */
	difference?: { store: string; amazon: string };
	/** Tax on top that is not taken over. */
	taxLeftOut: Amount;
}

interface ReadLine {
	chosen: ChosenLine;
	sums: LineSums;
}

/** What is added up: the lines of an order that go into the store, in a currency with so many decimals. */
export interface ToReckon {
	order: SummedOrder;
	chosen: readonly ChosenLine[];
	tax: TaxChoice;
	decimals: number;
}

/** Adds the chosen lines up. A difference to Amazon's total becomes the adjustment; the caller may refuse it. */
export function reckon({ order, chosen, tax, decimals }: ToReckon): Reckoning {
	const text = (value: Amount) => toFixedText(value, decimals);
	const read = chosen.map((one) => ({ chosen: one, sums: rounded(one.line.sums, decimals) }));
	const taxes = new TaxSum(tax);
	const lines = read.map((line) => toStoreLine(line, taxes, decimals));
	const shippingTax = extraTax(read, taxes, 'shippingTax');
	const giftWrapTax = extraTax(read, taxes, 'giftWrapTax');
	const all = (pick: (sums: LineSums) => Amount) => sumOf(read.map(({ sums }) => pick(sums)));
	const isIncluded = tax.place !== 'on-top';
	const discount = all((sums) => sums.discount);
	const charges = sumOf([
		...read.map(({ sums }) => sums.item),
		all((sums) => sums.shipping),
		all((sums) => sums.giftWrap),
		all((sums) => sums.codFee),
		all((sums) => sums.other),
		isIncluded ? ZERO : taxes.taken,
	]);
	const sum = subtract(charges, discount);
	const expected = expectedTotal(order.sums.total && roundToDecimals(order.sums.total, decimals), sum, taxes);
	const adjustment = subtract(expected, sum);
	return {
		total: expected,
		amounts: {
			lines,
			shipping: {
				amount: text(all((sums) => sums.shipping)),
				discount: text(all((sums) => sums.shippingDiscount)),
				tax: text(shippingTax),
			},
			giftWrap: { amount: text(all((sums) => sums.giftWrap)), tax: text(giftWrapTax) },
			codFee: text(all((sums) => sums.codFee)),
			otherFee: text(all((sums) => sums.other)),
			adjustment: text(adjustment),
			discount: text(discount),
			tax: text(taxes.taken),
			taxIncluded: isIncluded,
			taxCollectedByAmazon: text(taxes.byAmazon),
			total: text(expected),
		},
		difference: compare(adjustment, ZERO) === 0 ? undefined : { store: text(sum), amazon: text(expected) },
		taxLeftOut: taxes.leftOut,
	};
}

/** Amazon's total, less tax on top that is left out; without one the store's sum, which never makes the shop pay. */
function expectedTotal(total: Amount | undefined, sum: Amount, { choice, leftOut }: TaxSum): Amount {
	if (total === undefined) return larger(ZERO, sum);
	return choice.place === 'on-top' ? subtract(total, leftOut) : total;
}

function rounded(sums: LineSums, decimals: number): LineSums {
	const round = (value: Amount) => roundToDecimals(value, decimals);
	const discount = round(sums.discount);
	return {
		item: round(sums.item),
		shipping: round(sums.shipping),
		giftWrap: round(sums.giftWrap),
		codFee: round(sums.codFee),
		other: round(sums.other),
		discount,
		shippingDiscount: smaller(round(sums.shippingDiscount), discount),
		tax: round(sums.tax),
		shippingTax: round(sums.shippingTax),
		giftWrapTax: round(sums.giftWrapTax),
		total: sums.total,
	};
}

/** The tax of what is not goods, as far as it is taken over; gift wrap goes with the goods. */
function extraTax(read: readonly ReadLine[], taxes: TaxSum, kind: 'shippingTax' | 'giftWrapTax'): Amount {
	const isTaken = kind === 'shippingTax' ? taxes.choice.shipping : taxes.choice.items;
	const parts = read.map(({ sums, chosen: { line } }) =>
		taxes.take(sums[kind], isTaken, line.taxCollectedByAmazon),
	);
	return sumOf(parts);
}

function toStoreLine({ chosen, sums }: ReadLine, taxes: TaxSum, decimals: number): StoreLine {
	const { line, quantity, product, backordered, createProduct } = chosen;
	const text = (value: Amount) => toFixedText(value, decimals);
	const goodsTax = subtract(sums.tax, add(sums.shippingTax, sums.giftWrapTax));
	return {
		amazonItemId: line.itemId,
		amazonSku: line.sku ?? '',
		asin: line.asin ?? '',
		sku: product?.sku ?? line.sku ?? line.asin ?? '',
		productId: product?.productId ?? '',
		variantId: product?.variantId ?? '',
		name: line.title ?? product?.name ?? line.sku ?? '',
		quantity,
		unitPrice: text(divide(sums.item, amount(quantity, 0))),
		rowTotal: text(sums.item),
		discount: text(subtract(sums.discount, sums.shippingDiscount)),
		tax: text(taxes.take(goodsTax, taxes.choice.items, line.taxCollectedByAmazon)),
		backordered,
		createProduct,
	};
}
