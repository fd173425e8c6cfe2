/** Who ships: Amazon's warehouse (AFN, "FBA") or the merchant (MFN, "FBM"). */
export type FulfilmentChannel = 'AFN' | 'MFN';

/** Stages of an order (Orders API 2026-01-01, `FulfillmentStatus`). */
export const ORDER_STATUSES = [
	'PENDING_AVAILABILITY',
	'PENDING',
	'UNSHIPPED',
	'PARTIALLY_SHIPPED',
	'SHIPPED',
	'CANCELLED',
	'UNFULFILLABLE',
] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

/**
 * An Amazon order as a shopkeeper reads it: what the nodes answer with "Simplify", and what the rules work on.
 * Amounts are decimal texts in `currency`, as Amazon wrote them; what Amazon did not name is absent.
 */
export interface MarketplaceOrder {
	/** Amazon's order id, 3-7-7. */
	orderId: string;
	status: OrderStatus;
	channel: FulfilmentChannel;
	/** Where the order was placed, in Amazon's word: AMAZON or NON_AMAZON; absent when Amazon does not say. */
	salesChannel?: string;
	marketplaceId: string;
	/** Amazon's country code of the marketplace, such as US, DE or UK. */
	marketplace: string;
	/** ISO 8601. */
	purchasedAt: string;
	/** ISO 8601. */
	updatedAt: string;
	/** The store's own number, once it was acknowledged. */
	storeOrderNumber?: string;
	/** ISO 4217; absent when Amazon named no amount at all. */
	currency?: string;
	/** Every currency that occurs in the order; more than one is an order nobody can book. */
	currencies: string[];
	/** What the buyer paid; absent for pending and most cancelled orders. */
	total?: string;
	/** Such as PRIME, AMAZON_BUSINESS, PREORDER. */
	programs: string[];
	/** The order this one replaces or is exchanged for. */
	replacesOrderId?: string;
	serviceLevel?: string;
	/** Latest moment to ship, ISO 8601. */
	shipBy?: string;
	/** Latest moment to deliver, ISO 8601. */
	deliverBy?: string;
	/** In Amazon's words, such as CreditCard or CashOnDelivery. */
	paymentMethods: string[];
	/**
	 * What the buyer still pays when the goods arrive (cash on delivery), which may be 0. Absent when nothing is paid on
	 * delivery; where a method says that something is, all of the total.
	 */
	toCollect?: string;
	buyer: OrderBuyer;
	/** Absent when Amazon withholds it (no role, pending, AFN) or there is none. */
	address?: OrderAddress;
	lines: OrderLine[];
	packages: OrderPackage[];
}

/**
 * Whether the order was placed on Amazon. Others are of the seller's own shop (Multi-Channel Fulfilment), or removals
 * from Amazon's warehouse. A channel that is not known counts as Amazon's: no sale is left out by mistake.
 */
export function isAmazonOrder({ salesChannel }: Pick<MarketplaceOrder, 'salesChannel'>): boolean {
	return salesChannel !== 'NON_AMAZON';
}

export interface OrderBuyer {
	name?: string;
	/** Amazon's anonymised address. */
	email?: string;
	company?: string;
	purchaseOrderNumber?: string;
	vatNumber?: string;
}

export interface OrderAddress {
	name?: string;
	company?: string;
	/** One to three, none of them empty; may be empty itself. */
	lines: string[];
	city?: string;
	region?: string;
	postalCode?: string;
	/** ISO 3166-1. */
	country?: string;
	phone?: string;
	/** RESIDENTIAL, COMMERCIAL or PICKUP_POINT. */
	kind?: string;
	instructions?: string;
}

export interface OrderLine {
	/** Amazon's order item id. */
	itemId: string;
	sku?: string;
	asin?: string;
	title?: string;
	/** As ordered first; what was cancelled since is in `cancelled`. */
	ordered: number;
	shipped: number;
	cancelled: number;
	unitPrice?: string;
	/** Sums over the line's units; none is negative. */
	amounts: LineAmounts;
	tax: LineTax;
	/** Amazon withholds the tax and pays it to the state. */
	taxCollectedByAmazon: boolean;
	giftMessage?: string;
	giftWrapLevel?: string;
	promotions: string[];
	/** The buyer asks to cancel the line; the reason, if given, or an empty text. */
	cancelRequest?: string;
}

/** Units that were not cancelled since. */
export function unitsLeft({ ordered, cancelled }: Pick<OrderLine, 'ordered' | 'cancelled'>): number {
	return Math.max(0, ordered - cancelled);
}

export interface LineAmounts {
	item?: string;
	shipping?: string;
	giftWrap?: string;
	codFee?: string;
	other?: string;
	/** All promotions together, those on shipping included. */
	discount?: string;
	/** The part of `discount` that concerns shipping. */
	shippingDiscount?: string;
	/** What Amazon adds up for the line. */
	total?: string;
}

/** Tax per kind of amount, included in it or on top of it: Amazon does not say which, the totals do. */
export interface LineTax {
	/** Whole tax of the line. */
	total?: string;
	item?: string;
	shipping?: string;
	giftWrap?: string;
	/** Tax that promotions save; positive. */
	discount?: string;
}

export interface OrderPackage {
	/** Amazon's `packageReferenceId`. */
	reference: string;
	carrier?: string;
	trackingNumber?: string;
	/** ISO 8601. */
	shippedAt?: string;
	status?: string;
	lines: Array<{ itemId: string; quantity: number }>;
}
