import type { LineField } from '../lines';
import type { FieldPaths } from '../fields';

export type ShipmentField =
	'amazonOrderId' | 'shipDate' | 'carrier' | 'service' | 'trackingNumber' | 'packageReference' | 'items';

export const SHIPMENT_FIELDS: readonly ShipmentField[] = [
	'amazonOrderId',
	'shipDate',
	'carrier',
	'service',
	'trackingNumber',
	'packageReference',
	'items',
];

export interface ShipmentConfig {
	fields?: FieldPaths<ShipmentField>;
	lineFields?: FieldPaths<LineField>;
	/** Hold shipments without a tracking number. Default false. */
	trackingRequired?: boolean;
	/** Carrier of rows that name none; without it they are held, since Amazon asks for one. */
	defaultCarrier?: string;
}

export interface ShipmentLine {
	itemId: string;
	sku?: string;
	quantity: number;
}

/** One package to confirm to Amazon. */
export interface ShipmentChange {
	amazonOrderId: string;
	/** A whole number above 0, unique in the order. Sent again, it changes the package instead of adding one. */
	packageReference: string;
	/** ISO 8601, never in the future. */
	shipDate: string;
	/** Amazon's code. */
	carrierCode: string;
	/** With the code `Other` only. */
	carrierName?: string;
	shippingMethod?: string;
	trackingNumber?: string;
	/** Absent: everything, where nobody looked the order up. */
	lines?: ShipmentLine[];
	/** What the package holds at Amazon until now, when it is there already and this changes it. */
	corrects?: Array<{ itemId: string; quantity: number }>;
}

/** What a row says about its package. */
export interface PackageReference {
	reference: string;
	/** Worked out from the row, not given by it. */
	isDerived: boolean;
	trackingNumber?: string;
}
