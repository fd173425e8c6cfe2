/** A line of a package: Amazon's id of it or, where the order does not have it, its SKU. */
export interface PackageLine {
	itemId?: string;
	sku?: string;
	quantity: number;
}

/** A package of the store; without lines it is the whole order. */
export interface StorePackage {
	shipment: string;
	amazonOrderId: string;
	carrier: string;
	trackingNumber: string;
	shipDate: string;
	lines: PackageLine[];
	store: string;
}

/** A row of the table: waiting to be sent. */
export function toRow({
	shipment,
	amazonOrderId,
	carrier,
	trackingNumber,
	shipDate,
	lines,
	store,
}: StorePackage) {
	const items = lines.length === 0 ? '' : JSON.stringify(lines);
	const facts = { shipment, amazonOrderId, carrier, service: '', trackingNumber, shipDate, items, store };
	return { ...facts, status: 'waiting', reason: '', message: '' };
}
