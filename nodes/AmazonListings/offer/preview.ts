import type { IDataObject } from 'n8n-workflow';

import { decideAll } from './decide';
import { holdOf, type Decision } from './decision';
import { offerFields } from './fields';
import { present, presentHeld } from './present';
import { settingsReader, toRunOptions, type OfferKind } from './settings';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';

/** Shows what the rules make of every item and sends nothing. */
export function previewOperation(kind: OfferKind, noun: string): BatchOperation {
	return {
		value: 'preview',
		name: 'Preview',
		action: `Preview ${noun}`,
		description: 'Show what would be sent for each item and why, and send nothing',
		fields: offerFields(kind, 'preview'),
		batch(context, items) {
			return decide(context, kind, items).map(toOutcome);
		},
	};
}

/** Decides all items with the settings of the form. */
export function decide(context: Context, kind: OfferKind, items: readonly IDataObject[]): Decision[] {
	const settingsOf = settingsReader(context);
	const { soldOutBrake, stockOnce } = toRunOptions(settingsOf(0).options);
	return decideAll({
		kind,
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
	if (holdOf(decision) !== undefined) return { item, ...presentHeld(decision) };
	return { item, ...present(decision, { status: 'ready' }, true) };
}
