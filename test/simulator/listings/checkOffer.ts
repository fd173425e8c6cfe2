import { marketplaceById } from '../../../nodes/amazon/tables/marketplaces';
import { isObject, isObjectList } from '../json';
import type { AttributeValue } from './attributes';
import { finding, type Finding } from './issue';

const NAME = 'purchasable_offer';
const MAX_PRICE = 1_000_000_000;
const KNOWN_FIELDS = [
	'marketplace_id',
	'currency',
	'audience',
	'our_price',
	'discounted_price',
	'minimum_seller_allowed_price',
	'maximum_seller_allowed_price',
	'map_price',
	'quantity_discount_plan',
	'start_at',
	'end_at',
	'automated_pricing_merchandising_rule_plan',
];

/** The entries of `field[].schedule[]`; a finding where that shape is not kept. */
function scheduleOf(
	offer: AttributeValue,
	field: string,
): { entries: AttributeValue[]; findings: Finding[] } {
	const value = offer[field];
	const few = (what: string) =>
		finding(
			'tooFewValues',
			`The field '${what}' for the attribute '${NAME}.${field}' does not have enough values. The required minimum is '1' value(s).`,
			NAME,
		);
	if (!isObjectList(value) || value.length === 0) return { entries: [], findings: [few('prices')] };
	const schedules = value.map((entry) => entry['schedule']);
	if (!schedules.every((schedule) => isObjectList(schedule) && schedule.length > 0)) {
		return { entries: [], findings: [few('schedule')] };
	}
	return { entries: schedules.flat().filter(isObject), findings: [] };
}

function hasTooManyDecimals(amount: number, currency: unknown): boolean {
	const decimals = currency === 'JPY' ? 0 : 2;
	return Math.abs(amount * 10 ** decimals - Math.round(amount * 10 ** decimals)) > 1e-6;
}

function checkAmount(amount: unknown, field: string, currency: unknown): Finding[] {
	const of = `'${NAME}.${field}.schedule.value_with_tax'`;
	if (amount === undefined) return [finding('missing', `${of} is required but not supplied.`, NAME)];
	if (typeof amount !== 'number' || !Number.isFinite(amount)) {
		return [finding('notAllowed', `The value for ${of} must be a number.`, NAME)];
	}
	if (amount <= 0) {
		return [
			finding('belowMinimum', `The value '${amount}' for ${of} is less than the minimum '0.01'.`, NAME),
		];
	}
	if (amount > MAX_PRICE) {
		return [
			finding(
				'aboveMaximum',
				`The value '${amount}' for ${of} is greater than the maximum '${MAX_PRICE}'.`,
				NAME,
			),
		];
	}
	if (hasTooManyDecimals(amount, currency)) {
		return [
			finding('notAllowed', `The value '${amount}' for ${of} has too many decimals for the currency.`, NAME),
		];
	}
	return [];
}

function checkPrices(offer: AttributeValue, field: string): Finding[] {
	if (offer[field] === undefined) return [];
	const { entries, findings } = scheduleOf(offer, field);
	return [
		...findings,
		...entries.flatMap((entry) => checkAmount(entry['value_with_tax'], field, offer['currency'])),
	];
}

function firstPrice(offer: AttributeValue, field: string): number | undefined {
	const amount = scheduleOf(offer, field).entries[0]?.['value_with_tax'];
	return typeof amount === 'number' ? amount : undefined;
}

function checkSale(offer: AttributeValue): Finding[] {
	if (offer['discounted_price'] === undefined) return [];
	const price = firstPrice(offer, 'our_price');
	return scheduleOf(offer, 'discounted_price').entries.flatMap((entry) => {
		const { start_at: startAt, end_at: endAt, value_with_tax: sale } = entry;
		const start = typeof startAt === 'string' ? Date.parse(startAt) : Number.NaN;
		const end = typeof endAt === 'string' ? Date.parse(endAt) : Number.NaN;
		if (Number.isNaN(start) || Number.isNaN(end) || start >= end) {
			return [finding('salePrice', 'A sale price needs a start date and a later end date.', NAME)];
		}
		if (price !== undefined && typeof sale === 'number' && sale >= price) {
			return [finding('salePrice', `The sale price '${sale}' is not below the price '${price}'.`, NAME)];
		}
		return [];
	});
}

function checkBounds(offer: AttributeValue): Finding[] {
	const price = firstPrice(offer, 'our_price');
	const minimum = firstPrice(offer, 'minimum_seller_allowed_price');
	const maximum = firstPrice(offer, 'maximum_seller_allowed_price');
	const low = minimum ?? 0;
	const high = maximum ?? Number.POSITIVE_INFINITY;
	if (low > high || (price !== undefined && (price < low || price > high))) {
		return [
			finding('priceBounds', 'The price is outside the minimum and maximum seller allowed price.', NAME),
		];
	}
	return [];
}

function checkLevels(type: unknown, levels: unknown): Finding[] {
	const plan = (message: string) => [
		finding('notAllowed', `'${NAME}.quantity_discount_plan': ${message}`, NAME),
	];
	if (type !== 'fixed' && type !== 'percent') return plan("the discount type must be 'fixed' or 'percent'.");
	if (!isObjectList(levels) || levels.length < 1 || levels.length > 5)
		return plan('1 to 5 levels are needed.');
	const bounds = levels.map((level) => level['lower_bound']);
	const values = levels.map((level) => level['value']);
	const rises = bounds.every(
		(bound, index) =>
			Number.isInteger(bound) &&
			Number(bound) >= 2 &&
			(index === 0 || Number(bound) > Number(bounds[index - 1])),
	);
	if (!rises) return plan('lower bounds must be whole numbers from 2 and rise.');
	const direction = type === 'fixed' ? -1 : 1;
	const improves = values.every(
		(value, index) =>
			typeof value === 'number' &&
			value >= 0.01 &&
			(index === 0 || (value - Number(values[index - 1])) * direction > 0),
	);
	return improves ? [] : plan('every level must be better for the buyer than the one before.');
}

function checkTiers(offer: AttributeValue): Finding[] {
	if (offer['quantity_discount_plan'] === undefined) return [];
	if (offer['audience'] !== 'B2B') {
		return [finding('notAllowed', `'${NAME}.quantity_discount_plan' is for the audience 'B2B' only.`, NAME)];
	}
	const { entries, findings } = scheduleOf(offer, 'quantity_discount_plan');
	return [...findings, ...entries.flatMap((entry) => checkLevels(entry['discount_type'], entry['levels']))];
}

function checkWho(offer: AttributeValue): Finding[] {
	const { marketplace_id: id, currency, audience } = offer;
	const expected = typeof id === 'string' ? marketplaceById(id)?.currency : undefined;
	const findings: Finding[] = [];
	if (expected !== undefined && currency !== expected) {
		findings.push(
			finding(
				'notAllowed',
				`The currency '${String(currency)}' is not valid for the marketplace; expected '${expected}'.`,
				NAME,
			),
		);
	}
	if (audience !== 'ALL' && audience !== 'B2B') {
		findings.push(
			finding('notAllowed', `The audience '${String(audience)}' is not one of 'ALL', 'B2B'.`, NAME),
		);
	}
	return findings;
}

/** One `purchasable_offer`; `whole` when it stands for itself and is not merged into another. */
export function checkOffer(offer: AttributeValue, whole: boolean): Finding[] {
	const unknown = Object.keys(offer).filter((name) => !KNOWN_FIELDS.includes(name));
	const priced = offer['our_price'] !== undefined || !whole;
	return [
		...unknown.map((name) =>
			finding('unknownAttribute', `'${NAME}.${name}' is not a known attribute.`, NAME),
		),
		...checkWho(offer),
		...(priced ? [] : [finding('missing', `'${NAME}.our_price' is required but not supplied.`, NAME)]),
		...[
			'our_price',
			'discounted_price',
			'minimum_seller_allowed_price',
			'maximum_seller_allowed_price',
			'map_price',
		].flatMap((field) => checkPrices(offer, field)),
		...checkSale(offer),
		...checkBounds(offer),
		...checkTiers(offer),
	];
}
