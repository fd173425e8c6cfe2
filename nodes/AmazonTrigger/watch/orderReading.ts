import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { OrderSettings } from '../orderFields';
import type { OrderInterest } from '../orderInterest';
import {
	closeWindow,
	openSweep,
	openWindow,
	type OrderMemory,
	type OrderWatchState,
	type OrderWindow,
} from './orderWatch';
import { PollTime } from '../pollTime';
import { ToldOrders } from './toldOrders';
import type { OrderFilter, OrderPage } from '../../amazon/orders/fetchOrders';
import type { Order } from '../../amazon/orders/order';
import { resumeOrderPage } from '../../amazon/orders/resumeOrderPage';
import { toMarketplaceOrder } from '../../amazon/orders/toMarketplaceOrder';
import type { Now } from '../../amazon/transport/amazonTime';
import { toError } from '../../amazon/transport/errors';
import { OPERATIONS } from '../../amazon/transport/operations';
import { repeatedPage, REPEATS_ALLOWED } from '../../amazon/transport/pages';
import type { UnreadableRecord } from '../../amazon/transport/unreadable';
import { shared, type Connection } from '../../n8n/account';
import { toOrderJson } from '../../n8n/orderJson';
import { toProblemJson } from '../../n8n/problem';
import { isAmazonOrder } from '../../rules/order/marketplaceOrder';

/** Between this and the next page a token may still arrive; a longer wait is left to the next poll. */
const SHORT_WAIT_MS = 2_000;

/** Orders of one poll stay in memory until they are emitted. */
const PAGES_PER_POLL = 20;

/** Amazon gives no order changed in the last two minutes. */
const SETTLING_MS = 120_000;

/** What a poll works with. */
export interface OrderWatch {
	poll: IPollFunctions;
	/** Its clock says how long this poll may take. */
	connection: Connection;
	/** Says what time it is for everything that Amazon dates. */
	amazon: Now;
	settings: OrderSettings;
	interest: OrderInterest;
}

/** One poll: reads pages while Amazon's limit and n8n's time allow, and remembers where it stopped. */
export class OrderReading {
	readonly items: IDataObject[] = [];
	private readonly time: PollTime;
	private readonly told: ToldOrders;
	private state: OrderWatchState;
	private pages = 0;
	/** Tokens of this poll's pages. */
	private readonly tokens = new Set<string>();
	private hasOpened = false;
	/** Why this poll ended early. */
	failure: unknown;

	constructor(
		private readonly watch: OrderWatch,
		{ told, ...state }: OrderMemory,
	) {
		this.time = new PollTime(watch.poll, watch.connection);
		this.told = new ToldOrders(told);
		this.state = state;
	}

	/** What the next poll must know. */
	get memory(): OrderMemory {
		return { ...this.state, told: this.told.toRuns() };
	}

	async run(): Promise<void> {
		for (;;) {
			const window = this.state.window ?? this.nextWindow();
			if (window === undefined || !this.hasTurn()) return;
			this.state = { ...this.state, window };
			const page = await this.tryPage(window);
			if (page !== undefined) this.absorb(window, page);
			if (page === undefined || this.failure !== undefined) return;
		}
	}

	/** At most one window of changes a poll: the next begins where this one ended. */
	private nextWindow(): OrderWindow | undefined {
		if (!this.hasOpened) {
			this.hasOpened = true;
			return openWindow(this.state);
		}
		const { interest, amazon } = this.watch;
		return interest.sweepsCancelled ? openSweep(this.state, amazon.now()) : undefined;
	}

	/** searchOrders gets a token in three minutes after the first twenty: nobody waits for that inside a poll. */
	private hasTurn(): boolean {
		if (this.pages >= PAGES_PER_POLL || this.time.isUp) return false;
		return shared.throttle.waitMs(this.watch.connection.account, OPERATIONS.searchOrders) <= SHORT_WAIT_MS;
	}

	/** A failure keeps what was read before it; without any, it is the poll's own. */
	private async tryPage(window: OrderWindow): Promise<OrderPage | undefined> {
		const { poll, connection } = this.watch;
		const { signal } = this.time;
		try {
			const options = { token: window.token, signal };
			return await resumeOrderPage(connection.client, this.filterOf(window), options);
		} catch (error) {
			if (signal.aborted)
				poll.logger.warn('Amazon orders: the time is up, the rest is left to the next poll');
			else this.fail(error);
			return undefined;
		}
	}

	/** What was found before a failure is emitted all the same; without any, the poll fails when it has ended. */
	private fail(error: unknown): void {
		this.failure ??= error;
		const reason = toError(error).message;
		this.watch.poll.logger.warn(`Amazon orders: the rest is left to the next poll. ${reason}`);
	}

	private filterOf({ kind, fromMs }: OrderWindow): OrderFilter {
		const from = new Date(fromMs).toISOString();
		const { settings, interest } = this.watch;
		if (kind === 'cancelled') return { ...settings.filter, createdAfter: from, statuses: ['CANCELLED'] };
		return { ...settings.filter, lastUpdatedAfter: from, statuses: interest.statuses };
	}

	private absorb(window: OrderWindow, page: OrderPage): void {
		this.pages += 1;
		const nowMs = this.watch.amazon.now();
		// Never later than now, or the next poll would take it for damage: Amazon may name no time of its own.
		const untilMs = window.untilMs ?? Math.min(page.lastUpdatedBeforeMs ?? nowMs - SETTLING_MS, nowMs);
		for (const order of page.orders) this.take(order);
		for (const record of page.unreadable) this.takeUnreadable(record);
		const read = { ...window, untilMs };
		this.state =
			page.nextToken === undefined
				? closeWindow(this.state, read, nowMs)
				: { ...this.state, window: this.nextPage(read, page.nextToken) };
	}

	/** Where the window goes on; a list that leads back to pages already read is begun anew by the next poll. */
	private nextPage(window: OrderWindow, token: string): OrderWindow | undefined {
		const isRepeated = token === window.token || this.tokens.has(token);
		this.tokens.add(token);
		const repeats = (window.repeats ?? 0) + (isRepeated ? 1 : 0);
		if (repeats <= REPEATS_ALLOWED) return { ...window, token, ...(repeats > 0 && { repeats }) };
		this.fail(repeatedPage(OPERATIONS.searchOrders));
		return undefined;
	}

	/** Amazon's list may show the same again and again. */
	private takeUnreadable(record: UnreadableRecord): void {
		const { poll, interest } = this.watch;
		poll.logger.warn(`Amazon orders: ${record.problem}`);
		if (interest.tellsUnreadable && this.told.isNews(record.content, 'unreadable'))
			this.items.push(toProblemJson('amazonOrderId', record));
	}

	private take(order: Order): void {
		const { settings, interest } = this.watch;
		const simple = toMarketplaceOrder(order);
		if (!settings.includeMultiChannel && !isAmazonOrder(simple)) return;
		const news = interest.newsOf(simple, this.state.startMs);
		if (news === undefined || !this.told.isNews(simple.orderId, news)) return;
		this.items.push(toOrderJson(order, settings.simplify));
	}
}
