import type { AmazonOrder, Fulfiller, OrderStatus } from './amazonOrder';
import type { Refund } from './refund';

/** Who may cancel an order, in Amazon's words. */
export const CANCELLERS = ['BUYER', 'MERCHANT', 'AMAZON'] as const;
export type Canceller = (typeof CANCELLERS)[number];

/** A change of status that comes by itself, once the clock says so. */
export interface LifeStep {
	atMs: number;
	to: 'UNSHIPPED' | 'SHIPPED' | 'CANCELLED';
	/** For CANCELLED; default BUYER. */
	by?: Canceller;
	reason?: string;
	/** The time of the last update stays as it was, as Amazon has been seen to leave it for cancellations. */
	keepsUpdateTime?: boolean;
}

/** An order before it is known to the simulated Amazon. */
export interface NewOrder {
	orderId: string;
	marketplaceId: string;
	fulfilledBy: Fulfiller;
	createdAtMs: number;
	updatedAtMs: number;
	status: OrderStatus;
	life: LifeStep[];
	/** All of the order, the same each time: orders that nobody has changed are made when they are looked at. */
	make: () => AmazonOrder;
}

/** An order of one seller, with what Amazon does not answer. */
export class SimOrder {
	readonly orderId: string;
	readonly marketplaceId: string;
	readonly fulfilledBy: Fulfiller;
	readonly createdAtMs: number;
	updatedAtMs: number;
	status: OrderStatus;
	/** The store's own number, once acknowledged. */
	sellerOrderId?: string;
	/** The store's own item ids by Amazon's, once acknowledged. */
	readonly sellerItemIds = new Map<string, string>();
	/** Every adjustment that Amazon has accepted, oldest first. */
	readonly refunds: Refund[] = [];
	/** ReadyForPickup, PickedUp or RefusedPickup. */
	pickUpStatus?: string;
	private changed?: AmazonOrder;
	private readonly make: () => AmazonOrder;

	constructor(
		readonly sellerId: string,
		{ orderId, marketplaceId, fulfilledBy, createdAtMs, updatedAtMs, status, make }: NewOrder,
	) {
		this.orderId = orderId;
		this.marketplaceId = marketplaceId;
		this.fulfilledBy = fulfilledBy;
		this.createdAtMs = createdAtMs;
		this.updatedAtMs = updatedAtMs;
		this.status = status;
		this.make = make;
	}

	/** The whole order as it stands, nothing hidden. Changing it changes nothing. */
	get order(): AmazonOrder {
		const body = this.changed === undefined ? this.make() : structuredClone(this.changed);
		const aliases =
			this.sellerOrderId === undefined ? {} : { orderAliases: [this.alias(this.sellerOrderId)] };
		return {
			...body,
			...aliases,
			createdTime: new Date(this.createdAtMs).toISOString(),
			lastUpdatedTime: new Date(this.updatedAtMs).toISOString(),
			fulfillment: { ...body.fulfillment, fulfillmentStatus: this.status },
		};
	}

	private alias(aliasId: string) {
		return { aliasId, aliasType: 'SELLER_ORDER_ID' };
	}

	/** The order to write in; `Orders.commit` must follow, or searches do not know. */
	get body(): AmazonOrder {
		this.changed ??= this.make();
		return this.changed;
	}
}
