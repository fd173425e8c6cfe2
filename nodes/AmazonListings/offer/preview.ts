import type { IDataObject } from 'n8n-workflow';

import { decideAll } from './decide';
import { holdOf, type Decision } from './decision';
import { offerFields } from './fields';
import { present, presentHeld } from './present';
import { OFFER_COLUMNS } from './columns';
import { settingsReader, toRunOptions, type OfferSettings } from './settings';
import { requireField } from '../../n8n/fieldNames';
import { toList } from '../../n8n/params';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';

/** Shows what the rules make of every item and sends nothing. */
export const preview: BatchOperation = {
	value: 'preview',
	name: 'Preview',
	action: 'Preview prices and stock',
	description: 'Show what would be sent for each item and why, and send nothing',
	fields: offerFields('preview'),
	columns: OFFER_COLUMNS,
	next: {
		ready: 'Nothing was sent: choose the operation Submit to send them.',
		partly: 'Of partly ready items one part is held: message says why.',
		held: 'Held items say why in message.',
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

/** A typing slip in the name of a field would hold every item. */
function requireFields(
	{ change, shippedBy, skuField, priceField, quantityField }: OfferSettings,
	items: readonly IDataObject[],
): void {
	requireField(items, skuField, 'SKU Field');
	if (change !== 'stock') requireField(items, priceField, 'Price Field');
	if (change === 'price' || shippedBy === 'AFN') return;
	for (const field of toList(quantityField)) requireField(items, field, 'Quantity Field');
}

function toOutcome(decision: Decision): Outcome {
	const { item } = decision;
	if (holdOf(decision) !== undefined) return { item, ...presentHeld(decision) };
	return { item, ...present(decision, { status: 'ready' }, true) };
}
