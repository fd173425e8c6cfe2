/**
 * How often each operation may be called, per seller and application: Amazon's default usage plans
 * (the "Rate (requests per second) / Burst" tables in Amazon's OpenAPI models).
 */
export interface RateLimit {
	/** Calls per second that Amazon adds to the bucket. */
	ratePerSecond: number;
	/** Calls that a full bucket holds. */
	burst: number;
}

/** At most `count` calls in any `windowMs`. */
export interface RollingWindow {
	count: number;
	windowMs: number;
}

export const LIMITS = {
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
	getListingsRestrictions: { ratePerSecond: 5, burst: 10 },

	getMarketplaceParticipations: { ratePerSecond: 0.016, burst: 15 },

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
	getDefinitionsProductType: { ratePerSecond: 5, burst: 10 },

	searchCatalogItems: { ratePerSecond: 2, burst: 2 },
	getCatalogItem: { ratePerSecond: 2, burst: 2 },

	getSubscription: { ratePerSecond: 1, burst: 5 },
} as const satisfies Record<string, RateLimit>;

/** Sizes of documents, ours: far above what Amazon takes and gives, far below what harms this machine. */
export const DOCUMENT_LIMITS = { uploadBytes: 100 * 1024 ** 2, downloadBytes: 2 * 1024 ** 3 };
