import { isObjectList } from '../json';
import type { AttributeValue } from './attributes';
import { scheduleOf } from './checkPrices';
import { finding, type Finding } from './issue';

const NAME = 'purchasable_offer';

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

/** The quantity discounts of an offer to businesses. */
export function checkTiers(offer: AttributeValue): Finding[] {
	if (offer['quantity_discount_plan'] === undefined) return [];
	if (offer['audience'] !== 'B2B') {
		return [finding('notAllowed', `'${NAME}.quantity_discount_plan' is for the audience 'B2B' only.`, NAME)];
	}
	const { entries, findings } = scheduleOf(offer, 'quantity_discount_plan');
	return [...findings, ...entries.flatMap((entry) => checkLevels(entry['discount_type'], entry['levels']))];
}
