import type { ProductRules } from './config';
import { Fail, type Finding } from './verdict';
import type { MarketplaceOrder, OrderLine } from '../order/marketplaceOrder';
import type { SkuMap, StoreProduct } from './skuMap';
import type { StockLedger } from './stockLedger';

/** An order line that goes into the store, and the product it is there. */
export interface ChosenLine {
	line: OrderLine;
	/** Units, those cancelled since left out. */
	quantity: number;
	/** Undefined when there is no list of products to look in, or the store has none such. */
	product?: StoreProduct;
	createProduct: boolean;
	backordered: boolean;
}

export interface ChosenLines {
	lines: ChosenLine[];
	/** Lines of products that the store does not have, left out as configured. */
	dropped: OrderLine[];
	findings: Finding[];
}

/**
 * Finds each line's product and looks at its stock, which stays as it is: `takeStock` takes the units.
 * Without a list of products every SKU is taken for the store's own, unchecked.
 */
export function chooseLines(
	order: MarketplaceOrder,
	rules: ProductRules,
	skuMap: SkuMap | undefined,
	stock: StockLedger,
): ChosenLines | Fail {
	const chosen: ChosenLines = { lines: [], dropped: [], findings: [] };
	const asked = new Map<StoreProduct, number>();
	const fails: Fail[] = [];
	for (const line of order.lines) {
		const quantity = Math.max(0, line.ordered - line.cancelled);
		if (quantity < line.ordered) chosen.findings.push(cancelledUnits(line, quantity));
		if (quantity === 0) continue;
		const product = findProduct(line, rules, skuMap);
		if (product instanceof Fail) {
			fails.push(product);
			continue;
		}
		if (product === 'drop') {
			chosen.dropped.push(line);
			chosen.findings.push({
				code: 'line-dropped',
				message: `${nameOf(line)} is left out: not in the store`,
			});
			continue;
		}
		const choice = toChoice(line, quantity, product);
		if (choice.createProduct) {
			const message = `${nameOf(line)} is not in the store: it is to be created`;
			chosen.findings.push({ code: 'product-to-create', message });
		}
		const shortage = order.channel === 'MFN' ? shortageOf(choice, stock, asked, rules) : undefined;
		if (shortage instanceof Fail) fails.push(shortage);
		else if (shortage !== undefined) {
			choice.backordered = true;
			chosen.findings.push(shortage);
		}
		chosen.lines.push(choice);
	}
	const [first, ...others] = fails;
	return first === undefined ? chosen : first.and(...others);
}

/** Takes the lines' units from the stock; AFN orders leave it alone, since Amazon ships its own. */
export function takeStock(
	{ channel }: MarketplaceOrder,
	lines: readonly ChosenLine[],
	stock: StockLedger,
): void {
	if (channel === 'AFN') return;
	for (const { product, quantity } of lines) if (product !== undefined) stock.take(product, quantity);
}

/** How a person finds the line: its SKU, or what else there is. */
function nameOf({ sku, asin, itemId }: OrderLine): string {
	return sku ?? (asin === undefined ? `the item ${itemId}` : `the item with ASIN ${asin}`);
}

function cancelledUnits(line: OrderLine, quantity: number): Finding {
	const units = line.ordered - quantity;
	return {
		code: 'line-cancelled',
		message: `${units} of ${line.ordered} units of ${nameOf(line)} are cancelled`,
	};
}

type Found = StoreProduct | 'create' | 'unchecked';

function findProduct(
	line: OrderLine,
	rules: ProductRules,
	skuMap: SkuMap | undefined,
): Found | 'drop' | Fail {
	const match = line.sku === undefined ? undefined : skuMap?.find(line.sku);
	if (match?.kind === 'product') return checkEnabled(match.product, rules);
	if (match?.kind === 'claimedTwice') {
		const [one, other] = match.by;
		return new Fail(
			'sku-claimed-twice',
			`Amazon's SKU ${line.sku} belongs to two products of the store, ${one} and ${other}; leave it to one of them`,
		);
	}
	if (skuMap === undefined && line.sku !== undefined) return 'unchecked';
	if (rules.whenMissing !== 'fail') return rules.whenMissing;
	const choice = 'or choose what happens when a product is missing';
	const message =
		line.sku === undefined
			? `Amazon gives no SKU of ${nameOf(line)}; import the order by hand, ${choice}`
			: `The store has no product ${line.sku}; create it, map it by the alternate SKU, ${choice}`;
	return new Fail('sku-not-in-store', message);
}

function checkEnabled(product: StoreProduct, rules: ProductRules): StoreProduct | Fail {
	if (product.enabled || rules.whenDisabled === 'import') return product;
	return new Fail(
		'product-disabled',
		`The product ${product.sku} is disabled in the store; enable it, or stop selling it on Amazon`,
	);
}

function toChoice(line: OrderLine, quantity: number, found: Found): ChosenLine {
	const product = typeof found === 'string' ? undefined : found;
	return { line, quantity, product, createProduct: found === 'create', backordered: false };
}

function shortageOf(
	{ product, quantity }: ChosenLine,
	stock: StockLedger,
	asked: Map<StoreProduct, number>,
	rules: ProductRules,
): Finding | Fail | undefined {
	if (product === undefined) return undefined;
	const left = stock.left(product);
	if (left === undefined) return undefined;
	if (Number.isNaN(left)) {
		return new Fail(
			'stock-not-a-number',
			`The stock of ${product.sku} is no number; correct it in the store`,
		);
	}
	const wanted = (asked.get(product) ?? 0) + quantity;
	asked.set(product, wanted);
	if (wanted <= left) return undefined;
	const counts = `${product.sku}: ${wanted} ordered, ${Math.max(0, left)} in stock`;
	if (product.backorders || rules.whenOutOfStock === 'backorder')
		return { code: 'backordered', message: `Backordered: ${counts}` };
	return new Fail('out-of-stock', `Too little stock. ${counts}`);
}
