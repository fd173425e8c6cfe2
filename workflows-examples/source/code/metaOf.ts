/** WooCommerce keeps what it does not know itself in meta fields. */
export interface WithMeta {
	meta_data?: Array<{ key: string; value: unknown }>;
}

/** The value of a meta field of an order or a line. */
export function metaOf({ meta_data: meta = [] }: WithMeta, key: string): unknown {
	return meta.find((field) => field.key === key)?.value;
}
