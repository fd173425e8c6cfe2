import { parseDecimal } from '../money/decimalText';
import { add, multiply, subtract, amount, ZERO, type Amount } from '../money/money';
import type { MarketplaceOrder, OrderLine } from './marketplaceOrder';

/** The amounts of a line as numbers; what Amazon did not name is 0. */
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

/** An amount of the order; 0 for what is absent. Unreadable amounts are found by `unreadableAmount` first. */
export function amountOf(text: string | undefined): Amount {
	return (text === undefined ? undefined : parseDecimal(text)) ?? ZERO;
}

export function sumOf(amounts: readonly Amount[]): Amount {
	return amounts.reduce(add, ZERO);
}

/** Whether Amazon named any amount of the line. */
export function hasAmounts({ amounts, unitPrice }: OrderLine): boolean {
	return amounts.item !== undefined || amounts.total !== undefined || unitPrice !== undefined;
}

/** Reads a line's amounts; the goods' price comes from the unit price when Amazon gave no more. */
export function lineSums(line: OrderLine): LineSums {
	const { amounts, tax } = line;
	return {
		item: amounts.item === undefined ? fromUnitPrice(line) : amountOf(amounts.item),
		shipping: amountOf(amounts.shipping),
		giftWrap: amountOf(amounts.giftWrap),
		codFee: amountOf(amounts.codFee),
		other: amountOf(amounts.other),
		discount: amountOf(amounts.discount),
		shippingDiscount: amountOf(amounts.shippingDiscount),
		tax: lineTax(line),
		shippingTax: amountOf(tax.shipping),
		giftWrapTax: amountOf(tax.giftWrap),
	};
}

/** The whole tax of a line: as Amazon sums it, or its parts less what promotions save. */
export function lineTax({ tax }: OrderLine): Amount {
	if (tax.total !== undefined) return amountOf(tax.total);
	const parts = sumOf([amountOf(tax.item), amountOf(tax.shipping), amountOf(tax.giftWrap)]);
	return subtract(parts, amountOf(tax.discount));
}

function fromUnitPrice({ unitPrice, ordered, cancelled }: OrderLine): Amount {
	return multiply(amountOf(unitPrice), amount(Math.max(0, ordered - cancelled), 0));
}

/** Goods, shipping, gift wrap and fees of a line less its promotions, without tax on top. */
function lineNet(sums: LineSums): Amount {
	const charges = sumOf([sums.item, sums.shipping, sums.giftWrap, sums.codFee, sums.other]);
	return subtract(charges, sums.discount);
}

export function orderSums(order: MarketplaceOrder): OrderSums {
	const lines = order.lines.map(lineSums);
	const plain = sumOf(lines.map(lineNet));
	const tax = sumOf(lines.map((line) => line.tax));
	const lineTotals = order.lines.map((line) => line.amounts.total);
	const isKnown = lineTotals.length > 0 && lineTotals.every((text) => text !== undefined);
	return {
		net: { plain, plusTax: add(plain, tax) },
		tax,
		total: order.total === undefined ? undefined : amountOf(order.total),
		lineTotals: isKnown ? sumOf(lineTotals.map(amountOf)) : undefined,
	};
}

/** The first amount of the order that is no plain decimal number, with its place; undefined when all are. */
export function unreadableAmount(order: MarketplaceOrder): { place: string; text: string } | undefined {
	const isBad = (text: unknown) => text !== undefined && parseDecimal(text) === undefined;
	if (isBad(order.total)) return { place: 'the total', text: String(order.total) };
	for (const line of order.lines) {
		const entries = Object.entries({ ...line.amounts, unitPrice: line.unitPrice, ...taxEntries(line) });
		const bad = entries.find(([, text]) => isBad(text));
		if (bad !== undefined) return { place: `${bad[0]} of item ${line.itemId}`, text: String(bad[1]) };
	}
	return undefined;
}

function taxEntries({ tax }: OrderLine): Record<string, string | undefined> {
	return Object.fromEntries(
		Object.entries(tax).map(([name, text]: [string, string]) => [`tax ${name}`, text]),
	);
}
