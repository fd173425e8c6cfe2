import { isObjectList } from '../json';
import { selectorOf, withoutNulls, type AttributeValue, type PatchOp } from './attributes';
import { checkAvailability } from './checkAvailability';
import { checkOffer } from './checkOffer';
import { finding, quoted, type Finding } from './issue';

/** Attributes that may hold one value per selector combination. */
const SINGLE = ['purchasable_offer', 'fulfillment_availability'];

/** Attributes whose schema has no `marketplace_id` and allows no other field (Amazon's product type schemas). */
const NO_MARKETPLACE = ['fulfillment_availability', 'variation_theme'];

/**
 * Attributes that Amazon documents `merge` for: developer-docs.amazon.com/sp-api/docs/merge-a-listing and
 * /manage-purchasable-offer. Nobody has seen it work for any other.
 */
const MERGEABLE = ['purchasable_offer', 'fulfillment_availability'];

/** A change of one attribute as it was sent; the values may be anything. */
export interface WantedPatch {
	op: PatchOp;
	attribute: string;
	values: unknown;
}

/** What Amazon assumes where a value does not say: the first marketplace of the request and its currency. */
export interface Defaults {
	marketplaceId: string;
	currency: string;
}

/** The values with `marketplace_id`, `currency` and `audience` filled in as Amazon does. */
export function withDefaults(
	attribute: string,
	values: AttributeValue[],
	defaults: Defaults,
): AttributeValue[] {
	if (NO_MARKETPLACE.includes(attribute)) return values;
	const { marketplaceId, currency } = defaults;
	if (attribute !== 'purchasable_offer')
		return values.map((value) => ({ marketplace_id: marketplaceId, ...value }));
	return values.map((value) => ({ marketplace_id: marketplaceId, currency, audience: 'ALL', ...value }));
}

function checkMarketplace(
	attribute: string,
	value: AttributeValue,
	marketplaceIds: readonly string[],
): Finding[] {
	const id = value['marketplace_id'];
	if (id !== undefined && NO_MARKETPLACE.includes(attribute)) {
		return [
			finding('unknownAttribute', `'${attribute}.marketplace_id' is not a known attribute.`, attribute),
		];
	}
	if (id === undefined || (typeof id === 'string' && marketplaceIds.includes(id))) return [];
	const message = `The marketplace ${quoted(id)} of '${attribute}' is not one of this submission.`;
	return [finding('notAllowed', message, attribute)];
}

function checkValue(patch: WantedPatch, value: AttributeValue): Finding[] {
	if (patch.op === 'delete') return [];
	const whole = patch.op !== 'merge';
	if (patch.attribute === 'purchasable_offer') return whole ? checkOffer(value, true) : checkMerge(value);
	if (patch.attribute === 'fulfillment_availability') return checkAvailability(value, whole);
	return [];
}

/** `null` removes a part of the offer; an offer always has a price. */
function checkMerge(value: AttributeValue): Finding[] {
	if (value['our_price'] !== null) return checkOffer(withoutNulls(value), false);
	const message = "'purchasable_offer.our_price' cannot be removed; delete the offer instead.";
	return [finding('missing', message, 'purchasable_offer')];
}

function checkDoubles(attribute: string, values: AttributeValue[]): Finding[] {
	if (!SINGLE.includes(attribute)) return [];
	const selectors = new Set(values.map((value) => selectorOf(attribute, value)));
	if (selectors.size === values.length) return [];
	return [
		finding('tooManyValues', `'${attribute}' has more than one value for the same selectors.`, attribute),
	];
}

/** What is wrong with one change; empty when Amazon would accept it. */
export function checkPatch(patch: WantedPatch, marketplaceIds: readonly string[]): Finding[] {
	const { attribute, values, op } = patch;
	if (!/^[a-z][a-z0-9_]*$/.test(attribute)) {
		return [finding('unknownAttribute', `'${attribute}' is not a known attribute.`, attribute)];
	}
	if (op === 'merge' && !MERGEABLE.includes(attribute)) {
		return [finding('notAllowed', `The operation 'merge' is not supported for '${attribute}'.`, attribute)];
	}
	if (values === undefined) {
		return op === 'delete' ? [] : [finding('missing', `'${attribute}' has no value to ${op}.`, attribute)];
	}
	if (!isObjectList(values) || values.length === 0) {
		return [finding('tooFewValues', `'${attribute}' must be a list with at least 1 value.`, attribute)];
	}
	return [
		...values.flatMap((value) => checkMarketplace(attribute, value, marketplaceIds)),
		...values.flatMap((value) => checkValue(patch, value)),
		...checkDoubles(attribute, values),
	];
}
