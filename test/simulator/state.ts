import { CallLog } from './callLog';
import { Chance } from './chance';
import type { SimClock } from './clock';
import { FaultBook } from './faults';
import { Documents } from './feeds/documents';
import { dueAtMs } from './feeds/feed';
import { Feeds } from './feeds/feeds';
import { processFeed } from './feeds/process';
import { Limiter, ratesTimes } from './limits';
import { Catalogue } from './listings/catalogue';
import type { Listing } from './listings/listing';
import { applyChange, type OrderChange } from './orders/changeOrder';
import { OrderBook } from './orders/orderBook';
import type { Orders } from './orders/orders';
import type { SimOrder } from './orders/simOrder';
import { addReport } from './reports/addReport';
import { endReport } from './reports/endReport';
import { NO_MISHAPS } from './reports/mishaps';
import { Reports } from './reports/reports';
import { periodsAfter, Schedules, type Occurrence } from './reports/schedules';
import { settleFromNowOn } from './reports/settlements';
import type { CatalogueSeed, Seed, SellerSeed } from './seed';
import { Tokens } from './tokens';

/** What a simulator is started with, complete. */
export interface Settings {
	clock: SimClock;
	seed: Seed;
	limits: boolean;
	rateFactor: number;
	feedDelayMs: number;
	reportDelayMs: number;
	documentTtlMs: number;
	orderLagMs: number;
	tokenTtlSeconds: number;
	callLogSize: number;
}

/** Everything the simulated Amazon knows. */
export class SimState {
	readonly seed: Seed;
	readonly tokens: Tokens;
	readonly documents: Documents;
	readonly feeds = new Feeds();
	/** By the clock, when all began. */
	readonly startedAtMs: number;
	readonly reports = new Reports();
	readonly schedules = new Schedules();
	readonly limiter: Limiter;
	readonly faults: FaultBook;
	readonly calls: CallLog;
	/** For ids. */
	readonly chance: Chance;
	readonly orderBook: OrderBook;
	private readonly catalogues: Map<string, Catalogue>;

	constructor(readonly settings: Settings) {
		this.seed = settings.seed;
		this.startedAtMs = settings.clock.now();
		this.limiter = new Limiter(ratesTimes(settings.rateFactor));
		this.chance = new Chance(settings.seed.chance + 1);
		this.faults = new FaultBook(new Chance(settings.seed.chance), () => this.nowMs());
		for (const fault of this.seed.faults) this.faults.add(fault);
		this.tokens = new Tokens(this.chance, settings.tokenTtlSeconds);
		this.documents = new Documents(this.chance, settings.documentTtlMs);
		this.calls = new CallLog(settings.callLogSize);
		this.orderBook = new OrderBook(this.seed.sellers, new Chance(settings.seed.chance + 2));
		for (const seed of this.seed.orders) this.orderBook.seed(seed, this.nowMs());
		this.catalogues = new Map(
			this.seed.sellers.map((seller) => {
				const seeds = this.seed.catalogues.filter(({ sellerId }) => sellerId === seller.sellerId);
				return [seller.sellerId, new Catalogue(seller, seeds)];
			}),
		);
		if (this.seed.settles) for (const seller of this.seed.sellers) settleFromNowOn(this, seller);
		for (const report of this.seed.reports) addReport(this, report);
	}

	nowMs(): number {
		return this.settings.clock.now();
	}

	/** The time as Amazon's clock shows it. */
	amazonMs(): number {
		return this.nowMs() + this.faults.skewMs();
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

	/** The seller's orders as they stand now. Throws when the seller is not in the seed. */
	orders(sellerId: string): Orders {
		this.settle();
		return this.orderBook.of(sellerId);
	}

	/** An order as it stands now. Throws when there is none. */
	order(orderId: string): SimOrder {
		this.settle();
		const found = this.orderBook.find(orderId);
		if (found === undefined) throw new Error(`The simulator has no order ${orderId}`);
		return found;
	}

	/** Throws when there is no such order, or it cannot be changed so. */
	changeOrder(orderId: string, change: OrderChange): SimOrder {
		const order = this.order(orderId);
		applyChange(this.orderBook.of(order.sellerId), order, change, this.amazonMs());
		return order;
	}

	/**
	 * Lets everything happen whose time has come, in its order: feeds end, orders live on. Called before each request
	 * instead of by timers.
	 */
	settle(): void {
		for (const feed of this.feeds.takeDue(this.nowMs())) {
			this.orderBook.settle(dueAtMs(feed) + feed.skewMs);
			processFeed(this, feed);
		}
		this.orderBook.settle(this.amazonMs());
		for (const occurrence of this.schedules.takeDue(this.nowMs())) this.createScheduled(occurrence);
		for (const report of this.reports.takeDue(this.nowMs())) endReport(this, report);
	}

	/** What a schedule makes is about the time since it last made one. */
	private createScheduled({ schedule, atMs }: Occurrence): void {
		const {
			reportScheduleId,
			sellerId,
			reportType,
			marketplaceIds,
			options = {},
			period,
			isAmazons,
		} = schedule;
		this.reports.create({
			...{ sellerId, reportType, marketplaceIds, options, createdAtMs: atMs, endMs: atMs },
			...{ startMs: periodsAfter(atMs, period, -1), skewMs: this.faults.skewMs(), mishaps: NO_MISHAPS },
			delayMs: this.settings.reportDelayMs,
			...(isAmazons ? {} : { reportScheduleId }),
		});
	}
}
