import { hasRepeatedSku, type Decision } from './decision';
import type { OfferReason } from '../../n8n/offerReason';
import { supersededBy } from '../../rules/item/superseded';
import { overrule } from '../../rules/verdict/decision';
import { Hold, type Verdict } from '../../rules/verdict/verdict';

/** What a part can say without a change: it is a value all the same. */
const SETTLED: readonly OfferReason[] = ['unchanged', 'amazon-holds-the-stock'];

/**
 * The last value of a SKU in a marketplace wins, the earlier ones are held; in place. Price and stock each for itself: a
 * later row that says nothing usable about the stock must not take back that the item is sold out.
 */
export function supersede(decisions: readonly Decision[]): void {
	for (const group of byMarketplace(decisions)) {
		if (!hasRepeatedSku(group)) continue;
		const skus = group.map(({ sku }) => sku);
		supersedePart(group, skus, 'price');
		supersedePart(group, skus, 'stock');
	}
}

function supersedePart(group: readonly Decision[], skus: readonly string[], part: 'price' | 'stock'): void {
	for (const [older, newer] of supersededBy(skus, (index) => isSettled(group[index]?.[part]))) {
		const decision = group[older];
		const message = `A newer value of this SKU came later in the same run (item ${group[newer]?.item}); only that one counts`;
		const hold = new Hold('superseded', message + difference(decision, group[newer], part));
		if (part === 'price' && decision?.price) decision.price = overrule(decision.price, hold);
		if (part === 'stock' && decision?.stock) decision.stock = overrule(decision.stock, hold);
	}
}

/** Two values of one SKU in a list are a mistake more often than news, so they are said. */
function difference(
	older: Decision | undefined,
	newer: Decision | undefined,
	part: 'price' | 'stock',
): string {
	const [here, there] = [older, newer].map((decision) => valueOf(decision, part));
	return here === undefined || there === undefined || here === there
		? ''
		: `. The ${part === 'price' ? 'price' : 'quantity'} is ${here} here and ${there} there`;
}

function valueOf(decision: Decision | undefined, part: 'price' | 'stock'): string | undefined {
	const verdict = decision?.[part];
	if (verdict?.kind !== 'change') return undefined;
	return 'price' in verdict.change ? verdict.change.price : String(verdict.change.quantity);
}

function isSettled(verdict?: Verdict<object, OfferReason>): boolean {
	return verdict !== undefined && (verdict.kind === 'change' || SETTLED.includes(verdict.reason));
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
