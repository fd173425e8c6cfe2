import { isSending, stockOf, type Decision } from './decision';
import { supersededBy } from '../../rules/changes';
import { brakeSoldOut } from '../../rules/stockBrake';
import { Hold } from '../../rules/verdict';

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
		if (decision === undefined) continue;
		decision.stock = {
			kind: 'hold',
			reason: 'too-many-sold-out',
			message,
			trace: decision.stock?.trace ?? [],
		};
	}
}
