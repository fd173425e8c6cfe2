import type { IDataObject } from 'n8n-workflow';

import { decideAll } from './decide';
import { holdOf, type Decision } from './decision';
import { offerFields } from './fields';
import { answerOf, heldAnswerOf } from './answer';
import { OFFER_COLUMNS } from './columns';
import { settingsReader, toRunOptions } from './settings';
import { hintAtIdleBrakes, hintAtIdleRules, requireFields } from './requireFields';
import { toText } from '../../n8n/params';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';
import { SAYS } from '../../n8n/summary';

/** Shows what the rules make of every item and sends nothing. */
export const preview: BatchOperation = {
	value: 'preview',
	name: 'Preview',
	action: 'Preview prices and stock',
	description: 'Show what would be sent for each item and why, and send nothing',
	builderHint:
		'Connect store products or queue rows before it, one item per SKU. It sends nothing: use it to check the rules, then give Submit the same settings.',
	fields: offerFields('preview'),
	columns: OFFER_COLUMNS,
	next: {
		ready: 'Nothing was sent: choose the operation Submit to send them.',
		partly: 'Of partly ready items one part is held: message says why.',
		held: SAYS.held,
		superseded: SAYS.superseded,
	},
	batch(context, items) {
		return decide(context, items).map(toOutcome);
	},
};

/** Decides all items with the settings of the form. */
export function decide(context: Context, items: readonly IDataObject[]): Decision[] {
	const settingsOf = settingsReader(context);
	const first = settingsOf(0);
	const { soldOutBrake, stockOnce } = toRunOptions(first);
	requireFields(first, items);
	hintAtIdleRules(context, first, items);
	if (context.n8n.getMode() === 'manual') hintAtIdleBrakes(context, first, items);
	return decideAll({
		kind: first.change,
		items,
		settingsOf,
		marketplaceIds: context.account.marketplaceIds,
		now: context.clock.now(),
		stockOnce,
		soldOutBrake,
	});
}

function toOutcome(decision: Decision): Outcome {
	const { item } = decision;
	if (holdOf(decision) !== undefined) return { item, ...heldAnswerOf(decision) };
	const { json } = answerOf(decision, { status: 'ready' }, true);
	return { item, json: { ...json, message: json.message === '' ? stepsOf(json) : json.message } };
}

/** Of an item about which there is nothing else to say: how its values came about. */
function stepsOf({ priceSteps, stockSteps }: IDataObject): string {
	const steps = { Price: toText(priceSteps), Stock: toText(stockSteps) };
	return Object.entries(steps)
		.filter(([, text]) => text !== '')
		.map(([part, text]) => `${part}: ${text}.`)
		.join(' ');
}
