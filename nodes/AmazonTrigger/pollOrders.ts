import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { OrderEvent } from './orderEvents';
import { readOrderEvent, readOrderSettings, type OrderSettings } from './orderFields';
import {
	closeWindow,
	forgetOld,
	isNews,
	openSweep,
	openWindow,
	readOrderState,
	type OrderWatchState,
	type OrderWindow,
} from './orderWatch';
import { pollBudgetMs } from './pollBudget';
import type { Order } from '../amazon/orders/order';
import { fetchOrderPage, type OrderFilter, type OrderPage } from '../amazon/orders/fetchOrders';
import { resumeOrderPage } from '../amazon/orders/resumeOrderPage';
import { toMarketplaceOrder } from '../amazon/orders/toMarketplaceOrder';
import { OPERATIONS } from '../amazon/transport/operations';
import { connect, shared, type Connection } from '../n8n/account';
import { toNodeError } from '../n8n/errors';

/** Leaves room for n8n to save what a poll found. */
const SPARE_MS = 5_000;

/** Between this and the next page a token may still arrive; a longer wait is left to the next poll. */
const SHORT_WAIT_MS = 2_000;

/** Orders of one poll stay in memory until they are emitted. */
const PAGES_PER_POLL = 20;

/** Amazon gives no order changed in the last two minutes. */
const SETTLING_MS = 120_000;

const SAMPLE_DAYS = 30;
const SAMPLE_SIZE = 3;

/** Orders that are news since the last poll. A manual run shows some recent ones and moves nothing. */
export async function pollOrders(poll: IPollFunctions): Promise<IDataObject[]> {
	const connection = await connect(poll);
	const settings = readOrderSettings(poll, connection.account.marketplaceIds);
	const event = readOrderEvent(poll);
	const nowMs = connection.clock.now();
	if (poll.getMode() === 'manual') return await sample(connection, settings, event, nowMs);
	const stored = poll.getWorkflowStaticData('node');
	const state = readOrderState(stored, nowMs - settings.lookBackMs, nowMs);
	const reading = new Reading(poll, connection, settings, event, state);
	await reading.run();
	const next = forgetOld(reading.state, nowMs);
	Object.assign(stored, next, { window: next.window });
	return reading.items;
}

async function sample(
	{ client }: Connection,
	settings: OrderSettings,
	event: OrderEvent,
	nowMs: number,
): Promise<IDataObject[]> {
	const createdAfter = new Date(nowMs - SAMPLE_DAYS * 24 * 3_600_000).toISOString();
	const filter = { ...settings.filter, createdAfter, statuses: event.statuses, pageSize: SAMPLE_SIZE };
	const { orders } = await fetchOrderPage(client, filter);
	return orders.map((order) => present(order, settings));
}

function present(order: Order, { simplify }: OrderSettings): IDataObject {
	return simplify ? { ...toMarketplaceOrder(order) } : { ...order };
}

/** One poll: reads pages while Amazon's limit and n8n's time allow, and remembers where it stopped. */
class Reading {
	readonly items: IDataObject[] = [];
	private readonly untilMs: number;
	private pages = 0;
	private hasOpened = false;

	constructor(
		private readonly poll: IPollFunctions,
		private readonly connection: Connection,
		private readonly settings: OrderSettings,
		private readonly event: OrderEvent,
		public state: OrderWatchState,
	) {
		this.untilMs = connection.clock.now() + pollBudgetMs(poll) - SPARE_MS;
	}

	async run(): Promise<void> {
		for (;;) {
			const window = this.state.window ?? this.nextWindow();
			if (window === undefined || !this.hasTurn()) return;
			this.state = { ...this.state, window };
			const page = await this.tryPage(window);
			if (page === undefined) return;
			this.absorb(window, page);
		}
	}

	/** At most one window of changes a poll: the next begins where this one ended. */
	private nextWindow(): OrderWindow | undefined {
		if (!this.hasOpened) {
			this.hasOpened = true;
			return openWindow(this.state);
		}
		return this.event.sweepsCancelled ? openSweep(this.state, this.connection.clock.now()) : undefined;
	}

	/** searchOrders gets a token in three minutes after the first twenty: nobody waits for that inside a poll. */
	private hasTurn(): boolean {
		const { account, clock } = this.connection;
		if (this.pages >= PAGES_PER_POLL || clock.now() >= this.untilMs) return false;
		return shared.throttle.waitMs(account, OPERATIONS.searchOrders) <= SHORT_WAIT_MS;
	}

	/** A failure keeps what was read before it; without any, it is the poll's own. */
	private async tryPage(window: OrderWindow): Promise<OrderPage | undefined> {
		const signal = AbortSignal.timeout(Math.max(1, this.untilMs - this.connection.clock.now()));
		try {
			const { client } = this.connection;
			return await resumeOrderPage(client, this.filterOf(window), { token: window.token, signal });
		} catch (error) {
			if (!signal.aborted && this.items.length === 0) throw toNodeError(this.poll.getNode(), error);
			const reason = error instanceof Error ? error.message : String(error);
			this.poll.logger.warn(`Amazon orders: the rest is left to the next poll. ${reason}`);
			return undefined;
		}
	}

	private filterOf({ kind, fromMs }: OrderWindow): OrderFilter {
		const from = new Date(fromMs).toISOString();
		const { filter } = this.settings;
		if (kind === 'cancelled') return { ...filter, createdAfter: from, statuses: ['CANCELLED'] };
		return { ...filter, lastUpdatedAfter: from, statuses: this.event.statuses };
	}

	private absorb(window: OrderWindow, page: OrderPage): void {
		this.pages += 1;
		const nowMs = this.connection.clock.now();
		const untilMs = window.untilMs ?? page.lastUpdatedBeforeMs ?? nowMs - SETTLING_MS;
		for (const order of page.orders) this.take(order);
		const read = { ...window, untilMs };
		this.state =
			page.nextToken === undefined
				? closeWindow(this.state, read, nowMs)
				: { ...this.state, window: { ...read, token: page.nextToken } };
	}

	private take(order: Order): void {
		const simple = toMarketplaceOrder(order);
		const news = this.event.newsOf(simple);
		if (news === undefined) return;
		const updatedMs = Date.parse(simple.updatedAt) || this.connection.clock.now();
		if (isNews(this.state, simple.orderId, updatedMs, news)) this.items.push(present(order, this.settings));
	}
}
