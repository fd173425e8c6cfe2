import { isAbsent, type ReadAttribute } from '../item/attribute';
import { parseDecimal } from '../money/decimalText';
import { parseJson } from '../item/lastValue';
import { compare, isPositive, ZERO } from '../money/money';
import { roundToDecimals } from '../money/rounding';
import type { MarketplaceOrder, OrderLine } from '../order/marketplaceOrder';
import { compileFields, optionalText, type FieldPaths } from './fields';
import { shown, Hold, allOrHold, type Item } from '../verdict/verdict';
import type { OrderHold } from './verdict';

export type LineField = 'itemId' | 'sku' | 'quantity';

/** A line as the row names it: by Amazon's item id, or else by its Amazon SKU. */
export interface NamedLine {
	itemId?: string;
	sku?: string;
	/** Whole and above 0; undefined means all there is. */
	quantity?: number;
	/** The line as the row has it. */
	row: Item;
}

/** The lines a row names; undefined when it names none and means the whole order. */
export type ReadLines = (item: Item) => NamedLine[] | OrderHold | undefined;

const LINE_FIELDS: readonly LineField[] = ['itemId', 'sku', 'quantity'];

/**
 * Compiles the lines of a row: a list, or its JSON as tables of texts keep it. Lines with quantity 0 are passed over,
 * since stores list what was not shipped or returned, too.
 */
export function compileLines(read: ReadAttribute, paths: FieldPaths<LineField> | undefined): ReadLines {
	const fields = compileFields(LINE_FIELDS, paths, 'lineFields');
	return (item) => {
		const given = read(item);
		if (isAbsent(given)) return undefined;
		const list = typeof given === 'string' ? parseJson(given) : given;
		if (!isListOfObjects(list)) return unreadable(given);
		const lines = allOrHold(list.map((row) => readLine(row, fields)));
		return lines instanceof Hold ? lines : lines.filter(({ quantity }) => quantity !== 0);
	};
}

export function noLines(): OrderHold {
	return new Hold(
		'no-lines',
		'The row names no line with a quantity above 0; leave the lines out to mean the whole order',
	);
}

/** How a sentence names a line. */
export function nameOf({ itemId, sku }: Pick<NamedLine, 'itemId' | 'sku'>): string {
	return sku === undefined ? `item ${itemId}` : `SKU ${shown(sku)}`;
}

/** A named line and the order's lines it can mean: several when a SKU occurs in several. */
export interface MatchedLine {
	named: NamedLine;
	lines: OrderLine[];
}

export function matchLines(order: MarketplaceOrder, named: readonly NamedLine[]): MatchedLine[] | OrderHold {
	const matches = named.map((line) => ({ named: line, lines: linesOf(order, line) }));
	const missing = matches.filter(({ lines }) => lines.length === 0).map((match) => match.named);
	return missing.length === 0 ? matches : notInOrder(order, missing);
}

function linesOf({ lines }: MarketplaceOrder, { itemId, sku }: NamedLine): OrderLine[] {
	return lines.filter((line) => (itemId === undefined ? line.sku === sku : line.itemId === itemId));
}

function notInOrder({ orderId, lines }: MarketplaceOrder, named: readonly NamedLine[]): OrderHold {
	const known = lines
		.map(({ sku, itemId }) => (sku === undefined ? itemId : `${sku} (${itemId})`))
		.join(', ');
	return new Hold(
		'line-not-in-order',
		`Order ${orderId} has no line for ${named.map(nameOf).join(', ')}; name Amazon's SKU or item id, it has: ${known}`,
	);
}

function readLine(row: Item, fields: Record<LineField, ReadAttribute>): NamedLine | OrderHold {
	const line: NamedLine = { row };
	for (const field of ['itemId', 'sku'] as const) {
		const text = optionalText(fields[field](row));
		if (text !== undefined) line[field] = text;
	}
	if (line.itemId === undefined && line.sku === undefined) {
		return new Hold('line-not-named', "A line has neither Amazon's item id nor a SKU; give it one of them");
	}
	const quantity = readQuantity(fields.quantity(row), line);
	if (quantity instanceof Hold) return quantity;
	return quantity === undefined ? line : { ...line, quantity };
}

function readQuantity(given: unknown, line: NamedLine): number | OrderHold | undefined {
	if (isAbsent(given)) return undefined;
	const amount = parseDecimal(given);
	const whole = amount && roundToDecimals(amount, 0, 'down');
	const isWhole = amount !== undefined && whole?.wide === null && compare(amount, whole) === 0;
	if (isWhole && (isPositive(amount) || compare(amount, ZERO) === 0)) return whole.units;
	return new Hold(
		'quantity-not-a-number',
		`The quantity of ${nameOf(line)} is ${shown(given)}; write a whole number, 0 or more`,
	);
}

function isListOfObjects(list: unknown): list is Item[] {
	return (
		Array.isArray(list) && list.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
	);
}

function unreadable(given: unknown): OrderHold {
	return new Hold(
		'lines-unreadable',
		`The lines are ${shown(given)}; give a list like [{"sku": "ABC", "quantity": 1}], or choose the field that holds it`,
	);
}

/** A line of an order that nobody looked up: only Amazon's own id says which one. */
export function heldUnlessId(line: NamedLine): OrderHold | undefined {
	if (line.itemId !== undefined && /^\d+$/.test(line.itemId)) return undefined;
	return new Hold(
		'order-unknown',
		`Without looking up the order nobody knows its line for ${nameOf(line)}; name Amazon's item id, or let the order be looked up`,
	);
}
