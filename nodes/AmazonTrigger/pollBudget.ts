import type { IPollFunctions } from 'n8n-workflow';

/** n8n tells how long a poll may take; older versions do not, and wait for minutes. */
const DEFAULT_BUDGET_MS = 60_000;

export function pollBudgetMs(poll: IPollFunctions): number {
	return typeof poll.getPollBudgetMs === 'function' ? poll.getPollBudgetMs() : DEFAULT_BUDGET_MS;
}
