import { jsonOf, memberAt, toItems, type Item } from '../n8n';

/** What the step of Amazon Orders answers to a cancellation. */
export interface AmazonAnswer {
	status?: string;
	reason?: string;
	message?: string;
	error?: string;
	feedId?: string;
	messageId?: number;
}

/** The change of the order's row; `run` is kept as its claim when nobody knows whether Amazon has been asked. */
export function changeAfterAmazon(
	{ status, reason, message, error, feedId, messageId }: AmazonAnswer,
	run: string,
) {
	if (status === 'submitted') {
		const asked = { cancelFeedId: feedId, cancelMessageId: messageId };
		const news = 'Cancelled in the store; Amazon has been asked';
		return { cancellation: 'submitted', reason: '', message: news, ...asked };
	}
	if (status === 'done') return { status: 'cancelled', cancellation: 'yes', reason: '', message };
	if (status === 'held') return { cancellation: 'rejected', reason, message };
	if (status === 'unclear') {
		// In half an hour, when the claim is free again, Amazon's step looks first.
		return { claim: run, message: 'Cancelled in the store; asked again in half an hour. ' + message };
	}
	return { message: 'Cancelled in the store; Amazon could not be asked: ' + (message ?? error) };
}

/** Amazon's answers as changes of the orders' rows. What could not be sent is still asked for, and goes with the next run. */
export default (): Item[] => {
	const orders = jsonOf($('Name the Reason').all<{ id: number }>());
	const changes = jsonOf($input.all<AmazonAnswer>()).map((answer, index) => {
		return { id: memberAt(orders, index).id, claim: '', ...changeAfterAmazon(answer, $execution.id) };
	});
	return toItems(changes);
};
