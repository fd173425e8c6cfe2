import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { JobReading, type JobKind } from './jobReading';
import { nextState, readState } from './jobState';
import type { Job } from '../../amazon/jobs/job';
import type { Connection } from '../../n8n/account';

export interface JobWatch {
	poll: IPollFunctions;
	connection: Connection;
	/** What was created before the first poll counts as well, for this long. */
	lookBackMs: number;
	/** Where the trigger's memory is kept. */
	stored: IDataObject;
}

/** Goes on where the last poll stopped, and remembers where this one does. Answers with what there is to tell. */
export async function watchJobs<J extends Job>(
	kind: JobKind<J>,
	{ poll, connection, lookBackMs, stored }: JobWatch,
): Promise<IDataObject[]> {
	// Feeds and reports are dated by Amazon's clock, so what is remembered of them is, too.
	const nowMs = (await connection.client.amazonClock()).now();
	const state = readState(stored, nowMs - lookBackMs, nowMs);
	const reading = new JobReading(kind, poll, state, { connection, nowMs });
	await reading.run();
	Object.assign(stored, nextState(state, reading.learned, nowMs));
	return reading.items;
}
