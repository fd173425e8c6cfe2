import type { OrderAddress } from '../../rules/orders/marketplaceOrder';
import { at, present, textAt } from './reading';

const MOST_LINES = 3;

/** The delivery address; undefined when Amazon gave none, or nothing but empty fields. */
export function toOrderAddress(order: unknown): OrderAddress | undefined {
	const given = at(order, 'recipient', 'deliveryAddress');
	const of = (name: string) => textAt(given, name);
	const city = of('city');
	const region = of('stateOrRegion');
	const lines = ['addressLine1', 'addressLine2', 'addressLine3'].map(of).filter((line) => line !== undefined);
	const fields = present({
		name: of('name'),
		company: of('companyName'),
		city,
		region,
		postalCode: of('postalCode'),
		country: of('countryCode'),
		phone: of('phone'),
		kind: of('addressType'),
		instructions: toInstructions(order),
	});
	const street = withDistrict(lines, of('districtOrCounty'), [city, region]);
	return Object.keys(fields).length === 0 && street.length === 0 ? undefined : { ...fields, lines: street };
}

/** Stores have no field for a district: it becomes the last line where one is free and nothing says it already. */
function withDistrict(
	lines: string[],
	district: string | undefined,
	others: ReadonlyArray<string | undefined>,
): string[] {
	if (district === undefined || lines.length >= MOST_LINES) return lines;
	const wanted = district.toLowerCase();
	const isSaid = [...lines, ...others].some((text) => text?.toLowerCase().includes(wanted));
	return isSaid ? lines : [...lines, district];
}

function toInstructions(order: unknown): string | undefined {
	const preference = at(order, 'recipient', 'deliveryPreference');
	const parts = [textAt(preference, 'addressInstruction'), textAt(preference, 'dropOffLocation')];
	return parts.filter((part) => part !== undefined).join('; ') || undefined;
}
