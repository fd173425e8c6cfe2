/** The attributes of a full listing, as much as the simulator's product types require; for tests. */
export function fullListing(changes: Record<string, unknown> = {}): Record<string, unknown> {
	return {
		item_name: [{ value: 'Cup' }],
		brand: [{ value: 'Brand' }],
		product_description: [{ value: 'A cup.' }],
		bullet_point: [{ value: 'Holds tea' }],
		country_of_origin: [{ value: 'DE' }],
		supplier_declared_dg_hz_regulation: [{ value: 'not_applicable' }],
		condition_type: [{ value: 'new_new' }],
		externally_assigned_product_identifier: [{ type: 'ean', value: '4006381333931' }],
		...changes,
	};
}
