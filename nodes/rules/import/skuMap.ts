import { compileOptionalPath, compilePath, isAbsent } from '../item/attribute';
import { parseDecimal } from '../money/decimalText';
import { parseEnabled, parseFlag } from '../item/flags';
import { toWide } from '../money/money';
import { ConfigError, type Item } from '../verdict/verdict';

/** Where a store's product keeps what the order rules ask; paths such as `product.status`. */
export interface ProductFields {
	sku: string;
	/** Holds one Amazon SKU, or several as `||A||B||`. */
	alternateSku?: string;
	id?: string;
	/** Id of the product that a variation belongs to. */
	parentId?: string;
	name?: string;
	enabled?: string;
	inStock?: string;
	quantity?: string;
	managesStock?: string;
	/** Says whether the store sells more than it has. */
	backorders?: string;
	/** Says what kind of product it is: one that is sold in variations cannot be sold itself. */
	type?: string;
}

/** One product of the store, as far as an order needs it. */
export interface StoreProduct {
	sku: string;
	productId: string;
	variantId: string;
	name: string;
	enabled: boolean;
	/** Units that can be sold; undefined when the store does not count them, `NaN` when it says something unreadable. */
	quantity?: number;
	/** Whether the store sells it beyond its quantity. */
	backorders: boolean;
	/** Whether only its variations can be sold. */
	hasVariations: boolean;
}

/** What a run's stock is booked under: variants of a product are products of their own. */
export function stockKey({ sku, productId, variantId }: StoreProduct): string {
	return [sku, productId, variantId].join('\n');
}

/** Units of a product of the store that an order takes. */
export interface TakenUnits {
	/** See `stockKey`. */
	key: string;
	units: number;
}

export type SkuMatch =
	| { kind: 'product'; product: StoreProduct }
	| { kind: 'missing' }
	| { kind: 'claimedTwice'; by: [string, string] };

export interface SkuMap {
	find(amazonSku: string): SkuMatch;
	/** Amazon SKUs that two products claim. */
	readonly conflicts: ReadonlyArray<{ amazonSku: string; by: [string, string] }>;
}

/**
 * Amazon SKU -> store product. A product is found by its alternate SKUs, or by its own SKU when it has none; an
 * Amazon SKU that two products claim is found for neither.
 * Source: https://docs.cedcommerce.com/magento-2/amazon-integration-magento-2-user-guide/ (Amazon Order Settings: Alternate SKU).
 * @throws ConfigError when there are products and not one of them has a SKU, so the field must be wrong
 */
export function createSkuMap(items: readonly Item[], fields: ProductFields): SkuMap {
	const read = productReader(fields);
	const matches = new Map<string, SkuMatch>();
	const conflicts: Array<{ amazonSku: string; by: [string, string] }> = [];
	let usable = 0;
	for (const item of items) {
		const found = read(item);
		if (found === undefined) continue;
		usable += 1;
		for (const amazonSku of found.amazonSkus) {
			const known = matches.get(amazonSku);
			if (known === undefined) matches.set(amazonSku, { kind: 'product', product: found.product });
			else if (known.kind === 'product' && !isSame(known.product, found.product)) {
				const by: [string, string] = [known.product.sku, found.product.sku];
				matches.set(amazonSku, { kind: 'claimedTwice', by });
				conflicts.push({ amazonSku, by });
			}
		}
	}
	if (items.length > 0 && usable === 0) throw noSkus(items, fields.sku);
	return { find: (amazonSku) => matches.get(amazonSku) ?? { kind: 'missing' }, conflicts };
}

/** A list of products often holds one twice: two orders that ask for the same product bring it twice. */
function isSame(one: StoreProduct, other: StoreProduct): boolean {
	return one.sku === other.sku && one.productId === other.productId && one.variantId === other.variantId;
}

/** The Amazon SKUs in an alternate attribute: one, or several between `||`. */
export function parseAlternateSkus(value: unknown): string[] {
	if (typeof value !== 'string' && typeof value !== 'number') return [];
	const skus = String(value).split('||');
	return [...new Set(skus.map((sku) => sku.trim()).filter((sku) => sku !== ''))];
}

interface ReadProduct {
	product: StoreProduct;
	amazonSkus: string[];
}

/** What stores call a product of which only the variations are sold: WooCommerce's `type`, Magento's `type_id`. */
const WITH_VARIATIONS: readonly string[] = ['variable', 'configurable'];

function productReader(fields: ProductFields): (item: Item) => ReadProduct | undefined {
	const sku = compilePath(fields.sku, 'SKU Field of the products');
	const optional = (path: string | undefined, label: string) => compileOptionalPath(path, label);
	const alternate = optional(fields.alternateSku, 'Alternate SKU Field');
	const id = optional(fields.id, 'ID Field of the products');
	const parent = optional(fields.parentId, 'Parent ID Field of the products');
	const name = optional(fields.name, 'Name Field of the products');
	const enabled = optional(fields.enabled, 'Enabled Field of the products');
	const quantity = quantityReader(fields);
	const backorders = backordersReader(fields);
	const type = optional(fields.type, 'Type Field of the products');
	return (item) => {
		const own = textOrEmpty(sku(item));
		const alternates = parseAlternateSkus(alternate?.(item));
		if (own === '' && alternates.length === 0) return undefined;
		const ownId = textOrEmpty(id?.(item));
		const parentId = textOrEmpty(parent?.(item));
		const isVariant = parentId !== '' && parentId !== '0';
		const product: StoreProduct = {
			sku: own === '' ? (alternates[0] ?? '') : own,
			productId: isVariant ? parentId : ownId,
			variantId: isVariant ? ownId : '',
			name: textOrEmpty(name?.(item)),
			enabled: parseEnabled(enabled?.(item)) ?? true,
			quantity: quantity(item),
			backorders: backorders(item),
			hasVariations: WITH_VARIATIONS.includes(textOrEmpty(type?.(item)).toLowerCase()),
		};
		return { product, amazonSkus: alternates.length > 0 ? alternates : [own] };
	};
}

/** Units for sale: none counted when the store does not manage stock, 0 when it says "out of stock". */
function quantityReader(fields: ProductFields): (item: Item) => number | undefined {
	const quantity = compileOptionalPath(fields.quantity, 'Quantity Field of the products');
	const managed = compileOptionalPath(fields.managesStock, 'Manages Stock Field of the products');
	const inStock = compileOptionalPath(fields.inStock, 'In Stock Field of the products');
	return (item) => {
		if (parseFlag(inStock?.(item)) === false) return 0;
		if (quantity === undefined || parseFlag(managed?.(item)) === false) return undefined;
		return toUnits(quantity(item));
	};
}

/**
 * What stores say of a product that they sell before it is there: WooCommerce's `backorders` and stock status, Shopify's
 * `inventoryPolicy`, Magento's `backorders` (1, and 2 with a notice).
 */
const ON_BACKORDER: readonly string[] = ['notify', 'onbackorder', 'continue', '2'];

function backordersReader(fields: ProductFields): (item: Item) => boolean {
	const backorders = compileOptionalPath(fields.backorders, 'Backorders Field of the products');
	const inStock = compileOptionalPath(fields.inStock, 'In Stock Field of the products');
	return (item) => {
		const allowed = backorders?.(item);
		const words = [allowed, inStock?.(item)].map((value) => textOrEmpty(value).toLowerCase());
		return parseFlag(allowed) === true || words.some((word) => ON_BACKORDER.includes(word));
	};
}

function toUnits(value: unknown): number | undefined {
	if (isAbsent(value)) return undefined;
	const amount = parseDecimal(value);
	return amount === undefined ? Number.NaN : Math.floor(toWide(amount).toNumber());
}

function textOrEmpty(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function noSkus(items: readonly Item[], field: string): ConfigError {
	const there = Object.keys(items[0] ?? {})
		.slice(0, 8)
		.join(', ');
	const seen = there === '' ? 'they are empty' : `they have: ${there}`;
	return new ConfigError(
		'SKU Field of the store products',
		`a field of the products on the second input; none of the ${items.length} has it (${seen})`,
		field,
	);
}
