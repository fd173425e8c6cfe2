import type { Marketplace } from '../../../nodes/amazon/tables/marketplaces';
import { Chance } from '../chance';
import type { Fulfiller, OrderStatus } from './amazonOrder';
import { toBody } from './body';
import { finish, prepare } from './finish';
import { drawDraft, type DraftFrame } from './generateDraft';
import { oddity, type OddKind } from './generateOdd';
import type { LifeStep, NewOrder } from './simOrder';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How long a new order waits for its payment. */
export const PAID_AFTER_MS = 30 * MINUTE_MS;
/** How long after the purchase an order reaches a status. */
const REACHED_AFTER_MS: Partial<Record<OrderStatus, number>> = {
	UNSHIPPED: PAID_AFTER_MS,
	PARTIALLY_SHIPPED: DAY_MS / 2,
	SHIPPED: DAY_MS / 2,
	CANCELLED: 2 * PAID_AFTER_MS,
};

/** What is decided about an order before its content is drawn. */
export interface OrderFrame extends DraftFrame {
	status: OrderStatus;
	odd: readonly OddKind[];
	/** Start of the random numbers behind the content. */
	chance: number;
}

/** What comes to an order by itself: the payment of a pending one, the shipment of Amazon's own. */
export function usualLife(
	{ status, fulfilledBy, createdAtMs }: Pick<OrderFrame, 'status' | 'fulfilledBy' | 'createdAtMs'>,
	nowMs: number,
): LifeStep[] {
	const isPending = status === 'PENDING' || status === 'PENDING_AVAILABILITY';
	const isOpen = isPending || status === 'UNSHIPPED' || status === 'PARTIALLY_SHIPPED';
	const paid = Math.max(createdAtMs + PAID_AFTER_MS, nowMs + 5 * MINUTE_MS);
	const shipped = Math.max(createdAtMs + DAY_MS, nowMs + 60 * MINUTE_MS);
	return [
		...(isPending ? [{ atMs: paid, to: 'UNSHIPPED' } as const] : []),
		...(isOpen && fulfilledBy === 'AMAZON' ? [{ atMs: shipped, to: 'SHIPPED' } as const] : []),
	];
}

/** When an order that has its status by now came to it. */
export function reachedAtMs(
	{ status, createdAtMs }: Pick<OrderFrame, 'status' | 'createdAtMs'>,
	nowMs: number,
) {
	return Math.max(createdAtMs, Math.min(nowMs, createdAtMs + (REACHED_AFTER_MS[status] ?? 0)));
}

/** The order of a frame; its content is drawn each time it is looked at, and always the same. */
export function frameOrder(frame: OrderFrame, life: LifeStep[], updatedAtMs: number): NewOrder {
	const { orderId, marketplace, fulfilledBy, createdAtMs, status } = frame;
	const make = () => {
		const chance = new Chance(frame.chance);
		const draft = drawDraft(chance, frame);
		for (const kind of frame.odd) oddity(kind).apply?.(draft, chance);
		prepare(draft, status);
		const order = toBody(draft);
		finish(order, status, updatedAtMs);
		return order;
	};
	return {
		orderId,
		marketplaceId: marketplace.id,
		fulfilledBy,
		createdAtMs,
		updatedAtMs,
		status,
		life,
		make,
	};
}

/** An order id that nobody has yet, 3-7-7. */
export function drawOrderId(chance: Chance, isTaken: (orderId: string) => boolean): string {
	for (;;) {
		const sevenDigits = () => String(chance.below(10_000_000)).padStart(7, '0');
		const orderId = `${100 + chance.below(800)}-${sevenDigits()}-${sevenDigits()}`;
		if (!isTaken(orderId)) return orderId;
	}
}

/** The marketplaces where all of some kinds of oddness can be. Throws when there is none. */
export function placesFor(marketplaces: readonly Marketplace[], odd: readonly OddKind[]): Marketplace[] {
	const possible = marketplaces.filter(({ country }) =>
		odd.every((kind) => oddity(kind).countries?.includes(country) ?? true),
	);
	if (possible.length === 0)
		throw new Error(`No marketplace of the seller can have an order "${odd.join('", "')}"`);
	return possible;
}

/** Whether a kind of oddness is possible in one of the marketplaces. */
export function canBe(marketplaces: readonly Marketplace[], kind: OddKind): boolean {
	const { countries } = oddity(kind);
	return countries === undefined || marketplaces.some(({ country }) => countries.includes(country));
}

/** What kinds of oddness ask for, the first that asks. */
export function wishesOf(odd: readonly OddKind[]): { status?: OrderStatus; fulfilledBy?: Fulfiller } {
	const found = odd.map(oddity);
	const status = found.find((kind) => kind.status !== undefined)?.status;
	const fulfilledBy = found.find((kind) => kind.fulfilledBy !== undefined)?.fulfilledBy;
	return {
		...(status === undefined ? {} : { status }),
		...(fulfilledBy === undefined ? {} : { fulfilledBy }),
	};
}
