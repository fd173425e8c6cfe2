import type { IDataObject } from 'n8n-workflow';

import { convertFields } from './fields';
import { readConvertSettings, type ConvertSettings } from './config';
import type { StoreKind } from './storeField';
import { readOrder } from '../../amazon/orders/readOrder';
import { marketplaceById } from '../../amazon/tables/marketplaces';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';
import { isGroup, toGroup, toText } from '../../n8n/params';
import { compilePath } from '../../rules/item/attribute';
import type { Imported, ImportVerdict } from '../../rules/import/verdict';
import type { MarketplaceOrder } from '../../rules/order/marketplaceOrder';
import { decideImport, type DecideImport } from '../../rules/import/decide';
import { toOrderItem } from '../../rules/order/orderItem';
import { orderStepsText } from '../../rules/verdict/orderStepsText';
import { createSkuMap, type SkuMap } from '../../rules/import/skuMap';
import { unitLedger } from '../../rules/verdict/runLedger';
import type { StoreOrder } from '../../rules/import/storeOrder';
import { toMagentoCart, toMagentoOrder } from '../../rules/stores/magento/order';
import { toShopifyCall } from '../../rules/stores/shopify/order';
import { toWooCommerceOrder } from '../../rules/stores/wooCommerce/order';

/** Names of the outputs, in the order of `OUTPUT`. */
const OUTPUTS = ['Import', 'Failed', 'Skipped'] as const;
const OUTPUT: Record<ImportVerdict['kind'], number> = { import: 0, fail: 1, skip: 2 };

/** The outputs in one word, for tables. */
const STATUS: Record<ImportVerdict['kind'], string> = { import: 'import', fail: 'failed', skip: 'skipped' };

type ToPayload = (order: StoreOrder, settings: ConvertSettings) => object;

const PAYLOADS: Record<Exclude<StoreKind, 'none'>, ToPayload> = {
	magento: toMagentoOrder,
	magentoCart: (order) => ({ calls: toMagentoCart(order) }),
	shopify: toShopifyCall,
	wooCommerce: (order, { wooCommerce }) => toWooCommerceOrder(order, wooCommerce),
};

/** Judges Amazon's orders and turns those that are wanted into store orders. */
export const convert: BatchOperation = {
	value: 'convert',
	name: 'Convert to Store Order',
	action: 'Convert orders to store orders',
	description: 'Decide which orders to import, and turn them into orders of your store',
	builderHint:
		"Connect Amazon Trigger (New Order) or Get Many to the first input and the store's products to the second. Connect the node that creates the store's order to the output Import, and a notification to Failed; Skipped may stay open.",
	fields: convertFields,
	inputs: ['Orders', 'Store Products'],
	outputs: OUTPUTS,
	next: {
		import: 'Nothing was sent: create the orders on the output Import in your store.',
		failed: 'Failed orders say why in message.',
		skipped: '',
	},
	batch(context, items) {
		const settings = readConvertSettings(context);
		const run = new ConvertRun(context, settings, readSkuMap(context, settings));
		// Without a single order the wrong step is connected; one bad item among orders is its own problem.
		if (items.every((json) => readOrder(json) === undefined && json.problem === undefined))
			throw notAnOrder();
		return items.map((json, item) => run.convert(json, item));
	},
};

/** Undefined when nothing is connected to the second input: an empty list is a store without products. */
function readSkuMap(context: Context, { products }: ConvertSettings): SkuMap | undefined {
	const items = context.secondInput();
	if (items === undefined) return undefined;
	const { list, ...fields } = products;
	const found = items.flatMap((item) => listIn(item, list));
	return createSkuMap(
		found.filter((item) => Object.keys(item).length > 0),
		fields,
	);
}

/** The products in an input item: those of its list, or itself. */
function listIn(item: IDataObject, path: string): IDataObject[] {
	const list = path === '' ? undefined : compilePath(path, 'List Field')(item);
	if (!Array.isArray(list)) return [item];
	return list.filter((entry): entry is IDataObject => isGroup(entry));
}

/** Orders of one run share the stock and the numbers that were given. */
class ConvertRun {
	private readonly stock = unitLedger();
	private readonly taken = new Map<string, string>();
	private nextNumber: number;
	private readonly decide: DecideImport;

	constructor(
		private readonly context: Context,
		private readonly settings: ConvertSettings,
		private readonly skuMap: SkuMap | undefined,
	) {
		this.nextNumber = settings.nextNumber;
		this.decide = decideImport(settings.config);
	}

	convert(json: IDataObject, item: number): Outcome {
		const order = readOrder(json);
		if (order === undefined) return { item, output: OUTPUT.fail, json: presentUnreadable(json) };
		const inStore = this.readKnown(json);
		const verdict = this.decide(order, {
			now: this.context.clock.now(),
			skuMap: this.skuMap,
			stock: this.stock,
			taken: this.taken,
			inStore,
			nextNumber: String(this.nextNumber),
			marketplaceCurrency: marketplaceById(order.marketplaceId)?.currency ?? 'USD',
		});
		if (verdict.kind === 'import') this.book(verdict);
		return { item, output: OUTPUT[verdict.kind], json: present(order, verdict, this.settings) };
	}

	private book({ order: { orderNumber, amazonOrderId }, takes }: Imported): void {
		for (const { key, units } of takes) this.stock.book(key, units);
		if (orderNumber === '') return;
		this.taken.set(orderNumber, amazonOrderId);
		if (this.settings.config.orderNumber.base === 'nextNumber') this.nextNumber += 1;
	}

	/** Takes over the numbers of the store's orders that came with the item; answers with their Amazon ids. */
	private readKnown(json: IDataObject): Set<string> {
		const { knownField } = this.settings;
		const known = knownField === '' ? [] : compilePath(knownField, 'Store Orders Field')(json);
		const inStore = new Set<string>();
		for (const entry of Array.isArray(known) ? known.map(toGroup) : []) {
			const amazonOrderId = toText(entry.amazonOrderId);
			if (amazonOrderId !== '') inStore.add(amazonOrderId);
			const number = toText(entry.number);
			if (number !== '') this.taken.set(number, amazonOrderId);
		}
		return inStore;
	}
}

function notAnOrder(): Error {
	return new Error(
		'The item is not an Amazon order. Connect the Amazon Trigger (New Order), Get or Get Many to the first input.',
	);
}

/** An item that is no order: Amazon gave it incomplete (`problem` says so), or it is something else. */
function presentUnreadable({ amazonOrderId, orderId, problem }: IDataObject): IDataObject {
	return {
		status: STATUS.fail,
		amazonOrderId: toText(amazonOrderId) || toText(orderId),
		message: toText(problem) || notAnOrder().message,
		...{ total: '', currency: '', reason: 'order-unreadable', findings: [], steps: '' },
	};
}

/** What became of an order: what a person reads in front, then what a table of orders shows, then the bulk. */
function present(order: MarketplaceOrder, verdict: ImportVerdict, settings: ConvertSettings): IDataObject {
	const isImport = verdict.kind === 'import';
	const { amazonOrderId, buyer, purchasedAt, status, fulfillmentChannel, ...item } = toOrderItem(order);
	const { total, currency } = isImport ? verdict.order : item;
	const json: IDataObject = {
		status: STATUS[verdict.kind],
		amazonOrderId,
		message: isImport ? messageOf(verdict.findings) : verdict.message,
		total,
		currency,
		reason: isImport ? '' : verdict.reason,
		findings: isImport ? verdict.findings.map((finding) => ({ ...finding })) : [],
		...(isImport && { orderNumber: verdict.order.orderNumber }),
		...{ buyer, fulfillmentChannel, marketplace: order.marketplace, amazonStatus: status },
		...{ purchasedAt, updatedAt: order.updatedAt },
	};
	if (verdict.kind === 'fail' && verdict.cancel !== undefined) {
		json.cancel = { amazonOrderId, ...verdict.cancel };
	}
	if (!isImport || settings.trace) json.steps = orderStepsText(verdict.trace);
	return isImport ? { ...json, ...presentImport(verdict, settings) } : json;
}

function messageOf(findings: ReadonlyArray<{ message: string }>): string {
	return findings.map(({ message }) => message).join('. ');
}

function presentImport(
	{ order, createRegions }: Extract<ImportVerdict, { kind: 'import' }>,
	settings: ConvertSettings,
): IDataObject {
	const json: IDataObject = { storeOrder: { ...order } };
	if (createRegions.length > 0) json.createRegions = createRegions;
	const { store } = settings;
	if (store !== 'none') json.payload = { ...PAYLOADS[store](order, settings) };
	return json;
}
