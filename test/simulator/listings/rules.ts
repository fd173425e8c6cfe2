import type { SimState } from '../state';
import type { SubmissionRules } from './submission';

/** How the seller's changes are judged, by the seed. */
export function rulesOf({ seed }: SimState, liesOfSuccess: boolean) {
	const { unknownSku, semanticFault, productTypes } = seed;
	return { unknownSku, semanticFault, productTypes, liesOfSuccess } satisfies Partial<SubmissionRules>;
}
