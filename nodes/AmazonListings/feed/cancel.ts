import { feedId } from './fields';
import { OPERATIONS } from '../../amazon/transport/operations';
import type { EachOperation } from '../../n8n/operation';

export const cancel: EachOperation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel feed',
	description: 'Cancel a feed that Amazon has not begun to process',
	builderHint: 'Takes the feedId that Submit answered, and works only until Amazon begins with the feed.',
	fields: [feedId],
	async each({ client, params, signal }, item) {
		const id = params.locator('feedId', item);
		await client.call(OPERATIONS.cancelFeed, { path: { feedId: id }, signal });
		return { json: { feedId: id, cancelled: true } };
	},
};
