import { CallLog } from './callLog';
import { Chance } from './chance';
import type { SimClock } from './clock';
import { FaultBook } from './faults';
import { Documents } from './feeds/documents';
import { Feeds } from './feeds/feeds';
import { processFeed } from './feeds/process';
import { Limiter } from './limits';
import { Catalogue } from './listings/catalogue';
import type { Listing } from './listings/listing';
import type { CatalogueSeed, Seed, SellerSeed } from './seed';
import { Tokens } from './tokens';

/** What a simulator is started with, complete. */
export interface Settings {
	clock: SimClock;
	seed: Seed;
	limits: boolean;
	feedDelayMs: number;
	documentTtlMs: number;
	tokenTtlSeconds: number;
	callLogSize: number;
}

/** Everything the simulated Amazon knows. */
export class SimState {
	readonly seed: Seed;
	readonly tokens: Tokens;
	readonly documents: Documents;
	readonly feeds = new Feeds();
	readonly limiter = new Limiter();
	readonly faults: FaultBook;
	readonly calls: CallLog;
	/** For ids. */
	readonly chance: Chance;
	private readonly catalogues: Map<string, Catalogue>;

	constructor(readonly settings: Settings) {
		this.seed = settings.seed;
		this.chance = new Chance(settings.seed.chance + 1);
		this.faults = new FaultBook(new Chance(settings.seed.chance), () => this.nowMs());
		this.tokens = new Tokens(this.chance, settings.tokenTtlSeconds);
		this.documents = new Documents(this.chance, settings.documentTtlMs);
		this.calls = new CallLog(settings.callLogSize);
		this.catalogues = new Map(
			this.seed.sellers.map((seller) => {
				const seeds = this.seed.catalogues.filter(({ sellerId }) => sellerId === seller.sellerId);
				return [seller.sellerId, new Catalogue(seller, seeds)];
			}),
		);
	}

	nowMs(): number {
		return this.settings.clock.now();
	}

	/** Throws when the seller is not in the seed. */
	seller(sellerId: string): SellerSeed {
		const found = this.seed.sellers.find((seller) => seller.sellerId === sellerId);
		if (found === undefined) throw new Error(`The simulator has no seller ${sellerId}`);
		return found;
	}

	/** Throws when the seller is not in the seed. */
	catalogue(sellerId: string): Catalogue {
		const found = this.catalogues.get(sellerId);
		if (found === undefined) throw new Error(`The simulator has no seller ${sellerId}`);
		return found;
	}

	/** Adds listings that exist by rule; any number costs nothing. */
	seedCatalogue(seed: CatalogueSeed): void {
		this.catalogue(seed.sellerId).addSeed(seed);
	}

	/** The listing as it stands now, feeds that are due included. */
	listing(sellerId: string, sku: string): Listing | undefined {
		this.settle();
		return this.catalogue(sellerId).find(sku);
	}

	/** Processes every feed whose time has come. Called before each request instead of by timers. */
	settle(): void {
		for (const feed of this.feeds.takeDue(this.nowMs())) processFeed(this, feed);
	}
}
