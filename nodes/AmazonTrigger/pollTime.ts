import type { IPollFunctions } from 'n8n-workflow';

import type { SpApiOperation } from '../amazon/transport/operations';
import { shared, type Connection } from '../n8n/account';

/** n8n tells how long a poll may take; older versions do not, and wait for minutes. */
const DEFAULT_BUDGET_MS = 60_000;

/** Leaves room for the last calls of a poll, and for n8n to save what it found. */
const SPARE_MS = 5_000;

/** How much longer a poll may take, by the clock of this machine. */
export class PollTime {
	/** Aborts when the time is up, whatever waits then. */
	readonly signal: AbortSignal;
	private readonly untilMs: number;

	constructor(
		poll: IPollFunctions,
		private readonly connection: Connection,
	) {
		const budgetMs = Math.max(1, budgetMsOf(poll) - SPARE_MS);
		this.untilMs = connection.clock.now() + budgetMs;
		this.signal = connection.clock.deadline(budgetMs);
	}

	get isUp(): boolean {
		return this.connection.clock.now() >= this.untilMs;
	}

	/** Whether Amazon's limit lets a call begin before the time is up. */
	hasRoomFor(operation: SpApiOperation): boolean {
		const { account, clock } = this.connection;
		return clock.now() + shared.throttle.waitMs(account, operation) < this.untilMs;
	}
}

function budgetMsOf(poll: IPollFunctions): number {
	return typeof poll.getPollBudgetMs === 'function' ? poll.getPollBudgetMs() : DEFAULT_BUDGET_MS;
}
