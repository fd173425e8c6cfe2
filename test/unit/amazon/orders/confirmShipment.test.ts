import {
	confirmShipment,
	updatePickupStatus,
	type Shipment,
} from '../../../../nodes/amazon/orders/confirmShipment';
import { aClient, refuse, reply, Wire, type Answer, type Setting } from '../transport/setting';

const ORDER = '/orders/v0/orders/302-1234567-1234567';
const SHIPPED_BEFORE =
	'Failed to create package due to not finding a matching package or order already fulfilled. ' +
	'ErrorMessage(errorCode=GeneralError, errorMetric=PackageToUpdateNotFound, packageIndex=null)';

let wire: Wire;
let setting: Setting;
let answer: Answer;

beforeEach(async () => {
	wire = await Wire.open((request, response, index) => answer(request, response, index));
	setting = aClient(wire);
});
afterEach(async () => await wire.close());

function aShipment(changes: Partial<Shipment> = {}): Shipment {
	return {
		orderId: '302-1234567-1234567',
		marketplaceId: 'A1PA6795UKMFR9',
		packageReferenceId: '1',
		carrierCode: 'DHL',
		trackingNumber: 'JD0001',
		shipDate: '2026-11-21T09:00:00+01:00',
		items: [{ itemId: '12345678901234', quantity: 2 }],
		...changes,
	};
}

const sent = () => JSON.parse(wire.seen[0]?.body ?? 'null') as unknown;

describe('confirmShipment', () => {
	it('tells Amazon the package', async () => {
		answer = (_request, response) => reply(response, 204);
		expect(await confirmShipment(setting.client, aShipment())).toBe('confirmed');
		expect(wire.seen[0]).toMatchObject({ method: 'POST', url: `${ORDER}/shipmentConfirmation` });
		expect(sent()).toEqual({
			marketplaceId: 'A1PA6795UKMFR9',
			packageDetail: {
				packageReferenceId: '1',
				carrierCode: 'DHL',
				trackingNumber: 'JD0001',
				shipDate: '2026-11-21T08:00:00.000Z',
				orderItems: [{ orderItemId: '12345678901234', quantity: 2 }],
			},
		});
	});

	it('adds what there is to add, and nothing empty', async () => {
		answer = (_request, response) => reply(response, 204);
		const more = {
			carrierName: ' My Courier ',
			shippingMethod: '',
			codCollectionMethod: 'DirectPayment' as const,
		};
		await confirmShipment(setting.client, aShipment({ carrierCode: 'Other', ...more }));
		expect(sent()).toMatchObject({
			codCollectionMethod: 'DirectPayment',
			packageDetail: { carrierCode: 'Other', carrierName: 'My Courier' },
		});
		expect(sent()).not.toHaveProperty('packageDetail.shippingMethod');
	});

	it.each([
		{ name: "Amazon's words", message: SHIPPED_BEFORE },
		{ name: 'other words', message: 'The order is already shipped' },
	])('counts an order that is shipped already as done ($name)', async ({ message }) => {
		answer = (_request, response) => refuse(response, 400, 'InvalidInput', message);
		expect(await confirmShipment(setting.client, aShipment())).toBe('already-confirmed');
	});

	it('sends it again when the answer was lost, and takes the second answer', async () => {
		answer = (_request, response, index) =>
			index === 0 ? void response.socket?.destroy() : refuse(response, 400, 'InvalidInput', SHIPPED_BEFORE);
		expect(await confirmShipment(setting.client, aShipment())).toBe('already-confirmed');
		expect(wire.seen).toHaveLength(2);
	});

	it.each([
		{ name: 'a wrong value', status: 400, message: 'OrderItemId is invalid', hint: 'order item IDs' },
		{ name: 'an unknown order', status: 404, message: 'not found', hint: 'does not know this order' },
		{ name: 'a missing role', status: 403, message: 'Access denied', hint: 'Direct-to-Consumer Shipping' },
		{ name: 'already shipped, but not from Amazon', status: 403, message: 'already shipped', hint: 'role' },
	])('fails for $name and says how to fix it', async ({ status, message, hint }) => {
		answer = (_request, response) => refuse(response, status, 'InvalidInput', message);
		await expect(confirmShipment(setting.client, aShipment())).rejects.toMatchObject({
			status,
			message: expect.stringContaining(message) as unknown,
			hint: expect.stringContaining(hint) as unknown,
		});
	});

	it.each([
		{
			changes: { packageReferenceId: '0' },
			message: 'Package Reference ID is "0", but it must be a whole number',
		},
		{ changes: { packageReferenceId: 'P-1' }, message: 'Package Reference ID is "P-1"' },
		{
			changes: { shipDate: 'yesterday' },
			message: 'Ship Date is "yesterday", but it must be a date and time',
		},
		{
			changes: { items: [{ itemId: '1', quantity: 0 }] },
			message: 'Quantity is 0, but it must be a whole number',
		},
	])('asks nothing with a value that Amazon cannot take: $message', async ({ changes, message }) => {
		await expect(confirmShipment(setting.client, aShipment(changes))).rejects.toThrow(message);
		expect(wire.seen).toEqual([]);
	});
});

describe('updatePickupStatus', () => {
	it.each([
		{ name: 'a whole order', items: undefined, orderItems: undefined },
		{
			name: 'a part of it',
			items: [{ itemId: '12345678901234', quantity: 1 }],
			orderItems: [{ orderItemId: '12345678901234', quantity: 1 }],
		},
	])('tells Amazon the status of $name', async ({ items, orderItems }) => {
		answer = (_request, response) => reply(response, 204);
		const { orderId, marketplaceId } = aShipment();
		await updatePickupStatus(setting.client, { orderId, marketplaceId, status: 'ReadyForPickup', items });
		expect(wire.seen[0]).toMatchObject({ method: 'POST', url: `${ORDER}/shipment` });
		expect(sent()).toEqual({
			marketplaceId,
			shipmentStatus: 'ReadyForPickup',
			...(orderItems && { orderItems }),
		});
	});

	it('fails when Amazon refuses it', async () => {
		answer = (_request, response) =>
			refuse(response, 400, 'InvalidInput', 'Unsupported ShipmentStatus passed');
		const { orderId, marketplaceId } = aShipment();
		const update = { orderId, marketplaceId, status: 'PickedUp' as const };
		await expect(updatePickupStatus(setting.client, update)).rejects.toMatchObject({ status: 400 });
	});
});
