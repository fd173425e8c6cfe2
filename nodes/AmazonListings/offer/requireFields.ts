import type { IDataObject } from 'n8n-workflow';

import { brakePercentOf, fieldName } from './compile';
import { labelOf } from './labels';
import { toRunOptions, type OfferSettings } from './settings';
import { priceRules } from './price/fields';
import { stockRules } from './stock/ruleFields';
import { toPriceConfig } from './price/config';
import type { Context } from '../../n8n/operation';
import { hintAtMissingFields, isInNoItem, namedFields, requireField } from '../../n8n/forms/fieldNames';
import { toList } from '../../n8n/params';
import type { Value } from '../../rules/item/value';
import type { Limit } from '../../rules/price/config';

/**
 * A typing slip in the name of a field would hold every item, and in that of a limit switch the limit off.
 * @throws FieldMissing for a field that no item has
 */
export function requireFields(settings: OfferSettings, items: readonly IDataObject[]): void {
	const { change, shippedBy, skuField, priceField, quantityField } = settings;
	requireField(items, skuField, 'SKU Field');
	if (change !== 'stock') {
		requireField(items, priceField, 'Price Field');
		for (const [label, path] of namedByRules(settings)) requireField(items, path, label);
	}
	if (change === 'price' || shippedBy === 'AFN') return;
	for (const field of toList(quantityField)) requireField(items, field, 'Quantity Field');
}

/** What the price rules of the form read from the items, by the form's label. */
function namedByRules(settings: OfferSettings): Array<[string, string]> {
	const { limits, modifiers = [] } = toPriceConfig(settings, '');
	const [change] = settings.changePriceBy === '' ? [] : modifiers;
	const values: Record<string, Limit | Value | undefined> = {
		'modifiers[0]': change?.value,
		'limits.floor': limits?.floor,
		'limits.ceiling': limits?.ceiling,
		'limits.minimumAdvertised': limits?.minimumAdvertised,
	};
	return Object.entries(values).flatMap(([field, value]): Array<[string, string]> =>
		value !== undefined && 'attribute' in value ? [[labelOf(field), value.attribute]] : [],
	);
}

/** Rules that were added and whose field no item has do nothing; the brakes of the form have a sentence of their own. */
export function hintAtIdleRules(
	context: Context,
	settings: OfferSettings,
	items: readonly IDataObject[],
): void {
	const { change } = settings;
	const added = [
		...(change === 'stock' ? [] : namedFields(priceRules, settings.priceRules)),
		...(change === 'price' ? [] : namedFields(stockRules, settings.stockRules)),
	];
	hintAtMissingFields(context, items, added);
}

/** A brake compares with what was last sent; whoever tries things out should know that it had nothing to compare with. */
export function hintAtIdleBrakes(
	{ n8n }: Context,
	settings: OfferSettings,
	items: readonly IDataObject[],
): void {
	const { soldOutBrake } = toRunOptions(settings);
	const { change, options } = settings;
	const compared = [
		change !== 'stock' &&
			brakePercentOf(settings) !== undefined &&
			fieldName(options.lastPriceField, 'lastPrice'),
		change !== 'price' && soldOutBrake !== undefined && fieldName(options.lastQuantityField, 'lastQuantity'),
	];
	const idle = compared.filter((path) => path && isInNoItem(items, path, 'Options'));
	if (idle.length === 0) return;
	const message = `The brakes had nothing to compare with: no item has a field ${idle.join(' or ')} with what Amazon was last sent.`;
	n8n.addExecutionHints({ message, location: 'outputPane' });
}
