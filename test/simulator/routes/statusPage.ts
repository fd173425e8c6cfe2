import { toFeed } from '../feeds/feed';
import { ORDER_STATUSES } from '../orders/amazonOrder';
import { toReport } from '../reports/report';
import type { SimState } from '../state';

const SHOWN = 25;

type Cell = string | number | undefined;

function escaped(value: Cell): string {
	return String(value ?? '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function table(heads: string[], rows: Cell[][]): string {
	const head = heads.map((text) => `<th>${escaped(text)}</th>`).join('');
	const body = rows
		.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
		.join('\n');
	return `<table><tr>${head}</tr>\n${body}</table>`;
}

function sellersTable(state: SimState): string {
	const rows = state.seed.sellers.map(({ sellerId, storeName, region, marketplaceIds }) => {
		const { seeded, changed, deleted } = state.catalogue(sellerId).counts();
		return [sellerId, storeName, region, marketplaceIds.join(' '), seeded, changed, deleted];
	});
	return table(['Seller', 'Store', 'Region', 'Marketplaces', 'Seeded SKUs', 'Changed', 'Deleted'], rows);
}

function ordersTable(state: SimState): string {
	const rows = state.seed.sellers.map(({ sellerId }) => {
		const { total, amazon, byStatus } = state.orderBook.of(sellerId).counts();
		return [sellerId, total, ...ORDER_STATUSES.map((status) => byStatus[status] ?? 0), amazon];
	});
	return table(['Seller', 'Orders', ...ORDER_STATUSES, 'By Amazon'], rows);
}

function lastOrdersTable(state: SimState): string {
	const rows = state.seed.sellers
		.flatMap(({ sellerId }) => state.orderBook.of(sellerId).last(SHOWN))
		.sort((a, b) => b.updatedAtMs - a.updatedAtMs)
		.slice(0, SHOWN)
		.map(({ orderId, sellerId, status, fulfilledBy, updatedAtMs, sellerOrderId, refunds }) => {
			const updated = new Date(updatedAtMs).toISOString();
			return [orderId, sellerId, status, fulfilledBy, updated, sellerOrderId, refunds.length];
		});
	const heads = ['Order', 'Seller', 'Status', 'Shipped by', 'Updated', "Store's number", 'Refunds'];
	return table(heads, rows);
}

function feedsTable(state: SimState): string {
	const rows = state.feeds
		.list()
		.slice(0, SHOWN)
		.map((feed) => {
			const shown = toFeed(feed, state.nowMs());
			return [feed.feedId, feed.sellerId, feed.feedType, shown.processingStatus, shown.createdTime];
		});
	return table(['Feed', 'Seller', 'Type', 'Status', 'Created'], rows);
}

function reportsTable(state: SimState): string {
	const rows = state.seed.sellers
		.flatMap(({ sellerId }) => state.reports.list(sellerId))
		.sort((a, b) => b.createdAtMs - a.createdAtMs)
		.slice(0, SHOWN)
		.map((report) => {
			const { reportId, reportType, processingStatus, createdTime } = toReport(report, state.nowMs());
			return [reportId, report.sellerId, reportType, processingStatus, createdTime];
		});
	return table(['Report', 'Seller', 'Type', 'Status', 'Created'], rows);
}

function callsTable(state: SimState): string {
	const rows = state.calls
		.list()
		.slice(-SHOWN)
		.reverse()
		.map(({ at, operation, method, path, sellerId, status }) => [
			new Date(at).toISOString(),
			operation,
			`${method} ${path}`,
			sellerId,
			status,
		]);
	return table(['At', 'Operation', 'Request', 'Seller', 'Status'], rows);
}

/** The state for people: sellers, the last feeds, the last calls. No secrets. */
export function toStatusPage(state: SimState): string {
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Amazon simulator</title>
<style>body{font:15px system-ui;margin:2rem}table{border-collapse:collapse;margin-bottom:2rem}
th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:left}th{background:#f3f3f3}</style></head><body>
<h1>Amazon simulator</h1>
<p>${escaped(new Date(state.nowMs()).toISOString())} · rate limits ${state.settings.limits ? 'on' : 'off'} ·
${state.calls.total} calls · ${state.faults.list().length} faults planned</p>
<h2>Sellers</h2>
${sellersTable(state)}
<h2>Orders</h2>
${ordersTable(state)}
${lastOrdersTable(state)}
<h2>Last feeds</h2>
${feedsTable(state)}
<h2>Last reports</h2>
${reportsTable(state)}
<h2>Last calls</h2>
${callsTable(state)}
</body></html>
`;
}
