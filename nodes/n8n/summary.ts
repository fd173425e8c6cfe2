import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation, Outcome } from './operation';
import { toText } from './params';

/** What comes next after a status that means the same in every step. */
export const SAYS = {
	held: 'Held items say why in message.',
	superseded: 'Of superseded items the same SKU came again later: message says where.',
	rejected: "Of rejected items message has Amazon's words.",
	ready: 'Dry Run: nothing was sent.',
	failed: 'Failed items were not sent: send them again.',
	unclear: 'Of unclear items nobody knows whether they arrived: look in Seller Central.',
} as const;

/**
 * Says in the output panel what became of the items and what comes next, such as "2 submitted, 1 held. Amazon needs 15 to 30
 * minutes; ask with Get Result."
 */
export function addSummary(n8n: IExecuteFunctions, { next }: Operation, outcomes: readonly Outcome[]): void {
	if (next === undefined) return;
	const counts = countStatuses(outcomes);
	if (counts.size === 0) return;
	const statuses = [...new Set([...Object.keys(next), ...counts.keys()])].filter((status) =>
		counts.has(status),
	);
	const list = statuses.map((status) => `${counts.get(status)?.toLocaleString('en')} ${status}`).join(', ');
	const sentences = new Set(statuses.map((status) => next[status] ?? ''));
	const message = [`${list}.`, ...sentences].filter((part) => part !== '').join(' ');
	n8n.addExecutionHints({ message, location: 'outputPane' });
}

/** An error has no status. */
function countStatuses(outcomes: readonly Outcome[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const outcome of outcomes) {
		const status = 'json' in outcome ? toText(outcome.json.status) : '';
		if (status !== '') counts.set(status, (counts.get(status) ?? 0) + 1);
	}
	return counts;
}
