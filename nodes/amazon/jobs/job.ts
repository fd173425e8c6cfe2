import { at } from '../transport/at';

/** Amazon's stages of a feed or a report (Feeds and Reports API 2021-06-30, `processingStatus`). */
export const PROCESSING_STATUSES = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'] as const;

export type ProcessingStatus = (typeof PROCESSING_STATUSES)[number];

/** What Amazon works on for a while, a feed or a report, as its lists show it. */
export interface Job {
	marketplaceIds?: string[];
	/** ISO 8601, as all its times. */
	createdTime: string;
	processingStatus: ProcessingStatus;
	processingStartTime?: string;
	processingEndTime?: string;
}

/** Whether nothing more will happen to it. */
export function isFinished({ processingStatus }: Pick<Job, 'processingStatus'>): boolean {
	return processingStatus === 'DONE' || processingStatus === 'FATAL' || processingStatus === 'CANCELLED';
}

/** What an answer says of a job, without what is not of its kind; undefined without what everything else relies on. */
export function readJob(value: unknown): Job | undefined {
	const createdTime = filledText(value, 'createdTime');
	const processingStatus = PROCESSING_STATUSES.find((status) => status === at(value, 'processingStatus'));
	if (createdTime === undefined || processingStatus === undefined) return undefined;
	const marketplaceIds = at(value, 'marketplaceIds');
	return {
		createdTime,
		processingStatus,
		...(Array.isArray(marketplaceIds) && {
			marketplaceIds: marketplaceIds.filter((id) => typeof id === 'string'),
		}),
		...filledTexts(value, ['processingStartTime', 'processingEndTime']),
	};
}

export function filledText(value: unknown, name: string): string | undefined {
	const given = at(value, name);
	return typeof given === 'string' && given !== '' ? given : undefined;
}

/** Those of the texts that have something in them. */
export function filledTexts<N extends string>(value: unknown, names: readonly N[]): { [name in N]?: string } {
	const texts: { [name in N]?: string } = {};
	for (const name of names) {
		const text = filledText(value, name);
		if (text !== undefined) texts[name] = text;
	}
	return texts;
}
