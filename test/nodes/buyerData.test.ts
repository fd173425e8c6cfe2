import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { AmazonOrders } from '../../nodes/AmazonOrders/AmazonOrders.node';
import { AmazonTrigger } from '../../nodes/AmazonTrigger/AmazonTrigger.node';
import type { AmazonOrder } from '../simulator/orders/amazonOrder';
import { OrderTrigger, useOrderScene } from './orderTriggers';
import { answers, DE } from './stage';

/** Texts that only this buyer's data holds. */
const SECRETS = {
	...{ name: 'Zoraida Quixley', legalName: 'Quixley Handels', company: 'Quixley GmbH', phone: '555 0199' },
	...{ email: 'q7@marketplace.amazon.de', poNumber: 'PO-QX-77', vatNumber: 'DE987654321' },
	...{ line1: 'Quixweg 17', line2: 'Hinterhof Q', city: 'Quixhausen', postalCode: '99187' },
	...{
		district: 'Quixviertel',
		state: 'Quixland',
		instructions: 'Ring at Quibble',
		dropOff: 'Behind the quince',
	},
	...{
		gift: 'Happy quixday',
		why: 'I quit',
		customization: 'https://example.com/quilt.zip',
		auth: 'QX-AUTH-1',
	},
};

const scene = useOrderScene();

/** An order in which Amazon says all that it can say of a buyer. */
function anOrder(state = SECRETS.state) {
	return scene.stage.amazon.addOrder({
		sellerId: scene.seller.seed.sellerId,
		marketplaceId: DE,
		createdAtMs: Date.now() - 600_000,
		life: [],
		change: (order) => Object.assign(order, personal(order, state)),
	});
}

function personal(order: AmazonOrder, state: string): Partial<AmazonOrder> {
	const address = {
		...{ name: SECRETS.name, companyName: SECRETS.company, addressLine1: SECRETS.line1 },
		...{ addressLine2: SECRETS.line2, city: SECRETS.city, districtOrCounty: SECRETS.district },
		...{ stateOrRegion: state, postalCode: SECRETS.postalCode, countryCode: 'DE', phone: SECRETS.phone },
	};
	const [item] = order.orderItems;
	if (item === undefined) throw new Error('The order has no line');
	return {
		buyer: {
			...{ buyerName: SECRETS.name, buyerEmail: SECRETS.email, buyerCompanyName: SECRETS.company },
			buyerPurchaseOrderNumber: SECRETS.poNumber,
		},
		recipient: {
			deliveryAddress: address,
			deliveryPreference: { addressInstruction: SECRETS.instructions, dropOffLocation: SECRETS.dropOff },
		},
		tax: {
			taxRegistrations: [
				{
					...{ entityType: 'BUYER', legalName: SECRETS.legalName, taxRegistrationType: 'VAT' },
					...{ taxRegistrationNumber: SECRETS.vatNumber, taxRegistrationAddress: address },
				},
			],
		},
		payment: { paymentExecutions: [{ paymentMethod: 'CreditCard', authorizationCode: SECRETS.auth }] },
		orderItems: [
			{
				...item,
				product: { ...item.product, customization: { customizedUrl: SECRETS.customization } },
				cancellation: { cancellationRequest: { requester: 'BUYER', cancelReason: SECRETS.why } },
				fulfillment: {
					...{ quantityFulfilled: 0, quantityUnfulfilled: item.quantityOrdered },
					packing: { giftOption: { giftMessage: SECRETS.gift, giftWrapLevel: 'Classic' } },
				},
			},
		],
	};
}

/** What is left of an item when all that lies under the given paths is taken away. */
function without(item: unknown, paths: readonly string[]): unknown {
	return paths.reduce((left, path) => removed(left, path.replaceAll('[*]', '.*').split('.')), item);
}

function removed(value: unknown, [name = '', ...rest]: readonly string[]): unknown {
	if (name === '*') return Array.isArray(value) ? value.map((one) => removed(one, rest)) : value;
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	const { [name]: inner, ...others } = value as Record<string, unknown>;
	return rest.length === 0 || inner === undefined ? others : { ...others, [name]: removed(inner, rest) };
}

function texts(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [String(value)];
	return Object.values(value).flatMap(texts);
}

const holding = (item: unknown, secrets: readonly string[] = Object.values(SECRETS)) =>
	secrets.filter((secret) => texts(item).some((text) => text.includes(secret)));

const { sensitiveOutputFields: ofNode = [] } = new AmazonOrders().description;
const { sensitiveOutputFields: ofTrigger = [] } = new AmazonTrigger().description;

const fetched = async (parameters: INodeParameters) =>
	answers(await scene.stage.orders(scene.seller, parameters));
const getOrder = async (orderId: string, output: INodeParameters) =>
	await fetched({ resource: 'order', operation: 'get', orderId, ...output });
/** Whatever became of the orders, from all outputs. */
async function convert(items: IDataObject[], parameters: INodeParameters): Promise<IDataObject[]> {
	const options = { trace: true };
	const asked = { resource: 'order', operation: 'convert', options, ...parameters };
	const { nodes } = await scene.stage.orders(scene.seller, asked, items);
	return (nodes['Amazon']?.[0]?.outputs ?? []).flat().map(({ json }) => json);
}

describe('what the nodes say of a buyer is all in sensitive fields', () => {
	it.each<INodeParameters>([
		{ output: 'simple' },
		{ output: 'raw' },
		{ output: 'fields', outputFields: 'buyerDetails, address, lines, tax, orderItems.product.customization' },
	])('of Get and Get Many: %j', async (output) => {
		const { orderId } = anOrder();
		const items = [
			...(await getOrder(orderId, output)),
			...(await fetched({ resource: 'order', operation: 'getMany', ...output })),
		];
		expect(items).toHaveLength(2);
		for (const item of items) {
			expect(holding(item, [SECRETS.name, SECRETS.vatNumber, SECRETS.gift])).toHaveLength(3);
			expect(holding(without(item, ofNode))).toEqual([]);
		}
	});

	it.each([true, false])('of the trigger, simplified: %s', async (simplify) => {
		anOrder();
		const { json } = await new OrderTrigger(scene.stage, scene.seller, { simplify }, scene.later).poll();
		expect(json).toHaveLength(1);
		expect(holding(json, [SECRETS.name, SECRETS.vatNumber, SECRETS.gift])).toHaveLength(3);
		expect(holding(json.map((item) => without(item, ofTrigger)))).toEqual([]);
	});

	const STORES = ['none', 'magento', 'magentoCart', 'shopify', 'wooCommerce'];
	const STATES = [SECRETS.state, 'Mecklenburg-Vorpommern'];
	const placements = STORES.flatMap((store) => STATES.map((state) => ({ store, state })));

	it.each(placements)('of an order for $store, with the state $state', async ({ store, state }) => {
		const items = await getOrder(anOrder(state).orderId, {});
		const wooCommerceRules = { mailsBuyers: true };
		const secrets = [...Object.values(SECRETS), state, 'DE-MV'];
		for (const rules of [{}, { wooCommerceRules }]) {
			const [item] = await convert(items, { store, ...rules });
			expect(item).toMatchObject({ status: 'import' });
			expect(holding(item, [SECRETS.name, SECRETS.vatNumber, SECRETS.poNumber, SECRETS.city])).toHaveLength(
				4,
			);
			expect(holding(without(item, ofNode), secrets)).toEqual([]);
		}
	});

	it('of orders that are not imported', async () => {
		const items = await getOrder(anOrder().orderId, {});
		const [skipped] = await convert(items, { fulfillmentChannel: 'AFN' });
		const abroad = items.map((item) => ({
			...item,
			address: { ...(item.address as object), country: 'US' },
		}));
		const [failed] = await convert(abroad, { customerRules: { whenRegionUnknown: 'fail' } });
		const [created] = await convert(abroad, { customerRules: { whenRegionUnknown: 'create' } });
		expect([skipped, failed, created]).toMatchObject([
			{ status: 'skipped' },
			{ status: 'failed', reason: 'region-unknown' },
			{ status: 'import', createRegions: [{}] },
		]);
		for (const item of [skipped, failed, created]) expect(holding(without(item, ofNode))).toEqual([]);
	});
});
