import { isAbsent, type ReadAttribute } from '../../item/attribute';
import { parseDecimal } from '../../money/decimalText';
import { parseJson } from '../../item/lastValue';
import { compare, ZERO, type Amount } from '../../money/money';
import { roundToDecimals } from '../../money/rounding';
import type { MarketplaceOrder } from '../../order/marketplaceOrder';
import type { RefundComponent, RefundedLine } from './config';
import { ADJUSTMENT_COMPONENT_CODES } from '../reasons';
import { shown, Hold, type Item } from '../../verdict/verdict';
import type { RefundHold } from './verdict';

/** Which amounts a row may name. */
export interface FigureNames<F extends string> {
	fields: Readonly<Record<F, ReadAttribute>>;
	names: readonly F[];
	/** Names the row in the sentence of a hold. */
	place: string;
}

/**
 * The amounts a row names, rounded half-up to the currency's decimals; a field that is empty is not in the answer.
 */
export function readFigures<F extends string>(
	row: Item,
	{ fields, names, place }: FigureNames<F>,
	decimals: number,
): Partial<Record<F, Amount>> | RefundHold {
	const figures: Partial<Record<F, Amount>> = {};
	const holds: RefundHold[] = [];
	for (const name of names) {
		const given = fields[name](row);
		if (isAbsent(given)) continue;
		const amount = parseDecimal(given);
		if (amount === undefined) holds.push(notANumber(given, name, place));
		else if (compare(amount, ZERO) < 0) holds.push(negative(given, name, place));
		else figures[name] = roundToDecimals(amount, decimals);
	}
	const [held, ...others] = holds;
	return held === undefined ? figures : held.and(...others);
}

/** Earlier refunds that a row keeps with it: a list of lines as this rule made them, or its JSON. */
export function readRefunded(given: unknown, { lines }: MarketplaceOrder): RefundedLine[] | RefundHold {
	if (isAbsent(given)) return [];
	const list = typeof given === 'string' ? parseJson(given) : given;
	const ids = lines.map(({ itemId }) => itemId);
	if (Array.isArray(list) && list.every((line): line is RefundedLine => isRefundedLine(line, ids)))
		return list;
	return new Hold(
		'refunded-unreadable',
		`The earlier refunds are ${shown(given)}; give the lines of earlier answers for this order, each with itemId and components`,
	);
}

function isRefundedLine(line: unknown, itemIds: readonly string[]): line is RefundedLine {
	if (typeof line !== 'object' || line === null) return false;
	const { itemId, quantity, components } = line as Item;
	return (
		typeof itemId === 'string' &&
		itemIds.includes(itemId) &&
		(quantity === undefined || Number.isInteger(quantity)) &&
		Array.isArray(components) &&
		components.every(isComponent)
	);
}

function isComponent(given: unknown): given is RefundComponent {
	if (typeof given !== 'object' || given === null) return false;
	const { component, amount } = given as Item;
	const value = parseDecimal(amount);
	const isKnown = ADJUSTMENT_COMPONENT_CODES.some((code) => code === component);
	return isKnown && typeof amount === 'string' && value !== undefined && compare(value, ZERO) >= 0;
}

function notANumber(given: unknown, name: string, place: string): RefundHold {
	return new Hold(
		'amount-not-a-number',
		`${name} of ${place} is ${shown(given)}: write it with digits and a decimal point only, like 1234.50`,
	);
}

function negative(given: unknown, name: string, place: string): RefundHold {
	return new Hold(
		'amount-negative',
		`${name} of ${place} is ${shown(given)}; write what goes back to the buyer as an amount above 0`,
	);
}
