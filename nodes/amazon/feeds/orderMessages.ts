import { CANCEL_REASON_CODES, type CancelReason } from '../../rules/sendBack/reasons';
import { OTHER_CARRIER } from '../../rules/sendBack/shipment/carrier';
import {
	FieldError,
	fieldText,
	itemIdText,
	labelText,
	momentText,
	optionalFieldText,
	orderIdText,
	quantityText,
	referenceText,
	wordOf,
} from './fieldText';
import { buildXml } from './xml';

/*
 * Messages of the order feeds, each as the XML text that `pack` puts into the envelope. Elements stand in the order
 * of Amazon's XSDs. Every function throws a `FieldError` for a value that would make the document invalid: Amazon
 * refuses a whole feed for one such message.
 */

export interface Acknowledgement {
	orderId: string;
	/** The store's own number, at most 50 characters; Amazon shows it beside its own. */
	storeOrderNumber?: string;
}

/** Tells Amazon that the store has taken the order over. */
export function acknowledgementText({ orderId, storeOrderNumber }: Acknowledgement): string {
	return buildXml({
		OrderAcknowledgement: {
			AmazonOrderID: orderIdText(orderId),
			MerchantOrderID: optionalFieldText(storeOrderNumber, 'Store Order Number'),
			StatusCode: 'Success',
		},
	});
}

export interface Cancellation extends Acknowledgement {
	lines: ReadonlyArray<{
		itemId: string;
		reason: CancelReason;
		/** Units to cancel; all of them when left out. */
		quantity?: number;
	}>;
}

/** Cancels lines of an order that is not shipped. */
export function cancellationText({ orderId, storeOrderNumber, lines }: Cancellation): string {
	if (lines.length === 0) throw new FieldError('Lines', 'at least one line to cancel', 'an empty list');
	return buildXml({
		OrderAcknowledgement: {
			AmazonOrderID: orderIdText(orderId),
			MerchantOrderID: optionalFieldText(storeOrderNumber, 'Store Order Number'),
			StatusCode: 'Failure',
			Item: lines.map(({ itemId, reason, quantity }) => ({
				AmazonOrderItemCode: itemIdText(itemId),
				CancelReason: wordOf(reason, CANCEL_REASON_CODES, 'Cancel Reason'),
				Quantity: quantity === undefined ? undefined : quantityText(quantity),
			})),
		},
	});
}

export interface ShipmentMessage {
	orderId: string;
	/** The store's number of the shipment: digits only, at most 20. */
	reference?: string | number;
	/** ISO 8601. */
	shippedAt: string;
	/** Amazon's carrier code; `Other` needs a carrier name. */
	carrierCode: string;
	/** Cut after 50 characters, like the shipping method. */
	carrierName?: string;
	shippingMethod?: string;
	trackingNumber?: string;
	/** Of a partial shipment; without them the whole order is shipped. */
	lines?: ReadonlyArray<{ itemId: string; quantity: number }>;
}

/** Confirms that an order, or some of its lines, has been shipped. */
export function shipmentText(shipment: ShipmentMessage): string {
	const { orderId, reference, shippedAt, trackingNumber, lines = [] } = shipment;
	const carrierCode = fieldText(shipment.carrierCode, 'Carrier');
	const carrierName = labelText(shipment.carrierName);
	if (carrierCode === OTHER_CARRIER && carrierName === undefined)
		throw new FieldError('Carrier Name', `given when the carrier is ${OTHER_CARRIER}`, 'empty');
	return buildXml({
		OrderFulfillment: {
			AmazonOrderID: orderIdText(orderId),
			MerchantFulfillmentID: referenceText(reference),
			FulfillmentDate: momentText(shippedAt, 'Ship Date'),
			FulfillmentData: {
				CarrierCode: carrierCode,
				CarrierName: carrierName,
				ShippingMethod: labelText(shipment.shippingMethod),
				ShipperTrackingNumber: optionalFieldText(trackingNumber, 'Tracking Number'),
			},
			Item: lines.map(({ itemId, quantity }) => ({
				AmazonOrderItemCode: itemIdText(itemId),
				Quantity: quantityText(quantity),
			})),
		},
	});
}
