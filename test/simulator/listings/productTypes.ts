/** What the simulator knows of one of Amazon's product types: names only, no schema. */
export interface ProductType {
	name: string;
	attributes: readonly string[];
	/** What a full listing cannot do without. Amazon's conditions ask for two or three times as much. */
	required: readonly string[];
}

function numbered(name: string, count: number): string[] {
	return Array.from({ length: count }, (_empty, index) => `${name}_${index + 1}`);
}

/** Attributes of offers, which every product type has. */
const OFFER: readonly string[] = [
	...['purchasable_offer', 'fulfillment_availability', 'condition_type', 'condition_note', 'list_price'],
	...[
		'uvp_list_price',
		'map_policy',
		'max_order_quantity',
		'merchant_release_date',
		'merchant_shipping_group',
	],
	...['product_tax_code', 'gift_options', 'skip_offer', 'ships_globally', 'main_offer_image_locator'],
	...numbered('other_offer_image_locator', 5),
	...['merchant_suggested_asin', 'externally_assigned_product_identifier'],
	'supplier_declared_has_product_identifier_exemption',
];

/** Attributes that nearly every product has. */
const PRODUCT: readonly string[] = [
	...['item_name', 'brand', 'manufacturer', 'model_name', 'model_number', 'part_number', 'bullet_point'],
	...['product_description', 'generic_keyword', 'item_type_keyword', 'recommended_browse_nodes'],
	...['country_of_origin', 'supplier_declared_dg_hz_regulation', 'hazmat', 'safety_data_sheet_url'],
	...['batteries_required', 'batteries_included', 'battery', 'num_batteries', 'number_of_lithium_ion_cells'],
	...['gpsr_safety_attestation', 'gpsr_manufacturer_reference', 'dsa_responsible_party_address'],
	...['epr_product_packaging', 'main_product_image_locator', 'swatch_product_image_locator'],
	...numbered('other_product_image_locator', 8),
	...['parentage_level', 'child_parent_sku_relationship', 'variation_theme', 'package_level'],
	...['color', 'size', 'style', 'material', 'pattern', 'theme', 'occasion', 'scent', 'flavor', 'capacity'],
	...['unit_count', 'number_of_items', 'number_of_boxes', 'item_package_quantity', 'item_weight'],
	...['item_dimensions', 'item_package_weight', 'item_package_dimensions', 'item_display_dimensions'],
	...['age_range_description', 'product_site_launch_date', 'edition', 'wattage', 'voltage'],
];

const CLOTHES = ['target_gender', 'department', 'fabric_type', 'care_instructions', 'closure'];

const REQUIRED = [
	...['item_name', 'brand', 'product_description', 'bullet_point', 'country_of_origin'],
	...['supplier_declared_dg_hz_regulation', 'condition_type'],
];

function productType(name: string, own: readonly string[]): ProductType {
	return { name, attributes: [...OFFER, ...PRODUCT, ...own], required: REQUIRED };
}

/** Those of a fresh simulator. PRODUCT is Amazon's own for changes of offers, whatever the product is. */
export const PRODUCT_TYPES: readonly ProductType[] = [
	productType('PRODUCT', []),
	productType('HOME', []),
	productType('LUGGAGE', ['special_feature', 'shell_type']),
	productType('SHIRT', [...CLOTHES, 'shirt_size', 'sleeve', 'collar_style']),
	productType('SHOES', [...CLOTHES, 'footwear_size', 'heel', 'outer', 'sole_material']),
];

/** One of them must be there, or Amazon does not know which product it is. */
export const IDENTIFIERS = [
	'externally_assigned_product_identifier',
	'merchant_suggested_asin',
	'supplier_declared_has_product_identifier_exemption',
] as const;
