import type { OrderAddress } from '../../rules/order/marketplaceOrder';
import { givenFieldsOf, textAt } from './reading';
import { at } from '../transport/at';

const MOST_LINES = 3;

/**
 * The delivery address; undefined when Amazon gave none, or nothing but empty fields. What stands for a city differs: Japan
 * has none and names the municipality, others a district or nothing but the region.
 */
export function toOrderAddress(order: unknown): OrderAddress | undefined {
	const given = at(order, 'recipient', 'deliveryAddress');
	const of = (name: string) => textAt(given, name);
	const lines = toStreetLines(given);
	const places = [of('municipality'), of('districtOrCounty'), of('stateOrRegion')];
	// Without a street Amazon withholds the address, and a region is no city.
	const city = of('city') ?? (lines.length === 0 ? undefined : places.find((place) => place !== undefined));
	const fields = givenFieldsOf({
		name: of('name'),
		company: of('companyName'),
		city,
		region: of('stateOrRegion'),
		postalCode: of('postalCode'),
		country: of('countryCode'),
		phone: of('phone'),
		kind: of('addressType'),
		instructions: toInstructions(order),
	});
	const quarters = [
		textAt(given, 'extendedFields', 'neighborhood'),
		of('districtOrCounty'),
		of('municipality'),
	];
	const street = quarters.reduce((all, quarter) => withQuarter(all, quarter, [city, fields.region]), lines);
	return Object.keys(fields).length === 0 && street.length === 0 ? undefined : { ...fields, lines: street };
}

/** The lines of a `deliveryAddress`, or the parts of the street, which Brazil names one by one. */
export function toStreetLines(address: unknown): string[] {
	const lines = textsAt(address, ['addressLine1', 'addressLine2', 'addressLine3']);
	if (lines.length > 0) return lines;
	const parts = at(address, 'extendedFields');
	const street = textsAt(parts, ['streetName', 'streetNumber']).join(', ');
	return [...(street === '' ? [] : [street]), ...textsAt(parts, ['complement'])];
}

function textsAt(value: unknown, names: readonly string[]): string[] {
	return names.map((name) => textAt(value, name)).filter((text) => text !== undefined);
}

/** Stores have no field for a part of a city: it becomes the last line where one is free and nothing says it already. */
function withQuarter(
	lines: string[],
	quarter: string | undefined,
	others: ReadonlyArray<string | undefined>,
): string[] {
	// Where Amazon withholds the street, a quarter must not pass for one.
	const isFull = lines.length === 0 || lines.length >= MOST_LINES;
	if (quarter === undefined || isFull) return lines;
	const wanted = quarter.toLowerCase();
	const isSaid = [...lines, ...others].some((text) => text?.toLowerCase().includes(wanted));
	return isSaid ? lines : [...lines, quarter];
}

function toInstructions(order: unknown): string | undefined {
	const preference = at(order, 'recipient', 'deliveryPreference');
	const parts = [textAt(preference, 'addressInstruction'), textAt(preference, 'dropOffLocation')];
	return parts.filter((part) => part !== undefined).join('; ') || undefined;
}
