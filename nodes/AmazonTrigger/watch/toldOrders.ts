import { createHash } from 'node:crypto';

/** Orders of which the same was told, the runs and the orders in them oldest first: `[news, "order order"]`. */
export type ToldRuns = Array<[news: string, orders: string]>;

/**
 * n8n writes the memory down with every poll that emits something: these 725 kB hold the last 60,000 orders that New
 * Order told, or the last 20,000 changes of Order Updated.
 */
const MAX_CHARS = 725_000;

/** What JSON puts around a run. */
const RUN_CHARS = 8;

/**
 * What was told of which order. An order may change as long as Amazon shows it: for two years, in JP, AU and SG
 * since 2016 (Orders API 2026-01-01, description). So nothing is forgotten for its age, only for want of room: what was
 * told first goes first, and would be told again if it changed once more. For New Order that is an order after which
 * 60,000 others were told: with 80 a day, after its two years; with 600 a day, after a hundred days. Nothing untold
 * ever counts as told.
 */
export class ToldOrders {
	/** `order news`: a set keeps the order in which it was filled. */
	private readonly told = new Set<string>();

	constructor(
		runs: ToldRuns = [],
		private readonly maxChars = MAX_CHARS,
	) {
		for (const [news, orders] of runs) {
			for (const order of orders.split(' ')) this.told.add(`${order} ${news}`);
		}
	}

	/** Whether this has not been told of the order; it counts as told from now on. */
	isNews(orderId: string, news: string): boolean {
		const entry = `${shorten(orderId)} ${news}`;
		if (this.told.has(entry)) return false;
		this.told.add(entry);
		return true;
	}

	/** The memory as it is stored: as much of the latest as there is room for. */
	toRuns(): ToldRuns {
		const runs: Array<{ news: string; orders: string[] }> = [];
		let chars = 0;
		for (const entry of [...this.told].reverse()) {
			const end = entry.indexOf(' ');
			const [order, news] = [entry.slice(0, end), entry.slice(end + 1)];
			const run = runs.at(-1)?.news === news ? runs.at(-1) : undefined;
			chars += order.length + 1 + (run === undefined ? news.length + RUN_CHARS : 0);
			if (chars > this.maxChars) break;
			if (run === undefined) runs.push({ news, orders: [order] });
			else run.orders.push(order);
		}
		return runs.reverse().map(({ news, orders }) => [news, orders.reverse().join(' ')]);
	}
}

/** Amazon's order ids are 17 digits in three groups; whatever else calls itself one is remembered by its fingerprint. */
function shorten(orderId: string): string {
	if (/^\d{3}-\d{7}-\d{7}$/.test(orderId)) return BigInt(orderId.replaceAll('-', '')).toString(36);
	return `.${createHash('sha256').update(orderId).digest('base64url')}`;
}
