import { jsonOf, toItems, wordsOfError, type Item, type StepError } from '../n8n';

/** What Amazon was last sent, when, and where its answer will be: the columns of a row that change with every sending. */
const KNOWN = [
	'lastSku',
	'lastPrice',
	'lastSale',
	'lastQuantity',
	'submittedAt',
	'feedId',
	'messageId',
	'feedMessages',
	'pastFeed',
] as const;

/** Nobody knows what Amazon has. */
const UNKNOWN = { lastPrice: '', lastSale: '', lastQuantity: null };

export interface SentRow extends Partial<Record<(typeof KNOWN)[number], unknown>> {
	id: number;
	revision?: string;
}

/** What the step of Amazon Listings answers for a row, or n8n's words for why it does not. */
export interface OfferAnswer extends SentRow {
	status?: string;
	reason?: string;
	message?: string;
	held?: string;
	sku?: string;
	price?: string;
	sale?: unknown;
	quantity?: number | string | null;
	error?: StepError;
	details?: { mayHaveArrived?: boolean };
}

interface Sending {
	/** The rows as they were before they were on their way. */
	rows: Map<number, SentRow>;
	/** When they were sent, as the table holds it. */
	now: string;
}

/** The change of the row for one answer; `sent` is the row that the answer belongs to, for an answer that is none. */
export function changeFor(
	answer: OfferAnswer,
	sent: SentRow,
	{ rows, now }: Sending,
): Record<string, unknown> {
	const before = asBefore(rows.get(answer.id));
	if (answer.error !== undefined) return changeForError(answer, sent, asBefore(rows.get(sent.id)));
	const { id, revision, status, reason, message = '' } = answer;
	const change = { id, revision, status, reason, message: answer.message, held: answer.held };
	// One part may be held while the other goes. On its way it is a submitted row like others; "held" keeps it in mind.
	const isInFeed = status === 'submitted' || (status === 'partly' && answer.feedId);
	if (isInFeed) return { ...change, ...sentValues(answer, now), status: 'submitted', ...feedOf(answer) };
	// Sent by itself, past a feed that Amazon may still work on: when that ends, the row is sent once more.
	if (status === 'accepted' || status === 'partly')
		return { ...change, ...sentValues(answer, now), ...pastFeed(rows.get(id)) };
	if (status === 'held' && reason === 'unchanged')
		return { ...change, ...before, status: 'unchanged', reason: '', message: '' };
	// Another row of this run speaks for the product.
	if (status === 'superseded') return { ...change, ...before, ...UNKNOWN };
	if (status === 'held' || status === 'rejected') return { ...change, ...before };
	return status === 'unclear' ? unclear(answer, message, before) : notSent(answer, answer.message, before);
}

function changeForError({ error, details }: OfferAnswer, row: SentRow, before: object) {
	const message = wordsOfError(error);
	return details?.mayHaveArrived ? unclear(row, message, before) : notSent(row, message, before);
}

function feedOf({ feedId, messageId, feedMessages }: OfferAnswer) {
	return { feedId, messageId, feedMessages, pastFeed: '' };
}

function pastFeed({ feedId, pastFeed: earlier }: Partial<SentRow> = {}) {
	return { feedId: null, messageId: null, feedMessages: null, pastFeed: feedId || earlier || '' };
}

/** Amazon has nothing new of it. It stays waiting, so the next run tries again. */
function notSent({ id, revision }: SentRow, message: string | undefined, before: object) {
	return { id, revision, status: 'pending', reason: 'not-sent', message, ...before };
}

/** Nobody knows what Amazon has: the next run sends everything, which does no harm if it was there already. */
function unclear({ id, revision }: SentRow, why: string, before: object) {
	const message = why + ' It is sent again in full.';
	return { id, revision, status: 'pending', reason: 'unclear', message, ...before, ...UNKNOWN };
}

/** What the row knew of Amazon before it was on its way. */
function asBefore(row: SentRow | undefined): object {
	return Object.fromEntries(KNOWN.map((column) => [column, row?.[column] ?? null]));
}

/** What Amazon knows from now on; of a part that was not sent, what it knew before. */
function sentValues(
	{ sku, price, sale, quantity, lastPrice, lastSale, lastQuantity }: OfferAnswer,
	now: string,
) {
	const known = lastQuantity === '' ? null : lastQuantity;
	return {
		lastSku: sku,
		lastPrice: price || lastPrice,
		lastSale: price ? sale && JSON.stringify(sale) : lastSale,
		lastQuantity: quantity === '' ? known : quantity,
		submittedAt: now,
	};
}

/** Amazon's answers as changes of the table's rows: what became of each, and what Amazon has from now on. */
export default (): Item[] => {
	const rows = new Map(jsonOf($('Sort Into Lanes').all<SentRow>()).map((row) => [row.id, row]));
	const sending = { rows, now: new Date().toISOString() };
	// Only an answer that is an error has to be looked up: the others name their rows.
	const sentFor = (answer: OfferAnswer, index: number) =>
		answer.error === undefined ? answer : $('Which Lane?').itemMatching<SentRow>(index).json;
	return toItems(
		jsonOf($input.all<OfferAnswer>()).map((answer, index) =>
			changeFor(answer, sentFor(answer, index), sending),
		),
	);
};
