import { createHash } from 'node:crypto';
import { sum, times } from '../../fixtures/stores/amounts';
import type { MagentoProduct } from '../../fixtures/stores/magento';
import { isObject, numberAt, objectAt, textAt, type JsonObject } from '../jsonFields';
import { json, type StoreAnswer, type StoreRequest } from '../storeRoute';
import type { StoreState } from '../storeState';
import { isRequired, noSuch, refusal } from './errors';
import { placeOrder } from './orders';
import { findProduct, moveStock } from './products';

/** A guest's cart. Its prices are the catalogue's, whatever Amazon's buyer paid. */
export interface MagentoCart {
	lines: Array<{ itemId: number; product: MagentoProduct; qty: number }>;
	shipping?: { address: JsonObject; method: string; title: string; amount: string };
}

/** What this shop charges per item, or per order where it is free. */
const SHIPPING_METHODS: Readonly<Record<string, { title: string; perItem: string }>> = {
	flatrate_flatrate: { title: 'Flat Rate - Fixed', perItem: '5.00' },
	freeshipping_freeshipping: { title: 'Free Shipping - Free', perItem: '0.00' },
	tablerate_bestway: { title: 'Best Way - Table Rate', perItem: '3.00' },
};
const PAYMENT_METHODS = ['checkmo', 'banktransfer', 'cashondelivery', 'purchaseorder', 'free'];
const ADDRESS_FIELDS = ['firstname', 'lastname', 'city', 'postcode', 'telephone', 'country_id'];

export function openCart({ carts }: StoreState): StoreAnswer {
	const id = createHash('sha256').update(`cart ${carts.size}`).digest('base64url').slice(0, 32);
	carts.set(id, { lines: [] });
	return json(200, id);
}

/** Magento takes the cart from the body: the one in the address is not enough. */
export function addToCart(state: StoreState, { body }: StoreRequest, id: string): StoreAnswer {
	const wish = isObject(body) ? body['cartItem'] : undefined;
	if (!isObject(wish)) throw isRequired('cartItem');
	const cart = findCart(state, textAt(wish, 'quote_id') === id ? id : '');
	const product = findProduct(state.products, textAt(wish, 'sku'));
	const qty = numberAt(wish, 'qty');
	if (qty <= 0) throw isRequired('qty');
	if (product.status === 2 || product.type_id !== 'simple')
		throw refusal(400, 'Product that you are trying to add is not available.');
	if (!isSalable(product, qty)) throw refusal(400, 'The requested qty is not available');
	const line = { itemId: cart.lines.length + 1, product, qty };
	cart.lines.push(line);
	const { sku, name, price, type_id } = product;
	return json(200, { item_id: line.itemId, sku, qty, name, price, product_type: type_id, quote_id: id });
}

export function chooseShipping(state: StoreState, { body }: StoreRequest, id: string): StoreAnswer {
	const cart = findCart(state, id);
	const wish = isObject(body) ? body['addressInformation'] : undefined;
	if (!isObject(wish)) throw isRequired('addressInformation');
	const address = checkAddress(objectAt(wish, 'shipping_address'), 'shipping');
	const carrier = textAt(wish, 'shipping_carrier_code');
	const code = textAt(wish, 'shipping_method_code');
	const method = SHIPPING_METHODS[`${carrier}_${code}`];
	if (method === undefined) throw refusal(404, 'Carrier with such method not found: %1, %2', [carrier, code]);
	const amount = times(method.perItem, unitsOf(cart));
	cart.shipping = { address, method: `${carrier}_${code}`, title: method.title, amount };
	return json(200, {
		payment_methods: PAYMENT_METHODS.map((name) => ({ code: name, title: name })),
		totals: totalsOf(cart),
	});
}

/** Places the order and answers its id, a text in JSON. */
export function placeCart(state: StoreState, { body }: StoreRequest, id: string): StoreAnswer {
	const cart = findCart(state, id);
	const email = textAt(body, 'email');
	if (email === '') throw isRequired('email');
	const method = textAt(objectAt(body, 'paymentMethod'), 'method');
	if (!PAYMENT_METHODS.includes(method)) throw refusal(400, 'The requested Payment Method is not available.');
	if (cart.shipping === undefined)
		throw refusal(400, 'The shipping address is missing. Set the address and try again.');
	const given = objectAt(body, 'billing_address');
	const billing = Object.keys(given).length === 0 ? cart.shipping.address : checkAddress(given, 'billing');
	const order = placeOrder(state, toEntity(cart, { email, method, billing }), true);
	for (const { product, qty } of cart.lines) moveStock(state.products, product.sku, -qty);
	state.carts.set(id, null);
	return json(200, String(order.entity_id));
}

function findCart({ carts }: StoreState, id: string): MagentoCart {
	const cart = carts.get(id);
	if (!cart) throw noSuch('cartId', null);
	return cart;
}

function isSalable({ extension_attributes: { stock_item: stock } }: MagentoProduct, qty: number): boolean {
	if (stock?.manage_stock === false) return true;
	return stock !== undefined && (stock.backorders > 0 || (stock.is_in_stock && stock.qty >= qty));
}

function checkAddress(address: JsonObject, kind: 'shipping' | 'billing'): JsonObject {
	const missing = ADDRESS_FIELDS.find((field) => textAt(address, field) === '') ?? missingRegion(address);
	const street = address['street'];
	const field = missing ?? (Array.isArray(street) && street.length > 0 ? undefined : 'street');
	if (field !== undefined)
		throw refusal(
			400,
			`Please check the ${kind} address information. "${field}" is required. Enter and try again.`,
		);
	return address;
}

/** Magento looks the region up by its code, which it takes from `region`; the United States must have one. */
function missingRegion(address: JsonObject): string | undefined {
	if (textAt(address, 'country_id') !== 'US' || Number(address['region_id']) > 0) return undefined;
	return /^[A-Z]{2}$/.test(textAt(address, 'region')) ? undefined : 'regionId';
}

function unitsOf({ lines }: MagentoCart): number {
	return lines.reduce((total, { qty }) => total + qty, 0);
}

function totalsOf({ lines, shipping }: MagentoCart) {
	const subtotal = sum(lines.map(({ product, qty }) => times(product.price ?? 0, qty)));
	const shipping_amount = shipping?.amount ?? '0.00';
	return {
		...{ subtotal: Number(subtotal), shipping_amount: Number(shipping_amount), tax_amount: 0 },
		...{ grand_total: Number(sum([subtotal, shipping_amount])), quote_currency_code: 'EUR' },
	};
}

function toEntity(
	cart: MagentoCart,
	{ email, method, billing }: { email: string; method: string; billing: JsonObject },
): JsonObject {
	const { subtotal, shipping_amount, grand_total } = totalsOf(cart);
	return {
		...{ state: 'new', status: 'pending', store_id: 1, customer_email: email, customer_is_guest: 1 },
		...{ order_currency_code: 'EUR', base_currency_code: 'EUR', subtotal, shipping_amount },
		...{ grand_total, base_grand_total: grand_total, tax_amount: 0, discount_amount: 0 },
		...{ shipping_description: cart.shipping?.title, billing_address: billing, payment: { method } },
		items: cart.lines.map(({ product, qty }) => ({
			...{ sku: product.sku, name: product.name, product_id: product.id, product_type: product.type_id },
			...{ price: Number(product.price), qty_ordered: qty, tax_amount: 0, discount_amount: 0 },
			row_total: Number(times(product.price ?? 0, qty)),
		})),
		extension_attributes: {
			shipping_assignments: [
				{ shipping: { address: cart.shipping?.address, method: cart.shipping?.method } },
			],
		},
	};
}
