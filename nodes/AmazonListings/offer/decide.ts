import type { IDataObject } from 'n8n-workflow';

import { compile, type Compiled } from './compile';
import type { Decision, OfferHold } from './decision';
import { labelOf } from './labels';
import { decideRegionStock, type RegionRules } from './regionStock';
import { namesOf, type OfferKind, type OfferSettings } from './settings';
import { supersede } from './supersede';
import { findMarketplace, type Marketplace } from '../../amazon/tables/marketplaces';
import { toText } from '../../n8n/params';
import { readSku } from '../../rules/item/sku';
import { Hold, withFieldNames } from '../../rules/verdict/verdict';

export interface DecideInput extends RegionRules {
	kind: OfferKind;
	items: readonly IDataObject[];
	settingsOf: (item: number) => OfferSettings;
	/** Marketplaces of the account. */
	marketplaceIds: readonly string[];
	/** Milliseconds since 1970. */
	now: number;
}

/** A SKU longer than this is shown cut: it is held anyway. */
const SHOWN_SKU_LENGTH = 60;

/**
 * Decides every item in every marketplace it goes to, in the items' order: at least one decision per item.
 * A newer value of a SKU overtakes the older ones of the same run. Throws a `ConfigError` for bad rules.
 */
export function decideAll(input: DecideInput): Decision[] {
	return withFieldNames(labelOf, () => decideRun(input));
}

function decideRun(input: DecideInput): Decision[] {
	const decisions: Decision[] = [];
	let compiled: Compiled | undefined;
	input.items.forEach((json, item) => {
		const settings = input.settingsOf(item);
		if (compiled?.settings !== settings) compiled = compile(settings, input.kind);
		decisions.push(...decideItem(input, compiled, { item, json }));
	});
	supersede(decisions);
	decideRegionStock(decisions, input);
	return decisions;
}

function decideItem(
	input: DecideInput,
	compiled: Compiled,
	{ item, json }: { item: number; json: IDataObject },
): Decision[] {
	const given = compiled.readSku(json);
	const sku = readSku(given);
	const kept = compiled.keep.length > 0 ? keep(compiled, json) : undefined;
	if (typeof sku !== 'string')
		return [held({ item, sku: toText(given).slice(0, SHOWN_SKU_LENGTH), kept }, sku)];
	const targets = marketplacesOf(input, compiled, json);
	if (targets instanceof Hold) return [held({ item, sku, kept }, targets)];
	const lastQuantity = compiled.readLastQuantity(json);
	return targets.map((marketplace) => {
		const rules = compiled.rulesFor(marketplace, targets);
		const price = rules.price?.(json, input.now);
		const stock = rules.stock?.(json, input.now);
		const decideStock = rules.stock;
		return { item, sku, marketplace, price, stock, decideStock, hold: undefined, lastQuantity, kept };
	});
}

/** The decision that sends nothing of an item: no rule has seen it. */
function held({ item, sku, kept }: Pick<Decision, 'item' | 'sku' | 'kept'>, hold: OfferHold): Decision {
	return {
		...{ item, sku, marketplace: undefined, price: undefined, stock: undefined, decideStock: undefined },
		...{ hold, lastQuantity: undefined, kept },
	};
}

function keep(compiled: Compiled, json: IDataObject): IDataObject {
	return Object.fromEntries(compiled.keep.map(({ name, read }) => [name, read(json) as IDataObject]));
}

/** Where an item goes, or why it goes nowhere. */
function marketplacesOf(
	input: DecideInput,
	compiled: Compiled,
	json: IDataObject,
): Marketplace[] | OfferHold {
	const own = compiled.readMarketplace(json);
	const name = own === undefined || own === null ? '' : toText(own).trim();
	if (name === '') {
		if (compiled.settings.marketplaces.length > 0) return compiled.settings.marketplaces;
		const choice = `choose one of: ${namesOf(input.marketplaceIds)}`;
		return new Hold(
			'unknown-marketplace',
			`The item names no marketplace and none is chosen in the node; ${choice}`,
		);
	}
	const marketplace = findMarketplace(name);
	if (marketplace !== undefined && input.marketplaceIds.includes(marketplace.id)) return [marketplace];
	const known = namesOf(input.marketplaceIds);
	return new Hold(
		'unknown-marketplace',
		`The marketplace "${name.slice(0, 40)}" is not one of the account's: ${known}`,
	);
}
