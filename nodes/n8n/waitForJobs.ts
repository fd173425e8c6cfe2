import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Context, Outcome } from './operation';
import { isFinished, type Job } from '../amazon/jobs/job';
import { SpApiError, toError } from '../amazon/transport/errors';
import { HOUR_MS, MINUTE_MS } from '../rules/item/timeSpans';

/* Waiting without holding anything up: n8n puts the execution away and goes on with it at the next look. */

/** The outputs of a step that waits; the first leads back into it. */
export const WAIT_OUTPUTS = ['Still Waiting', 'Finished'] as const;
/** Errors as well: through the first output they would come back into the step, again and again. */
export const FINISHED = 1;

/** n8n looks for waiting executions once a minute. */
const SHORTEST_MS = 65_000;
const LONGEST_MS = 5 * MINUTE_MS;
/** Looks become rarer with the time that has passed. */
const SHARE_OF_WAITED = 0.25;

export const waitHours: INodeProperties = {
	displayName: 'Wait at Most (Hours)',
	name: 'waitHours',
	type: 'number',
	typeOptions: { minValue: 0.1, maxValue: 240 },
	default: 12,
	description: 'What has not ended by then leaves through Finished too; its status says so',
};

/** Tells what to connect, on the form of every step that waits. */
export const waitNotice: INodeProperties = {
	displayName:
		'Draw a line from <b>Still Waiting</b> back to the left side of this step, and put your next step on <b>Finished</b>. n8n sleeps meanwhile, and looks again by itself.',
	name: 'waitNotice',
	type: 'notice',
	default: '',
};

/** What is waited for: one feed or report per item, several items may name the same one. */
export interface Awaited<J extends Job> {
	idOf: (item: number) => string;
	look: (id: string) => Promise<J>;
	/** What an item becomes when its job has ended, or the time is over. */
	toItem: (job: J, item: number) => IDataObject | Promise<IDataObject>;
}

/**
 * One look at all of them; while one has not ended, the execution is put to wait and comes back with the same items. So it is
 * while Amazon is out of reach. What can never be looked at is an error of its items and keeps nobody waiting.
 */
export async function waitForJobs<J extends Job>(
	context: Context,
	items: readonly IDataObject[],
	awaited: Awaited<J>,
): Promise<Outcome[]> {
	const looks = await lookAt(items, awaited);
	const isOpen = [...looks.values()].some(isStillOpen);
	const memory = context.n8n.getContext('node');
	const nowMs = context.clock.now();
	const sinceMs = typeof memory.waitingSince === 'number' ? memory.waitingSince : nowMs;
	const untilMs = sinceMs + context.params.number('waitHours', 0, 12) * HOUR_MS;
	if (isOpen && nowMs < untilMs) {
		memory.waitingSince = sinceMs;
		await context.n8n.putExecutionToWait(new Date(nowMs + delayAfter(nowMs - sinceMs)));
		// n8n brings the step's input back itself; what is returned now reaches nobody.
		return items.map((json, item) => ({ item, json }));
	}
	delete memory.waitingSince;
	return await Promise.all(items.map(async (_, item) => await outcomeOf(item, looks, awaited)));
}

function isStillOpen(look: Job | Error): boolean {
	if (look instanceof Error) return look instanceof SpApiError && look.retryable;
	return !isFinished(look);
}

async function lookAt<J extends Job>(
	items: readonly IDataObject[],
	{ idOf, look }: Awaited<J>,
): Promise<ReadonlyMap<string, J | Error>> {
	const looks = new Map<string, J | Error>();
	for (const item of items.keys()) {
		const id = idOf(item);
		if (!looks.has(id)) looks.set(id, await look(id).catch(toError));
	}
	return looks;
}

async function outcomeOf<J extends Job>(
	item: number,
	looks: ReadonlyMap<string, J | Error>,
	{ idOf, toItem }: Awaited<J>,
): Promise<Outcome> {
	const look = looks.get(idOf(item));
	if (look === undefined || look instanceof Error) return { item, error: look ?? new Error('Nobody looked') };
	return { item, output: FINISHED, json: await toItem(look, item) };
}

function delayAfter(waitedMs: number): number {
	return Math.min(Math.max(SHORTEST_MS, waitedMs * SHARE_OF_WAITED), LONGEST_MS);
}
