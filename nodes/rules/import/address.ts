import type { AddressRules, CustomerRules } from './config';
import type { Fail, ImportFinding } from './verdict';
import { isoCountryOf } from '../order/isoCountry';
import type { MarketplaceOrder, OrderAddress } from '../order/marketplaceOrder';
import { splitName } from './personName';
import { findRegion, needsRegion } from './regions';
import type { StoreAddress } from './storeOrder';
import { Hold } from '../verdict/verdict';

export interface ReadAddress {
	address: StoreAddress;
	findings: ImportFinding[];
	createRegions: Array<{ country: string; region: string }>;
}

/**
 * The order's delivery address as the store keeps one. What Amazon withholds (before payment, for AFN, without the
 * role) never fails an order: the placeholder stands in and a finding names it.
 */
export function toStoreAddress(
	order: MarketplaceOrder,
	rules: AddressRules,
	customer: CustomerRules,
): ReadAddress | Fail {
	const given: OrderAddress = order.address ?? { lines: [] };
	const country = given.country ?? isoCountryOf(order.marketplace);
	const name = splitName(given.name ?? order.buyer.name ?? customer.placeholderName);
	const region = toRegion({ orderId: order.orderId, country, text: given.region ?? '' }, rules);
	if (region instanceof Hold) return region;
	const isWithheld = given.lines.length === 0;
	const address: StoreAddress = {
		...name,
		company: given.company ?? order.buyer.company ?? '',
		street: isWithheld ? [rules.placeholderText] : given.lines,
		// Some countries have no cities.
		city: given.city ?? (isWithheld ? rules.placeholderText : ''),
		region: region.name,
		regionCode: region.code,
		postalCode: given.postalCode ?? '',
		country,
		phone: given.phone ?? '',
	};
	return {
		address,
		findings: [...placeholders(order, given, rules, customer), ...region.findings],
		createRegions: region.create ? [{ country, region: region.name }] : [],
	};
}

interface GivenRegion {
	orderId: string;
	country: string;
	/** As the address has it; empty where it has none. */
	text: string;
}

interface RegionChoice {
	name: string;
	code: string;
	create: boolean;
	findings: ImportFinding[];
}

function toRegion({ orderId, country, text }: GivenRegion, rules: AddressRules): RegionChoice | Fail {
	const asWritten = { name: text, code: '', create: false, findings: [] };
	const known = findRegion(country, text);
	// A name in the country's own script is what stands on parcels there.
	if (known !== undefined) return { ...asWritten, ...known, ...(isForeignScript(text) && { name: text }) };
	if (!needsRegion(country)) return asWritten;
	const what =
		text === '' ? `has no region, and ${country} needs one` : `names a region that is unknown in ${country}`;
	if (rules.whenRegionUnknown === 'fail') {
		const advice = 'look at it, or choose what happens when the region is unknown';
		return new Hold('region-unknown', `The address of ${orderId} ${what}; ${advice}`);
	}
	if (rules.whenRegionUnknown === 'create' && text !== '') {
		const message = `The address ${what}: it is to be created in the store`;
		return { name: text, code: '', create: true, findings: [{ code: 'region-to-create', message }] };
	}
	if (rules.defaultRegion === '') {
		const kept = text === '' ? 'it is left out' : 'it stays as it is written';
		return { ...asWritten, findings: [{ code: 'region-unknown', message: `The address ${what}: ${kept}` }] };
	}
	const fallback = findRegion(country, rules.defaultRegion) ?? { name: rules.defaultRegion, code: '' };
	const message = `The address ${what}: "${fallback.name}" is used`;
	return { ...asWritten, ...fallback, findings: [{ code: 'region-defaulted', message }] };
}

function isForeignScript(text: string): boolean {
	return text !== '' && !/\p{Script=Latin}/u.test(text);
}

function placeholders(
	{ buyer }: MarketplaceOrder,
	given: OrderAddress,
	rules: AddressRules,
	customer: CustomerRules,
): ImportFinding[] {
	const findings: ImportFinding[] = [];
	const add = (what: string, placeholder: string) => {
		const message = `Amazon gives no ${what}: "${placeholder}" is used`;
		findings.push({ code: 'placeholder-used', message });
	};
	if (given.name === undefined && buyer.name === undefined) add('name', customer.placeholderName);
	if (given.lines.length === 0) add('street', rules.placeholderText);
	if (given.lines.length === 0 && given.city === undefined) add('city', rules.placeholderText);
	return findings;
}
