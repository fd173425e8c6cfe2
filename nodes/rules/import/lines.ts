import type { ProductRules } from './config';
import type { Fail, ImportFinding } from './verdict';
import { unitsLeft, type MarketplaceOrder, type OrderLine } from '../order/marketplaceOrder';
import type { SummedLine, SummedOrder } from '../order/readOrder';
import { stockKey, type SkuMap, type StoreProduct, type TakenUnits } from './skuMap';
import { Hold } from '../verdict/verdict';
import type { EarlierInRun } from '../verdict/runLedger';

/** An order line that goes into the store, and the product it is there. */
export interface ChosenLine {
	line: SummedLine;
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
	findings: ImportFinding[];
}

/** The store's products, as far as they are known, and what earlier orders of the run took of them. */
export interface StoreStock {
	skuMap?: SkuMap;
	/** By `stockKey`. */
	stock: EarlierInRun<number>;
}

/**
 * Finds each line's product and looks at its stock.
 * Without a list of products every SKU is taken for the store's own, unchecked.
 */
export function chooseLines(
	order: SummedOrder,
	rules: ProductRules,
	{ skuMap, stock }: StoreStock,
): ChosenLines | Fail {
	const chosen: ChosenLines = { lines: [], dropped: [], findings: [] };
	const asked = new Map<StoreProduct, number>();
	const fails: Fail[] = [];
	for (const line of order.lines) {
		const quantity = unitsLeft(line);
		if (quantity < line.ordered) chosen.findings.push(cancelledUnits(line, quantity));
		if (quantity === 0) continue;
		const product = findProduct(line, rules, skuMap);
		if (product instanceof Hold) {
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
		if (shortage instanceof Hold) fails.push(shortage);
		else if (shortage !== undefined) {
			choice.backordered = true;
			chosen.findings.push(shortage);
		}
		chosen.lines.push(choice);
	}
	const [first, ...others] = fails;
	return first === undefined ? chosen : first.and(...others);
}

/** The units that an order takes from the store's stock: none when Amazon ships its own. */
export function takenUnits({ channel }: MarketplaceOrder, lines: readonly ChosenLine[]): TakenUnits[] {
	if (channel === 'AFN') return [];
	return lines.flatMap(({ product, quantity }) =>
		product === undefined ? [] : [{ key: stockKey(product), units: quantity }],
	);
}

/** How a person finds the line: its SKU, or what else there is. */
function nameOf({ sku, asin, itemId }: OrderLine): string {
	return sku ?? (asin === undefined ? `the item ${itemId}` : `the item with ASIN ${asin}`);
}

function cancelledUnits(line: OrderLine, quantity: number): ImportFinding {
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
	if (match?.kind === 'product') return checkSellable(match.product, rules);
	if (match?.kind === 'claimedTwice') {
		const [one, other] = match.by;
		return new Hold(
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
	return new Hold('sku-not-in-store', message);
}

function checkSellable(product: StoreProduct, rules: ProductRules): StoreProduct | Fail {
	if (product.hasVariations) {
		return new Hold(
			'product-has-variations',
			`${product.sku} is a product with variations in the store; give this SKU to the variation that is sold`,
		);
	}
	if (product.enabled || rules.whenDisabled === 'import') return product;
	return new Hold(
		'product-disabled',
		`The product ${product.sku} is disabled in the store; enable it, or stop selling it on Amazon`,
	);
}

function toChoice(line: SummedLine, quantity: number, found: Found): ChosenLine {
	const product = typeof found === 'string' ? undefined : found;
	return { line, quantity, product, createProduct: found === 'create', backordered: false };
}

function shortageOf(
	{ product, quantity }: ChosenLine,
	stock: EarlierInRun<number>,
	asked: Map<StoreProduct, number>,
	rules: ProductRules,
): ImportFinding | Fail | undefined {
	if (product === undefined) return undefined;
	if (product.quantity === undefined) return undefined;
	const left = product.quantity - stock.of(stockKey(product));
	if (Number.isNaN(left)) {
		return new Hold(
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
	return new Hold('out-of-stock', `Too little stock. ${counts}`);
}
