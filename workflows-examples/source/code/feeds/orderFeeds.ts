import { jsonOf, toItems, type Item } from '../n8n';

/** What is asked for in a row of "Amazon Orders", and when the row was last written. */
export interface AskedRow {
	amazonOrderId: string;
	updatedAt: string;
	acknowledged?: string;
	acknowledgeFeedId?: string;
	acknowledgeMessageId?: number;
	cancellation?: string;
	cancelFeedId?: string;
	cancelMessageId?: number;
}

/** Which rows are asked for: those of a feed (`%` for any) that were last written before a time. */
export interface Choice {
	feed: string;
	before: string;
}

/** The messages to ask Amazon about: an order may have two of them. */
export function messagesToAskFor(rows: AskedRow[], choices: Choice[]) {
	const isWanted = (feedId: string | undefined, { updatedAt }: AskedRow) =>
		choices.some(
			({ feed, before }) => ['%', feedId].includes(feed) && Date.parse(updatedAt) <= Date.parse(before),
		);
	return rows.flatMap((row) => {
		const { amazonOrderId, acknowledged, acknowledgeFeedId, cancellation, cancelFeedId } = row;
		const acknowledgement = { amazonOrderId, feedId: acknowledgeFeedId, messageId: row.acknowledgeMessageId };
		const cancelling = { amazonOrderId, feedId: cancelFeedId, messageId: row.cancelMessageId };
		return [
			...(acknowledged === 'submitted' && isWanted(acknowledgeFeedId, row) ? [acknowledgement] : []),
			...(cancellation === 'submitted' && isWanted(cancelFeedId, row) ? [cancelling] : []),
		];
	});
}

/** One item per acknowledgement and cancellation that is asked for: of a feed that is done, or without an answer for long. */
export default (): Item[] => {
	const choices = jsonOf($('Choose the Rows').all<Choice>());
	return toItems(messagesToAskFor(jsonOf($input.all<AskedRow>()), choices));
};
