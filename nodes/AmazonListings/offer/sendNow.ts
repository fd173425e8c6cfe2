import type { IDataObject } from 'n8n-workflow';

import type { Decision } from './decision';
import { OFFER_COLUMNS } from './columns';
import { offerFields } from './fields';
import { answerOf, heldAnswerOf, type Fate } from './answer';
import { decide } from './preview';
import { PRICES_WITHOUT_BRAKE } from './risks';
import { changeOf, isGoing } from './sending';
import { settingsReader, toRunOptions } from './settings';
import { issuesText } from '../../amazon/listings/issueText';
import { patchListing } from '../../amazon/listings/listing';
import { OFFER_PRODUCT_TYPE, toPatches } from '../../amazon/listings/patches';
import { RefusedSkuError } from '../../amazon/listings/refusedSku';
import type { ListingSubmission } from '../../amazon/listings/submission';
import { SpApiError, toError } from '../../amazon/transport/errors';
import { pool } from '../../amazon/transport/pool';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';
import { toText } from '../../n8n/params';
import { SAYS } from '../../n8n/summary';

/** Calls under way at once; the limiter holds Amazon's five a second, this covers the answers' travel time. */
const AT_ONCE = 10;

/** What comes next, for the hint after a run. */
const NEXT = {
	accepted: 'Amazon shows changes after a few minutes.',
	partly: 'Of partly sent items one part is held: message says why.',
	held: SAYS.held,
	superseded: SAYS.superseded,
	rejected: SAYS.rejected,
	ready: SAYS.ready,
	failed: SAYS.failed,
	unclear: SAYS.unclear,
};

/** Changes each item at once: the lane for sold-out items and price mistakes. */
export const sendNow: BatchOperation = {
	value: 'sendNow',
	name: 'Send Now',
	action: 'Send prices and stock now',
	description: 'Change each item at once, one call per item, 5 a second: for urgent changes',
	builderHint:
		"For a few urgent items, such as sold-out products from a store's webhook: one call each, five a second. Use Submit for whole catalogues.",
	fields: offerFields('sendNow'),
	risks: [PRICES_WITHOUT_BRAKE],
	columns: OFFER_COLUMNS,
	next: NEXT,
	async batch(context, items) {
		const { dryRun, trace } = toRunOptions(settingsReader(context)(0));
		const decisions = decide(context, items);
		const sent = await pool(decisions, { atOnce: AT_ONCE }, async (decision) => {
			return await sendOne(context, decision, { dryRun, trace });
		});
		return withFailures(sent, trace);
	},
};

/** What only Amazon can have said. */
const ANSWERS: readonly string[] = ['accepted', 'rejected'];

function isAnswer(outcome: Outcome): boolean {
	return 'json' in outcome && ANSWERS.includes(toText(outcome.json.status));
}

/** The run must not end with an error that says "not sent" of what Amazon may have carried out. */
function mayHaveArrived(error: Error): boolean {
	return error instanceof SpApiError && error.mayHaveArrived;
}

/** A change that did not get its answer, and why. */
interface Failed {
	decision: Decision;
	error: Error;
}

/**
 * Amazon's answers must not be lost with an item that failed, so such an item has an answer, too. Only when Amazon
 * answered nothing at all, and surely carried nothing out, what failed concerns them all: the run fails.
 */
function withFailures(sent: ReadonlyArray<Outcome | Failed>, trace: boolean): Outcome[] {
	const hasAnswer = sent.some((one) => ('decision' in one ? mayHaveArrived(one.error) : isAnswer(one)));
	return sent.map((one) => {
		if (!('decision' in one)) return one;
		const { decision, error } = one;
		const { item } = decision;
		return hasAnswer ? { item, ...answerOf(decision, fateOfFailure(error), trace) } : { item, error };
	});
}

/** Of what got no answer: whether Amazon may have it all the same. */
function fateOfFailure(error: Error): Fate {
	const { hint, requestId } = error instanceof SpApiError ? error : {};
	const message = [error.message, hint].filter((part) => part !== undefined).join(' ');
	const facts = { message, ...(requestId !== undefined && { requestId }) };
	return mayHaveArrived(error)
		? { status: 'unclear', reason: 'answer-lost', ...facts }
		: { status: 'failed', reason: 'not-sent', ...facts };
}

async function sendOne(
	{ client, signal }: Context,
	decision: Decision,
	{ dryRun, trace }: { dryRun: boolean; trace: boolean },
): Promise<Outcome | Failed> {
	const { item, sku } = decision;
	if (!isGoing(decision)) return { item, ...heldAnswerOf(decision) };
	const marketplaceId = decision.marketplace.id;
	const change = { productType: OFFER_PRODUCT_TYPE, patches: toPatches(changeOf(decision), marketplaceId) };
	const answered = (fate: Fate): Outcome => ({ item, ...answerOf(decision, fate, trace) });
	if (dryRun) return answered({ status: 'ready', wouldSend: { ...change } });
	try {
		const address = { sku, marketplaceIds: [marketplaceId] };
		return answered(fateOfSubmission(await patchListing(client, address, change, signal)));
	} catch (error) {
		return isRefusal(error) ? answered(fateOfRefusal(error)) : { decision, error: toError(error) };
	}
}

/** Whether Amazon refuses this item, and not the call as such. */
function isRefusal(error: unknown): error is SpApiError {
	if (error instanceof RefusedSkuError) return true;
	return error instanceof SpApiError && (error.status === 400 || error.status === 404);
}

function fateOfRefusal(error: SpApiError): Fate {
	const { code = 'refused', hint, requestId } = error;
	const message = error instanceof RefusedSkuError ? `${error.message} ${hint}` : error.message;
	return { status: 'rejected', reason: code, message, requestId };
}

function fateOfSubmission({ status, submissionId, issues }: ListingSubmission): Fate {
	const remarks = issuesText(issues);
	const facts = { submissionId, issues: (issues ?? []) as unknown as IDataObject[] };
	if (status === 'INVALID') {
		const message = remarks === '' ? 'Amazon refused the change without giving a reason' : remarks;
		return { status: 'rejected', reason: 'refused-by-amazon', message, ...facts };
	}
	return { status: 'accepted', ...(remarks !== '' && { message: remarks }), ...facts };
}
