import { at } from '../transport/at';
import type { ApiAnswer } from '../transport/client';
import { unreadableAnswer } from '../transport/unreadable';

export interface ListingIssue {
	code?: string;
	message: string;
	severity: string;
	attributeNames?: string[];
}

const STATUSES = ['ACCEPTED', 'INVALID', 'VALID'] as const;

/** Amazon's answer to a change; 200 is no promise, `INVALID` means nothing was taken over. */
export interface ListingSubmission {
	sku: string;
	status: (typeof STATUSES)[number];
	submissionId: string;
	issues?: ListingIssue[];
}

/**
 * Reads the answer to a change (Listings Items 2021-08-01, `ListingsItemSubmissionResponse`). Issues that are none are
 * left out.
 * Throws an `SpApiError` (`mayHaveArrived`) when it does not say what became of the change.
 */
export function toSubmission(operation: string, { body, requestId }: ApiAnswer<unknown>): ListingSubmission {
	const status = STATUSES.find((known) => known === at(body, 'status'));
	if (status === undefined) {
		const problem = 'it does not say whether the change was taken over';
		throw unreadableAnswer(operation, problem, { requestId, mayHaveArrived: true });
	}
	const issues = at(body, 'issues');
	return {
		sku: textOf(at(body, 'sku')),
		status,
		submissionId: textOf(at(body, 'submissionId')),
		...(issues !== undefined && { issues: toIssues(issues) }),
	};
}

function toIssues(value: unknown): ListingIssue[] {
	const entries: unknown[] = Array.isArray(value) ? value : [];
	return entries.filter((entry) => typeof entry === 'object' && entry !== null).map(toIssue);
}

function toIssue(entry: object): ListingIssue {
	const names: unknown = at(entry, 'attributeNames');
	const code = textOf(at(entry, 'code'));
	return {
		...(code !== '' && { code }),
		message: textOf(at(entry, 'message')) || 'Amazon gave no reason',
		severity: textOf(at(entry, 'severity')) || 'ERROR',
		...(Array.isArray(names) && { attributeNames: names.filter(isText) }),
	};
}

function textOf(value: unknown): string {
	return isText(value) ? value : '';
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}
