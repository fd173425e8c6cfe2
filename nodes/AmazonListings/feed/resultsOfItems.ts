import type { IDataObject } from 'n8n-workflow';

import { boundsOf, readPlace, type Place } from './place';
import type { FeedResult, ReadResult } from './resultReader';
import type { Fate, MessageAnswer } from '../../amazon/feeds/fate';
import { toItemResult, type ItemResult } from '../../amazon/feeds/skuResults';
import { unclear } from '../../amazon/feeds/unclear';
import { SpApiError, toError } from '../../amazon/transport/errors';
import { OPERATIONS } from '../../amazon/transport/operations';
import type { Outcome } from '../../n8n/operation';
import { toText } from '../../n8n/params';

/** One answer per item, in the items' order; a feed that cannot be read fails its own items only. */
export async function resultsOfItems(
	items: readonly IDataObject[],
	readResult: ReadResult,
): Promise<Outcome[]> {
	const places = items.map(readPlace);
	const bounds = boundsOf(places);
	const outcomes: Outcome[] = [];
	for (const [item, json] of items.entries()) {
		const place = places[item];
		if (place === undefined) {
			outcomes.push({ item, json });
			continue;
		}
		try {
			const result = await readResult(place.feedId, bounds.get(place.feedId));
			outcomes.push({ item, json: withResult(json, toItemResult(answerTo(place, result))) });
		} catch (error) {
			outcomes.push(failed(item, json, error));
		}
	}
	return outcomes;
}

function answerTo(place: Place, result: FeedResult): MessageAnswer {
	return 'fate' in result ? unanswered(result.fate) : result.answer.of(place);
}

/** What Amazon says of the part that was sent; that the other part was held, the item says since Submit. */
function withResult(json: IDataObject, result: ItemResult): IDataObject {
	const held = toText(json.held);
	if (held === '') return { ...json, ...result };
	const status = result.status === 'accepted' ? 'partly' : result.status;
	const message = [result.message, toText(json.message)].filter((text) => text !== '').join(' ');
	return {
		...json,
		...result,
		status,
		message,
		reason: result.reason === '' ? toText(json.reason) : result.reason,
	};
}

/** A feed that Amazon does not know will never have an answer: asking again is of no use. */
function failed(item: number, json: IDataObject, reason: unknown): Outcome {
	const error = toError(reason);
	const isUnknown =
		error instanceof SpApiError && error.operation === OPERATIONS.getFeed.id && error.status === 404;
	if (!isUnknown) return { item, error };
	const what = `Amazon does not know the feed in this account (${error.message.replace(/\.$/, '')})`;
	return { item, json: withResult(json, toItemResult(unanswered(unclear('feed-not-known', what)))) };
}

function unanswered(fate: Fate): MessageAnswer {
	return { ...fate, issues: [], listingIssues: [] };
}
