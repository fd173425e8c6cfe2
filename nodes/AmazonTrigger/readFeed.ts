import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { FeedAnswer, isAnswered } from '../amazon/feeds/answer';
import type { Feed } from '../amazon/feeds/feed';
import { fetchReport, looksBeforeGivenUp } from '../amazon/feeds/fetchReport';
import type { FeedReport } from '../amazon/feeds/report';
import { skuResultsOf, type SkuResult } from '../amazon/feeds/skuResults';
import { isOrderFeed } from '../amazon/tables/feedTypes';
import { unclear } from '../amazon/feeds/unclear';
import { toError } from '../amazon/transport/errors';
import type { Connection } from '../n8n/account';

export interface FeedSettings {
	/** One item per SKU or order instead of one per feed. */
	perItem: boolean;
	stuckAfterMs: number;
	feedTypes: string[];
}

export interface ReadOptions extends Pick<FeedSettings, 'stuckAfterMs'> {
	/** In how many polls before the report was damaged. */
	damaged?: number;
	signal?: AbortSignal;
}

/** A feed with Amazon's answer to it, as far as there is one. */
export interface ReadFeed {
	answer: FeedAnswer;
	/** Nothing more will come, be it good or bad. */
	isAnswered: boolean;
	isStuck: boolean;
	/** Why its report cannot be read. */
	problem?: string;
	/** Why its report could not be read now; it may be later. */
	failure?: unknown;
}

/** Gets the feed's report, if there is one, and judges it. */
export async function readFeed(
	poll: IPollFunctions,
	{ client }: Connection,
	feed: Feed,
	options: ReadOptions,
): Promise<ReadFeed> {
	const { stuckAfterMs } = options;
	const { report, problem, failure } = await readReport(poll, client, { feed, ...options });
	const answer = new FeedAnswer(feed, report, { nowMs: (await client.amazonClock()).now(), stuckAfterMs });
	return {
		answer,
		isAnswered: failure === undefined && (problem !== undefined || isAnswered(answer)),
		isStuck: answer.others.status === 'stuck',
		problem,
		failure,
	};
}

/** A report that nobody can read must not keep the trigger from the other feeds. */
async function readReport(
	poll: IPollFunctions,
	client: Connection['client'],
	{ feed, damaged = 0, signal }: ReadOptions & { feed: Feed },
): Promise<Pick<ReadFeed, 'problem' | 'failure'> & { report?: FeedReport }> {
	try {
		return { report: await fetchReport(client, feed, signal) };
	} catch (error) {
		if (signal?.aborted === true || damaged + 1 < looksBeforeGivenUp(error)) return { failure: error };
		const problem = toError(error).message;
		poll.logger.warn(`Amazon feed ${feed.feedId}: ${problem}`);
		return { problem };
	}
}

/** What the trigger emits for a feed. */
export function toItems(read: ReadFeed, { perItem }: FeedSettings): IDataObject[] {
	const results = skuResultsOf(read.answer);
	const feedItem = toFeedItem(read, results);
	if (!perItem || results.length === 0) return [feedItem];
	const items = results.map((result): IDataObject => ({ ...result }));
	// What Amazon does not name must not be taken for accepted.
	return read.answer.others.status === 'accepted' ? items : [...items, feedItem];
}

function toFeedItem({ answer, problem }: ReadFeed, results: readonly SkuResult[]): IDataObject {
	const { feed, report } = answer;
	const others = problem === undefined ? answer.others : unclear('unreadable-report', problem);
	const named = (status: string) =>
		results
			.filter((result) => result.status === status && result.messageId !== undefined)
			.map((result) => toNamed(feed, result));
	return {
		...feed,
		status: statusOf(others.status),
		message: others.message ?? '',
		...(report?.summary !== undefined && { summary: { ...report.summary } }),
		rejected: named('rejected'),
		unclear: named('unclear'),
		others: { status: others.status, reason: others.reason ?? '', message: others.message ?? '' },
		general: report?.general.map(({ message }) => message) ?? [],
		...(problem !== undefined && { problem }),
	};
}

function toNamed(feed: Feed, { sku, amazonOrderId, messageId, reason, message }: SkuResult): IDataObject {
	return { ...(isOrderFeed(feed.feedType) ? { amazonOrderId } : { sku }), messageId, reason, message };
}

/** The feed is done when Amazon accepted what it does not name. */
function statusOf(others: string): string {
	return others === 'accepted' ? 'done' : others;
}
