import type { OrderImportConfig } from '../../../../nodes/rules/import/config';
import type { ImportVerdict } from '../../../../nodes/rules/import/verdict';
import type { MarketplaceOrder, OrderLine } from '../../../../nodes/rules/order/marketplaceOrder';
import { decideImport, type ImportContext } from '../../../../nodes/rules/import/decide';
import { createSkuMap, type ProductFields } from '../../../../nodes/rules/import/skuMap';
import { unitLedger, type RunLedger } from '../../../../nodes/rules/verdict/runLedger';
import type { Item } from '../../../../nodes/rules/verdict/verdict';

export const NOW = Date.parse('2026-11-25T10:00:00Z');

type LineChanges = Partial<Omit<OrderLine, 'amounts' | 'tax'>> & {
	amounts?: OrderLine['amounts'];
	tax?: OrderLine['tax'];
};

/** A line of two units at 12.50. */
export function aLine(changes: LineChanges = {}): OrderLine {
	return {
		itemId: '12345678901234',
		sku: 'MUG',
		asin: 'B000000001',
		title: 'A mug',
		ordered: 2,
		shipped: 0,
		cancelled: 0,
		unitPrice: '12.50',
		amounts: { item: '25.00' },
		tax: {},
		taxCollectedByAmazon: false,
		promotions: [],
		...changes,
	};
}

/** An unshipped order of the United States over 25.00, unless told otherwise. */
export function anOrder(changes: Partial<MarketplaceOrder> = {}): MarketplaceOrder {
	return {
		orderId: '111-1111111-1111111',
		status: 'UNSHIPPED',
		channel: 'MFN',
		marketplaceId: 'ATVPDKIKX0DER',
		marketplace: 'US',
		purchasedAt: '2026-11-24T09:00:00Z',
		updatedAt: '2026-11-24T09:30:00Z',
		currency: 'USD',
		currencies: ['USD'],
		total: '25.00',
		programs: [],
		paymentMethods: [],
		buyer: { name: 'Ann Example', email: 'x1@marketplace.amazon.com' },
		address: {
			name: 'Ann Example',
			lines: ['1 Main Street'],
			city: 'Atlanta',
			region: 'GA',
			postalCode: '30301',
			country: 'US',
			phone: '555-0100',
		},
		lines: [aLine()],
		packages: [],
		...changes,
	};
}

type ConfigChanges = {
	[K in keyof OrderImportConfig]?: Partial<OrderImportConfig[K]> | OrderImportConfig[K];
};

/** The rules as the form has them before anyone changes it. */
export function aConfig(changes: ConfigChanges = {}): OrderImportConfig {
	const defaults: OrderImportConfig = {
		filter: {
			statuses: ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'],
			channel: 'all',
			includeMultiChannel: false,
			marketplaceIds: [],
			lookBackDays: 30,
		},
		products: { whenMissing: 'fail', whenOutOfStock: 'fail', whenDisabled: 'fail' },
		customer: {
			kind: 'guest',
			email: '',
			placeholderName: 'Amazon Customer',
			placeholderEmail: 'amazon-{orderId}@customer.invalid',
		},
		address: { placeholderText: 'Withheld by Amazon', whenRegionUnknown: 'default', defaultRegion: '' },
		tax: { items: 'always', states: ['GA', 'FL', 'NC'], shipping: true },
		onTotalsDiffer: 'adjust',
		orderNumber: { base: 'store', prefix: '', addChannel: false, addMarketplace: false },
		stores: { default: '', byMarketplace: {} },
		shippingMethod: { code: 'amazon', title: 'Amazon Shipping' },
		paymentMethod: { code: 'amazon', title: 'Amazon' },
		onDeliveryMethod: { code: 'cod', title: 'Cash on Delivery' },
		paymentMethods: new Map(),
		then: { createInvoice: true, acknowledge: true, notify: true },
		cancelOnFail: false,
	};
	const entries = Object.entries(defaults).map(([name, value]) => {
		const change: unknown = changes[name as keyof OrderImportConfig];
		const isPart = typeof change === 'object' && change !== null && !(change instanceof Map);
		return [name, isPart ? { ...(value as object), ...change } : (change ?? value)];
	});
	return Object.fromEntries(entries) as OrderImportConfig;
}

const FIELDS: ProductFields = {
	...{ sku: 'sku', alternateSku: 'alternateSku', id: 'id', parentId: 'parentId', name: 'name' },
	...{ enabled: 'enabled', inStock: 'inStock', quantity: 'quantity', managesStock: 'managesStock' },
	backorders: 'backorders',
	type: 'type',
};

export function skuMapOf(...products: Item[]) {
	return createSkuMap(products, FIELDS);
}

/** With a ledger of its own for the stock. */
type Context = ImportContext & { stock: RunLedger<number> };

export function aContext(changes: Partial<Context> = {}): Context {
	return {
		now: NOW,
		stock: unitLedger(),
		taken: new Map(),
		inStore: new Set(),
		nextNumber: '',
		marketplaceCurrency: 'USD',
		...changes,
	};
}

/** Decides an order and books what it takes. */
export function judge(
	order: Partial<MarketplaceOrder> = {},
	config: ConfigChanges = {},
	context: Partial<Context> = {},
): ImportVerdict {
	const complete = aContext(context);
	const verdict = decideImport(aConfig(config))(anOrder(order), complete);
	if (verdict.kind !== 'import') return verdict;
	for (const { key, units } of verdict.takes) complete.stock.book(key, units);
	return verdict;
}

/** The imported order; throws, with the reason, when it was not imported. */
export function imported(verdict: ImportVerdict) {
	if (verdict.kind === 'import') return verdict;
	throw new Error(`${verdict.kind}: ${verdict.reason}: ${verdict.message}`);
}

/** The sum that always holds (see `StoreOrder`), in cents or the currency's own unit. */
export function addUp({ order }: ReturnType<typeof imported>, decimals = 2): number {
	const units = (text: string) => Math.round(Number(text) * 10 ** decimals);
	const lines = order.lines.reduce((sum, { rowTotal }) => sum + units(rowTotal), 0);
	const charges = [
		order.shipping.amount,
		order.giftWrap.amount,
		order.codFee,
		order.otherFee,
		order.adjustment,
	];
	const tax = order.taxIncluded ? 0 : units(order.tax);
	return lines + charges.reduce((sum, text) => sum + units(text), 0) - units(order.discount) + tax;
}
