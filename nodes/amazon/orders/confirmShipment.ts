import { FieldError, momentText, quantityText } from '../feeds/fieldText';
import { ALREADY_SHIPPED, type PickupStatus } from '../tables/shipmentAnswers';
import type { Client } from '../transport/contract';
import { SpApiError, toError } from '../transport/errors';
import { OPERATIONS } from '../transport/operations';

export interface ShippedItem {
	/** Amazon's order item id. */
	itemId: string;
	quantity: number;
}

/** One package of an order (Orders v0, `ConfirmShipmentRequest`). */
export interface Shipment {
	orderId: string;
	marketplaceId: string;
	/** The seller's number of the package within the order: digits only. The same number changes the same package. */
	packageReferenceId: string;
	/** Amazon's carrier code; `Other` needs a carrier name. */
	carrierCode: string;
	carrierName?: string;
	shippingMethod?: string;
	trackingNumber: string;
	/** ISO 8601. */
	shipDate: string;
	/** Everything that is in the package. */
	items: readonly ShippedItem[];
	/** Cash on delivery, in Japan only. */
	codCollectionMethod?: 'DirectPayment';
}

/**
 * Tells Amazon that a package has left. An order that is shipped already counts as done: the answer to an earlier
 * attempt may have been lost. Throws a `FieldError` for a value that Amazon cannot take, and an `SpApiError`.
 */
export async function confirmShipment(
	client: Client,
	shipment: Shipment,
	signal?: AbortSignal,
): Promise<'confirmed' | 'already-confirmed'> {
	const path = { orderId: shipment.orderId };
	try {
		await client.call(OPERATIONS.confirmShipment, { path, body: toBody(shipment), signal });
		return 'confirmed';
	} catch (error) {
		if (isAlreadyShipped(error)) return 'already-confirmed';
		throw toError(error);
	}
}

function toBody({ marketplaceId, codCollectionMethod, ...shipment }: Shipment): object {
	return {
		marketplaceId,
		...(codCollectionMethod !== undefined && { codCollectionMethod }),
		packageDetail: {
			packageReferenceId: toReference(shipment.packageReferenceId),
			carrierCode: shipment.carrierCode,
			...given('carrierName', shipment.carrierName),
			...given('shippingMethod', shipment.shippingMethod),
			trackingNumber: shipment.trackingNumber,
			shipDate: momentText(shipment.shipDate, 'Ship Date'),
			orderItems: toOrderItems(shipment.items),
		},
	};
}

/** Amazon takes a positive number, and only as text. */
function toReference(reference: string): string {
	if (/^[1-9]\d*$/.test(reference)) return reference;
	throw new FieldError('Package Reference ID', 'a whole number, 1 or more', reference);
}

function given(name: string, text: string | undefined): Record<string, string> {
	return text === undefined || text.trim() === '' ? {} : { [name]: text.trim() };
}

function toOrderItems(items: readonly ShippedItem[]): object[] {
	return items.map(({ itemId, quantity }) => ({
		orderItemId: itemId,
		quantity: Number(quantityText(quantity)),
	}));
}

function isAlreadyShipped(error: unknown): boolean {
	return (
		error instanceof SpApiError &&
		error.status === 400 &&
		ALREADY_SHIPPED.some((text) => text.test(error.message))
	);
}

export interface PickupUpdate {
	orderId: string;
	marketplaceId: string;
	status: PickupStatus;
	/** Of a partial update; without them it is the whole order. */
	items?: readonly ShippedItem[];
}

/** Reports on an order that the buyer picks up in a shop (Orders v0, updateShipmentStatus). */
export async function updatePickupStatus(
	client: Client,
	{ orderId, marketplaceId, status, items = [] }: PickupUpdate,
	signal?: AbortSignal,
): Promise<void> {
	const body = {
		marketplaceId,
		shipmentStatus: status,
		...(items.length > 0 && { orderItems: toOrderItems(items) }),
	};
	await client.call(OPERATIONS.updateShipmentStatus, { path: { orderId }, body, signal });
}
