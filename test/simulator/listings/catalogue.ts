import type { CatalogueSeed, SellerSeed } from '../seed';
import { seededAtMs, seededListing, type Listing } from './listing';

/** Amazon's name for its own warehouses. */
const FBA_CHANNEL = { eu: 'AMAZON_EU', na: 'AMAZON_NA', fe: 'AMAZON_JP' } as const;

/** Enough of a listing to sort and page it, without making the listing. */
export interface CatalogueEntry {
	sku: string;
	createdAtMs: number;
	updatedAtMs: number;
}

/** SKU of a seeded listing, counted from 1. */
export function seededSku(seed: Pick<CatalogueSeed, 'prefix' | 'count'>, number: number): string {
	return `${seed.prefix}${String(number).padStart(Math.max(4, String(seed.count).length), '0')}`;
}

function holds(seed: CatalogueSeed, sku: string): boolean {
	if (!sku.startsWith(seed.prefix)) return false;
	if (seed.anySuffix) return true;
	const suffix = sku.slice(seed.prefix.length);
	const number = Number(suffix);
	return /^\d+$/.test(suffix) && number >= 1 && number <= seed.count && seededSku(seed, number) === sku;
}

/** One seller's listings: seeded ones exist by rule, only changed ones are stored. */
export class Catalogue {
	private readonly stored = new Map<string, Listing>();
	private readonly deleted = new Set<string>();

	constructor(
		private readonly seller: SellerSeed,
		private readonly seeds: CatalogueSeed[],
	) {}

	addSeed(seed: CatalogueSeed): void {
		this.seeds.push(seed);
	}

	find(sku: string): Listing | undefined {
		const stored = this.stored.get(sku);
		if (stored !== undefined || this.deleted.has(sku)) return stored;
		const seed = this.seeds.find((candidate) => holds(candidate, sku));
		if (seed === undefined) return undefined;
		return seededListing(sku, seed, this.seller.marketplaceIds, FBA_CHANNEL[this.seller.region]);
	}

	store(listing: Listing): void {
		this.deleted.delete(listing.sku);
		this.stored.set(listing.sku, listing);
	}

	remove(sku: string): void {
		this.stored.delete(sku);
		this.deleted.add(sku);
	}

	/** Every listing: changed ones first, then the seeded ones in order. */
	*entries(): Generator<CatalogueEntry> {
		yield* this.stored.values();
		for (const seed of this.seeds) {
			for (let number = 1; number <= seed.count; number++) {
				const sku = seededSku(seed, number);
				if (this.stored.has(sku) || this.deleted.has(sku)) continue;
				yield { sku, createdAtMs: seededAtMs(), updatedAtMs: seededAtMs() };
			}
		}
	}

	counts(): { seeded: number; changed: number; deleted: number } {
		const seeded = this.seeds.reduce((sum, seed) => sum + seed.count, 0);
		return { seeded, changed: this.stored.size, deleted: this.deleted.size };
	}
}
