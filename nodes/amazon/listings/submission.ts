import { at } from '../transport/at';
import { isRecord } from '../../rules/item/record';
import type { ApiAnswer } from '../transport/contract';
import { unreadableAnswer } from '../transport/unreadable';

export interface ListingIssue {
	code?: string;
	message: string;
	severity: string;
	attributeNames?: string[];
	categories?: string[];
	/** What Amazon does to the listing because of it. */
	enforcements?: object;
}

const STATUSES = ['ACCEPTED', 'INVALID', 'VALID'] as const;

/** Amazon's answer to a change; 200 is no promise, `INVALID` means nothing was taken over. */
export interface ListingSubmission {
	sku: string;
	status: (typeof STATUSES)[number];
	submissionId: string;
	issues?: ListingIssue[];
	/** Marketplaces and ASINs of the listing. */
	identifiers?: object[];
}

/**
 * Reads the answer to a change (Listings Items 2021-08-01, `ListingsItemSubmissionResponse`). What is not of its kind is
 * left out.
 * Throws an `SpApiError` (`mayHaveArrived`) when it does not say what became of the change.
 */
export function toSubmission(
	operation: string,
	{ body, requestId }: ApiAnswer<unknown>,
	isPreview = false,
): ListingSubmission {
	const status = STATUSES.find((known) => known === at(body, 'status'));
	// VALID is said of what is only checked.
	if (status === undefined || (status === 'VALID' && !isPreview)) {
		const problem = 'it does not say whether the change was taken over';
		throw unreadableAnswer(operation, problem, { requestId, mayHaveArrived: true });
	}
	const [issues, identifiers] = [at(body, 'issues'), at(body, 'identifiers')];
	return {
		sku: textOrEmpty(at(body, 'sku')),
		status,
		submissionId: textOrEmpty(at(body, 'submissionId')),
		...(issues !== undefined && { issues: objectsIn(issues).map(toIssue) }),
		...(identifiers !== undefined && { identifiers: objectsIn(identifiers) }),
	};
}

function toIssue(entry: object): ListingIssue {
	const [names, categories] = [at(entry, 'attributeNames'), at(entry, 'categories')];
	const enforcements = at(entry, 'enforcements');
	const code = textOrEmpty(at(entry, 'code'));
	return {
		...(code !== '' && { code }),
		message: textOrEmpty(at(entry, 'message')) || 'Amazon gave no reason',
		severity: textOrEmpty(at(entry, 'severity')) || 'ERROR',
		...(Array.isArray(names) && { attributeNames: names.filter(isText) }),
		...(Array.isArray(categories) && { categories: categories.filter(isText) }),
		...(isRecord(enforcements) && { enforcements }),
	};
}

function textOrEmpty(value: unknown): string {
	return isText(value) ? value : '';
}

function objectsIn(value: unknown): object[] {
	const entries: unknown[] = Array.isArray(value) ? value : [];
	return entries.filter(isRecord);
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}
