import { marketplaceById } from '../../../nodes/amazon/tables/marketplaces';
import { isObjectList } from '../json';
import type { PatchOp } from './attributes';
import { withDefaults, type WantedPatch } from './checkPatch';
import type { Submission } from './submission';

function toPatch(op: PatchOp, attribute: string, value: unknown, submission: Submission): WantedPatch {
	const marketplaceId = submission.marketplaceIds[0] ?? '';
	const defaults = { marketplaceId, currency: marketplaceById(marketplaceId)?.currency ?? '' };
	return { op, attribute, values: isObjectList(value) ? withDefaults(attribute, value, defaults) : value };
}

/** What a submission wants of each attribute, with what Amazon assumes filled in. */
export function toPatches(submission: Submission): WantedPatch[] {
	if (submission.operation === 'PATCH') {
		return submission.patches.map(({ op, path, value }) =>
			toPatch(op, path.replace(/^\/attributes\//, ''), value, submission),
		);
	}
	return Object.entries(submission.attributes).map(([name, value]) =>
		toPatch('replace', name, value, submission),
	);
}
