import { marketplaceById, type Marketplace } from '../../../../nodes/amazon/tables/marketplaces';
import { seededSku } from '../../listings/catalogue';
import { asinOf, hashOf, seededPrice, seededTitle } from '../../listings/listing';
import type { Address, Breakdown, Fulfiller, OrderItem, OrderStatus } from '../../orders/amazonOrder';
import { toMinor } from '../../orders/money';
import type { SimOrder } from '../../orders/simOrder';
import type { Drawn, Past, Subject } from './content';

/** One item of an order as reports tell of it. Amounts in minor units. */
export interface SoldItem {
	orderId: string;
	sellerOrderId: string;
	marketplace: Marketplace;
	createdAtMs: number;
	updatedAtMs: number;
	status: OrderStatus;
	fulfilledBy: Fulfiller;
	serviceLevel: string;
	isBusiness: boolean;
	buyerName: string;
	buyerEmail: string;
	address: Address;
	itemId: string;
	sku: string;
	asin: string;
	title: string;
	ordered: number;
	shipped: number;
	price: number;
	tax: number;
	shipping: number;
	discount: number;
	/** Sold before the simulated orders begin. */
	isPast?: true;
}

const DAY_MS = 24 * 3600_000;

function minorOf(breakdowns: readonly Breakdown[], type: string, currency: string): number {
	const found = breakdowns.find((candidate) => candidate.type === type);
	return Math.abs(toMinor(found?.subtotal.amount ?? '0', currency) ?? 0);
}

function toSoldItem(
	order: SimOrder,
	body: SimOrder['order'],
	item: OrderItem,
	marketplace: Marketplace,
): SoldItem {
	const { proceeds: { breakdowns = [] } = {}, product, fulfillment } = item;
	const amount = (type: string) => minorOf(breakdowns, type, marketplace.currency);
	return {
		...{
			orderId: order.orderId,
			sellerOrderId: order.sellerOrderId ?? '',
			marketplace,
			status: order.status,
		},
		...{ createdAtMs: order.createdAtMs, updatedAtMs: order.updatedAtMs, fulfilledBy: order.fulfilledBy },
		serviceLevel: body.fulfillment.fulfillmentServiceLevel ?? 'STANDARD',
		isBusiness: body.programs?.includes('AMAZON_BUSINESS') ?? false,
		...{ buyerName: body.buyer?.buyerName ?? '', buyerEmail: body.buyer?.buyerEmail ?? '' },
		address: body.recipient?.deliveryAddress ?? {},
		...{
			itemId: item.orderItemId,
			sku: product.sellerSku ?? '',
			asin: product.asin ?? '',
			title: product.title ?? '',
		},
		...{ ordered: item.quantityOrdered, shipped: fulfillment?.quantityFulfilled ?? 0 },
		...{
			price: amount('ITEM'),
			tax: amount('TAX'),
			shipping: amount('SHIPPING'),
			discount: amount('DISCOUNT'),
		},
	};
}

function* ownItems({ orders, marketplaces }: Subject): Generator<SoldItem> {
	for (const order of orders) {
		const marketplace = marketplaces.find(({ id }) => id === order.marketplaceId);
		if (marketplace === undefined) continue;
		const body = order.order;
		for (const item of body.orderItems) yield toSoldItem(order, body, item, marketplace);
	}
}

/** Names with letters of many languages, so that every charset has something to lose. */
const NAMES = ['Zofia Łuczak', 'Jürgen Groß', 'Chloé Lefèvre', '山田 太郎', 'Íñigo Peña', "Anna O'Brien"];

/** A sale that nobody made: the same for the same number and seed. */
function inventedItem(number: number, seed: string, marketplace: Marketplace, createdAtMs: number): SoldItem {
	const hash = hashOf(`${seed} ${number}`);
	const sku = seededSku({ prefix: 'DEMO-', count: 2000 }, 1 + (hash % 2000));
	const ordered = 1 + (hash % 7 === 0 ? hash % 3 : 0);
	const price = seededPrice(sku, marketplace.currency) * ordered;
	const name = NAMES[hash % NAMES.length] ?? '';
	const nowhere = { addressLine1: 'Nowhere Street 1', city: 'Nowhere', postalCode: '00000' };
	return {
		orderId: `${300 + (number % 600)}-${1_000_000 + (number % 9_000_000)}-${1_000_000 + (hash % 9_000_000)}`,
		...{ sellerOrderId: '', marketplace, createdAtMs, updatedAtMs: createdAtMs + DAY_MS, status: 'SHIPPED' },
		fulfilledBy: hash % 3 === 0 ? 'AMAZON' : 'MERCHANT',
		...{ serviceLevel: 'STANDARD', isBusiness: hash % 11 === 0 },
		...{ buyerName: name, buyerEmail: `${hash.toString(36)}@marketplace.amazon.example` },
		address: { name, ...nowhere, countryCode: marketplace.iso },
		itemId: String(10_000_000_000_000 + number),
		...{ sku, asin: asinOf(sku), title: seededTitle(sku), ordered, shipped: ordered, price },
		...{ tax: Math.floor(price / 6), shipping: hash % 4 === 0 ? 399 : 0, discount: 0 },
	};
}

function* drawnItems({ marketplaces, startMs, endMs }: Subject, { rows, seed }: Drawn): Generator<SoldItem> {
	for (let number = 0; number < rows; number++) {
		const marketplace = marketplaces[number % marketplaces.length];
		// Spread evenly over the time, in its order.
		const createdAtMs = startMs + Math.floor(((endMs - startMs) * number) / (rows + 1));
		if (marketplace === undefined) return;
		const item = inventedItem(number, String(seed), marketplace, createdAtMs);
		yield { ...item, title: `${item.title} – Größe M, ręcznik` };
	}
}

/** How long before a report's time something may have been sold that it tells of. */
const LOOK_BACK_DAYS = 12;
const MOST_DAYS = 800;

function* pastItems(
	{ marketplaces, startMs, endMs }: Subject,
	{ perDay, untilMs }: Past,
): Generator<SoldItem> {
	const lastMs = Math.min(endMs, untilMs);
	const firstDay = Math.max(
		Math.floor(startMs / DAY_MS) - LOOK_BACK_DAYS,
		Math.floor(lastMs / DAY_MS) - MOST_DAYS,
	);
	for (let day = firstDay; day * DAY_MS < lastMs; day++)
		for (const marketplace of marketplaces)
			for (let index = 0; index < perDay; index++) {
				const key = `past ${marketplace.id} ${day}`;
				const createdAtMs = day * DAY_MS + (hashOf(`${index} ${key}`) % DAY_MS);
				const number = (hashOf(key) % 1_000_000) * 1000 + (index % 1000);
				if (createdAtMs < lastMs)
					yield { ...inventedItem(number, key, marketplace, createdAtMs), isPast: true };
			}
}

/** Every item of the subject's orders, of whatever time; drawn ones all lie in the subject's time. */
export function* soldItems(subject: Subject): Generator<SoldItem> {
	const { drawn, past } = subject;
	if (drawn !== undefined) return yield* drawnItems(subject, drawn);
	if (past !== undefined) yield* pastItems(subject, past);
	yield* ownItems(subject);
}

/** Amazon's own name for a marketplace. Throws for an id that Amazon does not have. */
export function marketplaceOf(id: string): Marketplace {
	const found = marketplaceById(id);
	if (found === undefined) throw new Error(`Amazon has no marketplace ${id}`);
	return found;
}
