import { compareFigures, isFigure, times } from '../../fixtures/stores/amounts';
import type { WooProduct } from '../../fixtures/stores/wooCommerce';
import type { WooOrder, WooTrackingItem } from '../../fixtures/stores/wooOrder';
import { NotDone, requireSeen, typed } from '../formInput';
import type { PlacedWoo, StoreState } from '../storeState';
import { requireOrder, updateOrder } from './orders';
import { tellProducts } from './news';
import { setStock } from './stock';

/** Where the plugin WooCommerce Shipment Tracking keeps an order's parcels. */
const TRACKING = '_wc_shipment_tracking_items';
/** Some of the plugin's carriers, by its own names for them. */
export const CARRIERS: readonly string[] = [
	'dhl-de',
	'dpd-de',
	'gls',
	'hermes',
	'ups',
	'fedex',
	'royal-mail',
];

const OPEN = ['pending', 'processing', 'on-hold'];
const WHOLE_NUMBER = /^-?\d{1,9}$/;

/** Tells one state of an order from another. */
export function orderSeen({ status, refunds, date_modified_gmt }: WooOrder): string {
	return [status, refunds.length, date_modified_gmt].join(' ');
}

export function productSeen({ regular_price, stock_quantity }: WooProduct): string {
	return [regular_price, stock_quantity].join(' ');
}

export function isOpen({ status }: WooOrder): boolean {
	return OPEN.includes(status);
}

/** Whether Amazon's warehouse ships it. */
export function isShippedByAmazon({ meta_data }: WooOrder): boolean {
	return meta_data.some(({ key, value }) => key === '_amazon_channel' && value === 'AFN');
}

/** Types in a tracking number and completes the order. @throws NotDone */
export function ship(state: StoreState, id: string, form: URLSearchParams): string {
	const { raw } = openOrder(state, id, form);
	if (isShippedByAmazon(raw)) throw new NotDone(`Order ${raw.number} is shipped by Amazon (FBA).`);
	const trackingNumber = typed(form, 'trackingNumber');
	const carrier = typed(form, 'carrier');
	const value = [...parcelsOf(raw), ...toParcels(state, carrier, trackingNumber)];
	const meta_data = value.length === 0 ? [] : [{ key: TRACKING, value }];
	updateOrder(state, { body: { status: 'completed', meta_data } }, id);
	if (trackingNumber === '') return `Order ${raw.number} is completed, without a tracking number.`;
	return `Order ${raw.number} is shipped: ${carrier} ${trackingNumber}.`;
}

export function parcelsOf({ meta_data }: WooOrder): WooTrackingItem[] {
	const value = meta_data.find(({ key }) => key === TRACKING)?.value;
	return Array.isArray(value) ? (value as WooTrackingItem[]) : [];
}

/** The plugin keeps the day that a parcel left, as the second it begins at, and no parcel without a number. */
function toParcels({ nowMs }: StoreState, carrier: string, trackingNumber: string): WooTrackingItem[] {
	if (trackingNumber === '') return [];
	const isKnown = CARRIERS.includes(carrier);
	const startOfDay = Math.floor(nowMs() / 86_400_000) * 86_400;
	return [
		{
			...{ tracking_provider: isKnown ? carrier : '', custom_tracking_provider: isKnown ? '' : carrier },
			...{ custom_tracking_link: '', tracking_number: trackingNumber, date_shipped: String(startOfDay) },
			tracking_id: Buffer.from(`${trackingNumber} ${nowMs()}`).toString('hex').slice(0, 32),
		},
	];
}

/** @throws NotDone */
export function cancel(state: StoreState, id: string, form: URLSearchParams): string {
	const { raw } = openOrder(state, id, form);
	updateOrder(state, { body: { status: 'cancelled' } }, id);
	return `Order ${raw.number} is cancelled.`;
}

function openOrder(state: StoreState, id: string, form: URLSearchParams): PlacedWoo {
	const placed = requireOrder(state, id, 404);
	const { raw } = placed;
	requireSeen(form, orderSeen(raw), `Order ${raw.number}`);
	if (!isOpen(raw)) throw new NotDone(`Order ${raw.number} is ${raw.status}.`);
	return placed;
}

/** Changes price and stock of a product or variation. @throws NotDone */
export function changeProduct(state: StoreState, id: string, form: URLSearchParams): string {
	const product = state.wooProducts.find((candidate) => String(candidate.id) === id);
	if (product === undefined || product.type === 'variable') throw new NotDone(`There is no product ${id}.`);
	requireSeen(form, productSeen(product), product.sku);
	const price = typed(form, 'price');
	if (!isFigure(price) || compareFigures(price, 0) < 0)
		throw new NotDone(`"${price}" is not a price such as 19.90.`);
	const stock = typed(form, 'stock');
	if (product.manage_stock === true && !WHOLE_NUMBER.test(stock))
		throw new NotDone(`"${stock}" is not a number of pieces.`);
	product.regular_price = times(price, 1);
	if (!product.on_sale) product.price = product.regular_price;
	if (product.manage_stock === true) setStock(product, Number(stock));
	tellProducts(state, [product]);
	return `${product.sku} is saved: ${product.regular_price} EUR${product.manage_stock === true ? `, ${stock} in stock` : ''}.`;
}

/** Saves all products and variations as they are, as an import that updates existing ones does. */
export function saveAllProducts(state: StoreState): void {
	tellProducts(
		state,
		state.wooProducts.filter(({ status }) => status !== 'trash'),
	);
}
