import { REPORT_TYPES, reportTypeById, type ReportFormat } from '../../../../nodes/amazon/tables/reportTypes';
import { describeWithModels, readModelJson } from '../../../contract/models';

/** A list that the authors of jlevers/selling-partner-api (PHP) keep, beside Amazon's models. */
const LIST = 'schemas/jlevers-reports.json';

interface Published {
	contentType: string;
	restricted: boolean;
	requestable: boolean;
	schedulable: boolean;
	quoteEnclosure: boolean;
}

const FORMATS: Readonly<Record<string, ReportFormat>> = {
	'text/tab-separated-values': 'tsv',
	'text/csv': 'csv',
	'text/xml': 'xml',
	'application/json': 'json',
	'application/pdf': 'file',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'file',
};

/** Types of the list that are not in the table, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
	GET_BRAND_ANALYTICS_ALTERNATE_PURCHASE_REPORT: "not among Amazon's types any more",
	GET_BRAND_ANALYTICS_ITEM_COMPARISON_REPORT: "not among Amazon's types any more",
	GET_MFN_PAN_EU_OFFER_STATUS: 'written GET_MFN_PANEU_OFFER_STATUS by Amazon',
	GET_FLAT_FILE_GEO_OPPORTUNITIES: 'on no page of Amazon',
	RFQD_BULK_DOWNLOAD: "not among Amazon's types any more",
	GET_FLAT_FILE_OFFAMAZONPAYMENTS_SANDBOX_SETTLEMENT_DATA:
		"of Amazon Pay's sandbox, and not among the types any more",
};

/** Types that the table says something else of than the list, and why. */
const DIFFERENT: Readonly<Record<string, string>> = {
	GET_MERCHANT_LISTINGS_DEFECT_DATA: 'made on request until it was removed',
	GET_DATE_RANGE_FINANCIAL_HOLDS_DATA:
		"must be asked for in Seller Central, says Amazon's page of payments reports",
};

describeWithModels('the published list of types', [LIST], () => {
	const entries = () => Object.entries(readModelJson<Record<string, Published>>(LIST));
	const ofSellers = () => entries().filter(([id]) => !id.startsWith('GET_VENDOR_'));

	it('is in the table, or left out with a reason', () => {
		const missing = ofSellers().filter(([id]) => reportTypeById(id) === undefined);
		expect(missing.map(([id]) => id).sort()).toEqual(Object.keys(LEFT_OUT).sort());
	});

	it('says what the table says of form, buyers, makers and quotation marks', () => {
		const known = ofSellers().flatMap(([id, published]) => {
			const type = reportTypeById(id);
			return type === undefined ? [] : [{ id, published, type }];
		});
		const differing = known.filter(
			({ published, type }) =>
				FORMATS[published.contentType] !== type.format ||
				published.restricted !== (type.isRestricted ?? false) ||
				published.requestable !== (type.madeBy === 'request') ||
				published.schedulable !== (type.isSchedulable ?? false) ||
				published.quoteEnclosure !== (type.isQuoted ?? false),
		);
		expect(differing.map(({ id }) => id).sort()).toEqual(Object.keys(DIFFERENT).sort());
	});

	it('leaves a few types to the table alone', () => {
		const published = new Set(entries().map(([id]) => id));
		const own = REPORT_TYPES.filter(({ id }) => !published.has(id)).map(({ id }) => id);
		expect(own.sort()).toEqual([
			'END_USER_DATA_REPORT',
			'FBA_BULK_INVOICE',
			'GET_FBA_RECONCILIATION_REPORT_DATA',
			'GET_MFN_PANEU_OFFER_STATUS',
			'GST_MTR_B2B',
			'GST_MTR_B2C',
			'GST_MTR_STOCK_TRANSFER_REPORT',
			'MARKETPLACE_ASIN_PAGE_VIEW_METRICS',
		]);
	});
});

interface Schema {
	properties: Readonly<
		Record<
			string,
			{ type: string; properties?: { reportOptions?: { properties: Record<string, { enum?: string[] }> } } }
		>
	>;
}

describeWithModels("Amazon's schemas of reports", ['schemas/sellerSalesAndTrafficReport.json'], () => {
	it.each([
		['GET_SALES_AND_TRAFFIC_REPORT', 'sellerSalesAndTrafficReport'],
		['GET_BRAND_ANALYTICS_SEARCH_QUERY_PERFORMANCE_REPORT', 'sellingPartnerSearchQueryPerformanceReport'],
		['GET_BRAND_ANALYTICS_SEARCH_CATALOG_PERFORMANCE_REPORT', 'sellingPartnerSearchCatalogPerformanceReport'],
		['GET_BRAND_ANALYTICS_SEARCH_TERMS_REPORT', 'sellingPartnerSearchTermsReport'],
		['GET_BRAND_ANALYTICS_MARKET_BASKET_REPORT', 'sellingPartnerMarketBasketAnalysisReport'],
		['GET_BRAND_ANALYTICS_REPEAT_PURCHASE_REPORT', 'sellingPartnerRepeatPurchaseReport'],
		['GET_PROMOTION_PERFORMANCE_REPORT', 'promotionReport'],
		['GET_COUPON_PERFORMANCE_REPORT', 'sellerCouponReport'],
		['GET_V2_SELLER_PERFORMANCE_REPORT', 'accountHealthReport-2020-11-18'],
		['MARKETPLACE_ASIN_PAGE_VIEW_METRICS', 'marketplaceAsinPageViewMetrics'],
		['END_USER_DATA_REPORT', 'endUserDataReport'],
	])('%s has the lists and options of %s', (id, file) => {
		const { properties } = readModelJson<Schema>(`schemas/${file}.json`);
		const lists = Object.keys(properties).filter((name) => properties[name]?.type === 'array');
		const options = properties['reportSpecification']?.properties?.reportOptions?.properties ?? {};
		const type = reportTypeById(id);
		expect([...(type?.records ?? [])].sort()).toEqual(lists.sort());
		expect((type?.options ?? []).map(({ name }) => name).sort()).toEqual(Object.keys(options).sort());
		for (const { name, values } of type?.options ?? [])
			expect([...values].sort()).toEqual([...(options[name]?.enum ?? [])].sort());
	});
});
