import { whyNotAsked, whyNotScheduled, wrongOption } from '../../../../nodes/amazon/reports/askable';
import { reportTypeById } from '../../../../nodes/amazon/tables/reportTypes';

const NOW = Date.parse('2026-11-28T10:30:00Z');

describe('a type that cannot be asked for', () => {
	it.each([
		[
			'GET_V2_SETTLEMENT_REPORT_DATA_XML',
			'type-removed',
			'Amazon has not made Settlement Report (XML) since 2026-11-11: ask for Settlement Report (GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2)',
		],
		[
			'GET_FBA_SNS_FORECAST_DATA',
			'type-removed',
			'Amazon has not made FBA Subscribe and Save Forecast since 2025-12-11: in its place there is the Replenishment API, which has no report',
		],
		[
			'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2',
			'type-not-requested',
			'Settlement Report cannot be asked for; Amazon makes it by itself: list it with Report: Get Many, and read settlements with Read Settlement',
		],
		[
			'GET_ORDER_REPORT_DATA_SHIPPING',
			'type-not-requested',
			'Order Report (Shipping, XML) cannot be asked for; only a schedule makes it: create one with Schedule: Create',
		],
	])('%s: %s', (id, reason, message) => {
		expect(whyNotAsked(reportTypeById(id), NOW)).toMatchObject({ reason, message });
	});

	it.each([
		['GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2', 'type-not-scheduled', /Amazon makes it by itself/],
		['GET_MERCHANT_LISTINGS_ALL_DATA', 'type-not-scheduled', /starts with a Schedule Trigger/],
		['GET_V2_SETTLEMENT_REPORT_DATA_XML', 'type-removed', /ask for Settlement Report/],
	])('%s on a schedule: %s', (id, reason, message) => {
		const hold = whyNotScheduled(reportTypeById(id), NOW);
		expect(hold?.reason).toBe(reason);
		expect(hold?.message).toMatch(message);
	});

	it.each(['GET_ORDER_REPORT_DATA_SHIPPING', 'GET_SALES_AND_TRAFFIC_REPORT'])(
		'%s on a schedule: why not',
		(id) => {
			expect(whyNotScheduled(reportTypeById(id), NOW)).toBeUndefined();
		},
	);

	it('is none of these', () => {
		expect(whyNotAsked(reportTypeById('GET_MERCHANT_LISTINGS_ALL_DATA'), NOW)).toBeUndefined();
		expect(whyNotAsked(undefined, NOW)).toBeUndefined();
	});

	it('may be listed until the day it goes', () => {
		const before = Date.parse('2026-11-10T23:59:59Z');
		const type = reportTypeById('GET_V2_SETTLEMENT_REPORT_DATA_XML');
		expect(whyNotAsked(type, before)).toMatchObject({ reason: 'type-not-requested' });
	});
});

describe('options', () => {
	const TERMS = reportTypeById('GET_BRAND_ANALYTICS_SEARCH_QUERY_PERFORMANCE_REPORT') ?? { name: '' };

	it.each<[Record<string, string>, string, string]>([
		[{}, 'option-missing', 'Search Query Performance needs the option reportPeriod: WEEK, MONTH, QUARTER'],
		[
			{ reportPeriod: ' ' },
			'option-missing',
			'Search Query Performance needs the option reportPeriod: WEEK, MONTH, QUARTER',
		],
		[{ reportPeriod: 'WEEK' }, 'option-missing', 'Search Query Performance needs the option asin'],
		[
			{ reportPeriod: 'DAY', asin: 'B1' },
			'option-not-allowed',
			'The option reportPeriod is "DAY"; it may be WEEK, MONTH, QUARTER',
		],
	])('%j: %s', (given, reason, message) => {
		expect(wrongOption(TERMS, given)).toMatchObject({ reason, message });
	});

	it('pass when they are right, and when they are not known', () => {
		expect(wrongOption(TERMS, { reportPeriod: 'WEEK', asin: 'B1 B2', other: 'x' })).toBeUndefined();
		expect(wrongOption({ name: 'Any' }, { other: 'x' })).toBeUndefined();
	});
});
