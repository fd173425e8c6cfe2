import type { INode } from 'n8n-workflow';
import { AMAZON } from '../credentials';
import { step, type Place } from '../step';

/** What Amazon says of the feeds and messages that the items name. */
export function askAmazon(place: Place): INode {
	return step('amazonListings', 'Ask Amazon', {
		...place,
		parameters: { resource: 'feed', operation: 'getResult', source: 'items', waitMinutes: 0 },
		credentials: AMAZON,
		onError: 'continueRegularOutput',
	});
}
