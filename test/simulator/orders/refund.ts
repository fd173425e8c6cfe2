import type { AmazonOrder, Breakdown, OrderItem } from './amazonOrder';
import { toMinor } from './money';

export interface RefundPart {
	/** Amazon's component, such as Principal or Shipping. */
	type: string;
	/** Decimal text. */
	amount: string;
	currency: string;
}

/** What went back to the buyer for one item. */
export interface Refund {
	orderItemId: string;
	/** Amazon's adjustment reason. */
	reason: string;
	/** Prices given back; a restocking fee is kept. */
	components: RefundPart[];
	/** Promotions taken back. */
	promotions: RefundPart[];
	quantity?: number;
	/** The seller's own id of the adjustment. */
	adjustmentId?: string;
	atMs: number;
	feedId: string;
	messageId: string;
}

/** What a component was paid as: a type of the item's proceeds, and for taxes the part of the tax. */
const PAID_AS: Readonly<Record<string, readonly [type: string, subtype?: string]>> = {
	Principal: ['ITEM'],
	Shipping: ['SHIPPING'],
	GiftWrap: ['GIFT_WRAP'],
	COD: ['COD_FEE'],
	Other: ['OTHER'],
	Tax: ['TAX', 'ITEM'],
	ShippingTax: ['TAX', 'SHIPPING'],
	GiftWrapTax: ['TAX', 'GIFT_WRAP'],
	CODTax: ['TAX', 'COD_FEE'],
};

/** Kept by the seller, so it makes the refund smaller. */
const KEPT = ['RestockingFee', 'RestockingFeeTax'];

/** Paid back as part of the price, and refused apart from it, where prices include their tax. */
const TAXES = ['Tax', 'ShippingTax', 'GiftWrapTax', 'CODTax'];

function minorOf(amount: string | undefined, currency: string): number {
	return amount === undefined ? 0 : (toMinor(amount, currency) ?? 0);
}

function paidFor(breakdowns: readonly Breakdown[], component: string): string | undefined {
	const [type, subtype] = PAID_AS[component] ?? [];
	const found = breakdowns.find((candidate) => candidate.type === type);
	if (subtype === undefined) return found?.subtotal.amount;
	return found?.detailedBreakdowns?.find((part) => part.subtype === subtype)?.value.amount;
}

function sumOf(parts: readonly RefundPart[], wanted: (type: string) => boolean): number {
	return parts
		.filter(({ type }) => wanted(type))
		.reduce((sum, { amount, currency }) => sum + minorOf(amount, currency), 0);
}

/** Whether the item's tax is part of its prices: its total is what the prices alone add up to. */
function includesTax({ proceeds }: OrderItem, currency: string): boolean {
	const parts = proceeds?.breakdowns ?? [];
	const sum = (types: string[]) =>
		parts
			.filter(({ type }) => types.includes(type))
			.reduce((total, { subtotal }) => total + minorOf(subtotal.amount, currency), 0);
	const prices = sum(['ITEM', 'SHIPPING', 'GIFT_WRAP', 'COD_FEE', 'OTHER']) - Math.abs(sum(['DISCOUNT']));
	return prices === minorOf(proceeds?.proceedsTotal?.amount, currency);
}

type Amounts = Pick<Refund, 'components' | 'promotions'>;

function netOf({ components, promotions }: Amounts): number {
	const given = sumOf(components, (type) => !KEPT.includes(type));
	return given - sumOf(components, (type) => KEPT.includes(type)) - sumOf(promotions, () => true);
}

/** The net amount without what was never paid: goodwill, return postage and the like. */
function paidBack(refund: Amounts): number {
	const isConcession = (type: string) => PAID_AS[type] === undefined && !KEPT.includes(type);
	return netOf(refund) - sumOf(refund.components, isConcession);
}

/** Why Amazon refuses a refund of an item, in words; undefined when it is fine. */
export function refundFault(
	item: OrderItem,
	refund: Amounts,
	earlier: readonly Refund[],
): string | undefined {
	const currency = item.proceeds?.proceedsTotal?.currencyCode ?? '';
	const parts = [...refund.components, ...refund.promotions];
	const wrong = parts.find(
		(part) => part.currency !== currency || toMinor(part.amount, currency) === undefined,
	);
	if (wrong !== undefined)
		return `The amount ${wrong.amount} ${wrong.currency} is not valid for an order in ${currency}.`;
	const taxed = refund.components.find(({ type }) => TAXES.includes(type));
	if (taxed !== undefined && includesTax(item, currency))
		return 'The requested refund amount for the tax or shipping tax is not eligible.';
	return balanceFault(item, refund, earlier, currency);
}

function balanceFault(
	item: OrderItem,
	refund: Amounts,
	earlier: readonly Refund[],
	currency: string,
): string | undefined {
	const { proceedsTotal, breakdowns = [] } = item.proceeds ?? {};
	for (const component of Object.keys(PAID_AS)) {
		const isThis = (type: string) => type === component;
		const paid = minorOf(paidFor(breakdowns, component), currency);
		const before = earlier.reduce((sum, past) => sum + sumOf(past.components, isThis), 0);
		if (sumOf(refund.components, isThis) > Math.max(0, paid - before))
			return `The adjustment amount for ${component} exceeds the balance on the order item.`;
	}
	if (netOf(refund) <= 0)
		return 'The net adjustment amount is not a positive amount and has therefore been rejected.';
	const paid = minorOf(proceedsTotal?.amount, currency);
	const balance = earlier.reduce((left, past) => left - paidBack(past), paid);
	return paidBack(refund) > balance
		? 'The net adjustment amount exceeds the balance on the order item.'
		: undefined;
}

/** The earlier refunds of an item. */
export function refundsOf(refunds: readonly Refund[], orderItemId: string): Refund[] {
	return refunds.filter((refund) => refund.orderItemId === orderItemId);
}

/** Items that something was paid for and that have left the house. */
export function isRefundable(order: AmazonOrder, item: OrderItem): boolean {
	return order.fulfillment.fulfilledBy === 'MERCHANT' && (item.fulfillment?.quantityFulfilled ?? 0) > 0;
}
