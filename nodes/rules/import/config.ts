import type { FulfilmentChannel, OrderStatus } from '../order/marketplaceOrder';
import type { StoreAddress } from './storeOrder';

/** How Amazon's orders become store orders. Every field has its default in the form; here all of them are decided. */
export interface OrderImportConfig {
	filter: OrderFilter;
	products: ProductRules;
	customer: CustomerRules;
	address: AddressRules;
	tax: TaxRules;
	/** What to do when the store's sum misses Amazon's total. */
	onTotalsDiffer: 'adjust' | 'fail';
	orderNumber: OrderNumberRules;
	/** Store per marketplace, by Amazon's country code; `default` for all others. */
	stores: { default: string; byMarketplace: Readonly<Record<string, string>> };
	shippingMethod: { code: string; title: string };
	/** For orders that are paid. */
	paymentMethod: PaymentMethod;
	/** For orders that are paid when the goods arrive. */
	onDeliveryMethod: PaymentMethod;
	/** Those that stand for one of Amazon's methods; see `byAmazonMethod`. */
	paymentMethods: ReadonlyMap<string, PaymentMethod>;
	then: { createInvoice: boolean; acknowledge: boolean; notify: boolean };
	/** Whether a failed order is to be cancelled at Amazon, where its reason is one of the stock. */
	cancelOnFail: boolean;
}

/** A payment method of the store. */
export interface PaymentMethod {
	code: string;
	title: string;
}

export interface OrderFilter {
	/** Empty: every status. */
	statuses: readonly OrderStatus[];
	channel: FulfilmentChannel | 'all';
	/** Orders that were not placed on Amazon too. */
	includeMultiChannel: boolean;
	/** Empty: every marketplace. */
	marketplaceIds: readonly string[];
	/** Orders bought longer ago are skipped; 0 looks back without end. */
	lookBackDays: number;
}

export interface ProductRules {
	whenMissing: 'fail' | 'create' | 'drop';
	whenOutOfStock: 'fail' | 'backorder';
	/** Orders of Amazon's warehouses (AFN) never ask the store's stock. */
	whenDisabled: 'fail' | 'import';
}

export interface CustomerRules {
	kind: 'guest' | 'default' | 'buyer';
	/** For `default`. */
	email: string;
	/** The default customer's own billing address instead of the buyer's; for `default`. */
	billingAddress?: StoreAddress;
	/** Stands in where Amazon withholds the buyer's name. */
	placeholderName: string;
	/** Stands in where Amazon withholds the e-mail address; `{orderId}` is filled in. */
	placeholderEmail: string;
}

export interface AddressRules {
	/** Stands in where Amazon withholds street and city. */
	placeholderText: string;
	whenRegionUnknown: 'default' | 'create' | 'fail';
	/** Name or code; empty leaves the region out. */
	defaultRegion: string;
}

export interface TaxRules {
	items: 'never' | 'always' | 'listedStates';
	/** Codes of US states, for `listedStates`. */
	states: readonly string[];
	shipping: boolean;
}

export interface OrderNumberRules {
	/** `store`: the store counts by itself, and nothing is put before its number. */
	base: 'store' | 'amazonOrderId' | 'nextNumber';
	prefix: string;
	addChannel: boolean;
	addMarketplace: boolean;
}
