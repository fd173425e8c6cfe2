import { decideWindow, type WindowWish } from '../../../../nodes/amazon/reports/window';
import { REPORT_TYPES, reportTypeById, type ReportDates } from '../../../../nodes/amazon/tables/reportTypes';
import { Hold } from '../../../../nodes/rules/verdict/verdict';

/** A Saturday. */
const NOW = Date.parse('2026-11-28T10:30:00Z');

type Wish = Omit<WindowWish, 'nowMs'>;
const decide = (dates: ReportDates, wish: Wish) => decideWindow(dates, { ...wish, nowMs: NOW });
const ofType = (id: string) => reportTypeById(id)?.dates ?? { use: 'optional' };

const ALL_ORDERS = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL';
const FBA_RETURNS = 'GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA';
const SHIPMENTS = 'GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL';
const FEES = 'GET_FBA_ESTIMATED_FBA_FEES_TXT_DATA';
const LISTINGS = 'GET_MERCHANT_LISTINGS_ALL_DATA';
const FEEDBACK = 'GET_SELLER_FEEDBACK_DATA';
const SALES = 'GET_SALES_AND_TRAFFIC_REPORT';
const TERMS = 'GET_BRAND_ANALYTICS_SEARCH_TERMS_REPORT';
const BASKET = 'GET_BRAND_ANALYTICS_MARKET_BASKET_REPORT';
const PAGE_VIEWS = 'MARKETPLACE_ASIN_PAGE_VIEW_METRICS';
const WEEK = { reportPeriod: 'WEEK' };
const BY_WEEK = { dateGranularity: 'WEEK' };

describe('the dates to ask with', () => {
	it.each<[name: string, id: string, wish: Wish, asked: object, notes: string[]]>([
		[
			'as they are',
			ALL_ORDERS,
			{ start: '2026-11-01T08:15:00Z', end: '2026-11-08T09:00:00+01:00' },
			{ dataStartTime: '2026-11-01T08:15:00Z', dataEndTime: '2026-11-08T08:00:00Z' },
			[],
		],
		[
			'days from their beginning to their end',
			ALL_ORDERS,
			{ start: '2026-11-01', end: '2026-11-07' },
			{ dataStartTime: '2026-11-01T00:00:00Z', dataEndTime: '2026-11-08T00:00:00Z' },
			[],
		],
		[
			'without an end, until now',
			ALL_ORDERS,
			{ start: '2026-11-20' },
			{ dataStartTime: '2026-11-20T00:00:00Z' },
			[],
		],
		[
			'an end in the future, cut',
			ALL_ORDERS,
			{ start: '2026-11-20', end: '2026-12-24' },
			{ dataStartTime: '2026-11-20T00:00:00Z', dataEndTime: '2026-11-28T10:30:00Z' },
			['The end lies in the future: it was set to now, 2026-11-28T10:30:00Z'],
		],
		['none where none are needed', FEEDBACK, {}, {}, []],
		['empty fields as none', FEEDBACK, { start: ' ', end: '' }, {}, []],
		[
			'none where they mean nothing',
			LISTINGS,
			{ start: '2026-11-01' },
			{},
			['This report shows what is now: start and end were left out'],
		],
		['nothing said where nothing was given', LISTINGS, {}, {}, []],
		[
			'whole days',
			FBA_RETURNS,
			{ start: '2026-11-01T08:15:00Z', end: '2026-11-07T09:00:00Z' },
			{ dataStartTime: '2026-11-01T00:00:00Z', dataEndTime: '2026-11-08T00:00:00Z' },
			['Amazon counts whole days (UTC): the stretch was widened to 2026-11-01 to 2026-11-07'],
		],
		[
			'the last second of a day as its end, without a word',
			FBA_RETURNS,
			{ start: '2026-11-01', end: '2026-11-07T23:59:59Z' },
			{ dataStartTime: '2026-11-01T00:00:00Z', dataEndTime: '2026-11-08T00:00:00Z' },
			[],
		],
		[
			'today as far as it has come',
			FBA_RETURNS,
			{ start: '2026-11-28', end: '2026-11-28T10:00:00Z' },
			{ dataStartTime: '2026-11-28T00:00:00Z', dataEndTime: '2026-11-28T10:30:00Z' },
			['Amazon counts whole days (UTC): the stretch was widened to 2026-11-28 to 2026-11-28T10:30:00Z'],
		],
		[
			'three days at least',
			FEES,
			{ start: '2026-11-27T10:30:00Z' },
			{ dataStartTime: '2026-11-25T10:30:00Z' },
			[
				'Amazon wants at least 3 days: the stretch was widened to 2026-11-25T10:30:00Z to 2026-11-28T10:30:00Z',
			],
		],
		[
			'days as they are written',
			SALES,
			{ start: '2026-11-01T00:00:00+01:00', end: '2026-11-07T00:00:00+01:00' },
			{ dataStartTime: '2026-11-01T00:00:00Z', dataEndTime: '2026-11-07T23:59:59Z' },
			[],
		],
		[
			'today as the last day',
			SALES,
			{ start: '2026-11-27', end: '2026-11-28' },
			{ dataStartTime: '2026-11-27T00:00:00Z', dataEndTime: '2026-11-28T10:30:00Z' },
			[],
		],
		[
			'a day to come as the last day, cut',
			SALES,
			{ start: '2026-11-27', end: '2026-11-30' },
			{ dataStartTime: '2026-11-27T00:00:00Z', dataEndTime: '2026-11-28T10:30:00Z' },
			['The end lies in the future: it was set to now, 2026-11-28T10:30:00Z'],
		],
		[
			'whole weeks from Sunday',
			SALES,
			{ start: '2026-11-03', end: '2026-11-10', options: BY_WEEK },
			{ dataStartTime: '2026-11-01T00:00:00Z', dataEndTime: '2026-11-14T23:59:59Z' },
			[
				'Amazon counts whole weeks from Sunday to Saturday: the stretch was widened to 2026-11-01 to 2026-11-14',
			],
		],
		[
			'whole months',
			SALES,
			{ start: '2026-02-03', end: '2026-02-10', options: { dateGranularity: 'MONTH' } },
			{ dataStartTime: '2026-02-01T00:00:00Z', dataEndTime: '2026-02-28T23:59:59Z' },
			['Amazon counts whole months: the stretch was widened to 2026-02-01 to 2026-02-28'],
		],
		[
			'one week',
			TERMS,
			{ start: '2026-11-15', end: '2026-11-21', options: WEEK },
			{ dataStartTime: '2026-11-15T00:00:00Z', dataEndTime: '2026-11-21T23:59:59Z' },
			[],
		],
		[
			'the week of a start alone',
			TERMS,
			{ start: '2026-11-15', options: WEEK },
			{ dataStartTime: '2026-11-15T00:00:00Z', dataEndTime: '2026-11-21T23:59:59Z' },
			[],
		],
		[
			'the quarter of a day',
			TERMS,
			{ start: '2026-08-15', end: '2026-08-15', options: { reportPeriod: 'QUARTER' } },
			{ dataStartTime: '2026-07-01T00:00:00Z', dataEndTime: '2026-09-30T23:59:59Z' },
			['Amazon counts whole quarters: the stretch was widened to 2026-07-01 to 2026-09-30'],
		],
		[
			'weeks until the last that is over',
			BASKET,
			{ start: '2026-11-01', options: WEEK },
			{ dataStartTime: '2026-11-01T00:00:00Z', dataEndTime: '2026-11-21T23:59:59Z' },
			[],
		],
		[
			'the oldest day that there is',
			PAGE_VIEWS,
			{ start: '2026-11-21', end: '2026-11-27' },
			{ dataStartTime: '2026-11-21T00:00:00Z', dataEndTime: '2026-11-27T23:59:59Z' },
			[],
		],
	])('are %s', (_name, id, wish, asked, notes) => {
		expect(decide(ofType(id), wish)).toEqual({ ...asked, notes });
	});
});

describe('dates that Amazon would not take', () => {
	it.each<[id: string, wish: Wish, reason: string, message: string]>([
		[
			ALL_ORDERS,
			{},
			'dates-missing',
			'This report needs a start: give one, for example 2026-10-29 to 2026-11-27',
		],
		[
			FEEDBACK,
			{ end: '2026-11-08' },
			'dates-missing',
			'This report needs a start: give one, for example 2026-10-29 to 2026-11-27',
		],
		[
			TERMS,
			{ options: WEEK },
			'dates-missing',
			'This report needs a start: give one, for example 2026-11-15 to 2026-11-21',
		],
		[
			ALL_ORDERS,
			{ start: 'yesterday', end: '2026-11-08' },
			'date-unreadable',
			'The start "yesterday" is no date: give a date such as 2026-01-31 or 2026-01-31T08:00:00Z',
		],
		[
			SALES,
			{ start: '2026-11-01', end: '2026-02-30' },
			'date-unreadable',
			'The end "2026-02-30" is no date: give a date such as 2026-01-31 or 2026-01-31T08:00:00Z',
		],
		[
			SALES,
			{ start: '2026-11-01T99:00', end: '2026-11-02' },
			'date-unreadable',
			'The start "2026-11-01T99:00" is no date: give a date such as 2026-01-31 or 2026-01-31T08:00:00Z',
		],
		[
			ALL_ORDERS,
			{ start: '2026-11-08T10:00:00Z', end: '2026-11-01T09:00:00Z' },
			'start-not-before-end',
			'The start 2026-11-08T10:00:00Z is not before the end 2026-11-01T09:00:00Z: give a later end, or exchange them',
		],
		[
			SALES,
			{ start: '2026-11-08', end: '2026-11-07' },
			'start-not-before-end',
			'The start 2026-11-08 is not before the end 2026-11-07: give a later end, or exchange them',
		],
		[
			FBA_RETURNS,
			{ start: '2026-11-08T00:00:00Z', end: '2026-11-08T00:00:00Z' },
			'start-not-before-end',
			'The start 2026-11-08 is not before the end 2026-11-08T00:00:00Z: give a later end, or exchange them',
		],
		[
			ALL_ORDERS,
			{ start: '2026-11-29', end: '2026-11-30' },
			'start-in-future',
			'The start 2026-11-29 lies in the future: Amazon reports on what has been',
		],
		[
			ALL_ORDERS,
			{ start: '2026-11-29' },
			'start-in-future',
			'The start 2026-11-29 lies in the future: Amazon reports on what has been',
		],
		[
			ALL_ORDERS,
			{ start: '2026-09-01', end: '2026-10-31' },
			'range-too-long',
			'2026-09-01 to 2026-10-31 is longer than the 30 days that Amazon puts into this report: ask for parts, 2026-09-01 to 2026-09-30 first',
		],
		[
			ALL_ORDERS,
			{ start: '2026-09-01' },
			'range-too-long',
			'2026-09-01 to 2026-11-28T10:30:00Z is longer than the 30 days that Amazon puts into this report: ask for parts, 2026-09-01 to 2026-09-30 first',
		],
		[
			SHIPMENTS,
			{ start: '2024-01-01', end: '2024-01-15' },
			'start-too-old',
			'The start 2024-01-01 is more than 549 days ago, and Amazon keeps no more: start at 2025-05-28 or later',
		],
		[
			PAGE_VIEWS,
			{ start: '2026-11-20', end: '2026-11-25' },
			'start-too-old',
			'The start 2026-11-20 is more than 7 days ago, and Amazon keeps no more: start at 2026-11-21 or later',
		],
		[
			TERMS,
			{ start: '2026-11-22', end: '2026-11-28', options: WEEK },
			'period-not-over',
			'The week from Sunday to Saturday until 2026-11-28 is not over: the last one is 2026-11-15 to 2026-11-21',
		],
		[
			BASKET,
			{ start: '2026-11-24', options: WEEK },
			'period-not-over',
			'The week from Sunday to Saturday until 2026-11-28 is not over: the last one is 2026-11-15 to 2026-11-21',
		],
		[
			TERMS,
			{ start: '2026-11-08', end: '2026-11-21', options: WEEK },
			'several-periods',
			'2026-11-08 to 2026-11-21 is several weeks from Sunday to Saturday, and this report covers one week from Sunday to Saturday: ask for 2026-11-08 to 2026-11-14 first',
		],
	])('%s %j: %s', (id, wish, reason, message) => {
		const refused = decide(ofType(id), wish);
		expect(refused).toBeInstanceOf(Hold);
		expect(refused).toMatchObject({ reason, message });
	});

	it('come with an example that Amazon would take', () => {
		const needed = REPORT_TYPES.filter(({ dates }) => dates.use === 'required');
		expect(needed.length).toBeGreaterThan(20);
		for (const { dates, options = [] } of needed)
			for (const period of options.find(({ name }) => name === dates.wholeBy)?.values ?? ['DAY']) {
				const chosen = { options: { [dates.wholeBy ?? 'none']: period } };
				const missing = decide(dates, chosen);
				const [start, end] = missing instanceof Hold ? (missing.message.match(/2026-\d\d-\d\d/g) ?? []) : [];
				expect(decide(dates, { start, end, ...chosen })).toMatchObject({ notes: [] });
			}
	});
});
