import type { IDataObject } from 'n8n-workflow';

import { isSending, quantityOf, stockOf, type Decision } from './decision';
import { supersededBy } from '../../rules/changes';
import { brakeSoldOut } from '../../rules/stockBrake';
import { decideSharedStock, type MarketplaceQuantity } from '../../rules/stockShare';
import { Hold, type HoldReason } from '../../rules/verdict';

/** Rules that look at the whole run; they change the decisions in place. */

/** The last value of a SKU in a marketplace wins, the earlier ones are held. */
export function supersede(decisions: readonly Decision[]): void {
	for (const group of byMarketplace(decisions)) {
		for (const [older, newer] of supersededBy(group.map(({ sku }) => sku))) {
			const decision = group[older];
			if (decision === undefined) continue;
			const message = `A newer value of this SKU came later in the same run (item ${group[newer]?.item}); only that one counts`;
			decision.hold = new Hold('superseded', message);
		}
	}
}

function byMarketplace(decisions: readonly Decision[]): Iterable<Decision[]> {
	const groups = new Map<string, Decision[]>();
	for (const decision of decisions) {
		if (decision.marketplace === undefined) continue;
		const group = groups.get(decision.marketplace.id);
		if (group === undefined) groups.set(decision.marketplace.id, [decision]);
		else group.push(decision);
	}
	return groups.values();
}

/**
 * One quantity per SKU: an account is of one region, and there Amazon keeps one. Superseded values have no say in it.
 * @param once only the first marketplace that sends the quantity does
 */
export function shareStock(
	decisions: readonly Decision[],
	items: readonly IDataObject[],
	once: boolean,
): void {
	for (const group of groupsOfSku(decisions)) {
		const shared = decideSharedStock(group.map(toQuantity));
		if (shared !== undefined) {
			for (const decision of group) {
				decision.stock = decision.decideStock?.(items[decision.item] ?? {}, shared);
				decision.stockShared = shared.message;
			}
		}
		if (once) keepFirst(group.filter((decision) => isSending(decision) && stockOf(decision) !== undefined));
	}
}

/** The decisions of each SKU that has a quantity in several marketplaces. */
function* groupsOfSku(decisions: readonly Decision[]): Generator<Decision[]> {
	const one = decisions.find(({ marketplace }) => marketplace !== undefined)?.marketplace;
	if (decisions.every(({ marketplace }) => marketplace === undefined || marketplace === one)) return;
	const groups = new Map<string, Decision[]>();
	for (const decision of decisions) {
		if (decision.hold !== undefined || quantityOf(decision) === undefined) continue;
		const group = groups.get(decision.sku);
		if (group === undefined) groups.set(decision.sku, [decision]);
		else group.push(decision);
	}
	for (const group of groups.values()) if (group.length > 1) yield group;
}

function toQuantity(decision: Decision): MarketplaceQuantity {
	return { marketplace: decision.marketplace?.country ?? '', quantity: quantityOf(decision) ?? 0 };
}

function keepFirst([first, ...others]: readonly Decision[]): void {
	const message = `The quantity goes in the message for ${first?.marketplace?.name}: Amazon keeps one for the whole region`;
	for (const decision of others) holdStock(decision, 'stock-sent-once', message);
}

function holdStock(decision: Decision, reason: HoldReason, message: string): void {
	decision.stock = { kind: 'hold', reason, message, trace: decision.stock?.trace ?? [] };
}

/** When too much of the range would sell out at once, all those zeroes are held. */
export function brakeZeroes(
	decisions: readonly Decision[],
	settings: { maxPercent: number; atLeastItems: number },
): void {
	const moving = decisions.filter((decision) => isSending(decision) && stockOf(decision) !== undefined);
	const moves = moving.map((decision) => ({
		from: decision.lastQuantity,
		to: stockOf(decision)?.quantity ?? 0,
	}));
	const { tripped, soldOut, message } = brakeSoldOut(moves, settings);
	if (!tripped) return;
	for (const index of soldOut) {
		const decision = moving[index];
		if (decision !== undefined) holdStock(decision, 'too-many-sold-out', message);
	}
}
