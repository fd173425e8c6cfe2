/** What a parameter may be, as WooCommerce's order schema says (REST API v3). */
export type Schema =
	| 'string'
	| 'integer'
	| 'boolean'
	| 'email'
	| 'mixed'
	/** Known, but only answered: what is sent is ignored. */
	| 'readonly'
	| { enum: readonly string[] }
	| { fields: Fields }
	| { list: Fields };

export type Fields = Readonly<Record<string, Schema>>;

export const ORDER_STATUSES = [
	...['auto-draft', 'pending', 'processing', 'on-hold', 'completed', 'cancelled', 'refunded', 'failed'],
	'checkout-draft',
] as const;

const META: Fields = {
	id: 'integer',
	key: 'string',
	value: 'mixed',
	display_key: 'mixed',
	display_value: 'mixed',
};

const ADDRESS: Fields = {
	...{ first_name: 'string', last_name: 'string', company: 'string', address_1: 'string' },
	...{ address_2: 'string', city: 'string', state: 'string', postcode: 'string', country: 'string' },
	phone: 'string',
};

/** Amounts are texts: WordPress refuses a number where the schema says string. */
const LINE_ITEM: Fields = {
	...{ id: 'integer', name: 'mixed', parent_name: 'readonly', product_id: 'mixed', variation_id: 'integer' },
	...{ quantity: 'integer', tax_class: 'string', subtotal: 'string', subtotal_tax: 'string' },
	...{ total: 'string', total_tax: 'string', taxes: 'readonly', meta_data: { list: META } },
	...{ sku: 'mixed', price: 'readonly', image: 'readonly', global_unique_id: 'readonly' },
};

const SHIPPING_LINE: Fields = {
	...{ id: 'integer', method_title: 'mixed', method_id: 'mixed', instance_id: 'string', total: 'string' },
	...{ total_tax: 'readonly', taxes: 'readonly', tax_status: 'string', meta_data: { list: META } },
};

const FEE_LINE: Fields = {
	...{ id: 'integer', name: 'mixed', tax_class: 'string', tax_status: { enum: ['taxable', 'none'] } },
	...{
		amount: 'readonly',
		total: 'string',
		total_tax: 'readonly',
		taxes: 'readonly',
		meta_data: { list: META },
	},
};

export const ORDER: Fields = {
	...{
		id: 'integer',
		parent_id: 'integer',
		number: 'readonly',
		order_key: 'readonly',
		created_via: 'string',
	},
	...{ version: 'readonly', status: { enum: ORDER_STATUSES } },
	currency: { enum: Intl.supportedValuesOf('currency') },
	// The dates are WooCommerce's own: an order is always created now.
	...{ date_created: 'readonly', date_created_gmt: 'readonly', date_modified: 'readonly' },
	...{ date_modified_gmt: 'readonly', date_paid: 'readonly', date_paid_gmt: 'readonly' },
	...{ date_completed: 'readonly', date_completed_gmt: 'readonly', discount_total: 'readonly' },
	...{ discount_tax: 'readonly', shipping_total: 'readonly', shipping_tax: 'readonly', cart_tax: 'readonly' },
	...{ total: 'readonly', total_tax: 'readonly', prices_include_tax: 'readonly', customer_id: 'integer' },
	...{ customer_ip_address: 'readonly', customer_user_agent: 'readonly', customer_note: 'string' },
	billing: { fields: { ...ADDRESS, email: 'email' } },
	shipping: { fields: ADDRESS },
	...{ payment_method: 'string', payment_method_title: 'string', transaction_id: 'string' },
	...{ cart_hash: 'readonly', meta_data: { list: META }, line_items: { list: LINE_ITEM } },
	...{ tax_lines: 'readonly', shipping_lines: { list: SHIPPING_LINE }, fee_lines: { list: FEE_LINE } },
	coupon_lines: { list: { id: 'integer', code: 'mixed', discount: 'readonly', meta_data: { list: META } } },
	...{ refunds: 'readonly', payment_url: 'readonly', set_paid: 'boolean', is_editable: 'readonly' },
	...{ needs_payment: 'readonly', needs_processing: 'readonly', manual_update: 'boolean' },
};
