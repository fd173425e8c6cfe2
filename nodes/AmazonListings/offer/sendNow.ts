import type { IDataObject } from 'n8n-workflow';

import type { Decision } from './decision';
import { offerFields } from './fields';
import { present, presentHeld } from './present';
import { decide } from './preview';
import { changeOf, isGoing } from './sending';
import { settingsReader, toRunOptions, type OfferKind } from './settings';
import { issuesText } from '../../amazon/listings/issueText';
import { patchListing, type ListingSubmission } from '../../amazon/listings/listing';
import { OFFER_PRODUCT_TYPE, toPatches } from '../../amazon/listings/patches';
import { SpApiError } from '../../amazon/transport/errors';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';

/** Calls under way at once; the limiter holds Amazon's five a second, this covers the answers' travel time. */
const PARALLEL = 10;

/** Changes each item at once: the lane for sold-out items and price mistakes. */
export function sendNowOperation(kind: OfferKind, noun: string): BatchOperation {
	return {
		value: 'sendNow',
		name: 'Send Now',
		action: `Send ${noun} now`,
		description: 'Change each item at once, one call per item, 5 a second: for urgent changes',
		fields: offerFields(kind, 'sendNow'),
		async batch(context, items) {
			const { dryRun, trace } = toRunOptions(settingsReader(context)(0).options);
			const decisions = decide(context, kind, items);
			return await inParallel(
				decisions,
				async (decision) => await sendOne(context, decision, { dryRun, trace }),
			);
		},
	};
}

async function inParallel(
	decisions: Decision[],
	work: (decision: Decision) => Promise<Outcome>,
): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	const queue = decisions.entries();
	const worker = async () => {
		for (const [index, decision] of queue) outcomes[index] = await work(decision);
	};
	await Promise.all(Array.from({ length: PARALLEL }, worker));
	return outcomes;
}

async function sendOne(
	{ client, signal }: Context,
	decision: Decision,
	{ dryRun, trace }: { dryRun: boolean; trace: boolean },
): Promise<Outcome> {
	const { item, sku } = decision;
	if (!isGoing(decision)) return { item, ...presentHeld(decision) };
	const { marketplace } = decision;
	const change = { productType: OFFER_PRODUCT_TYPE, patches: toPatches(changeOf(decision), marketplace.id) };
	if (dryRun) {
		const wouldSend = { ...change } as unknown as IDataObject;
		return { item, ...present(decision, { status: 'ready', wouldSend }, trace) };
	}
	try {
		const address = { sku, marketplaceIds: [marketplace.id] };
		return { item, ...presentAnswer(decision, await patchListing(client, address, change, signal), trace) };
	} catch (error) {
		// Amazon refusing one item must not lose the answers of the others; everything else concerns them all.
		if (error instanceof SpApiError && (error.status === 400 || error.status === 404)) {
			const { code, message, requestId } = error;
			return {
				item,
				...present(decision, { status: 'rejected', reason: code ?? 'refused', message, requestId }, trace),
			};
		}
		return { item, error: error instanceof Error ? error : new Error(String(error)) };
	}
}

function presentAnswer(
	decision: Decision,
	{ status, submissionId, issues }: ListingSubmission,
	trace: boolean,
) {
	const remarks = issuesText(issues);
	const facts = { submissionId, issues: (issues ?? []) as unknown as IDataObject[] };
	if (status === 'INVALID') {
		const message = remarks === '' ? 'Amazon refused the change without giving a reason' : remarks;
		return present(decision, { status: 'rejected', reason: 'refused-by-amazon', message, ...facts }, trace);
	}
	return present(
		decision,
		{ status: 'accepted', ...(remarks !== '' && { message: remarks }), ...facts },
		trace,
	);
}
