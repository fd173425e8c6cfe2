import type { CancelledLine } from './config';
import type { MarketplaceOrder, OrderLine } from '../../order/marketplaceOrder';
import { heldUnlessId, matchLines, nameOf, type MatchedLine, type NamedLine } from '../lines';
import { unitsOf } from '../order';
import type { CancelReason } from '../reasons';
import { Overrun, shownUnits, spreadUnits, type Units } from '../spread';
import { Hold, Done, type Item, type TraceStep } from '../../verdict/verdict';
import type { CancellationHold } from './verdict';
import { nothingLeft, unitsCancelled, type EarlierCancellations } from './earlier';

/** The reason for a line: `row` is the line as the store has it, `isAsked` says that the buyer wants it cancelled. */
export type ReasonOf = (row: Item | undefined, isAsked: boolean) => CancelReason;

/** What a row asks of an order. */
export interface AskedCancellation {
	order: MarketplaceOrder;
	/** Undefined: the whole order. */
	named: readonly NamedLine[] | undefined;
	earlier: EarlierCancellations;
	reasonOf: ReasonOf;
}

/** The lines to cancel, checked against the order; lines that are cancelled already are passed over. */
export function cancelledLines(
	{ order, named, earlier, reasonOf }: AskedCancellation,
	trace: TraceStep[],
): CancelledLine[] | CancellationHold | Done {
	const { orderId } = order;
	const matches = matchLines(order, named ?? order.lines.map((line) => ({ itemId: line.itemId, row: {} })));
	if (matches instanceof Hold) return matches;
	const pending = matches.filter(({ lines }) => lines.some((line) => unitsOf(order, line).wanted > 0));
	if (pending.length === 0) return new Done(`Amazon has these lines of order ${orderId} as cancelled`);
	const held = named === undefined ? heldByShipped(order, pending) : heldByAllShipped(order, pending);
	if (held) return held;
	const units = spreadUnits(pending, (line) => {
		const { open, wanted } = unitsOf(order, line);
		return open - unitsCancelled(earlier, line.itemId, wanted);
	});
	if (units instanceof Overrun) return moreThanOpen(orderId, units, earlier);
	if (units.size === 0) return nothingLeft(orderId, named?.map(nameOf).join(', '));
	trace.push({
		step: 'lines',
		before: named?.map(nameOf).join(', ') ?? 'the whole order',
		after: shownUnits(units),
	});
	return toLines({ order, reasonOf }, pending, units);
}

/** What a row cancels when nobody looked at the order. */
export function uncheckedCancellation(
	named: readonly NamedLine[],
	reasonOf: ReasonOf,
): CancelledLine[] | CancellationHold {
	const [held, ...others] = named.flatMap((line) => heldUnlessId(line) ?? []);
	if (held !== undefined) return held.and(...others);
	return named.map(({ itemId = '', sku, quantity, row }) => ({
		itemId,
		...(sku === undefined ? {} : { sku }),
		reason: reasonOf(row, false),
		...(quantity === undefined ? {} : { quantity }),
	}));
}

/** The whole order cannot be cancelled any more once a part of it is on its way. */
function heldByShipped(
	order: MarketplaceOrder,
	matches: readonly MatchedLine[],
): CancellationHold | undefined {
	const shipped = matches.flatMap(({ lines }) => lines).filter((line) => unitsOf(order, line).shipped > 0);
	return shipped.length === 0 ? undefined : heldAsShipped(order.orderId, shipped.map(nameOf).join(', '));
}

function heldByAllShipped(
	order: MarketplaceOrder,
	matches: readonly MatchedLine[],
): CancellationHold | undefined {
	const shipped = matches.find(({ lines }) => lines.every((line) => unitsOf(order, line).open === 0));
	return shipped && heldAsShipped(order.orderId, nameOf(shipped.named));
}

/** @param what the shipped lines; left out, all of them */
export function heldAsShipped(orderId: string, what?: string): CancellationHold {
	const advice =
		what === undefined
			? ': it cannot be cancelled any more, refund it instead'
			: ` in part (${what}); refund what is shipped, and name the lines to cancel the others`;
	return new Hold('already-shipped', `Order ${orderId} is shipped${advice}`);
}

function toLines(
	{ order, reasonOf }: Pick<AskedCancellation, 'order' | 'reasonOf'>,
	matches: readonly MatchedLine[],
	units: Units,
): CancelledLine[] {
	return [...units].flatMap(([itemId, count]): CancelledLine[] => {
		const match = matches.find(({ lines }) => lines.some((line) => line.itemId === itemId));
		const line = match?.lines.find((each) => each.itemId === itemId);
		return match && line
			? [{ ...toLine(order, line, count), reason: reasonOf(match.named.row, isAsked(line)) }]
			: [];
	});
}

function toLine(order: MarketplaceOrder, line: OrderLine, count: number): Omit<CancelledLine, 'reason'> {
	const { itemId, sku } = line;
	const isWhole = count === unitsOf(order, line).wanted;
	return {
		itemId,
		...(sku === undefined ? {} : { sku }),
		...(isWhole ? {} : { quantity: count }),
	};
}

function isAsked({ cancelRequest }: OrderLine): boolean {
	return cancelRequest !== undefined;
}

function moreThanOpen(
	orderId: string,
	{ match, wanted, room }: Overrun,
	earlier: EarlierCancellations,
): CancellationHold {
	const open =
		earlier.length > 0 ? 'neither shipped nor cancelled by earlier items of this run' : 'not shipped yet';
	return new Hold(
		'more-than-ordered',
		`${wanted} of ${nameOf(match.named)} are to be cancelled, but order ${orderId} has ${room} that are ${open}; correct the quantity, and refund shipped units`,
	);
}
