import type { IDataObject } from 'n8n-workflow';

import type { ConvertSettings } from './config';
import type { StoreKind } from './storeField';
import { toText } from '../../n8n/params';
import type { ImportVerdict } from '../../rules/import/verdict';
import type { StoreOrder } from '../../rules/import/storeOrder';
import type { MarketplaceOrder } from '../../rules/order/marketplaceOrder';
import { toOrderItem } from '../../rules/order/orderItem';
import { toMagentoCart, toMagentoOrder } from '../../rules/stores/magento/order';
import { toShopifyCall } from '../../rules/stores/shopify/order';
import { toWooCommerceOrder } from '../../rules/stores/wooCommerce/order';
import { orderStepsText } from '../../rules/verdict/orderStepsText';

/** The outputs in one word, for tables. */
const STATUS: Record<ImportVerdict['kind'], string> = { import: 'import', fail: 'failed', skip: 'skipped' };

type ToPayload = (order: StoreOrder, settings: ConvertSettings) => object;

const PAYLOADS: Record<Exclude<StoreKind, 'none'>, ToPayload> = {
	magento: toMagentoOrder,
	magentoCart: (order) => ({ calls: toMagentoCart(order) }),
	shopify: toShopifyCall,
	wooCommerce: (order, { wooCommerce }) => toWooCommerceOrder(order, wooCommerce),
};

/** What Convert says of items that are no orders. */
export function notAnOrder(): Error {
	return new Error(
		'The item is not an Amazon order. Connect the Amazon Trigger (New Order), Get or Get Many to the first input.',
	);
}

/** An item that is no order: Amazon gave it incomplete (`problem` says so), or it is something else. */
export function unreadableAnswer({ amazonOrderId, orderId, problem }: IDataObject): IDataObject {
	return {
		status: STATUS.fail,
		amazonOrderId: toText(amazonOrderId) || toText(orderId),
		message: toText(problem) || notAnOrder().message,
		...{ total: '', currency: '', reason: 'order-unreadable', findings: [], steps: '' },
	};
}

/** What became of an order: what a person reads in front, then what a table of orders shows, then the bulk. */
export function answerOf(
	order: MarketplaceOrder,
	verdict: ImportVerdict,
	settings: ConvertSettings,
): IDataObject {
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
	return isImport ? { ...json, ...importFacts(verdict, settings) } : json;
}

function messageOf(findings: ReadonlyArray<{ message: string }>): string {
	return findings.map(({ message }) => message).join('. ');
}

function importFacts(
	{ order, createRegions }: Extract<ImportVerdict, { kind: 'import' }>,
	settings: ConvertSettings,
): IDataObject {
	const json: IDataObject = { storeOrder: { ...order } };
	if (createRegions.length > 0) json.createRegions = createRegions;
	const { store } = settings;
	if (store !== 'none') json.payload = { ...PAYLOADS[store](order, settings) };
	return json;
}
