/** Amazon's token bucket of one operation. */
export interface RateLimit {
	ratePerSecond: number;
	burst: number;
}

/** Default usage plans, from the "Usage Plan" tables of Amazon's models. */
export const RATE_LIMITS: Readonly<Record<string, RateLimit>> = {
	getMarketplaceParticipations: { ratePerSecond: 0.016, burst: 15 },
	createFeedDocument: { ratePerSecond: 0.5, burst: 15 },
	createFeed: { ratePerSecond: 0.0083, burst: 15 },
	getFeed: { ratePerSecond: 2, burst: 15 },
	getFeeds: { ratePerSecond: 0.0222, burst: 10 },
	cancelFeed: { ratePerSecond: 2, burst: 15 },
	getFeedDocument: { ratePerSecond: 0.0222, burst: 10 },
	getListingsItem: { ratePerSecond: 5, burst: 10 },
	putListingsItem: { ratePerSecond: 5, burst: 10 },
	patchListingsItem: { ratePerSecond: 5, burst: 5 },
	deleteListingsItem: { ratePerSecond: 5, burst: 5 },
	searchListingsItems: { ratePerSecond: 5, burst: 5 },
	searchOrders: { ratePerSecond: 0.0056, burst: 20 },
	getOrder: { ratePerSecond: 0.5, burst: 30 },
	confirmShipment: { ratePerSecond: 2, burst: 10 },
	updateShipmentStatus: { ratePerSecond: 5, burst: 15 },
	createReport: { ratePerSecond: 0.0167, burst: 15 },
	getReport: { ratePerSecond: 2, burst: 15 },
	getReports: { ratePerSecond: 0.0222, burst: 10 },
	cancelReport: { ratePerSecond: 0.0222, burst: 10 },
	getReportDocument: { ratePerSecond: 0.0167, burst: 15 },
	createReportSchedule: { ratePerSecond: 0.0222, burst: 10 },
	getReportSchedule: { ratePerSecond: 0.0222, burst: 10 },
	getReportSchedules: { ratePerSecond: 0.0222, burst: 10 },
	cancelReportSchedule: { ratePerSecond: 0.0222, burst: 10 },
	createRestrictedDataToken: { ratePerSecond: 1, burst: 10 },
	searchDefinitionsProductTypes: { ratePerSecond: 5, burst: 10 },
	searchCatalogItems: { ratePerSecond: 2, burst: 2 },
	getSubscription: { ratePerSecond: 1, burst: 5 },
};

/** The usual plans, so many times as fast: Amazon raises them for sellers with much to do, and says so. */
export function ratesTimes(factor: number): typeof RATE_LIMITS {
	const faster = Object.entries(RATE_LIMITS).map(([operation, { ratePerSecond, burst }]) => {
		return [operation, { ratePerSecond: ratePerSecond * factor, burst }] as const;
	});
	return Object.fromEntries(faster);
}

/** Listings feeds have a second limit: this many in a rolling window. */
export const LISTINGS_FEED_WINDOW = { feeds: 5, windowMs: 5 * 60_000 } as const;

interface Bucket {
	tokens: number;
	atMs: number;
}

/** Buckets and windows per seller, application and operation; computed from the time, without timers. */
export class Limiter {
	private buckets = new Map<string, Bucket>();
	private windows = new Map<string, number[]>();

	constructor(private readonly limits: Readonly<Record<string, RateLimit>> = RATE_LIMITS) {}

	/** What the answers' headers say; nothing for an operation without a plan. */
	rateOf(operation: string): number | undefined {
		return this.limits[operation]?.ratePerSecond;
	}

	/** Takes a token; false when the bucket has none. Operations without a plan are never refused. */
	take(operation: string, caller: string, nowMs: number): boolean {
		const limit = this.limits[operation];
		if (limit === undefined) return true;
		const key = `${caller} ${operation}`;
		const bucket = this.buckets.get(key) ?? { tokens: limit.burst, atMs: nowMs };
		const refill = (Math.max(0, nowMs - bucket.atMs) / 1000) * limit.ratePerSecond;
		const tokens = Math.min(limit.burst, bucket.tokens + refill);
		// A client that waits exactly one interval must not lose to the last binary digit.
		const allowed = tokens >= 1 - 1e-9;
		this.buckets.set(key, { tokens: allowed ? Math.max(0, tokens - 1) : tokens, atMs: nowMs });
		return allowed;
	}

	/** Counts one listings feed of the seller; false when the rolling window is full. */
	takeListingsFeed(caller: string, nowMs: number): boolean {
		const recent = (this.windows.get(caller) ?? []).filter(
			(atMs) => atMs > nowMs - LISTINGS_FEED_WINDOW.windowMs,
		);
		const allowed = recent.length < LISTINGS_FEED_WINDOW.feeds;
		this.windows.set(caller, allowed ? [...recent, nowMs] : recent);
		return allowed;
	}

	reset(): void {
		this.buckets.clear();
		this.windows.clear();
	}
}
