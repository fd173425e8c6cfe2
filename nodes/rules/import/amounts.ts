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
import type { MarketplaceOrder } from '../order/marketplaceOrder';
import { amountOf, lineSums, type LineSums } from '../order/orderSums';
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

/** Adds the chosen lines up. A difference to Amazon's total becomes the adjustment; the caller may refuse it. */
export function reckon(
	order: MarketplaceOrder,
	chosen: readonly ChosenLine[],
	tax: TaxChoice,
	decimals: number,
): Reckoning {
	const text = (value: Amount) => toFixedText(value, decimals);
	const read = chosen.map((one) => ({ chosen: one, sums: rounded(lineSums(one.line), decimals) }));
	const taxes = new TaxSum(tax);
	const lines = read.map((line) => toStoreLine(line, tax, taxes, decimals));
	const shippingTax = taxOf(read, ({ shippingTax: part }) => part, tax.shipping, taxes);
	const giftWrapTax = taxOf(read, ({ giftWrapTax: part }) => part, tax.items, taxes);
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
	// Promotions above the price never make the shop pay.
	const wanted =
		order.total === undefined ? larger(ZERO, sum) : roundToDecimals(amountOf(order.total), decimals);
	const expected = isIncluded || order.total === undefined ? wanted : subtract(wanted, taxes.leftOut);
	const adjustment = subtract(expected, sum);
	return {
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

function rounded(sums: LineSums, decimals: number): LineSums {
	const entries = Object.entries(sums).map(([name, value]: [string, Amount]) => [
		name,
		roundToDecimals(value, decimals),
	]);
	const all = Object.fromEntries(entries) as unknown as LineSums;
	return { ...all, shippingDiscount: smaller(all.shippingDiscount, all.discount) };
}

function taxOf(
	read: readonly ReadLine[],
	pick: (sums: LineSums) => Amount,
	isTaken: boolean,
	taxes: TaxSum,
): Amount {
	const parts = read.map(({ sums, chosen: { line } }) =>
		taxes.take(pick(sums), isTaken, line.taxCollectedByAmazon),
	);
	return sumOf(parts);
}

function toStoreLine({ chosen, sums }: ReadLine, tax: TaxChoice, taxes: TaxSum, decimals: number): StoreLine {
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
		tax: text(taxes.take(goodsTax, tax.items, line.taxCollectedByAmazon)),
		backordered,
		createProduct,
	};
}
