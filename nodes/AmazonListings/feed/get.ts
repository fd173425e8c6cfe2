import { feedId } from './fields';
import { fetchFeed, type Feed } from '../../amazon/feeds/feed';
import { outputFields, shaperOf, type AnswerForms } from '../../n8n/forms/output';
import type { EachOperation } from '../../n8n/operation';

/** What there is to choose of a feed's answer; Amazon's own form is the same. */
export const FEED_OUTPUT = {
	idName: 'feedId',
	example: 'processingStatus, createdTime',
	hasRaw: false,
};

export const get: EachOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get feed',
	description: 'Get the status of a feed',
	builderHint: 'Takes the feedId that Submit answered. For the answer to each item use Get Result.',
	fields: [feedId, ...outputFields(FEED_OUTPUT)],
	parallel: 5,
	async each({ client, params, signal }, item) {
		const feed = await fetchFeed(client, params.locator('feedId', item), signal);
		return { json: shaperOf(params, item, FEED_OUTPUT.idName)(feedForms(feed)) };
	},
};

/** The form in which a feed is answered. */
export function feedForms(feed: Feed): AnswerForms {
	return { simple: () => ({ ...feed }) };
}
