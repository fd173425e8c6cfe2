import type { OrderStatus } from './amazonOrder';
import { cancelItems, shipRest } from './change';
import type { NewOrder, LifeStep } from './simOrder';
import { SimOrder } from './simOrder';
import { SortedList, type Place } from './sortedList';

/** How an order stood from one change to the next; the counts of changes say when. */
interface Version extends Place {
	order: SimOrder;
	status: OrderStatus;
	from: number;
	until: number;
}

interface AgendaEntry extends Place {
	order: SimOrder;
	step: LifeStep;
}

/** What a search asks for; both times are included. */
export interface OrderQuery {
	by: 'creation' | 'update';
	afterMs: number;
	beforeMs: number;
	statuses: readonly string[] | undefined;
	marketplaceIds: readonly string[] | undefined;
	fulfilledBy: readonly string[] | undefined;
}

/** A place in a list as it was at one moment. */
export interface Cursor {
	/** The count of changes at the first page: later changes move nothing. */
	moment: number;
	/** The last order that was given. */
	last?: Place;
}

function fits({ order, status }: Version, query: OrderQuery): boolean {
	return (
		(query.statuses?.includes(status) ?? true) &&
		(query.marketplaceIds?.includes(order.marketplaceId) ?? true) &&
		(query.fulfilledBy?.includes(order.fulfilledBy) ?? true)
	);
}

/** Whether a step of an order's life still makes sense; the seller may have been quicker. */
function isDue(order: SimOrder, { to }: LifeStep): boolean {
	if (to === 'UNSHIPPED') return order.status === 'PENDING' || order.status === 'PENDING_AVAILABILITY';
	if (to === 'SHIPPED') return order.status === 'UNSHIPPED' || order.status === 'PARTIALLY_SHIPPED';
	return !['SHIPPED', 'PARTIALLY_SHIPPED', 'CANCELLED'].includes(order.status);
}

/** One seller's orders: found by id, listed by time of creation and of the last update. */
export class Orders {
	private readonly byId = new Map<string, SimOrder>();
	private readonly current = new Map<string, Version[]>();
	private readonly lists = { creation: new SortedList<Version>(), update: new SortedList<Version>() };
	private readonly agenda = new SortedList<AgendaEntry>();
	private changes = 0;

	constructor(readonly sellerId: string) {}

	has(orderId: string): boolean {
		return this.byId.has(orderId);
	}

	find(orderId: string): SimOrder | undefined {
		return this.byId.get(orderId);
	}

	/** In the order in which they were added. */
	list(): SimOrder[] {
		return [...this.byId.values()];
	}

	/** Those that were added last. */
	last(count: number): SimOrder[] {
		return this.list().slice(-count);
	}

	add(created: NewOrder): SimOrder {
		const order = new SimOrder(this.sellerId, created);
		this.byId.set(order.orderId, order);
		this.remember(order);
		for (const step of created.life)
			this.agenda.add({ order, orderId: order.orderId, atMs: step.atMs, step });
		return order;
	}

	/** Files an order that was changed at a moment under its new status and time. */
	commit(
		order: SimOrder,
		atMs: number,
		change: { status?: OrderStatus; keepsUpdateTime?: boolean } = {},
	): void {
		if (change.status !== undefined) order.status = change.status;
		if (!change.keepsUpdateTime) order.updatedAtMs = atMs;
		this.remember(order);
	}

	private remember(order: SimOrder): void {
		this.changes += 1;
		for (const old of this.current.get(order.orderId) ?? []) old.until = this.changes;
		const { orderId, status, createdAtMs, updatedAtMs } = order;
		const known = { order, orderId, status, from: this.changes, until: Number.POSITIVE_INFINITY };
		const byCreation = { ...known, atMs: createdAtMs };
		const byUpdate = { ...known, atMs: updatedAtMs };
		this.lists.creation.add(byCreation);
		this.lists.update.add(byUpdate);
		this.current.set(orderId, [byCreation, byUpdate]);
	}

	/** Where a search that begins now begins. */
	now(): Cursor {
		return { moment: this.changes };
	}

	/** The next orders of a search in the order of the time asked for, and where to go on if there are more. */
	page(query: OrderQuery, { moment, last }: Cursor, size: number): { orders: SimOrder[]; next?: Cursor } {
		const found: Version[] = [];
		const { entries, start } = this.lists[query.by].from(last ?? { atMs: query.afterMs });
		for (let index = start; index < entries.length && found.length <= size; index++) {
			const version = entries[index];
			if (version === undefined || version.atMs > query.beforeMs) break;
			if (version.from <= moment && version.until > moment && fits(version, query)) found.push(version);
		}
		const shown = found.slice(0, size);
		const end = shown.at(-1);
		const orders = shown.map(({ order }) => order);
		if (found.length <= size || end === undefined) return { orders };
		return { orders, next: { moment, last: { atMs: end.atMs, orderId: end.orderId } } };
	}

	/** Carries out what was due until a moment. */
	settle(nowMs: number): void {
		for (const { order, step } of this.agenda.takeUntil(nowMs)) {
			if (!isDue(order, step)) continue;
			if (step.to === 'SHIPPED') shipRest(order.body);
			if (step.to === 'CANCELLED') cancelItems(order.body, step.by ?? 'BUYER', step.reason);
			const keepsUpdateTime = step.keepsUpdateTime ?? false;
			this.commit(order, step.atMs, { status: step.to, keepsUpdateTime });
		}
	}

	/** How many orders have which status and are shipped by whom. */
	counts(): { total: number; byStatus: Partial<Record<OrderStatus, number>>; amazon: number } {
		const byStatus: Partial<Record<OrderStatus, number>> = {};
		let amazon = 0;
		for (const order of this.byId.values()) {
			byStatus[order.status] = (byStatus[order.status] ?? 0) + 1;
			if (order.fulfilledBy === 'AMAZON') amazon += 1;
		}
		return { total: this.byId.size, byStatus, amazon };
	}
}
