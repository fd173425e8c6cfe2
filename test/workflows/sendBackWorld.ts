import { toMagentoOrder } from '../../nodes/rules/stores/magento/order';
import { toShopifyCall } from '../../nodes/rules/stores/shopify/order';
import { toWooCommerceOrder } from '../../nodes/rules/stores/wooCommerce/order';
import { rowTotal, type AmazonSale } from '../fixtures/stores/amazonSale';
import type { ShopifyTopic } from '../fixtures/stores/shopify';
import { shopifyWebhook } from '../fixtures/stores/shopify';
import { wooWebhook } from '../fixtures/stores/wooCommerce';
import type { OrderSpec, SimOrder } from '../simulator';
import { storeSecret } from '../stores';
import { callers, type Callers } from '../unit/stores/askStore';
import { storeLine, storeOrder } from '../unit/rules/stores/orderBuilder';
import { ORDERS, startExampleWorld, type ExampleWorld, type OfferRow } from './exampleWorld';
import type { RunOptions, RunResult, WebhookResult, WorkflowJson } from './harness';

const DE = 'A1PA6795UKMFR9';
const HOUR_MS = 3_600_000;

export type StoreName = 'woocommerce' | 'magento' | 'shopify' | 'webhook';

/** A world with orders at Amazon that stores have imported; every bundled workflow in it tries again without a pause. */
export interface SendBackWorld extends ExampleWorld {
	stores: Callers;
	/** An order of two lines, paid an hour ago: 2 x 19.99 and 5.00, with 4.99 for shipping. */
	buy(spec?: OrderSpec): AmazonSale;
	/** The order as it stands at Amazon now. */
	atAmazon(sale: AmazonSale): SimOrder;
	/** Puts the order into the table of orders, as its import does. */
	note(sale: AmazonSale, row?: OfferRow): void;
	/** Creates the order in a store; answers the store's id. */
	importInto(store: StoreName, sale: AmazonSale): Promise<string>;
	/** Runs a bundled workflow from one of its starts; fails when the run does. */
	run(name: string, startNode: string, items?: RunOptions['items']): Promise<RunResult>;
	/** Lets a trigger of a bundled workflow look, and runs what follows if it found something. */
	poll(name: string, trigger: string): Promise<RunResult | undefined>;
	/** What WooCommerce sends, signed as it does. */
	wooTells(name: string, order: object): Promise<WebhookResult>;
	/** What Shopify sends, signed as it does. */
	shopifyTells(name: string, startNode: string, topic: ShopifyTopic, payload: object): Promise<WebhookResult>;
	/** How often an operation of Amazon was called. */
	calls(operation: string): number;
}

/** What `order.updated` starts in all of the bundled workflows. */
export const WOO_START = 'Order Changed in WooCommerce';
export const MAGENTO_START = 'Every 5 Minutes: Magento';
/** Where all of them tell a person. */
export const NOTICE = 'Connect Your E-Mail or Slack Here';
export const WOO_SECRET = storeSecret('wooCommerceWebhookDemo');
export const SHOPIFY_SECRET = storeSecret('shopifyWebhookDemo');

/** The store heard 200 once, and the run went well. */
export function expectAnswered({ response, run }: WebhookResult): void {
	expect(run?.error).toBeUndefined();
	expect(response).toMatchObject({ statusCode: 200, body: 'OK' });
	expect(run?.responses).toHaveLength(1);
}

/** A step that cannot write its rows. */
export function withoutTable<W extends WorkflowJson>(workflow: W, step: string): W {
	const found = workflow.nodes.find(({ name }) => name === step);
	if (found === undefined) throw new Error(`The workflow has no step ${step}`);
	Object.assign(found.parameters, { dataTableId: { __rl: true, mode: 'name', value: 'Gone' } });
	return workflow;
}

export async function startSendBackWorld(): Promise<SendBackWorld> {
	const options = { limits: false, orderLagMs: 0, seed: { orders: [] } };
	const world = await startExampleWorld({ simulator: options });
	const stores = callers(world.store);
	const workflow = (name: string) => withoutPauses(world.workflow(name));
	const { harness, simulator } = world;
	const run: SendBackWorld['run'] = async (name, startNode, items) => {
		const given = items === undefined ? {} : { items };
		const result = await harness.run(workflow(name), { startNode, ...given, mode: 'trigger' });
		expect(result.error).toBeUndefined();
		return result;
	};
	return {
		...world,
		...{ stores, workflow, run },
		buy: (spec = {}) =>
			toSale(simulator.addOrder({ ...PURCHASE, createdAtMs: Date.now() - HOUR_MS, ...spec })),
		atAmazon: ({ amazonOrderId }) => simulator.order(amazonOrderId),
		note: ({ amazonOrderId }, row = {}) =>
			harness.dataTables.insert(ORDERS, [{ ...IMPORTED, amazonOrderId, ...row }]),
		importInto: async (store, sale) => await IMPORTS[store](stores, sale),
		async poll(name, trigger) {
			const { items, error } = await harness.poll(workflow(name), trigger);
			expect(error).toBeUndefined();
			return items.length === 0 ? undefined : await run(name, trigger, items);
		},
		wooTells: async (name, order) => {
			const request = wooWebhook('updated', order, WOO_SECRET, { resource: 'order' });
			return await harness.webhook(workflow(name), WOO_START, request);
		},
		shopifyTells: async (name, startNode, topic, payload) => {
			const request = shopifyWebhook(topic, payload, SHOPIFY_SECRET);
			return await harness.webhook(workflow(name), startNode, request);
		},
		calls: (operation) => simulator.calls().filter((call) => call.operation === operation).length,
	};
}

const PURCHASE: OrderSpec = {
	marketplaceId: DE,
	life: [],
	lines: [
		{ sku: 'DEMO-0002', quantity: 2, price: '19.99', shipping: '2.50' },
		{ sku: 'DEMO-0003', price: '5.00', shipping: '2.49' },
	],
};

const IMPORTED = {
	...{ status: 'imported', reason: '', message: '', store: 'woocommerce', storeOrderId: '5001' },
	...{ storeOrderNumber: '5001', acknowledged: '', shipped: '', cancellation: '' },
};

function toSale({ orderId, order }: SimOrder): AmazonSale {
	return {
		...{ amazonOrderId: orderId, currency: 'EUR', shipping: '4.99' },
		lines: order.orderItems.map(({ orderItemId, quantityOrdered, product }, index) => ({
			...{ itemId: orderItemId, sku: product.sellerSku ?? '', name: product.title ?? `Product ${index}` },
			...{ quantity: quantityOrdered, unitPrice: product.price?.unitPrice?.amount ?? '0.00' },
		})),
	};
}

/** The order as the operation Convert to Store Order makes it. */
function toStoreOrder(sale: AmazonSale) {
	const { amazonOrderId, currency } = sale;
	const shipping = { method: 'flatrate_flatrate', title: 'Standard', amount: sale.shipping };
	return storeOrder({
		...{ amazonOrderId, currency, marketplaceId: DE, marketplace: 'DE' },
		shipping: { ...shipping, discount: '0.00', tax: '0.00' },
		lines: sale.lines.map((line) =>
			storeLine({
				...{ amazonItemId: line.itemId, amazonSku: line.sku, sku: line.sku, name: line.name },
				...{ productId: '', quantity: line.quantity, unitPrice: line.unitPrice, rowTotal: rowTotal(line) },
			}),
		),
	});
}

const IMPORTS: Record<StoreName, (stores: Callers, sale: AmazonSale) => Promise<string>> = {
	woocommerce: async ({ woo }, sale) => {
		const { json } = await woo('POST', 'orders', toWooCommerceOrder(toStoreOrder(sale)));
		return String((json as { id: number }).id);
	},
	magento: async ({ magento }, sale) => {
		const { json } = await magento('POST', 'orders', toMagentoOrder(toStoreOrder(sale)));
		return String((json as { entity_id: number }).entity_id);
	},
	shopify: async ({ shopify }, sale) => {
		const { query, variables } = toShopifyCall(toStoreOrder(sale));
		const { json } = await shopify(query, variables);
		return (json as { data: { orderCreate: { order: { id: string } } } }).data.orderCreate.order.id;
	},
	webhook: async ({ webhook }, sale) => {
		const { json } = await webhook('POST', '/webhook/orders', toStoreOrder(sale));
		return (json as { id: string }).id;
	},
};

function withoutPauses<W extends WorkflowJson>(workflow: W): W {
	for (const node of workflow.nodes) if (node.retryOnFail === true) node.waitBetweenTries = 1;
	return workflow;
}
