import { checkComplete, checkProductType, isKnownAttribute, unknownAttribute } from './checkListing';
import { checkPatch } from './checkPatch';
import { finding, isSemantic, type Finding } from './issue';
import type { Listing } from './listing';
import type { Submission, SubmissionRules } from './submission';
import { toPatches } from './wantedPatches';

/** Amazon's longest SKU, in characters. */
const MAX_SKU_LENGTH = 40;

function checkSku(sku: string): Finding[] {
	if (sku.length > MAX_SKU_LENGTH) {
		return [finding('badMessage', `The SKU is longer than ${MAX_SKU_LENGTH} characters.`)];
	}
	return sku.trim() === sku ? [] : [finding('badMessage', 'The SKU begins or ends with a space.')];
}

function checkExistence(
	submission: Submission,
	known: Listing | undefined,
	rules: SubmissionRules,
): Finding[] {
	const isChange = submission.operation === 'PARTIAL_UPDATE' || submission.operation === 'PATCH';
	if (known !== undefined || !isChange || rules.unknownSku !== 'reject') return [];
	return [finding('unknownSku', `The SKU '${submission.sku}' does not exist in the seller's inventory.`)];
}

/** Everything that is wrong with a submission; `known` is the listing that it is about. */
export function judge(submission: Submission, known: Listing | undefined, rules: SubmissionRules): Finding[] {
	const { productTypes } = rules;
	return [
		...checkSku(submission.sku),
		...checkProductType(submission.productType, productTypes),
		...checkExistence(submission, known, rules),
		...checkComplete(submission, productTypes),
		...toPatches(submission).flatMap((patch) =>
			isKnownAttribute(patch.attribute, productTypes)
				? checkPatch(patch, submission.marketplaceIds)
				: [unknownAttribute(patch.attribute)],
		),
	];
}

/** What Amazon says of what it found; previews are there to say it all. */
export function toldOf(
	findings: Finding[],
	{ preview, liesOfSuccess, semanticFault }: SubmissionRules,
): Finding[] {
	if (preview) return findings;
	if (liesOfSuccess) return [];
	return semanticFault === 'reject' ? findings : findings.filter((found) => !isSemantic(found));
}
