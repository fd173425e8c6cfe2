import type { IDataObject } from 'n8n-workflow';

import { confirmFields } from './fields';
import { shipmentJudgement } from './judgement';
import { notAllowed, toJson } from '../sendBack/answer';
import { judgeAll, type Ready } from '../sendBack/judge';
import { isDryRun } from '../sendBack/rows';
import type { Shipment } from '../../amazon/orders/confirmShipment';
import { tryConfirm } from '../../amazon/orders/tryConfirm';
import { SpApiError, toError } from '../../amazon/transport/errors';
import { OPERATIONS } from '../../amazon/transport/operations';
import { pool } from '../../amazon/transport/pool';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';
import { SAYS } from '../../n8n/summary';
import type { ShipmentChange } from '../../rules/sendBack/shipment/decide';

/** confirmShipment gets two tokens a second after the first ten. */
const AT_ONCE = 5;

type ReadyShipment = Ready<ShipmentChange>;
type Failure = Pick<ReadyShipment, 'item' | 'answer'> & { error: Error };

/** Confirms packages one by one, at once; what a repeat meets at Amazon counts as success. */
export const confirm: BatchOperation = {
	value: 'confirm',
	name: 'Confirm',
	action: 'Confirm shipments',
	description: 'Tell Amazon at once that packages have left, two a second; the order is checked first',
	builderHint:
		"Connect the store's shipments before it: items need Amazon's order ID, carrier and tracking number. For hundreds at once use Submit Many.",
	fields: confirmFields,
	next: {
		...{ confirmed: '', done: 'Done: Amazon had them already.', ready: SAYS.ready },
		held: SAYS.held,
		rejected: SAYS.rejected,
		failed: SAYS.failed,
		unclear: 'Confirming unclear items again does no harm.',
	},
	async batch(context, items) {
		const { ready, others } = await judgeAll(context, items, shipmentJudgement(context, true));
		if (isDryRun(context)) return [...others, ...ready.map(show)];
		return [...others, ...(await confirmAll(context, ready))];
	},
};

function show(ready: ReadyShipment): Outcome {
	const wouldSend = { ...toShipment(ready) } as unknown as IDataObject;
	return { item: ready.item, json: toJson(ready.answer, { status: 'ready', ids: { wouldSend } }) };
}

/** Failures that concern everybody fail the run only when nothing was confirmed: else the answers would be lost. */
async function confirmAll(context: Context, ready: readonly ReadyShipment[]): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	const failures: Failure[] = [];
	const isOver = () => context.signal?.aborted === true;
	await pool(ready, { atOnce: AT_ONCE, isOver }, async (one) => {
		try {
			outcomes.push(await confirmOne(context, one));
		} catch (error) {
			failures.push({ ...one, error: toError(error) });
		}
	});
	context.signal?.throwIfAborted();
	if (outcomes.length === 0) return failures.map(({ item, error }) => ({ item, error }));
	return [...outcomes, ...failures.map(answerOfFailure)];
}

async function confirmOne({ client, signal }: Context, ready: ReadyShipment): Promise<Outcome> {
	const { item, answer } = ready;
	const result = await tryConfirm(client, toShipment(ready), signal);
	if (result.kind === 'not-allowed') return notAllowed(item, answer, result);
	if (result.kind === 'refused') {
		const fate = { status: 'rejected', reason: result.code, message: result.message };
		return { item, json: toJson(answer, fate) };
	}
	const message = result.hadIt ? 'Amazon had it already' : '';
	return { item, json: toJson(answer, { status: 'confirmed', message }) };
}

function answerOfFailure({ item, answer, error }: Failure): Outcome {
	const isOnTheWay = error instanceof SpApiError && error.operation === OPERATIONS.confirmShipment.id;
	if (isOnTheWay && error.mayHaveArrived) {
		const unsure = `Nobody knows whether Amazon has it, and confirming it again does no harm: ${error.message}`;
		return { item, json: toJson(answer, { status: 'unclear', reason: 'answer-lost', message: unsure }) };
	}
	const message = `Not sent: ${error.message}`;
	return { item, json: toJson(answer, { status: 'failed', reason: 'not-sent', message }) };
}

function toShipment({ change, order }: ReadyShipment): Shipment {
	const { amazonOrderId, packageReference, trackingNumber = '', lines = [], ...rest } = change;
	return {
		...rest,
		orderId: amazonOrderId,
		marketplaceId: order?.marketplaceId ?? '',
		packageReferenceId: packageReference,
		trackingNumber,
		items: lines,
	};
}
