import fc from 'fast-check';
import type { StoreLine, StoreOrder } from '../../../../nodes/rules/import/storeOrder';
import { storeLine, storeOrder, toText, toUnits } from './orderBuilder';

const units = fc.oneof(fc.nat(3), fc.nat(5000), fc.nat(2_000_000));

interface LineUnits {
	quantity: number;
	row: number;
	discount: number;
	tax: number;
}

/** Mostly within the price, at times above it: promotions are not ours to doubt. */
const line: fc.Arbitrary<LineUnits> = fc
	.tuple(fc.integer({ min: 1, max: 60 }), units, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(9), units)
	.map(([quantity, row, share, excess, tax]) => ({
		quantity,
		row,
		discount: Math.floor(row * share) + (excess === 0 ? 77 : 0),
		tax: Math.min(tax, row),
	}));

const parts = fc.record({
	currency: fc.constantFrom('USD', 'EUR', 'JPY'),
	lines: fc.array(line, { minLength: 1, maxLength: 4 }),
	shipping: fc.tuple(units, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(500)),
	giftWrap: fc.tuple(fc.oneof(fc.constant(0), units), fc.nat(50)),
	codFee: fc.oneof(fc.constant(0), units),
	otherFee: fc.oneof(fc.constant(0), units),
	adjustment: fc.oneof(fc.constant(0), fc.integer({ min: -2_000_000, max: 2_000_000 })),
	taxSaved: fc.double({ min: 0, max: 1, noNaN: true }),
	taxCollected: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
	taxIncluded: fc.boolean(),
	channel: fc.constantFrom('AFN' as const, 'MFN' as const),
	shipped: fc.boolean(),
	unpaid: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
});

/** Store orders that keep the contract: whatever adds up, and is not below 0 without the tax. */
export const arbitraryOrder: fc.Arbitrary<StoreOrder> = parts.map((part) => {
	const text = (value: number) => toText(value, part.currency);
	const [shipping, shippingShare, shippingTax] = part.shipping;
	const shippingDiscount = Math.floor(shipping * shippingShare);
	const [giftWrap, wrapTax] = part.giftWrap;
	const giftWrapTax = Math.min(giftWrap, wrapTax);
	const discount = sum(part.lines.map((one) => one.discount)) + shippingDiscount;
	const taxOfParts = sum(part.lines.map(({ tax }) => tax)) + shippingTax + giftWrapTax;
	const tax = taxOfParts - Math.floor(taxOfParts * part.taxSaved);
	const charges = sum(part.lines.map(({ row }) => row)) + shipping + giftWrap + part.codFee + part.otherFee;
	const adjustment = Math.max(part.adjustment, discount - charges);
	const order = storeOrder({
		currency: part.currency,
		fulfillmentChannel: part.channel,
		shipped: part.shipped,
		lines: part.lines.map((one) => toLine(one, text)),
		shipping: {
			method: 'flatrate_flatrate',
			title: 'Standard',
			amount: text(shipping),
			discount: text(shippingDiscount),
			tax: text(shippingTax),
		},
		giftWrap: { amount: text(giftWrap), tax: text(giftWrapTax) },
		codFee: text(part.codFee),
		otherFee: text(part.otherFee),
		adjustment: text(adjustment),
		discount: text(discount),
		tax: text(tax),
		taxIncluded: part.taxIncluded,
		taxCollectedByAmazon: text(Math.floor(tax * part.taxCollected)),
	});
	const total = toUnits(order.total, part.currency);
	return { ...order, toCollect: text(Math.floor(total * part.unpaid)) };
});

function toLine({ quantity, row, discount, tax }: LineUnits, text: (units: number) => string): StoreLine {
	return storeLine({
		quantity,
		unitPrice: text(Math.round(row / quantity)),
		rowTotal: text(row),
		discount: text(discount),
		tax: text(tax),
	});
}

function sum(values: readonly number[]): number {
	return values.reduce((a, b) => a + b, 0);
}
