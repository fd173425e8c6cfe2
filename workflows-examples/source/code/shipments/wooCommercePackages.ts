import { amazonId } from '../amazonId';
import { metaOf, type WithMeta } from '../metaOf';
import { toItems, type Item } from '../n8n';
import { text } from '../text';
import { toRow } from './packageRow';

export interface WooCommerceOrder extends WithMeta {
	id: number;
	status: string;
}

interface Parcel {
	tracking_provider?: string;
	custom_tracking_provider?: string;
	tracking_number?: string;
	date_shipped?: string | number;
}

/**
 * A row for each parcel of a completed Amazon order. `now` is in milliseconds: no parcel left after it. An order that is
 * completed without any has one row all the same, so that somebody hears of it; a number that comes later belongs to it.
 */
export function packagesOfWooCommerce(order: WooCommerceOrder, now: number) {
	const amazonOrderId = amazonId(metaOf(order, '_amazon_order_id'));
	if (amazonOrderId === '' || order.status !== 'completed') return [];
	return parcelsOf(order).map((parcel, index) =>
		toRow({
			shipment: ['woocommerce', order.id, index + 1].join('/'),
			amazonOrderId,
			carrier: text(parcel.custom_tracking_provider) || text(parcel.tracking_provider),
			trackingNumber: text(parcel.tracking_number),
			shipDate: shippedBy(parcel.date_shipped, now),
			lines: [],
			store: 'woocommerce',
		}),
	);
}

/** What the plugin keeps; one that says nothing if it keeps none, unless Amazon ships the order. */
function parcelsOf(order: WooCommerceOrder): Parcel[] {
	const kept = Object.values((metaOf(order, '_wc_shipment_tracking_items') || []) as Parcel[]);
	return kept.length === 0 && metaOf(order, '_amazon_channel') !== 'AFN' ? [{}] : kept;
}

/** The plugin keeps a day, as the second it begins at: the parcel left by its end, or by now. */
function shippedBy(seconds: unknown, now: number): string {
	const start = Number(seconds) * 1000;
	if (!(start > 0)) return '';
	const end = Math.min(start + 86_399_000, now);
	return new Date(Math.max(start, end)).toISOString();
}

/**
 * One item per parcel that the plugin "Shipment Tracking" keeps with the order. It does not say what is in which parcel. A
 * completed order without any is an item without carrier and number, which Amazon's step holds with its reason.
 */
export default (): Item[] => {
	const { body: order } = $input.first<{ body: WooCommerceOrder }>().json;
	return toItems(packagesOfWooCommerce(order, Date.now()));
};
