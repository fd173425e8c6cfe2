import { confirm } from '../../../nodes/AmazonOrders/shipment/confirm';
import type { Context } from '../../../nodes/n8n/operation';
import { Params } from '../../../nodes/n8n/params';
import { anOrder } from '../amazon/orders/anOrder';
import { aClient, reply, Wire } from '../amazon/transport/setting';
import { fakeExecution } from '../n8n/fakes';

const [SENT, LOST] = ['302-1234567-0000001', '302-1234567-0000002'];
const PARAMETERS = {
	...{ orderIdField: 'amazonOrderId', trackingField: 'trackingNumber', carrierField: 'carrier' },
	...{ shipmentFields: {}, options: {} },
};

it('a package whose answer is lost for good is not called "not sent"', async () => {
	const wire = await Wire.open(({ method, url }, response) => {
		const orderId = url.split('/')[4]?.split('?')[0];
		if (method === 'GET') reply(response, 200, { order: anOrder({ orderId }) });
		else if (orderId === LOST) response.socket?.resetAndDestroy();
		else reply(response, 204);
	});
	try {
		const { client, clock } = aClient(wire);
		const items = [SENT, LOST].map((amazonOrderId) => ({
			amazonOrderId,
			carrier: 'DHL',
			trackingNumber: '1',
		}));
		const { n8n } = fakeExecution({ parameters: PARAMETERS, items });
		const context = { n8n, client, clock, account: client.account, params: new Params(n8n) };
		if (!('batch' in confirm)) throw new Error('not a batch');
		const outcomes = await confirm.batch(context as unknown as Context, items);
		outcomes.sort((one, other) => one.item - other.item);
		expect(outcomes).toMatchObject([
			{ json: { amazonOrderId: SENT, status: 'confirmed' } },
			{
				json: {
					...{ amazonOrderId: LOST, status: 'unclear', reason: 'answer-lost' },
					message: expect.stringMatching(
						/^Nobody knows whether Amazon has it, and confirming it again/,
					) as unknown,
				},
			},
		]);
	} finally {
		await wire.close();
	}
});
