import { marketplaceById, type Marketplace } from '../../../nodes/amazon/tables/marketplaces';
import { Chance } from '../chance';
import type { OrderStatus } from './amazonOrder';
import type { DiscountSign } from './draft';
import {
	canBe,
	drawOrderId,
	frameOrder,
	placesFor,
	reachedAtMs,
	usualLife,
	wishesOf,
	type OrderFrame,
} from './frame';
import type { SkuRange } from './generateDraft';
import { ODD_KINDS, type OddKind } from './generateOdd';
import type { NewOrder } from './simOrder';

/** How orders are drawn. */
export interface OrderMix {
	/** Default all of the seller's. */
	marketplaceIds?: string[];
	/** Purchases are spread over so much time before now; default a day. */
	spanMs?: number;
	/** How many of them are odd, 0 to 1; default none. */
	oddShare?: number;
	/** The kinds to draw among; default all that the marketplaces allow. */
	oddKinds?: OddKind[];
	/** Which SKUs are bought; default `DEMO-0001` to `DEMO-0200`. */
	skus?: SkuRange;
	/** Drawn evenly: a status named twice comes twice as often. Default mostly UNSHIPPED. */
	statuses?: OrderStatus[];
	/** How many Amazon ships (FBA), 0 to 1; default 0.1. */
	amazonShare?: number;
	discountSign?: DiscountSign;
	/** Whether pending orders get paid and Amazon ships its own as time goes by; default true. */
	lives?: boolean;
	/** Start of the random numbers; equal seeds, equal orders. */
	chance?: number;
}

/** Orders that a seller has at the start. */
export interface OrderSeed extends OrderMix {
	sellerId: string;
	count: number;
	/** After those, one more order each time so much time has passed; default none. */
	everyMs?: number;
}

const DAY_MS = 24 * 3600_000;
const DEFAULT_STATUSES: readonly OrderStatus[] = [
	...(['PENDING', 'PARTIALLY_SHIPPED', 'SHIPPED', 'CANCELLED'] as const),
	...Array<'UNSHIPPED'>(8).fill('UNSHIPPED'),
];
/** What the demo stores have of the demo catalogue. */
export const DEFAULT_SKUS: SkuRange = { prefix: 'DEMO-', count: 200 };

/** Draws orders, one after the other, in the order of purchase. */
export class OrderGenerator {
	private readonly chance: Chance;
	private readonly marketplaces: readonly Marketplace[];
	private readonly kinds: readonly OddKind[];

	/** Throws for a marketplace that Amazon does not have. */
	constructor(
		private readonly mix: OrderMix,
		marketplaceIds: readonly string[],
		private readonly isTaken: (orderId: string) => boolean,
	) {
		this.chance = new Chance(mix.chance ?? 1);
		this.marketplaces = (mix.marketplaceIds ?? marketplaceIds).map((id) => {
			const found = marketplaceById(id);
			if (found === undefined) throw new Error(`Amazon has no marketplace ${id}`);
			return found;
		});
		this.kinds = mix.oddKinds ?? ODD_KINDS.filter((kind) => canBe(this.marketplaces, kind));
	}

	private frame(createdAtMs: number, statuses: readonly OrderStatus[]): OrderFrame {
		const { chance, mix } = this;
		const odd = chance.next() < (mix.oddShare ?? 0) ? [chance.pick(this.kinds)] : [];
		const drawn = {
			fulfilledBy: chance.next() < (mix.amazonShare ?? 0.1) ? 'AMAZON' : 'MERCHANT',
			status: chance.pick(statuses),
		} as const;
		return {
			...drawn,
			...wishesOf(odd),
			odd,
			orderId: drawOrderId(chance, this.isTaken),
			marketplace: chance.pick(placesFor(this.marketplaces, odd)),
			createdAtMs,
			skus: mix.skus ?? DEFAULT_SKUS,
			discountSign: mix.discountSign ?? 'positive',
			chance: Math.floor(chance.next() * 2 ** 32),
		};
	}

	private order(frame: OrderFrame, nowMs: number): NewOrder {
		const life = this.mix.lives === false ? [] : usualLife(frame, nowMs);
		return frameOrder(frame, life, reachedAtMs(frame, nowMs));
	}

	/** An order that was placed this moment: not yet paid, unless its oddness needs more. */
	drawNew(nowMs: number): NewOrder {
		return this.order(this.frame(nowMs, ['PENDING']), nowMs);
	}

	/** So many orders until now. */
	*drawMany(count: number, nowMs: number): Generator<NewOrder> {
		const spanMs = this.mix.spanMs ?? DAY_MS;
		for (let index = 0; index < count; index++) {
			const share = (index + this.chance.next()) / count;
			const createdAtMs = Math.floor(nowMs - spanMs + spanMs * share);
			yield this.order(this.frame(createdAtMs, this.mix.statuses ?? DEFAULT_STATUSES), nowMs);
		}
	}
}
