import { marketplaceById, type Marketplace } from '../../../nodes/amazon/tables/marketplaces';
import type { Chance } from '../chance';
import {
	ORDER_STATUSES,
	type Address,
	type AmazonOrder,
	type Buyer,
	type Fulfiller,
	type OrderStatus,
} from './amazonOrder';
import { toBody } from './body';
import type { DiscountSign, OrderDraft } from './draft';
import { finish, prepare } from './finish';
import { drawOrderId, placesFor, usualLife, wishesOf } from './frame';
import { DEFAULT_SKUS } from './generate';
import { drawDraft } from './generateDraft';
import { oddity, type OddKind } from './generateOdd';
import { toLine, type LineSpec } from './lineSpec';
import type { LifeStep, NewOrder } from './simOrder';

/** An order made to measure; what is left out is drawn. */
export interface OrderSpec {
	/** Default the simulator's first seller. */
	sellerId?: string;
	orderId?: string;
	/** Default the seller's first one that fits. */
	marketplaceId?: string;
	odd?: OddKind | OddKind[];
	/** Default UNSHIPPED, or what the oddness needs. */
	status?: OrderStatus;
	/** Default MERCHANT, or what the oddness needs. */
	fulfilledBy?: Fulfiller;
	/** Milliseconds since 1970; default now. */
	createdAtMs?: number;
	/** Default the time of creation. */
	updatedAtMs?: number;
	lines?: LineSpec[];
	programs?: string[];
	/** In addition to what is drawn; null for none. */
	buyer?: Buyer | null;
	/** In addition to what is drawn; null for none. */
	address?: Address | null;
	/** What comes by itself, counted from the creation; default payment after half an hour, Amazon's shipment a day later. */
	life?: (Omit<LifeStep, 'atMs'> & { afterMs: number })[];
	/** Default positive: Amazon does not say. */
	discountSign?: DiscountSign;
	/** The whole order in Amazon's shape, as it is; only `status`, times and `life` count beside it. */
	order?: AmazonOrder;
	/** Last touches, on Amazon's shape. */
	change?: (order: AmazonOrder) => void;
}

/** What an order is made from beside its specification. */
export interface Surroundings {
	marketplaceIds: readonly string[];
	nowMs: number;
	chance: Chance;
	isTaken(orderId: string): boolean;
}

function applySpec(draft: OrderDraft, { lines, programs, buyer, address }: OrderSpec): void {
	if (lines !== undefined) draft.lines = lines.map((line) => toLine(line, draft.marketplace));
	if (programs !== undefined) draft.programs.push(...programs);
	if (buyer === null) delete draft.buyer;
	else if (buyer !== undefined) draft.buyer = { ...draft.buyer, ...buyer };
	if (address === null) delete draft.address;
	else if (address !== undefined) draft.address = { ...draft.address, ...address };
}

function chooseMarketplace(
	{ marketplaceId, order }: OrderSpec,
	odd: OddKind[],
	own: readonly string[],
): Marketplace {
	const wanted = marketplaceId ?? order?.salesChannel.marketplaceId;
	const foreign = wanted !== undefined && !own.includes(wanted);
	if (foreign) throw new Error(`The seller does not participate in marketplace ${wanted}`);
	const candidates = (wanted === undefined ? own : [wanted]).flatMap((id) => marketplaceById(id) ?? []);
	const [chosen] = placesFor(candidates, odd);
	if (chosen === undefined) throw new Error('The seller has no marketplace');
	return chosen;
}

type Head = Omit<NewOrder, 'make' | 'life'>;

function headOf(spec: OrderSpec, odd: OddKind[], around: Surroundings): Head {
	const { order } = spec;
	const orderId = spec.orderId ?? order?.orderId ?? drawOrderId(around.chance, (id) => around.isTaken(id));
	if (around.isTaken(orderId)) throw new Error(`There is an order ${orderId} already`);
	const wishes = wishesOf(odd);
	const status = spec.status ?? order?.fulfillment.fulfillmentStatus ?? wishes.status ?? 'UNSHIPPED';
	if (!ORDER_STATUSES.includes(status))
		throw new Error(`Unknown status "${status}". Known: ${ORDER_STATUSES.join(', ')}`);
	const createdAtMs =
		spec.createdAtMs ?? (order === undefined ? around.nowMs : Date.parse(order.createdTime));
	const updated = order === undefined ? createdAtMs : Date.parse(order.lastUpdatedTime);
	return {
		orderId,
		marketplaceId: chooseMarketplace(spec, odd, around.marketplaceIds).id,
		fulfilledBy: spec.fulfilledBy ?? order?.fulfillment.fulfilledBy ?? wishes.fulfilledBy ?? 'MERCHANT',
		status,
		createdAtMs,
		updatedAtMs: spec.updatedAtMs ?? updated,
	};
}

function drawOrder(spec: OrderSpec, head: Head, odd: OddKind[], chance: Chance): AmazonOrder {
	const marketplace = marketplaceById(head.marketplaceId);
	if (marketplace === undefined) throw new Error(`Amazon has no marketplace ${head.marketplaceId}`);
	const discountSign = spec.discountSign ?? 'positive';
	const draft = drawDraft(chance, { ...head, marketplace, skus: DEFAULT_SKUS, discountSign });
	applySpec(draft, spec);
	for (const kind of odd) oddity(kind).apply?.(draft, chance);
	prepare(draft, head.status);
	const order = toBody(draft);
	finish(order, head.status, head.updatedAtMs);
	return order;
}

/** The order of a specification. Throws for what no order can be. */
export function specifiedOrder(spec: OrderSpec, around: Surroundings): NewOrder {
	const odd = [spec.odd ?? []].flat();
	const head = headOf(spec, odd, around);
	const order = spec.order ?? drawOrder(spec, head, odd, around.chance);
	spec.change?.(order);
	const life = spec.life?.map(({ afterMs, ...step }) => ({ ...step, atMs: head.createdAtMs + afterMs }));
	return { ...head, life: life ?? usualLife(head, around.nowMs), make: () => structuredClone(order) };
}
