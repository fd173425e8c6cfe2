import type { Chance } from '../chance';
import type { SellerSeed } from '../seed';
import { specifiedOrder, type OrderSpec } from './addOrder';
import { OrderGenerator, type OrderSeed } from './generate';
import { Orders } from './orders';
import type { SimOrder } from './simOrder';

/** Orders that keep coming. */
interface Stream {
	orders: Orders;
	generator: OrderGenerator;
	everyMs: number;
	nextAtMs: number;
}

/** All sellers' orders; ids are unique among them. */
export class OrderBook {
	private readonly bySeller: Map<string, Orders>;
	private streams: Stream[] = [];

	constructor(
		private readonly sellers: readonly SellerSeed[],
		private readonly chance: Chance,
	) {
		this.bySeller = new Map(sellers.map(({ sellerId }) => [sellerId, new Orders(sellerId)]));
	}

	/** Throws when the seller is not in the seed. */
	of(sellerId: string): Orders {
		const found = this.bySeller.get(sellerId);
		if (found === undefined) throw new Error(`The simulator has no seller ${sellerId}`);
		return found;
	}

	find(orderId: string): SimOrder | undefined {
		for (const orders of this.bySeller.values()) {
			const found = orders.find(orderId);
			if (found !== undefined) return found;
		}
		return undefined;
	}

	private marketplaceIds(sellerId: string): readonly string[] {
		return this.sellers.find((seller) => seller.sellerId === sellerId)?.marketplaceIds ?? [];
	}

	/** Adds orders as they stand at a moment; they are made when they are looked at. */
	seed({ sellerId, count, everyMs, ...mix }: OrderSeed, nowMs: number): SimOrder[] {
		const orders = this.of(sellerId);
		const chance = mix.chance ?? this.chance.below(2 ** 32);
		const isTaken = (orderId: string) => this.find(orderId) !== undefined;
		const generator = new OrderGenerator({ ...mix, chance }, this.marketplaceIds(sellerId), isTaken);
		if (everyMs !== undefined) {
			if (!(everyMs >= 1)) throw new Error(`"everyMs" must be 1 or more, not ${everyMs}`);
			this.streams.push({ orders, generator, everyMs, nextAtMs: nowMs + everyMs });
		}
		return Array.from(generator.drawMany(count, nowMs), (order) => orders.add(order));
	}

	/** Adds an order made to measure. Throws for what no order can be. */
	add(spec: OrderSpec, nowMs: number): SimOrder {
		const sellerId = spec.sellerId ?? this.sellers[0]?.sellerId ?? '';
		const orders = this.of(sellerId);
		const order = specifiedOrder(spec, {
			marketplaceIds: this.marketplaceIds(sellerId),
			nowMs,
			chance: this.chance,
			isTaken: (orderId) => this.find(orderId) !== undefined,
		});
		return orders.add(order);
	}

	/** Lets time pass: orders come, get paid, are shipped by Amazon and cancelled. */
	settle(nowMs: number): void {
		for (const stream of this.streams) {
			for (; stream.nextAtMs <= nowMs; stream.nextAtMs += stream.everyMs)
				stream.orders.add(stream.generator.drawNew(stream.nextAtMs));
		}
		for (const orders of this.bySeller.values()) orders.settle(nowMs);
	}
}
