import type { INode, INodeParameters } from 'n8n-workflow';
import { onlyIf } from '../choices';
import { setFields } from '../everyday';
import type { Place } from '../step';

/** A report by Amazon's name of its type, or by the id that a step before answered. */
export function named(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

/** How a trigger looks for finished reports. */
export const LOOK_EVERY_5_MINUTES = { item: [{ mode: 'everyX', value: 5, unit: 'minutes' }] };

/** Of the reports without rows, those that Amazon still works on; "no data" is nothing to tell. */
export function stillAtWork(place: Place): INode {
	return onlyIf('Only If Amazon Is Still at Work', {
		...place,
		checks: [
			['8f0a3c52-6b1f-4d8e-9a74-2f1d0c7be913', '={{ $json.status }}', 'regex', '^(queued|running|stuck)$'],
		],
	});
}

/** Of the reports without rows, all: a list that Amazon does not make would leave the store as it is, night after night. */
export function withoutList(place: Place): INode {
	return onlyIf('Only If There Is No List', {
		...place,
		checks: [
			[
				'8f0a3c52-6b1f-4d8e-9a74-2f1d0c7be913',
				'={{ $json.status }}',
				'regex',
				'^(queued|running|stuck|cancelled|empty)$',
			],
		],
	});
}

/** One message about what went wrong: the first of it, if it is more. */
export function troubleMessage(place: Place): INode {
	return setFields('Write a Message About the Trouble', {
		...place,
		fields: [
			['d2b0a6a1-7c55-4d0f-8e2b-91c35f4e7a08', 'subject', "Amazon's report needs a look"],
			[
				'5e9c1f7d-3a48-4b26-b0d9-64f8a2e15c37',
				'text',
				"={{ $json.error?.message ?? $json.error ?? $json.report + ': ' + $json.message }}",
				'string',
			],
		],
		alone: true,
		executeOnce: true,
	});
}
