import type { AmazonOrder, Breakdown, Money, OrderItem } from './amazonOrder';
import type { DiscountSign, LineDraft } from './draft';
import { shareOf, toMinor, toMoney } from './money';

/** How a marketplace prices: which currency, and whether taxes come on top. */
export interface Pricing {
	currency: string;
	taxOnTop: boolean;
	/** Whether included tax is named at all. */
	namesTax: boolean;
	discountSign: DiscountSign;
}

/** What one line costs, in minor units. */
interface LineSums {
	prices: [type: string, amount: number][];
	taxes: [subtype: string, amount: number][];
	discounts: [subtype: string, amount: number][];
	/** Tax that the promotions save. */
	savedTax: number;
}

const total = (parts: readonly [string, number][]) => parts.reduce((sum, [, amount]) => sum + amount, 0);
const present = <T extends [string, number]>(parts: T[]) => parts.filter(([, amount]) => amount !== 0);

function sumsOf(line: LineDraft, { taxOnTop }: Pricing): LineSums {
	const goods = line.unit * (line.ordered - line.cancelled);
	const tax = (amount: number, rate: number) => shareOf(amount, rate, taxOnTop ? 10_000 : 10_000 + rate);
	const saved =
		tax(Math.min(line.discount, goods), line.taxRate) + tax(line.shippingDiscount, line.shippingTaxRate);
	return {
		prices: [
			['ITEM', goods],
			['SHIPPING', line.shipping],
			['GIFT_WRAP', line.giftWrap],
			['COD_FEE', line.codFee],
		],
		taxes: present([
			['ITEM', tax(goods, line.taxRate)],
			['SHIPPING', tax(line.shipping, line.shippingTaxRate)],
			['GIFT_WRAP', tax(line.giftWrap, line.taxRate)],
		]),
		discounts: present([
			['ITEM', line.discount],
			['SHIPPING', line.shippingDiscount],
		]),
		savedTax: saved,
	};
}

/** The item's proceeds; the total is prices - promotions, plus the tax where it comes on top. */
export function toProceeds(line: LineDraft, pricing: Pricing): NonNullable<OrderItem['proceeds']> {
	const currency = line.currency ?? pricing.currency;
	const { prices, taxes, discounts, savedTax } = sumsOf(line, pricing);
	const sign = pricing.discountSign === 'positive' ? 1 : -1;
	const money = (amount: number): Money => toMoney(amount, currency);
	const tax = total(taxes) - savedTax;
	const breakdowns: Breakdown[] = prices
		.filter(([type, amount]) => type === 'ITEM' || amount !== 0)
		.map(([type, amount]) => ({ type, subtotal: money(amount) }));
	if (discounts.length > 0)
		breakdowns.push({
			type: 'DISCOUNT',
			subtotal: money(sign * total(discounts)),
			detailedBreakdowns: discounts.map(([subtype, amount]) => ({ subtype, value: money(sign * amount) })),
		});
	if (taxes.length > 0 && (pricing.taxOnTop || pricing.namesTax))
		breakdowns.push({
			type: 'TAX',
			subtotal: money(tax),
			detailedBreakdowns: present([...taxes, ['DISCOUNT', sign * savedTax]]).map(([subtype, amount]) => ({
				subtype,
				value: money(amount),
			})),
		});
	const sum = total(prices) - total(discounts) + (pricing.taxOnTop ? tax : 0);
	return { proceedsTotal: money(sum), breakdowns };
}

/** Adds up the items whose currency is the order's; nobody can add the others. */
export function toOrderProceeds(
	items: readonly OrderItem[],
	currency: string,
): NonNullable<AmazonOrder['proceeds']> {
	const minorOf = ({ amount }: Money) => toMinor(amount, currency) ?? 0;
	const sums = new Map<string, number>();
	let grandTotal = 0;
	for (const { proceeds } of items) {
		if (proceeds?.proceedsTotal?.currencyCode !== currency) continue;
		grandTotal += minorOf(proceeds.proceedsTotal);
		for (const { type, subtotal } of proceeds.breakdowns ?? [])
			sums.set(type, (sums.get(type) ?? 0) + minorOf(subtotal));
	}
	return {
		grandTotal: toMoney(grandTotal, currency),
		breakdowns: [...sums].map(([type, amount]) => ({ type, subtotal: toMoney(amount, currency) })),
	};
}
