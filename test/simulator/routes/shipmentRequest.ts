import { marketplaceById } from '../../../nodes/amazon/tables/marketplaces';
import { isObjectList, isTextList } from '../json';
import type { Shipment } from '../orders/shipment';
import type { SimOrder } from '../orders/simOrder';
import { Refusal } from '../reply';
import type { SellerCall } from '../route';
import { findOrder } from './orders';

/** The messages are Amazon's where people have reported them, and in their tone elsewhere. */
export function refusal(message: string, details = ''): Refusal {
	return new Refusal(400, 'InvalidInput', message, details);
}

export function invalidType(field: string): Refusal {
	return refusal(
		`The input you have submitted is not valid. Please check the fields with invalid type [${field}].`,
	);
}

/**
 * The order of the path. Throws 400 for a marketplace that Amazon does not have, or where the order was not placed, and
 * 404 for an unknown order.
 */
export function findOrderIn(call: SellerCall, marketplaceId: unknown): SimOrder {
	if (typeof marketplaceId !== 'string') throw invalidType('marketplaceId');
	if (marketplaceById(marketplaceId) === undefined) throw refusal('Marketplace ID is not defined', '1001');
	const order = findOrder(call);
	if (marketplaceId !== order.marketplaceId)
		throw refusal('MarketplaceId: is invalid, the order was placed in another marketplace.');
	return order;
}

function readText(detail: Record<string, unknown>, field: string): string {
	const value = detail[field];
	if (value === undefined)
		throw refusal(`The input you have submitted is not valid. Missing [packageDetail.${field}].`);
	if (typeof value !== 'string') throw invalidType(`packageDetail.${field}`);
	if (value.trim() === '') throw refusal(`${field[0]?.toUpperCase()}${field.slice(1)}: is missing.`);
	return value;
}

function readOptional(detail: Record<string, unknown>, field: string): string | undefined {
	return detail[field] === undefined ? undefined : readText(detail, field);
}

function readShipDate(detail: Record<string, unknown>): number {
	const text = readText(detail, 'shipDate');
	const atMs = Date.parse(text);
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || Number.isNaN(atMs))
		throw refusal('Invalid Input', 'ShipDate is not an ISO 8601 date and time.');
	return atMs;
}

function readItems({ orderItems }: Record<string, unknown>): Shipment['items'] {
	if (!isObjectList(orderItems)) throw invalidType('packageDetail.orderItems');
	if (orderItems.length === 0) throw refusal('OrderItems: is missing.');
	return orderItems.map(({ orderItemId, quantity, transparencyCodes }) => {
		if (typeof orderItemId !== 'string') throw invalidType('packageDetail.orderItems.orderItemId');
		if (typeof quantity !== 'number' || !Number.isInteger(quantity))
			throw invalidType('packageDetail.orderItems.quantity');
		if (quantity < 1) throw refusal('Quantity: is invalid, must be a positive numeric value.');
		if (transparencyCodes === undefined) return { orderItemId, quantity };
		if (!isTextList(transparencyCodes)) throw invalidType('packageDetail.orderItems.transparencyCodes');
		return { orderItemId, quantity, transparencyCodes };
	});
}

/** Reads a package. Throws 400. */
export function readShipment(detail: Record<string, unknown>): Shipment {
	const packageReferenceId = readText(detail, 'packageReferenceId');
	if (!/^[1-9]\d*$/.test(packageReferenceId))
		throw refusal('PackageReferenceId: is invalid, must be a positive numeric value.');
	const carrierCode = readText(detail, 'carrierCode');
	const carrierName = readOptional(detail, 'carrierName');
	if (carrierCode === 'Other' && carrierName === undefined)
		throw refusal('CarrierName: is missing, it is required when CarrierCode is Other.');
	const shippingService = readOptional(detail, 'shippingMethod');
	return {
		packageReferenceId,
		carrier: carrierCode === 'Other' ? (carrierName ?? carrierCode) : carrierCode,
		...(shippingService === undefined ? {} : { shippingService }),
		trackingNumber: readText(detail, 'trackingNumber'),
		shippedAtMs: readShipDate(detail),
		items: readItems(detail),
	};
}
