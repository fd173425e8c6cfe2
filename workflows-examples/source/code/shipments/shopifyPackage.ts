import { amazonId } from '../amazonId';
import { toItems, type Item } from '../n8n';
import { itemIdOf, orderOf, type ShopifyAnswer, type ShopifyLine } from '../shopifyOrder';
import { text } from '../text';
import { merged } from './merged';
import { toRow } from './packageRow';

export interface Fulfillment {
	id: number;
	status: string;
	created_at: string;
	tracking_company?: string | null;
	tracking_number?: string | null;
	tracking_numbers?: string[];
	line_items: Array<ShopifyLine & { quantity: number }>;
}

/** The package's row; none when the order is not Amazon's, or the fulfilment did not succeed. */
export function packageOfShopify(fulfillment: Fulfillment, answer: ShopifyAnswer) {
	const order = orderOf(answer);
	const amazonOrderId = amazonId(order?.sourceIdentifier, ...(order?.tags ?? []));
	if (amazonOrderId === '' || fulfillment.status !== 'success') return [];
	return [
		toRow({
			shipment: 'shopify/' + fulfillment.id,
			amazonOrderId,
			carrier: text(fulfillment.tracking_company),
			trackingNumber: text(fulfillment.tracking_numbers?.[0] ?? fulfillment.tracking_number),
			shipDate: fulfillment.created_at,
			lines: linesOf(fulfillment),
			store: 'shopify',
		}),
	];
}

/** By Amazon's ids where the order has them: then gift wrap and fees, which Shopify also ships, are left out. */
function linesOf({ line_items: lines }: Fulfillment) {
	const named = lines.map((line) => ({ ...line, itemId: text(itemIdOf(line)), sku: text(line.sku) }));
	const byId = named.filter(({ itemId }) => itemId !== '');
	if (byId.length > 0) return merged(byId.map(({ itemId, quantity }) => ({ itemId, quantity })));
	return merged(named.filter(({ sku }) => sku !== '').map(({ sku, quantity }) => ({ sku, quantity })));
}

/** The package that a fulfilment of Shopify is. It names the order by Shopify's id only; the order knows Amazon's. */
export default (): Item[] => {
	const { body: fulfillment } = $('Shipped in Shopify').first<{ body: Fulfillment }>().json;
	return toItems(packageOfShopify(fulfillment, $input.first<ShopifyAnswer>().json));
};
