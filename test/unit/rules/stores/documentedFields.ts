/** Names of fields from the platforms' own references, for payloads to be held against. */

const words = (text: string) => text.split(' ');

/** Shopify GraphQL Admin API 2025-10: input objects of `orderCreate`. */
export const SHOPIFY = {
	order: words(
		'billingAddress buyerAcceptsMarketing closedAt companyLocationId currency customAttributes customer discountCode email financialStatus fulfillment fulfillmentStatus lineItems metafields name note phone poNumber presentmentCurrency processedAt referringSite shippingAddress shippingLines sourceIdentifier sourceName sourceUrl tags taxesIncluded taxLines test transactions userId',
	),
	options: words('inventoryBehaviour sendFulfillmentReceipt sendReceipt'),
	lineItem: words(
		'fulfillmentService giftCard priceSet productId properties quantity requiresShipping sku taxable taxLines title variantId variantTitle vendor weight',
	),
	shippingLine: words('code priceSet source taxLines title'),
	taxLine: words('channelLiable priceSet rate title'),
	transaction: words(
		'amountSet authorizationCode deviceId gateway giftCardId kind locationId processedAt receiptJson status test userId',
	),
	address: words('address1 address2 city company countryCode firstName lastName phone provinceCode zip'),
} as const;

/** WooCommerce REST API v3, orders: what may be written. */
export const WOOCOMMERCE = {
	order: words(
		'parent_id status currency customer_id customer_note billing shipping payment_method payment_method_title transaction_id meta_data line_items shipping_lines fee_lines coupon_lines set_paid',
	),
	lineItem: words('name product_id variation_id sku quantity tax_class subtotal total meta_data'),
	shippingLine: words('method_id method_title instance_id total meta_data'),
	feeLine: words('name tax_class tax_status total meta_data'),
	billing: words('first_name last_name company address_1 address_2 city state postcode country email phone'),
	shipping: words('first_name last_name company address_1 address_2 city state postcode country phone'),
} as const;

const twice = (names: string[]) => names.flatMap((name) => [name, `base_${name}`]);

/** Magento 2, `Magento\Sales\Api\Data`: it refuses names it does not know. */
export const MAGENTO = {
	order: [
		...words(
			'state status ext_order_id increment_id store_id created_at customer_is_guest customer_group_id customer_email customer_firstname customer_lastname customer_taxvat customer_note_notify is_virtual total_item_count total_qty_ordered shipping_description items billing_address payment status_histories extension_attributes order_currency_code base_currency_code store_currency_code global_currency_code base_to_order_rate base_to_global_rate',
		),
		...twice(
			words(
				'grand_total subtotal subtotal_incl_tax shipping_amount shipping_incl_tax shipping_tax_amount shipping_discount_amount discount_amount tax_amount discount_tax_compensation_amount total_due',
			),
		),
	],
	item: [
		...words('sku name product_id product_type is_virtual ext_order_item_id qty_ordered qty_shipped'),
		...twice(
			words('price original_price price_incl_tax row_total row_total_incl_tax tax_amount discount_amount'),
		),
	],
	address: words(
		'address_type firstname lastname company street city region region_code postcode country_id telephone email vat_id',
	),
	payment: words('method additional_information po_number amount_ordered base_amount_ordered'),
	history: words('comment status entity_name is_customer_notified is_visible_on_front'),
	/** `Magento\Quote\Api\Data\AddressInterface`. */
	cartAddress: words(
		'firstname lastname company street city region region_code postcode country_id telephone email vat_id',
	),
};

/** The names that are not among the known. */
export function unknownFields(part: object, known: readonly string[]): string[] {
	return Object.keys(part).filter((name) => !known.includes(name));
}
