import type { IDataObject } from 'n8n-workflow';

import { hasRepeatedSku, quantityOf, stockOf, type Decision, type OfferHold } from './decision';
import { overrule } from '../../rules/verdict/decision';
import { decideSoldOut, type StockMove } from '../../rules/stock/brake';
import { decideSharedStock, type MarketplaceQuantity } from '../../rules/stock/share';
import type { Channel } from '../../rules/stock/config';
import type { Moment } from '../../rules/item/moment';
import { Hold } from '../../rules/verdict/verdict';

export interface RegionRules {
	/** The quantity of a SKU goes in one message, not in those of all its marketplaces. */
	stockOnce?: boolean;
	soldOutBrake?: { maxPercent: number; atLeastItems: number };
}

export interface RegionRun extends RegionRules {
	items: readonly IDataObject[];
	now: Moment;
}

/** The decisions of one SKU that say something about its stock, whether it is news or not. */
type SkuGroup = Decision[];

/**
 * One quantity per SKU: an account is of one region, and there Amazon keeps one. What the brake holds goes nowhere, so it
 * comes before the choice of the one message. Changes the decisions in place; superseded values have no say.
 */
export function decideRegionStock(
	decisions: readonly Decision[],
	{ items, now, soldOutBrake, stockOnce }: RegionRun,
): void {
	// One value for each SKU leaves nothing to share; only the brake looks at the whole range.
	const isShared = hasRepeatedSku(decisions);
	if (isShared) holdMixedChannels(decisions);
	else if (soldOutBrake === undefined) return;
	const groups = groupBySku(decisions, quantityOf);
	for (const group of groups) shareStock(group, items, now);
	if (soldOutBrake !== undefined) {
		groups.forEach(holdUnclear);
		brakeZeroes(groups, soldOutBrake);
	}
	if (stockOnce === true) groups.forEach(keepFirst);
}

/** Who ships a SKU is one thing for the whole region too: one message would move it, and the next move it back. */
function holdMixedChannels(decisions: readonly Decision[]): void {
	for (const group of groupBySku(decisions, channelOf)) {
		if (new Set(group.map(channelOf)).size < 2) continue;
		const list = group
			.map((decision) => `${decision.marketplace?.country} ${channelOf(decision)}`)
			.join(', ');
		const why = 'Amazon keeps one fulfillment channel of a SKU for all marketplaces of a region';
		const hold = new Hold('channel-unclear', `${list}: ${why}; give all of them the same`);
		for (const decision of group) holdStock(decision, hold);
	}
}

/** Undefined when nothing is said about who ships it. */
function channelOf({ stock }: Decision): Channel | undefined {
	if (stock?.kind === 'change') return stock.change.channel;
	return stock?.reason === 'amazon-holds-the-stock' ? 'AFN' : undefined;
}

function groupBySku(decisions: readonly Decision[], partOf: (decision: Decision) => unknown): SkuGroup[] {
	const groups = new Map<string, SkuGroup>();
	for (const decision of decisions) {
		if (partOf(decision) === undefined) continue;
		const group = groups.get(decision.sku);
		if (group === undefined) groups.set(decision.sku, [decision]);
		else group.push(decision);
	}
	return [...groups.values()];
}

function shareStock(group: SkuGroup, items: readonly IDataObject[], now: Moment): void {
	if (group.length === 1) return;
	const shared = decideSharedStock(group.map(toQuantity));
	if (shared === undefined) return;
	for (const decision of group) {
		decision.stock = decision.decideStock?.(items[decision.item] ?? {}, now, shared);
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
	const { tripped, soldOut, message } = decideSoldOut(groups.map(toMove), settings);
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
function holdStock(decision: Decision, hold: OfferHold): void {
	if (decision.stock?.kind === 'change') decision.stock = overrule(decision.stock, hold);
}
