import { compareFigures, minus, sum, times } from '../../fixtures/stores/amounts';
import type {
	WooFeeLine,
	WooLineItem,
	WooOrder,
	WooShippingLine,
	WooTax,
} from '../../fixtures/stores/wooOrder';
import { TAX_RATES } from './lines';

type Lines = Pick<WooOrder, 'line_items' | 'shipping_lines' | 'fee_lines' | 'meta_data'>;
type Totals = Pick<
	WooOrder,
	'discount_total' | 'discount_tax' | 'shipping_total' | 'shipping_tax' | 'cart_tax' | 'total' | 'total_tax'
>;

/**
 * What WooCommerce makes of an order's lines with taxes switched on and prices entered without tax: it calculates
 * the tax of every line by itself and adds it, whatever was sent, unless the order's meta `is_vat_exempt` is `yes`.
 * A subtotal is never below its total, a negative fee never takes more than there is. Two decimals, as the shop is
 * set up, whatever the currency.
 */
export function withTotals<Order extends Lines>(order: Order): Order & Totals {
	const isExempt = order.meta_data.some(({ key, value }) => key === 'is_vat_exempt' && value === 'yes');
	const line_items = order.line_items.map((line) => taxedItem(line, isExempt));
	const shipping_lines = order.shipping_lines.map((line) => taxed(line, TAX_RATES[''] ?? '0', isExempt));
	const fee_lines = limitedFees(order).map((line) => taxed(line, feeRate(line), isExempt));
	const shipping_total = sum(shipping_lines.map(({ total }) => total));
	const shipping_tax = sum(shipping_lines.map(({ total_tax }) => total_tax));
	const cart_tax = sum([...line_items, ...fee_lines].map(({ total_tax }) => total_tax));
	const goods = sum([...line_items, ...fee_lines].map(({ total }) => total));
	const discounts = line_items.map(({ subtotal, total }) => minus(subtotal, total));
	const discountTaxes = line_items.map(({ subtotal_tax, total_tax }) => minus(subtotal_tax, total_tax));
	return {
		...order,
		...{ line_items, shipping_lines, fee_lines },
		...{ discount_total: sum(discounts), discount_tax: sum(discountTaxes), shipping_total, shipping_tax },
		...{ cart_tax, total_tax: sum([cart_tax, shipping_tax]) },
		total: sum([goods, shipping_total, cart_tax, shipping_tax]),
	};
}

function taxedItem(line: WooLineItem, isExempt: boolean): WooLineItem {
	const rate = TAX_RATES[line.tax_class] ?? '0';
	const subtotal = compareFigures(line.subtotal, line.total) < 0 ? line.total : line.subtotal;
	return {
		...taxed(line, rate, isExempt),
		subtotal,
		subtotal_tax: isExempt ? '0.00' : share(subtotal, rate),
	};
}

function taxed<Line extends { total: string; total_tax: string; taxes: WooTax[] }>(
	line: Line,
	rate: string,
	isExempt: boolean,
): Line {
	if (isExempt) return { ...line, total_tax: '0.00', taxes: [] };
	const total_tax = share(line.total, rate);
	return { ...line, total_tax, taxes: [{ id: 1, total: total_tax }] };
}

function feeRate({ tax_status, tax_class }: WooFeeLine): string {
	return tax_status === 'none' ? '0' : (TAX_RATES[tax_class] ?? '0');
}

function limitedFees({ line_items, shipping_lines, fee_lines }: Lines): WooFeeLine[] {
	let before = sum(
		[...line_items, ...shipping_lines].map(({ total }: WooLineItem | WooShippingLine) => total),
	);
	return fee_lines.map((fee) => {
		const least = times(before, -1);
		const total = compareFigures(fee.total, least) < 0 && compareFigures(least, 0) < 0 ? least : fee.total;
		before = sum([before, total]);
		return { ...fee, total };
	});
}

function share(amount: string, percent: string): string {
	return times(times(amount, percent, 4), '0.01');
}
