import { isAbsent } from '../../item/attribute';
import type { MarketplaceOrder, OrderLine, OrderPackage } from '../../order/marketplaceOrder';
import { optionalText } from '../fields';
import type { MatchedLine, NamedLine } from '../lines';
import type { PackageReference } from './config';
import { nameKey } from '../../item/nameKey';
import { plainText, shown, Hold } from '../../verdict/verdict';
import type { ShipmentHold } from './verdict';

/** Amazon's limit for tracking numbers in XML. */
const MAX_TRACKING = 50;
/** What a spreadsheet or a number field makes of a long tracking number. */
const EXPONENT = /^\d([.,]\d+)?e\+?\d+$/i;
const MAX_REFERENCE = 2_147_483_647;

export function readTrackingNumber(given: unknown): string | ShipmentHold | undefined {
	if (isAbsent(given)) return undefined;
	const text = optionalText(given);
	if (text !== undefined && text.length <= MAX_TRACKING && !EXPONENT.test(text) && !/\p{Cc}/u.test(text)) {
		return text;
	}
	return new Hold(
		'tracking-number-unreadable',
		`The tracking number is ${shown(given)}; give one number of at most ${MAX_TRACKING} characters, as text so that no digit is lost`,
	);
}

/**
 * The reference of a row's package, which Amazon takes as a number only: the row's own, or one worked out from its text,
 * or else from the tracking number and lines (the date where there is no tracking number), so that the same row again
 * means the same package.
 */
export function readPackageReference(
	given: unknown,
	row: { trackingNumber: string | undefined; shipDate: unknown; named: readonly NamedLine[] | undefined },
): PackageReference | ShipmentHold {
	const tracking = row.trackingNumber === undefined ? {} : { trackingNumber: row.trackingNumber };
	if (isAbsent(given)) return { reference: derive(row), isDerived: true, ...tracking };
	const text = optionalText(given) ?? '';
	const digits = text.replace(/^0+/, '');
	if (/^\d{1,20}$/.test(digits)) return { reference: digits, isDerived: false, ...tracking };
	if (digits !== '') return { reference: numberFrom(text), isDerived: false, ...tracking };
	return new Hold(
		'package-reference-unreadable',
		`The package reference is ${shown(given)}; give a number above 0 or a text, or leave it out to have one made`,
	);
}

function derive({
	trackingNumber,
	shipDate,
	named = [],
}: Parameters<typeof readPackageReference>[1]): string {
	const lines = named.map(({ itemId, sku, quantity }) => [itemId, sku, quantity]);
	return numberFrom(JSON.stringify([trackingNumber ?? plainText(shipDate), lines]));
}

function numberFrom(text: string): string {
	return String(1 + (hash(text) % MAX_REFERENCE));
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	return value >>> 0;
}

/** The package of an order that a row means: the one with its reference, or for want of a given one, with its number. */
export function findPackage(
	{ packages }: MarketplaceOrder,
	{ reference, isDerived, trackingNumber }: PackageReference,
): OrderPackage | undefined {
	const found = packages.find((known) => known.reference === reference);
	if (found !== undefined || !isDerived || trackingNumber === undefined) return found;
	return packages.find((known) => known.trackingNumber !== undefined && isSame(known, trackingNumber));
}

/** Whether a package at Amazon says all that the row says. */
export function isConfirmed(
	known: OrderPackage,
	{ trackingNumber }: PackageReference,
	matches: readonly MatchedLine[] | undefined,
): boolean {
	if (trackingNumber !== undefined && !isSame(known, trackingNumber)) return false;
	if (matches === undefined || known.lines.length === 0) return true;
	return matches.every(({ named, lines }) => unitsIn(known, lines) >= (named.quantity ?? 1));
}

export function unitsIn(known: OrderPackage | undefined, lines: readonly OrderLine[]): number {
	const ids = lines.map(({ itemId }) => itemId);
	const inside = known?.lines.filter(({ itemId }) => ids.includes(itemId)) ?? [];
	return inside.reduce((sum, { quantity }) => sum + quantity, 0);
}

function isSame(known: OrderPackage, trackingNumber: string): boolean {
	return nameKey(known.trackingNumber ?? '') === nameKey(trackingNumber);
}
