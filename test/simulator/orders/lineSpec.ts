import type { Marketplace } from '../../../nodes/amazon/tables/marketplaces';
import { asinOf } from '../listings/listing';
import type { LineDraft } from './draft';
import { plainLine } from './generateDraft';
import { toMinor } from './money';

/** A line of an order that is made to measure; amounts are decimal texts in the marketplace's currency. */
export interface LineSpec {
	/** Default `DEMO-0001`; null for a line without. */
	sku?: string | null;
	/** Default 1. */
	quantity?: number;
	/** Of one unit; default the price of the SKU's seeded listing. */
	price?: string;
	/** For the whole line, each default none. */
	shipping?: string;
	giftWrap?: string;
	codFee?: string;
	discount?: string;
	shippingDiscount?: string;
	/** Per cent; default the country's. */
	taxPercent?: number;
	title?: string;
	asin?: string;
	giftMessage?: string;
	/** Units cancelled since. */
	cancelled?: number;
}

function amountOf(amount: string | undefined, currency: string, field: string): number {
	const minor = toMinor(amount ?? '0', currency);
	if (minor === undefined || minor < 0) throw new Error(`"${field}" is no amount of ${currency}: ${amount}`);
	return minor;
}

/** Throws for an amount that is none. */
export function toLine(spec: LineSpec, marketplace: Marketplace): LineDraft {
	const { currency } = marketplace;
	const sku = spec.sku ?? 'DEMO-0001';
	const plain = plainLine(sku, marketplace, spec.quantity ?? 1);
	const rate = spec.taxPercent === undefined ? plain.taxRate : Math.round(spec.taxPercent * 100);
	const amount = (field: 'shipping' | 'giftWrap' | 'codFee' | 'discount' | 'shippingDiscount') =>
		amountOf(spec[field], currency, field);
	const line: LineDraft = {
		...plain,
		asin: spec.asin ?? asinOf(sku),
		title: spec.title ?? plain.title,
		cancelled: spec.cancelled ?? 0,
		unit: spec.price === undefined ? plain.unit : amountOf(spec.price, currency, 'price'),
		shipping: amount('shipping'),
		giftWrap: amount('giftWrap'),
		codFee: amount('codFee'),
		discount: amount('discount'),
		shippingDiscount: amount('shippingDiscount'),
		taxRate: rate,
		shippingTaxRate: rate,
		...(spec.giftMessage === undefined ? {} : { giftMessage: spec.giftMessage }),
	};
	if (spec.sku === null) delete line.sku;
	return line;
}
