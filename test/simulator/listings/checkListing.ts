import { finding, type Finding } from './issue';
import { IDENTIFIERS, type ProductType } from './productTypes';
import type { Submission } from './submission';

/** What an offer needs that stands for itself: its product is Amazon's already. */
const OFFER_REQUIRED = ['condition_type'];

function missing(name: string): Finding {
	return finding('missing', `'${name}' is required but not supplied.`, name);
}

/** Amazon's words and code in selling-partner-api-models, issue 5241; which types the simulator knows is its own word. */
export function checkProductType(name: string, types: readonly ProductType[]): Finding[] {
	if (types.some((type) => type.name === name)) return [];
	const known = types.map((type) => type.name).join(', ');
	const message = `The Amazon product type specified is invalid or not supported. (The simulator knows ${known}.)`;
	return [finding('unknownProductType', message)];
}

/** Whether any of the product types has an attribute of this name. */
export function isKnownAttribute(name: string, types: readonly ProductType[]): boolean {
	return types.some(({ attributes }) => attributes.includes(name));
}

/** The words of Amazon's static sandbox for a name that it does not know. */
export function unknownAttribute(name: string): Finding {
	return finding('unknownAttribute', 'The attributes are invalid.', name);
}

function requiredOf(
	{ requirements, productType }: Submission,
	types: readonly ProductType[],
): readonly string[] {
	if (requirements === 'LISTING_OFFER_ONLY') return OFFER_REQUIRED;
	const required = types.find(({ name }) => name === productType)?.required ?? [];
	return requirements === 'LISTING' ? required : required.filter((name) => !OFFER_REQUIRED.includes(name));
}

/** What a full listing lacks: Amazon takes none of it (INVALID, code 90220), as its static sandbox shows. */
export function checkComplete(submission: Submission, types: readonly ProductType[]): Finding[] {
	const { operation, attributes } = submission;
	if (operation !== 'UPDATE') return [];
	const lacking = requiredOf(submission, types).filter((name) => attributes[name] === undefined);
	const isIdentified = IDENTIFIERS.some((name) => attributes[name] !== undefined);
	return [...lacking, ...(isIdentified ? [] : [IDENTIFIERS[0]])].map(missing);
}
