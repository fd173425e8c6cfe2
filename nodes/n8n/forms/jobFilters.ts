import type { INodeProperties } from 'n8n-workflow';

import { PROCESSING_STATUSES, type ProcessingStatus } from '../../amazon/jobs/job';
import { ConfigError } from '../../rules/verdict/verdict';

/* How the lists of feeds and reports are narrowed down. */

/** Feeds and Reports 2021-06-30, getFeeds and getReports: types and `marketplaceIds`. */
const MAX_FILTER_VALUES = 10;

const STATUS_NAMES: Record<ProcessingStatus, string> = {
	CANCELLED: 'Cancelled',
	DONE: 'Done',
	FATAL: 'Fatal',
	IN_PROGRESS: 'In Progress',
	IN_QUEUE: 'In Queue',
};

export const statusFilter: INodeProperties = {
	displayName: 'Status',
	name: 'processingStatuses',
	type: 'multiOptions',
	options: PROCESSING_STATUSES.map((value) => ({ name: STATUS_NAMES[value], value })),
	default: [],
};

/**
 * Several lists could not be put in one order without being read to their ends, so more values are refused.
 * @throws ConfigError
 */
export function atMostTen(list: string[], field: string, otherwise: string): string[] {
	if (list.length <= MAX_FILTER_VALUES) return list;
	throw new ConfigError(field, `at most ${MAX_FILTER_VALUES} ${otherwise}`, `${list.length} values`);
}

export function orDefault<T>(list: string[], fallback: T): string[] | T {
	return list.length > 0 ? list : fallback;
}
