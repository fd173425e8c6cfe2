import type { WooProduct } from '../../fixtures/stores/wooCommerce';
import { wooItemMeta } from '../../fixtures/stores/wooCommerceOrders';
import type { WooLineItem } from '../../fixtures/stores/wooOrder';
import type { PlacedWoo } from '../storeState';

const TAKES_STOCK = ['processing', 'on-hold', 'completed'];
const GIVES_STOCK_BACK = ['cancelled', 'pending'];

/** What a line keeps of the stock it took. */
const REDUCED = '_reduced_stock';

/**
 * Takes the stock of an order that is sold, once, and gives it back when it is cancelled. Answers with the products
 * whose stock has changed.
 */
export function followStatus(
	{ raw: { status, line_items }, stockIsCounted }: PlacedWoo,
	products: WooProduct[],
): WooProduct[] {
	if (stockIsCounted) return [];
	return line_items.flatMap((line) => {
		const taken = takenBy(line);
		if (TAKES_STOCK.includes(status) && taken === 0) return setTaken(line, products, line.quantity);
		return GIVES_STOCK_BACK.includes(status) && taken > 0 ? setTaken(line, products, 0) : [];
	});
}

/** What comes back with a refund; of a line that took no stock, nothing (`wc_restock_refunded_items`). */
export function restock(line: WooLineItem, units: number, products: WooProduct[]): WooProduct[] {
	const taken = takenBy(line);
	return taken === 0 || units === 0 ? [] : setTaken(line, products, taken - units);
}

function takenBy({ meta_data }: WooLineItem): number {
	return Number(meta_data.find(({ key }) => key === REDUCED)?.value ?? 0);
}

/** Moves the difference, and notes in the line how much it has taken. */
function setTaken(line: WooLineItem, products: WooProduct[], units: number): WooProduct[] {
	const moved = moveStock(line, products, takenBy(line) - units);
	if (moved === undefined) return [];
	line.meta_data = line.meta_data.filter(({ key }) => key !== REDUCED);
	if (units > 0) line.meta_data.push(wooItemMeta(line.id * 100 + 99, REDUCED, String(units)));
	return [moved];
}

/** The product whose stock is counted, if it is. A variation may leave that to its parent. */
function moveStock(
	{ product_id, variation_id }: WooLineItem,
	products: WooProduct[],
	units: number,
): WooProduct | undefined {
	const sold = products.find(({ id }) => id === (variation_id || product_id));
	const counted = sold?.manage_stock === 'parent' ? products.find(({ id }) => id === product_id) : sold;
	if (counted?.manage_stock !== true) return undefined;
	setStock(counted, (counted.stock_quantity ?? 0) + units);
	return counted;
}

/** The status follows the stock. */
export function setStock(counted: WooProduct, quantity: number): void {
	counted.stock_quantity = quantity;
	const isThere = counted.stock_quantity > 0;
	counted.stock_status = isThere ? 'instock' : counted.backorders === 'no' ? 'outofstock' : 'onbackorder';
}
