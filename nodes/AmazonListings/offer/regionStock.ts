import type { IDataObject } from 'n8n-workflow';

import { hasRepeatedSku, quantityOf, stockOf, type Decision } from './decision';
import { overrule } from '../../rules/decision';
import { brakeSoldOut, type StockMove } from '../../rules/stockBrake';
import { decideSharedStock, type MarketplaceQuantity } from '../../rules/stockShare';
import { Hold } from '../../rules/verdict';

export interface RegionRules {
	/** The quantity of a SKU goes in one message, not in those of all its marketplaces. */
	stockOnce?: boolean;
	soldOutBrake?: { maxPercent: number; atLeastItems: number };
}

/** The decisions of one SKU that give it a quantity, whether it is news or not. */
type SkuGroup = Decision[];

/**
 * One quantity per SKU: an account is of one region, and there Amazon keeps one. What the brake holds goes nowhere, so it
 * comes before the choice of the one message. Changes the decisions in place; superseded values have no say.
 */
export function decideRegionStock(
	decisions: readonly Decision[],
	items: readonly IDataObject[],
	{ soldOutBrake, stockOnce }: RegionRules,
): void {
	// One quantity for each SKU leaves nothing to share; only the brake looks at the whole range.
	if (soldOutBrake === undefined && !hasRepeatedSku(decisions)) return;
	const groups = groupBySku(decisions);
	for (const group of groups) shareStock(group, items);
	if (soldOutBrake !== undefined) {
		groups.forEach(holdUnclear);
		brakeZeroes(groups, soldOutBrake);
	}
	if (stockOnce === true) groups.forEach(keepFirst);
}

function groupBySku(decisions: readonly Decision[]): SkuGroup[] {
	const groups = new Map<string, SkuGroup>();
	for (const decision of decisions) {
		if (quantityOf(decision) === undefined) continue;
		const group = groups.get(decision.sku);
		if (group === undefined) groups.set(decision.sku, [decision]);
		else group.push(decision);
	}
	return [...groups.values()];
}

function shareStock(group: SkuGroup, items: readonly IDataObject[]): void {
	if (group.length === 1) return;
	const shared = decideSharedStock(group.map(toQuantity));
	if (shared === undefined) return;
	for (const decision of group) {
		decision.stock = decision.decideStock?.(items[decision.item] ?? {}, shared);
		decision.stockShared = shared.message;
	}
}

function toQuantity(decision: Decision): MarketplaceQuantity {
	return { marketplace: decision.marketplace?.country ?? '', quantity: quantityOf(decision) ?? 0 };
}

/** Whether an item sells out cannot be said when what was last sent cannot be read; what stays on sale is no question. */
function holdUnclear(group: SkuGroup): void {
	const unclear = group.map(({ lastQuantity }) => lastQuantity).find((last) => last instanceof Hold);
	if (unclear === undefined || lowestOf(group) > 0) return;
	for (const decision of group) holdStock(decision, unclear);
}

function lowestOf(group: SkuGroup): number {
	return Math.min(...group.map((decision) => quantityOf(decision) ?? Infinity));
}

/** When too much of the range would sell out at once, those SKUs' quantities are held in every marketplace. */
function brakeZeroes(groups: readonly SkuGroup[], settings: NonNullable<RegionRules['soldOutBrake']>): void {
	const { tripped, soldOut, message } = brakeSoldOut(groups.map(toMove), settings);
	if (!tripped) return;
	const hold = new Hold('too-many-sold-out', message);
	for (const index of soldOut) groups[index]?.forEach((decision) => holdStock(decision, hold));
}

/** Of quantities that were last sent to the marketplaces, any above 0 may still be on sale. */
function toMove(group: SkuGroup): StockMove {
	const known = group.map(({ lastQuantity }) => lastQuantity).filter((last) => typeof last === 'number');
	return { from: known.length === 0 ? undefined : Math.max(...known), to: lowestOf(group) };
}

function keepFirst(group: SkuGroup): void {
	const [first, ...others] = group.filter((decision) => stockOf(decision) !== undefined);
	if (others.length === 0) return;
	const message = `The quantity goes in the message for ${first?.marketplace?.name}: Amazon keeps one for the whole region`;
	for (const decision of others) holdStock(decision, new Hold('stock-sent-once', message));
}

/** What is no news stays so. */
function holdStock(decision: Decision, hold: Hold): void {
	if (decision.stock?.kind === 'change') decision.stock = overrule(decision.stock, hold);
}
