import { isObject, isObjectList } from '../json';
import type { AttributeValue } from './attributes';
import { finding, type Finding } from './issue';

const NAME = 'purchasable_offer';
const MAX_PRICE = 1_000_000_000;

/** The entries of `field[].schedule[]`; a finding where that shape is not kept. */
export function scheduleOf(
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

/** The prices of one field, e.g. `our_price`; nothing when it is absent. */
export function checkPrices(offer: AttributeValue, field: string): Finding[] {
	if (offer[field] === undefined) return [];
	const { entries, findings } = scheduleOf(offer, field);
	return [
		...findings,
		...entries.flatMap((entry) => checkAmount(entry['value_with_tax'], field, offer['currency'])),
	];
}

/** The first price of a field, if there is a usable one. */
export function firstPrice(offer: AttributeValue, field: string): number | undefined {
	const amount = scheduleOf(offer, field).entries[0]?.['value_with_tax'];
	return typeof amount === 'number' ? amount : undefined;
}
