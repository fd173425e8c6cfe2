import type { Logger } from 'n8n-workflow';

import { FeedAnswer, isAnswered } from '../amazon/feeds/answer';
import type { Feed } from '../amazon/feeds/feed';
import { fetchReport, looksBeforeGivenUp } from '../amazon/feeds/fetchReport';
import type { FeedReport } from '../amazon/feeds/report';
import type { Client } from '../amazon/transport/contract';
import { toError } from '../amazon/transport/errors';

export interface ReadOptions {
	client: Client;
	logger: Logger;
	stuckAfterMs: number;
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
export async function readFeed(feed: Feed, options: ReadOptions): Promise<ReadFeed> {
	const { client, stuckAfterMs } = options;
	const { report, problem, failure } = await readReport(feed, options);
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
	feed: Feed,
	{ client, logger, damaged = 0, signal }: ReadOptions,
): Promise<Pick<ReadFeed, 'problem' | 'failure'> & { report?: FeedReport }> {
	try {
		return { report: await fetchReport(client, feed, signal) };
	} catch (error) {
		if (signal?.aborted === true || damaged + 1 < looksBeforeGivenUp(error)) return { failure: error };
		const problem = toError(error).message;
		logger.warn(`Amazon feed ${feed.feedId}: ${problem}`);
		return { problem };
	}
}
