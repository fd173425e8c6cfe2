/** The columns of a bookkeeping line. */
export const BOOK_COLUMNS = [
	'sales',
	'shipping',
	'promotions',
	'tax',
	'withheldTax',
	'fees',
	'refunds',
	'other',
] as const;

export type BookColumn = (typeof BOOK_COLUMNS)[number];

/** How a kind of money is booked. */
interface KindOfMoney {
	column: BookColumn;
	/** `order`: Amazon names the order; `account`: it belongs to none; `either`: both occur. */
	belongsTo: 'order' | 'account' | 'either';
}

const order = (column: BookColumn): KindOfMoney => ({ column, belongsTo: 'order' });
const either = (column: BookColumn): KindOfMoney => ({ column, belongsTo: 'either' });
const account = (column: BookColumn): KindOfMoney => ({ column, belongsTo: 'account' });

/**
 * What a row's money is for. A refund takes back price and shipping (`refund`); its tax, promotions and fees have the same
 * kind as in the sale, with the sign turned, so that the sum of a kind is what is left of it. `transactionType` tells the
 * two apart.
 */
export const KINDS = {
	/** What buyers, or liquidators, paid for goods. */
	sale: order('sales'),
	giftWrap: order('sales'),
	/** What buyers paid for shipping. */
	shipping: order('shipping'),
	/** Discounts and points that the seller pays for. */
	promotion: order('promotions'),
	/** Tax that buyers paid. */
	tax: order('tax'),
	/** The same tax, kept by Amazon to pay it to the state. */
	facilitatorTax: order('withheldTax'),
	/** Tax that Amazon withholds from the seller (India's TCS and TDS). */
	withheldTax: either('withheldTax'),
	refund: order('refunds'),
	commission: either('fees'),
	/** What Amazon takes for packing and shipping. */
	fulfillmentFee: either('fees'),
	/** What Amazon keeps or takes when something comes back. */
	refundFee: either('fees'),
	/** FBA storage, monthly and long-term. */
	storageFee: account('fees'),
	shippingLabel: either('fees'),
	subscription: account('fees'),
	advertising: account('fees'),
	/** Any other fee. */
	fee: either('fees'),
	/** What Amazon pays for lost and damaged goods, and takes back when they are found. */
	reimbursement: either('other'),
	adjustment: either('other'),
	/** Held back now, or released from the period before. */
	reserve: account('other'),
	/** Money that moves between seller and Amazon: debts carried on, charges to a card, transfers that failed. */
	transfer: account('other'),
	/** Amazon's words are not known here. */
	other: either('other'),
} as const satisfies Record<string, KindOfMoney>;

export type SettlementKind = keyof typeof KINDS;
