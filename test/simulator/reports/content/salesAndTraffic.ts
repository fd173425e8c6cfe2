import { hashOf } from '../../listings/listing';
import type { Content, Subject } from './content';
import { listedItems, type ListedItem } from './listedItems';
import { soldItems } from './soldItems';
import { isoDay } from './times';

const DAY_MS = 24 * 3600_000;
const GRANULARITIES: Readonly<Record<string, readonly string[]>> = {
	dateGranularity: ['DAY', 'WEEK', 'MONTH'],
	asinGranularity: ['PARENT', 'CHILD', 'SKU'],
};

/** Why Amazon ends the report FATAL, in the words of its document; undefined when the options are fine. */
export function optionFault(options: Readonly<Record<string, string>>): string | undefined {
	const wrong = Object.entries(GRANULARITIES).find(
		([name, allowed]) => options[name] !== undefined && !allowed.includes(options[name]),
	);
	return wrong && `Invalid value for ${wrong[0]}. Supported values: ${wrong[1].join(', ')}.`;
}

interface Sales {
	minor: number;
	units: number;
	items: number;
}

function salesByDay(subject: Subject): Map<string, Sales> {
	const days = new Map<string, Sales>();
	const { startMs, endMs, drawn } = subject;
	if (drawn !== undefined) return days;
	for (const { createdAtMs, price, ordered, status } of soldItems(subject)) {
		if (createdAtMs < startMs || createdAtMs >= endMs || status === 'CANCELLED') continue;
		const { minor, units, items } = days.get(isoDay(createdAtMs)) ?? { minor: 0, units: 0, items: 0 };
		days.set(isoDay(createdAtMs), { minor: minor + price, units: units + ordered, items: items + 1 });
	}
	return days;
}

/** Where a stretch of the wanted length begins: weeks on Sundays, months on their first. */
function stretchOf(day: string, granularity: string): string {
	if (granularity === 'MONTH') return `${day.slice(0, 7)}-01`;
	if (granularity !== 'WEEK') return day;
	const atMs = Date.parse(day);
	return isoDay(atMs - new Date(atMs).getUTCDay() * DAY_MS);
}

function money(minor: number, currencyCode: string) {
	return { amount: currencyCode === 'JPY' ? minor : minor / 100, currencyCode };
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

function trafficOf(date: string, { units, items }: Sales) {
	const browserSessions = 500 + (hashOf(date) % 500);
	const mobileAppSessions = 100 + (hashOf(`mobile ${date}`) % 200);
	const sessions = browserSessions + mobileAppSessions;
	return {
		...{ browserPageViews: browserSessions + 200, mobileAppPageViews: mobileAppSessions + 50 },
		...{ pageViews: sessions + 250, browserSessions, mobileAppSessions, sessions, buyBoxPercentage: 91.5 },
		orderItemSessionPercentage: round((100 * items) / sessions),
		unitSessionPercentage: round((100 * units) / sessions),
		...{
			averageOfferCount: 2000,
			averageParentItems: 2000,
			feedbackReceived: 0,
			negativeFeedbackReceived: 0,
		},
		receivedNegativeFeedbackRate: 0,
	};
}

function dateEntry(date: string, sales: Sales, currency: string) {
	const { minor, units, items } = sales;
	const per = (count: number) => (count === 0 ? 0 : Math.round(minor / count));
	return {
		date,
		salesByDate: {
			...{ orderedProductSales: money(minor, currency), unitsOrdered: units, totalOrderItems: items },
			averageSalesPerOrderItem: money(per(items), currency),
			averageUnitsPerOrderItem: items === 0 ? 0 : round(units / items),
			averageSellingPrice: money(per(units), currency),
			...{ unitsRefunded: 0, refundRate: 0, claimsGranted: 0, claimsAmount: money(0, currency) },
			...{ shippedProductSales: money(minor, currency), unitsShipped: units, ordersShipped: items },
		},
		trafficByDate: trafficOf(date, sales),
	};
}

function dateEntries(subject: Subject, currency: string) {
	const { startMs, endMs, options } = subject;
	const byDay = salesByDay(subject);
	const stretches = new Map<string, Sales>();
	for (let atMs = startMs; atMs < endMs; atMs += DAY_MS) {
		const stretch = stretchOf(isoDay(atMs), options['dateGranularity'] ?? 'DAY');
		const sum = stretches.get(stretch) ?? { minor: 0, units: 0, items: 0 };
		const { minor, units, items } = byDay.get(isoDay(atMs)) ?? { minor: 0, units: 0, items: 0 };
		stretches.set(stretch, { minor: sum.minor + minor, units: sum.units + units, items: sum.items + items });
	}
	return [...stretches].map(([date, sales]) => dateEntry(date, sales, currency));
}

function asinEntry({ asin, sku, price }: ListedItem, granularity: string, currency: string) {
	const hash = hashOf(`traffic ${sku}`);
	const [browserSessions, mobileAppSessions, units] = [hash % 200, hash % 70, hash % 5];
	const sessions = browserSessions + mobileAppSessions;
	return {
		parentAsin: asin,
		...(granularity === 'PARENT' ? {} : { childAsin: asin }),
		...(granularity === 'SKU' ? { sku } : {}),
		salesByAsin: {
			...{ unitsOrdered: units, totalOrderItems: units },
			orderedProductSales: { amount: round(Number(price) * units), currencyCode: currency },
		},
		trafficByAsin: {
			...{ browserSessions, mobileAppSessions, sessions, browserSessionPercentage: 0.33 },
			...{ mobileAppSessionPercentage: 0.12, sessionPercentage: 0.45, browserPageViews: browserSessions + 2 },
			...{
				mobileAppPageViews: mobileAppSessions + 1,
				pageViews: sessions + 3,
				browserPageViewsPercentage: 0.4,
			},
			...{ mobileAppPageViewsPercentage: 0.2, pageViewsPercentage: 0.6, buyBoxPercentage: 95 },
			unitSessionPercentage: sessions === 0 ? 0 : round((100 * units) / sessions),
		},
	};
}

/** GET_SALES_AND_TRAFFIC_REPORT: two lists in one object; its records are those by ASIN. */
export function salesAndTraffic(subject: Subject): Content {
	const { startMs, endMs, marketplaces, options } = subject;
	const [marketplace] = marketplaces;
	const currency = marketplace?.currency ?? 'EUR';
	const specification = {
		reportType: 'GET_SALES_AND_TRAFFIC_REPORT',
		reportOptions: { dateGranularity: 'DAY', asinGranularity: 'PARENT', ...options },
		// The last day is named, not the midnight after it.
		...{ dataStartTime: isoDay(startMs), dataEndTime: isoDay(endMs - 1) },
		marketplaceIds: marketplaces.map(({ id }) => id),
	};
	const byDate = JSON.stringify(dateEntries(subject, currency));
	return {
		head: `{"reportSpecification":${JSON.stringify(specification)},"salesAndTrafficByDate":${byDate},"salesAndTrafficByAsin":[`,
		*records() {
			for (const item of listedItems(subject))
				yield JSON.stringify(asinEntry(item, options['asinGranularity'] ?? 'PARENT', currency));
		},
		between: ',',
		tail: ']}',
	};
}
