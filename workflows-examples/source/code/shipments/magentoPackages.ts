import { amazonId } from '../amazonId';
import { entriesOf, type Page } from '../magento/pages';
import { jsonOf, toItems, type Item } from '../n8n';
import { text } from '../text';
import { merged } from './merged';
import { toRow } from './packageRow';

export interface MagentoOrder {
	entity_id: number;
	ext_order_id?: string | null;
	items: Array<{ item_id: number; ext_order_item_id?: string | null; sku?: string }>;
}

export interface MagentoShipment {
	entity_id: number;
	order_id: number;
	created_at: string;
	tracks?: Array<{ title?: string; carrier_code?: string; track_number?: string }>;
	items: Array<{ order_item_id: number; qty: number | string }>;
}

/** A row for each shipment; an empty item for one that is not of an Amazon order. */
export function packagesOfMagento(shipments: MagentoShipment[], all: MagentoOrder[]) {
	const orders = new Map(all.map((order) => [order.entity_id, order]));
	return shipments.map((shipment) => packageOf(shipment, orders.get(shipment.order_id)));
}

function packageOf(shipment: MagentoShipment, order: MagentoOrder | undefined) {
	const amazonOrderId = amazonId(order?.ext_order_id);
	const [track] = shipment.tracks ?? [];
	if (order === undefined || amazonOrderId === '') return {};
	return toRow({
		shipment: 'magento/' + shipment.entity_id,
		amazonOrderId,
		carrier: text(track?.title) || text(track?.carrier_code),
		trackingNumber: text(track?.track_number),
		shipDate: shipment.created_at.replace(' ', 'T') + 'Z',
		lines: linesOf(shipment, order),
		store: 'magento',
	});
}

function linesOf({ items: lines }: MagentoShipment, { items: ordered }: MagentoOrder) {
	const named = lines.flatMap(({ order_item_id: id, qty }) => {
		const { ext_order_item_id: itemId, sku } = ordered.find((item) => item.item_id === id) ?? {};
		if (!itemId && !sku) return [];
		return [{ ...(itemId ? { itemId: text(itemId) } : { sku }), quantity: Number(qty) }];
	});
	return merged(named.filter(({ quantity }) => quantity > 0));
}

/** One item per shipment of Magento. It names the order and its lines by Magento's ids; the order knows Amazon's. */
export default (): Item[] => {
	const orders = entriesOf(jsonOf($input.all<Page<MagentoOrder>>()), 'orders');
	const shipments = entriesOf(jsonOf($('Download the Shipments').all<Page<MagentoShipment>>()), 'shipments');
	return toItems(packagesOfMagento(shipments, orders));
};
