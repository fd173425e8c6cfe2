import type { MarketplaceOrder, OrderLine, OrderPackage } from '../../order/marketplaceOrder';
import { heldUnlessId, matchLines, nameOf, noLines, type MatchedLine, type NamedLine } from '../lines';
import { unitsOf } from '../order';
import { Overrun, shownUnits, spreadUnits, type Units } from '../spread';
import type { PackageReference, ShipmentChange, ShipmentLine } from './config';
import { isEverythingSent, unitsSent, type EarlierPackages } from './earlier';
import { findPackage, isConfirmed, unitsIn } from './package';
import { Hold, Done, allOrHold, type TraceStep } from '../../verdict/verdict';
import type { ShipmentHold } from './verdict';

export type Contents = Pick<ShipmentChange, 'lines' | 'corrects'>;

/** What a row says about its package and the order that it is of. */
export interface AskedPackage {
	order: MarketplaceOrder;
	/** Undefined: all that is left. */
	named: readonly NamedLine[] | undefined;
	reference: PackageReference;
	earlier: EarlierPackages;
}

/** What a row puts into its package, checked against the order. */
export function contentsOf(
	{ order, named, reference, earlier }: AskedPackage,
	trace: TraceStep[],
): Contents | ShipmentHold | Done {
	const matches = named && matchLines(order, named);
	if (matches instanceof Hold) return matches;
	const known = findPackage(order, reference);
	if (known !== undefined && isConfirmed(known, reference, matches)) return amazonHasIt(order);
	// A tracking number found elsewhere, with other lines in it, is a package of its own: only a given reference corrects.
	const corrected = reference.isDerived ? undefined : known;
	const room = (line: OrderLine) =>
		unitsOf(order, line).open + unitsIn(corrected, [line]) - unitsSent(earlier, line.itemId);
	const units =
		matches === undefined ? rest({ order, corrected, room }) : chosen(matches, { order, corrected, room });
	if (!(units instanceof Map)) return units;
	const note = corrected === undefined ? {} : { note: `corrects package ${corrected.reference}` };
	const before = named === undefined ? 'everything left' : named.map(nameOf).join(', ');
	trace.push({ step: 'lines', before, after: shownUnits(units), ...note });
	const lines = toLines(order, units);
	return corrected === undefined ? { lines } : { lines, corrects: corrected.lines };
}

/** What an order still has to be shipped. */
interface Space {
	order: MarketplaceOrder;
	corrected: OrderPackage | undefined;
	room: (line: OrderLine) => number;
}

/** No line is named: all that is left, or for a package that is corrected, what is in it. */
function rest({ order, corrected, room }: Space): Units | ShipmentHold | Done {
	const { lines } = order;
	const wanted = (line: OrderLine) => (corrected ? unitsIn(corrected, [line]) : room(line));
	const units = new Map(lines.map((line): [string, number] => [line.itemId, wanted(line)]));
	for (const [itemId, count] of units) if (count <= 0) units.delete(itemId);
	if (units.size > 0) return units;
	if (areShipped(order, lines, 1)) return amazonHasIt(order);
	return nothingLeft(order.orderId);
}

function chosen(
	matches: readonly MatchedLine[],
	{ order, corrected, room }: Space,
): Units | ShipmentHold | Done {
	if (matches.length === 0) return noLines();
	const isShipped = ({ lines, named }: MatchedLine) => areShipped(order, lines, named.quantity ?? 1);
	if (corrected === undefined && matches.every(isShipped)) return amazonHasIt(order);
	const units = spreadUnits(matches, room);
	if (units instanceof Overrun) return moreThanOrdered(order, units);
	return units.size > 0 ? units : nothingLeft(order.orderId);
}

/** Whether Amazon has nothing of the lines left to ship, and has shipped at least that many units. */
function areShipped(order: MarketplaceOrder, lines: readonly OrderLine[], least: number): boolean {
	const units = lines.map((line) => unitsOf(order, line));
	const shipped = units.reduce((sum, line) => sum + line.shipped, 0);
	return units.every(({ open }) => open === 0) && shipped >= least;
}

/** What a row puts into its package when nobody looked at the order. */
export function uncheckedContents(
	orderId: string,
	{ named, earlier }: Pick<AskedPackage, 'named' | 'earlier'>,
	trace: TraceStep[],
): Contents | ShipmentHold {
	if (named === undefined && isEverythingSent(earlier)) return nothingLeft(orderId);
	if (named?.length === 0) return noLines();
	trace.push({ step: 'lines', before: named?.map(nameOf).join(', ') ?? 'everything', after: 'not checked' });
	if (named === undefined) return {};
	const lines = allOrHold(named.map(toUncheckedLine));
	return lines instanceof Hold ? lines : { lines };
}

function toUncheckedLine(line: NamedLine): ShipmentLine | ShipmentHold {
	const { itemId = '', sku, quantity } = line;
	const held = heldUnlessId(line);
	if (held) return held;
	if (quantity !== undefined) return { itemId, ...(sku === undefined ? {} : { sku }), quantity };
	return new Hold(
		'order-unknown',
		`Without looking up the order nobody knows how many ${nameOf(line)} are left; name the quantity, or let the order be looked up`,
	);
}

function toLines({ lines }: MarketplaceOrder, units: Units): ShipmentLine[] {
	return [...units].map(([itemId, quantity]) => {
		const sku = lines.find((line) => line.itemId === itemId)?.sku;
		return { itemId, ...(sku === undefined ? {} : { sku }), quantity };
	});
}

function amazonHasIt({ orderId, packages }: MarketplaceOrder): Done {
	const known = packages.map(
		({ reference, trackingNumber }) => `${reference} (${trackingNumber ?? 'no number'})`,
	);
	const advice = `; to correct a package, give its reference: ${known.join(', ')}`;
	return new Done(`Amazon has this shipment of order ${orderId}${known.length > 0 ? advice : ''}`);
}

function nothingLeft(orderId: string): ShipmentHold {
	return new Hold(
		'nothing-left-to-ship',
		`Nothing of order ${orderId} is left to ship: it was cancelled, or earlier packages of this run took it; name the lines of each package`,
	);
}

function moreThanOrdered({ orderId }: MarketplaceOrder, { match, wanted, room }: Overrun): ShipmentHold {
	return new Hold(
		'more-than-ordered',
		`${wanted} of ${nameOf(match.named)} are to be shipped, but order ${orderId} has ${room} left to ship; correct the quantity`,
	);
}
