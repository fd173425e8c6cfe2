import { textOf } from '../message';
import { jsonOf, toItems, type Item } from '../n8n';

export interface FinishedFeed {
	status: string;
	feedId: string;
	message: string;
}

/** A message for each feed that is stuck. */
export function messagesOfStuck(feeds: FinishedFeed[]) {
	return feeds
		.filter(({ status }) => status === 'stuck')
		.map(({ feedId, message }) => {
			const subject = 'Amazon does not get on with feed ' + feedId;
			return { subject, text: textOf(subject, [message]), feedId };
		});
}

/** A feed that Amazon has had for hours is told once; what waits behind it, waits too. */
export default (): Item[] => toItems(messagesOfStuck(jsonOf($input.all<FinishedFeed>())));
