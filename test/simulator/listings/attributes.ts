/** One value of an attribute, e.g. the offer of one marketplace. */
export type AttributeValue = Record<string, unknown>;
/** A listing's attributes, as `purchasable_offer: [{...}]`. */
export type Attributes = Record<string, AttributeValue[]>;

export type PatchOp = 'add' | 'replace' | 'merge' | 'delete';

/** A change of one attribute; without values, `delete` removes it whole. */
export interface AttributePatch {
	op: PatchOp;
	attribute: string;
	values?: AttributeValue[];
}

/** What tells two values of one attribute apart: `selectors` in Amazon's product type schemas. */
const SELECTORS: Readonly<Record<string, readonly string[]>> = {
	purchasable_offer: ['marketplace_id', 'currency', 'audience'],
	fulfillment_availability: ['fulfillment_channel_code'],
	externally_assigned_product_identifier: ['marketplace_id', 'type'],
};
const USUAL_SELECTORS: readonly string[] = ['marketplace_id', 'language_tag'];

/** Marks values that belong together: equal for values that replace each other. */
export function selectorOf(attribute: string, value: AttributeValue): string {
	return JSON.stringify((SELECTORS[attribute] ?? USUAL_SELECTORS).map((name) => value[name] ?? null));
}

function without(attribute: string, kept: AttributeValue[], removed: AttributeValue[]): AttributeValue[] {
	const selectors = new Set(removed.map((value) => selectorOf(attribute, value)));
	return kept.filter((value) => !selectors.has(selectorOf(attribute, value)));
}

/** `null` in a merge removes a part of the value. */
export function withoutNulls(value: AttributeValue): AttributeValue {
	return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
}

function merged(attribute: string, kept: AttributeValue[], given: AttributeValue[]): AttributeValue[] {
	return given.reduce((values, value) => {
		const selector = selectorOf(attribute, value);
		const known = values.find((candidate) => selectorOf(attribute, candidate) === selector);
		if (known !== undefined) {
			const next = withoutNulls({ ...known, ...value });
			return values.map((candidate) => (candidate === known ? next : candidate));
		}
		// What is not there cannot lose a part.
		return Object.values(value).includes(null) ? values : [...values, value];
	}, kept);
}

function nextValues({ attribute, op, values }: AttributePatch, kept: AttributeValue[]): AttributeValue[] {
	if (values === undefined) return op === 'delete' ? [] : kept;
	if (op === 'merge') return merged(attribute, kept, values);
	const others = without(attribute, kept, values);
	return op === 'delete' ? others : [...others, ...values];
}

/** The attributes after a patch; values of other selector combinations stay. Nothing given is changed. */
export function patched(attributes: Attributes, patch: AttributePatch): Attributes {
	const { [patch.attribute]: kept = [], ...others } = attributes;
	const next = nextValues(patch, kept);
	return next.length === 0 ? others : { ...others, [patch.attribute]: next };
}
