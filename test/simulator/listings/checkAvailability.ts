import type { AttributeValue } from './attributes';
import { finding, quoted, type Finding } from './issue';

const NAME = 'fulfillment_availability';
const MAX_QUANTITY = 2 ** 31 - 1;
const KNOWN_FIELDS = [
	'fulfillment_channel_code',
	'quantity',
	'lead_time_to_ship_max_days',
	'restock_date',
	'is_inventory_available',
	'marketplace_id',
];

function checkWhole(value: unknown, field: string, maximum: number): Finding[] {
	if (value === undefined) return [];
	const of = `'${NAME}.${field}'`;
	if (typeof value !== 'number' || !Number.isInteger(value)) {
		return [finding('notAllowed', `The value ${quoted(value)} for ${of} must be a whole number.`, NAME)];
	}
	if (value < 0) {
		return [finding('belowMinimum', `The value '${value}' for ${of} is less than the minimum '0'.`, NAME)];
	}
	if (value > maximum) {
		return [
			finding(
				'aboveMaximum',
				`The value '${value}' for ${of} is greater than the maximum '${maximum}'.`,
				NAME,
			),
		];
	}
	return [];
}

function checkChannel(value: AttributeValue, whole: boolean): Finding[] {
	const { fulfillment_channel_code: channel, quantity, is_inventory_available: available } = value;
	if (channel === undefined) {
		return [finding('missing', `'${NAME}.fulfillment_channel_code' is required but not supplied.`, NAME)];
	}
	if (typeof channel !== 'string' || !/^(DEFAULT|AMAZON_[A-Z]+)$/.test(channel)) {
		return [finding('notAllowed', `The fulfillment channel ${quoted(channel)} is not known.`, NAME)];
	}
	if (channel === 'DEFAULT') {
		if (quantity !== undefined || available !== undefined || !whole) return [];
		return [finding('missing', `'${NAME}.quantity' is required but not supplied.`, NAME)];
	}
	return ['quantity', 'lead_time_to_ship_max_days', 'restock_date']
		.filter((field) => value[field] !== undefined)
		.map((field) => finding('notAllowed', `'${NAME}.${field}' is not allowed for '${channel}'.`, NAME));
}

/** One `fulfillment_availability`; `whole` when it is not merged into another. */
export function checkAvailability(value: AttributeValue, whole: boolean): Finding[] {
	const unknown = Object.keys(value).filter((name) => !KNOWN_FIELDS.includes(name));
	return [
		...unknown.map((name) =>
			finding('unknownAttribute', `'${NAME}.${name}' is not a known attribute.`, NAME),
		),
		...checkChannel(value, whole),
		...checkWhole(value['quantity'], 'quantity', MAX_QUANTITY),
		...checkWhole(value['lead_time_to_ship_max_days'], 'lead_time_to_ship_max_days', 30),
	];
}
