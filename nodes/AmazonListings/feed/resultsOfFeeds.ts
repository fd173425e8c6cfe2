import type { IDataObject } from 'n8n-workflow';

import type { FeedResult, ReadResult } from './resultReader';
import type { FeedAnswer } from '../../amazon/feeds/answer';
import type { Feed } from '../../amazon/feeds/feed';
import { skuResultsOf } from '../../amazon/feeds/skuResults';
import { toError } from '../../amazon/transport/errors';
import type { Context, Outcome } from '../../n8n/operation';

/** What Amazon says about the feed of each item; a feed that cannot be read fails its own item only. */
export async function resultsOfFeeds(
	{ params }: Context,
	items: readonly IDataObject[],
	readResult: ReadResult,
): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const item of items.keys()) {
		try {
			const result = await readResult(params.locator('feedId', item));
			outcomes.push(...toRows(result).map((json) => ({ item, json })));
		} catch (error) {
			outcomes.push({ item, error: toError(error) });
		}
	}
	return outcomes;
}

function toRows(result: FeedResult): IDataObject[] {
	if ('fate' in result) return [toFeedRow({ feed: result.feed, others: result.fate })];
	const { answer } = result;
	const rows = skuResultsOf(answer).map((named): IDataObject => ({ ...named }));
	// What it does not name must not be taken for accepted.
	const isTold = rows.length > 0 && answer.others.status === 'accepted';
	return isTold ? rows : [...rows, toFeedRow(answer)];
}

/** The feed itself: what holds for all items that Amazon does not name. */
function toFeedRow({
	feed,
	report,
	others,
}: Pick<FeedAnswer, 'others'> & { feed: Feed; report?: FeedAnswer['report'] }): IDataObject {
	const { feedId, feedType, processingStatus } = feed;
	return {
		feedId,
		feedType,
		status: others.status,
		reason: others.reason ?? '',
		message: others.message ?? '',
		processingStatus,
		...(report?.summary !== undefined && { summary: { ...report.summary } }),
		general: report?.general.map(({ message }) => message) ?? [],
	};
}
