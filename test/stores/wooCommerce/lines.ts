import { isFigure, times } from '../../fixtures/stores/amounts';
import type { WooProduct } from '../../fixtures/stores/wooCommerce';
import { wooItemMeta } from '../../fixtures/stores/wooCommerceOrders';
import type { WooFeeLine, WooItemMeta, WooLineItem, WooShippingLine } from '../../fixtures/stores/wooOrder';
import { listAt, numberAt, textAt, type JsonObject } from '../jsonFields';
import { refusal } from './errors';

/** Percent of each tax class of the shop, for every country alike. */
export const TAX_RATES: Readonly<Record<string, string>> = {
	'': '19',
	'reduced-rate': '7',
	'zero-rate': '0',
};

/** A line of an order, still without taxes. @throws Refusal for a product that is not there */
export function toLineItem(line: JsonObject, id: number, products: readonly WooProduct[]): WooLineItem {
	const product = requireProduct(line, products);
	const quantity = numberAt(line, 'quantity', 1);
	const total = figureAt(line, 'total') ?? times(product.price || '0', quantity);
	const tax_class = textAt(line, 'tax_class');
	if (TAX_RATES[tax_class] === undefined)
		throw refusal(400, 'order_item_product_invalid_tax_class', 'Invalid tax class');
	const isVariation = product.type === 'variation';
	return {
		...{ id, name: textAt(line, 'name') || product.name, quantity, tax_class },
		product_id: isVariation ? product.parent_id : product.id,
		variation_id: isVariation ? product.id : 0,
		...{ subtotal: figureAt(line, 'subtotal') ?? total, subtotal_tax: '0.00', total, total_tax: '0.00' },
		...{ taxes: [], meta_data: toItemMeta(line, id), sku: product.sku },
		price: quantity === 0 ? 0 : Number(total) / quantity,
		parent_name: isVariation ? product.name : null,
	};
}

export function toShippingLine(line: JsonObject, id: number): WooShippingLine {
	const method_id = textAt(line, 'method_id');
	if (method_id === '')
		throw refusal(400, 'woocommerce_rest_invalid_shipping_item', 'Shipping method ID is required.');
	return {
		...{
			id,
			method_id,
			method_title: textAt(line, 'method_title'),
			instance_id: textAt(line, 'instance_id'),
		},
		...{ total: figureAt(line, 'total') ?? '0.00', total_tax: '0.00', taxes: [] },
		meta_data: toItemMeta(line, id),
	};
}

export function toFeeLine(line: JsonObject, id: number): WooFeeLine {
	const name = textAt(line, 'name');
	if (name === '') throw refusal(400, 'woocommerce_rest_invalid_fee_item', 'Fee name is required.');
	return {
		...{ id, name, tax_class: textAt(line, 'tax_class') },
		tax_status: textAt(line, 'tax_status') === 'none' ? 'none' : 'taxable',
		...{ total: figureAt(line, 'total') ?? '0.00', total_tax: '0.00', taxes: [] },
		meta_data: toItemMeta(line, id),
	};
}

/** By SKU when there is one, else by variation, else by product, as WooCommerce decides. */
function requireProduct(line: JsonObject, products: readonly WooProduct[]): WooProduct {
	const sku = textAt(line, 'sku');
	const id = numberAt(line, 'variation_id') || numberAt(line, 'product_id');
	if (sku === '' && id === 0)
		throw refusal(400, 'woocommerce_rest_required_product_reference', 'Product ID or SKU is required.');
	const product = products.find((candidate) => (sku === '' ? candidate.id === id : candidate.sku === sku));
	// WooCommerce itself keeps such a line without a product, and its stock is never counted.
	if (product === undefined || product.type === 'variable')
		throw refusal(400, 'order_item_product_invalid_product_id', 'Invalid product ID');
	return product;
}

/** What is no number counts as nothing, as WooCommerce does; undefined when it is not there. */
function figureAt(line: JsonObject, name: string): string | undefined {
	if (line[name] === undefined) return undefined;
	const text = textAt(line, name);
	return isFigure(text) ? times(text, 1) : '0.00';
}

function toItemMeta(line: JsonObject, id: number): WooItemMeta[] {
	return listAt(line, 'meta_data').map((meta, index) =>
		wooItemMeta(id * 100 + index, textAt(meta, 'key'), (meta as JsonObject)['value'] ?? ''),
	);
}
