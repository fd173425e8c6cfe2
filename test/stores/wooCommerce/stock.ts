import type { WooProduct } from '../../fixtures/stores/wooCommerce';
import { wooItemMeta } from '../../fixtures/stores/wooCommerceOrders';
import type { WooLineItem } from '../../fixtures/stores/wooOrder';
import type { PlacedWoo } from '../storeState';

const TAKES_STOCK = ['processing', 'on-hold', 'completed'];
const GIVES_STOCK_BACK = ['cancelled', 'pending'];

/** What a line keeps of the stock it took. */
const REDUCED = '_reduced_stock';

/** Takes the stock of an order that is sold, once, and gives it back when it is cancelled. */
export function followStatus(
	{ raw: { status, line_items }, stockIsCounted }: PlacedWoo,
	products: WooProduct[],
): void {
	if (stockIsCounted) return;
	for (const line of line_items) {
		const taken = line.meta_data.find(({ key }) => key === REDUCED);
		if (TAKES_STOCK.includes(status) && taken === undefined) takeStock(line, products);
		if (GIVES_STOCK_BACK.includes(status) && taken !== undefined) {
			moveStock(line, products, Number(taken.value));
			line.meta_data = line.meta_data.filter((meta) => meta !== taken);
		}
	}
}

function takeStock(line: WooLineItem, products: WooProduct[]): void {
	if (!moveStock(line, products, -line.quantity)) return;
	line.meta_data.push(wooItemMeta(line.id * 100 + 99, REDUCED, String(line.quantity)));
}

/** Whether the product's stock is counted at all. A variation may leave that to its parent. */
function moveStock(
	{ product_id, variation_id }: WooLineItem,
	products: WooProduct[],
	units: number,
): boolean {
	const sold = products.find(({ id }) => id === (variation_id || product_id));
	const counted = sold?.manage_stock === 'parent' ? products.find(({ id }) => id === product_id) : sold;
	if (counted?.manage_stock !== true) return false;
	counted.stock_quantity = (counted.stock_quantity ?? 0) + units;
	const isThere = counted.stock_quantity > 0;
	counted.stock_status = isThere ? 'instock' : counted.backorders === 'no' ? 'outofstock' : 'onbackorder';
	return true;
}
