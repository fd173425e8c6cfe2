import { groupsOf } from '../groups';
import { counted, firstOf, textOf } from '../message';
import { jsonOf, toItems, type Item } from '../n8n';
import { lineOfOffer, type OfferRow } from '../queue/heldMessage';

/** A message for each feed with something that a person should look at. */
export function messagesOfFeeds(rows: OfferRow[]) {
	const bad = rows.filter(({ status }) => ['rejected', 'unclear', 'partly'].includes(status));
	return [...groupsOf(bad, ({ feedId }) => feedId)].map(([feedId, ofFeed]) => messageOfFeed(feedId, ofFeed));
}

function messageOfFeed(feedId: string | undefined, rows: OfferRow[]) {
	const count = (wanted: string) => rows.filter(({ status }) => status === wanted).length;
	const [rejected, unclear, partly] = [count('rejected'), count('unclear'), count('partly')];
	const parts = [
		rejected > 0 && 'rejected ' + counted(rejected, 'product'),
		unclear > 0 && 'leaves ' + counted(unclear, 'product') + ' unclear',
		partly > 0 && 'got only a part of ' + counted(partly, 'product'),
	];
	const subject = 'Amazon ' + parts.filter(Boolean).join(' and ');
	const lines = firstOf(rows.map(lineOfOffer), ' in the table "Amazon Offers"');
	const text = textOf(subject + ' (feed ' + feedId + ')', lines);
	return { subject, text, feedId, rejected, unclear, partly };
}

/**
 * One text for all products of a feed that Amazon rejected, of which a part was held, or of which nobody can tell;
 * without any there is no message.
 */
export default (): Item[] => toItems(messagesOfFeeds(jsonOf($input.all<OfferRow>())));
