import type { Marketplace } from '../../../nodes/amazon/tables/marketplaces';
import { hashOf } from '../listings/listing';
import type { Charset } from './content/charset';
import type { Content, Subject } from './content/content';
import { activeListings, allListings, inactiveListings, openListings } from './content/listings';
import {
	ordersByPurchase,
	ordersByUpdate,
	ordersNotShipped,
	ordersToShip,
	xmlOrdersByPurchase,
	xmlOrdersByUpdate,
} from './content/orders';
import { fbaReturns, merchantReturns, primeReturns, xmlReturns } from './content/returns';
import { optionFault, salesAndTraffic } from './content/salesAndTraffic';
import { settlement } from './content/settlement';
import { ledgerDetail, managedInventory } from './content/stock';
import {
	OTHER_NOT_REQUESTABLE,
	OTHER_RESTRICTED,
	OTHER_SCHEDULABLE,
	OTHER_TYPES,
	REMOVED_TYPES,
} from './otherReportTypes';

export type ReportFormat = keyof typeof OTHER_TYPES;

/** The types whose documents the simulator makes itself. */
export interface MadeType {
	format: ReportFormat;
	make: (subject: Subject) => Content;
	/** Default UTF-8. */
	charset?: (marketplace: Marketplace) => Charset;
	hasByteOrderMark?: true;
	isRestricted?: true;
	isSchedulable?: true;
	/** Amazon alone makes it. */
	isAmazons?: true;
	/** Whether it is about a time; without one it shows now. */
	hasDates: boolean;
	/** A longer time ends FATAL. */
	longestDays?: number;
	/** A time is rounded outward to whole days, UTC. */
	isDaily?: true;
	/** Asked for again sooner, it ends FATAL. */
	coolDownMinutes?: number;
	/** It tells of what the account sold before its orders begin, too (`Seed.pastPerDay`). */
	hasPast?: true;
	/** Why it ends FATAL, with a document that says so. */
	faultOf?: (options: Readonly<Record<string, string>>) => string | undefined;
	/** Roles of which one is enough; see `roles.ts`. */
	roles: readonly string[];
}

const LISTING = ['Product Listing', 'Inventory and Order Tracking'];
const TRACKING = ['Inventory and Order Tracking'];
const SHIPPING = ['Direct-to-Consumer Shipping (Restricted)'];
const FULFILLMENT = ['Amazon Fulfillment'];

/**
 * Of listings reports. Cp1252 in Europe (selling-partner-api-models, issue 2748), Latin-1 in America
 * (selling-partner-api-docs, issue 21), cp932 in Japan.
 */
function listingsCharset({ region, country }: Marketplace): Charset {
	if (country === 'JP') return 'Windows-31J';
	return region === 'na' ? 'ISO-8859-1' : 'Cp1252';
}

const LISTINGS = { format: 'tsv', charset: listingsCharset, hasDates: false, roles: LISTING } as const;
/** "Maximum of 30 days" (Amazon's "Order Tracking Reports"). */
const ORDERS = { format: 'tsv', hasDates: true, longestDays: 30, roles: TRACKING } as const;
const RETURNS = { format: 'tsv', hasDates: true, hasPast: true, roles: TRACKING } as const;

/**
 * Near real-time reports of Fulfillment by Amazon are made once in 30 minutes, daily ones once in four hours; sooner,
 * they end FATAL (selling-partner-api-models, issue 4032; selling-partner-api-docs, issue 82).
 */
const NEAR_REAL_TIME_MINUTES = 30;
const DAILY_MINUTES = 240;

/** By Amazon's id. To add one: write what makes its content, list it here, take it out of `otherReportTypes.ts`. */
export const MADE_TYPES: Readonly<Record<string, MadeType>> = {
	GET_MERCHANT_LISTINGS_ALL_DATA: { ...LISTINGS, make: allListings },
	GET_MERCHANT_LISTINGS_DATA: { ...LISTINGS, make: activeListings },
	GET_MERCHANT_LISTINGS_INACTIVE_DATA: { ...LISTINGS, make: inactiveListings },
	GET_FLAT_FILE_OPEN_LISTINGS_DATA: { ...LISTINGS, make: openListings },
	GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL: { ...ORDERS, make: ordersByPurchase },
	GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL: { ...ORDERS, make: ordersByUpdate },
	GET_XML_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL: { ...ORDERS, format: 'xml', make: xmlOrdersByPurchase },
	GET_XML_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL: { ...ORDERS, format: 'xml', make: xmlOrdersByUpdate },
	GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING: {
		...{ ...ORDERS, make: ordersToShip, isRestricted: true, isSchedulable: true, roles: SHIPPING },
	},
	GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING: {
		...{ format: 'tsv', make: ordersNotShipped, hasDates: false, isRestricted: true, isSchedulable: true },
		roles: SHIPPING,
	},
	GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE: { ...RETURNS, make: merchantReturns, isSchedulable: true },
	GET_XML_RETURNS_DATA_BY_RETURN_DATE: { ...RETURNS, format: 'xml', make: xmlReturns, isSchedulable: true },
	GET_CSV_MFN_PRIME_RETURNS_REPORT: {
		...{ ...RETURNS, format: 'csv', make: primeReturns, isSchedulable: true, hasByteOrderMark: true },
	},
	GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA: {
		...{ ...RETURNS, make: fbaReturns, coolDownMinutes: DAILY_MINUTES, roles: FULFILLMENT },
	},
	GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA: {
		...{ ...LISTINGS, make: managedInventory, coolDownMinutes: NEAR_REAL_TIME_MINUTES, roles: FULFILLMENT },
	},
	GET_LEDGER_DETAIL_VIEW_DATA: {
		...{ format: 'tsv', make: ledgerDetail, hasDates: true },
		roles: FULFILLMENT,
	},
	GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2: {
		...{ format: 'tsv', make: settlement, hasDates: true, hasPast: true, isAmazons: true },
		roles: ['Finance and Accounting'],
	},
	GET_SALES_AND_TRAFFIC_REPORT: {
		...{ format: 'json', make: salesAndTraffic, hasDates: true, isDaily: true, isSchedulable: true },
		...{ faultOf: optionFault, roles: ['Brand Analytics'] },
	},
};

/** What the Reports API knows of a type. */
export interface KnownType {
	id: string;
	format: ReportFormat;
	isRestricted: boolean;
	isRequestable: boolean;
	isSchedulable: boolean;
	isRemoved: boolean;
	made: MadeType | undefined;
}

function otherType(id: string): KnownType | undefined {
	const formats = Object.entries(OTHER_TYPES) as [ReportFormat, readonly string[]][];
	const isRemoved = REMOVED_TYPES.includes(id);
	const format = isRemoved ? 'tsv' : formats.find(([, ids]) => ids.includes(id))?.[0];
	if (format === undefined) return undefined;
	return {
		...{ id, format, isRemoved, made: undefined, isRestricted: OTHER_RESTRICTED.includes(id) },
		isRequestable: !isRemoved && !OTHER_NOT_REQUESTABLE.includes(id),
		isSchedulable: OTHER_SCHEDULABLE.includes(id),
	};
}

/** What is known of a type; undefined for a name that Amazon does not have. */
export function knownType(id: string): KnownType | undefined {
	const made = Object.hasOwn(MADE_TYPES, id) ? MADE_TYPES[id] : undefined;
	if (made === undefined) return otherType(id);
	return {
		...{ id, format: made.format, isRemoved: false, made, isRestricted: made.isRestricted ?? false },
		...{ isRequestable: made.isAmazons !== true, isSchedulable: made.isSchedulable ?? false },
	};
}

/** Numbers that Amazon's refusals and document ids name instead of the type; two are known, the others made up. */
export function numberOf(id: string): number {
	if (id === 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2') return 1118;
	return id === 'GET_MERCHANT_LISTINGS_ALL_DATA' ? 47700 : 2000 + (hashOf(id) % 40_000);
}
