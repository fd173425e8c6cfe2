import { jsonOf, toItems, type Item } from '../n8n';

export interface FeedAnswer {
	id: number;
	feedId: string;
	status: string;
	reason?: string;
	message?: string;
}

/** The changes of the rows; none for what Amazon has not answered yet. */
export function changesOfOffers(answers: FeedAnswer[]) {
	return answers.flatMap(({ id, feedId, status, reason = '', message = '' }) => {
		// What it says of a part that was held stays in the row.
		if (status === 'accepted' || status === 'partly') return [{ id, feedId, status }];
		if (status === 'rejected' || status === 'unclear') return [{ id, feedId, status, reason, message }];
		if (status === 'cancelled') return [{ id, feedId, status: 'pending', reason: '', message }];
		return [];
	});
}

/** Amazon's answers as changes of the rows. A feed that still runs, or is stuck, is asked for again in an hour. */
export default (): Item[] => toItems(changesOfOffers(jsonOf($input.all<FeedAnswer>())));
