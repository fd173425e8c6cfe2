import { marketplaceById, type RegionId } from '../../nodes/amazon/tables/marketplaces';
import { SIMULATED_SELLERS } from '../../nodes/amazon/tables/simulator';
import type { FaultSpec } from './faults';
import { PRODUCT_TYPES, type ProductType } from './listings/productTypes';
import type { SemanticFault, UnknownSku } from './listings/submission';
import type { ReportSpec } from './reports/addReport';
import { PAID_AFTER_MS } from './orders/frame';
import type { OrderSeed } from './orders/generate';

/** One selling account and the application that may act for it. Several sellers may share one application. */
export interface SellerSeed {
	sellerId: string;
	storeName: string;
	region: RegionId;
	marketplaceIds: string[];
	clientId: string;
	clientSecret: string;
	refreshToken: string;
	/** Roles of the application, as Seller Central names them; all of them when left out. */
	roles?: string[];
	/** Operations the application has no role for: Amazon answers 403. */
	deniedOperations?: string[];
	/** The application has no role for personal data: buyer and recipient are left out of orders. */
	hidesPersonalData?: boolean;
}

/** Listings that exist without being stored one by one, in all the seller's marketplaces. */
export interface CatalogueSeed {
	sellerId: string;
	/** SKUs are the prefix and a number: `DEMO-` gives `DEMO-0001`, `DEMO-0002`, ... */
	prefix: string;
	/** How many are listed; with `anySuffix`, how many a search shows. */
	count: number;
	/** Every SKU that begins with the prefix exists. */
	anySuffix?: boolean;
	/** Amazon counts the stock (FBA) instead of the merchant. */
	fulfilledByAmazon?: boolean;
	productType?: string;
}

export interface Seed {
	sellers: SellerSeed[];
	catalogues: CatalogueSeed[];
	/** Orders from the start, placed before the moment of it. */
	orders: OrderSeed[];
	/** Reports from the start. */
	reports: readonly ReportSpec[];
	/** Whether Amazon settles every two weeks: the last time yesterday. */
	settles: boolean;
	/**
	 * What the account sold a day and marketplace before its simulated orders begin: only returns and settlements tell
	 * of it.
	 */
	pastPerDay: number;
	/** Start of the random numbers behind ids and the chance of faults: equal seeds, equal runs. */
	chance: number;
	/**
	 * What a change to a SKU that the seller does not have meets. Amazon mostly calls it a success and changes nothing
	 * (selling-partner-api-models, issues 4402, 4295, 4598, 4801): `ignore`, the default. It has also been seen to
	 * leave an incomplete listing (`incomplete`), and to refuse it (`reject`).
	 */
	unknownSku: UnknownSku;
	/**
	 * What a change meets that is well formed and wrong in its meaning: a sale above the price, a price outside the
	 * seller's own bounds. Amazon mostly takes it and tells the listing's issues later, `issue`, the default; the strict
	 * `reject` shows what was found at once. A preview always shows it.
	 */
	semanticFault: SemanticFault;
	/** Product types that changes are checked against; other names of types and of attributes are refused. */
	productTypes: readonly ProductType[];
	/** Planned from the start, and again after a reset; `USUAL_MISHAPS` are Amazon's own. */
	faults: readonly FaultSpec[];
}

/** The accounts of a fresh simulator: made up, and those that the credential offers in Mock mode. */
export const DEFAULT_SELLERS: readonly SellerSeed[] = SIMULATED_SELLERS;

/** `DEMO-0001` to `DEMO-2000` for every seller. */
function demoCatalogues(sellers: readonly SellerSeed[]): CatalogueSeed[] {
	return sellers.map(({ sellerId }) => ({ sellerId, prefix: 'DEMO-', count: 2000 }));
}

/** Forty orders of the last two days for every seller, one in four of them odd. Equal `chance`, equal orders. */
export function demoOrders(sellers: readonly SellerSeed[], chance = 1): OrderSeed[] {
	return sellers.map(({ sellerId }, index) => ({
		sellerId,
		count: 40,
		spanMs: 48 * 3600_000,
		oddShare: 0.25,
		chance: chance + index,
	}));
}

/** Orders that keep coming for every seller: from five minutes on, one is paid each time so much time has passed. */
export function orderStreams(sellers: readonly SellerSeed[], everyMs: number, chance = 1): OrderSeed[] {
	return sellers.map(({ sellerId }, index) => ({
		sellerId,
		everyMs,
		statuses: ['PENDING'],
		count: Math.floor(PAID_AFTER_MS / everyMs),
		spanMs: PAID_AFTER_MS,
		chance: chance + sellers.length + index,
	}));
}

/** Fills what a caller left out: without sellers of its own it has the demo's orders. Throws when a seller names a marketplace that Amazon does not have. */
export function completeSeed(seed: Partial<Seed> = {}): Seed {
	const sellers = seed.sellers ?? [...DEFAULT_SELLERS];
	for (const { sellerId, marketplaceIds } of sellers) {
		const unknown = marketplaceIds.find((id) => marketplaceById(id) === undefined);
		if (unknown !== undefined) throw new Error(`Seed: seller ${sellerId} has no marketplace ${unknown}`);
	}
	const { chance = 1 } = seed;
	return {
		sellers,
		catalogues: seed.catalogues ?? demoCatalogues(sellers),
		reports: seed.reports ?? [],
		settles: seed.settles ?? seed.sellers === undefined,
		pastPerDay: seed.pastPerDay ?? (seed.sellers === undefined ? 1 : 0),
		orders: seed.orders ?? (seed.sellers === undefined ? demoOrders(sellers, chance) : []),
		chance,
		unknownSku: seed.unknownSku ?? 'ignore',
		semanticFault: seed.semanticFault ?? 'issue',
		productTypes: seed.productTypes ?? PRODUCT_TYPES,
		faults: seed.faults ?? [],
	};
}
