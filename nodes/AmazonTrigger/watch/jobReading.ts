import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { JobLearning } from './jobLearning';
import type { JobState, RunningJob } from './jobState';
import { PollTime } from '../pollTime';
import { isFinished, type Job } from '../../amazon/jobs/job';
import { SpApiError, toError } from '../../amazon/transport/errors';
import type { SpApiOperation } from '../../amazon/transport/operations';
import { UnreadableRecord } from '../../amazon/transport/unreadable';
import type { Connection } from '../../n8n/account';
import { toNodeError } from '../../n8n/errors';

/** What a poll finds out of one feed or report. */
export interface Look {
	/** What the trigger emits when it tells of it. */
	items: IDataObject[];
	/** Nothing more will come, be it good or bad. */
	isAnswered: boolean;
	isStuck: boolean;
	/** Why what Amazon says of it could not be read now; it may be later. */
	failure?: unknown;
	/** Whether that has to do with its document, and not with Amazon being out of reach. */
	isDamaged?: boolean;
}

/** What the trigger watches: feeds or reports. */
export interface JobKind<J extends Job> {
	/** As the log calls one of them. */
	noun: string;
	/** Its id as the log and Amazon's answers name it. */
	idOf: (job: J) => string;
	/** What Amazon lists, newest first. */
	list: (createdSince: string, signal: AbortSignal) => AsyncGenerator<J | UnreadableRecord>;
	fetch: (id: string, signal: AbortSignal) => Promise<J>;
	/** The operations behind `fetch`, and behind a look at the one that is given. */
	fetching: SpApiOperation;
	lookingTakes: (job: J) => SpApiOperation | undefined;
	/** @param damaged in how many polls before what Amazon says of it was damaged */
	look: (job: J, damaged: number | undefined, signal: AbortSignal) => Promise<Look>;
}

/** One poll: what is new in Amazon's list, then what was still running before. */
export class JobReading<J extends Job> {
	readonly items: IDataObject[] = [];
	readonly learned: JobLearning;
	private readonly time: PollTime;
	/** Why the first of them could not be read. */
	private failure: unknown;

	/** @param nowMs by Amazon's clock */
	constructor(
		private readonly kind: JobKind<J>,
		private readonly poll: IPollFunctions,
		private readonly state: JobState,
		{ connection, nowMs }: { connection: Connection; nowMs: number },
	) {
		this.time = new PollTime(poll, connection);
		this.learned = new JobLearning(state, nowMs);
	}

	/** One that cannot be read does not keep the others from being told; when nothing can be told, it is an error. */
	async run(): Promise<void> {
		const seen = await this.readList();
		for (const id of Object.keys(this.state.running)) {
			if (seen.has(id) || !this.time.hasRoomFor(this.kind.fetching)) continue;
			await this.tryToLook(id, async () => await this.kind.fetch(id, this.time.signal));
		}
		if (this.failure !== undefined && this.items.length === 0)
			throw toNodeError(this.poll.getNode(), this.failure);
	}

	/** What Amazon lists, as far as the time of a poll allows; without the list, those known before are still asked for. */
	private async readList(): Promise<ReadonlySet<string>> {
		const seen = new Set<string>();
		const { noun, idOf } = this.kind;
		const createdSince = new Date(this.state.sinceMs).toISOString();
		try {
			for await (const job of this.kind.list(createdSince, this.time.signal)) {
				if (this.time.isUp) return seen;
				if (job instanceof UnreadableRecord) {
					this.poll.logger.warn(`Amazon ${noun}s: ${job.problem}`);
					continue;
				}
				const id = idOf(job);
				// Amazon may give a page twice.
				const isNew = !seen.has(id) && this.state.emitted[id] === undefined;
				seen.add(id);
				if (isNew) await this.tryToLook(id, () => Promise.resolve(job));
			}
			this.learned.isListed = true;
		} catch (error) {
			this.noteFailure(error, `Amazon's list of ${noun}s is left to the next poll`);
		}
		return seen;
	}

	private async tryToLook(id: string, fetch: () => Promise<J>): Promise<void> {
		const name = `Amazon ${this.kind.noun} ${id}`;
		try {
			await this.look(await fetch());
		} catch (error) {
			// Amazon forgets them after 90 days.
			const isGone =
				error instanceof SpApiError && error.status === 404 && error.operation === this.kind.fetching.id;
			if (isGone) this.learned.forget(id);
			if (isGone) this.poll.logger.warn(`${name} is not known any more`);
			else this.noteFailure(error, `${name} is left to the next poll`);
		}
	}

	private noteUnread(id: string, known: RunningJob, { failure, isDamaged }: Look): void {
		const fate = `What Amazon says of ${this.kind.noun} ${id} is left to the next poll`;
		if (isDamaged !== true) return this.noteFailure(failure, fate);
		// No failure of the poll, which would forget how often this happened: it is told when it happens again.
		this.learned.noteDamaged(id, known);
		this.warn(fate, failure);
	}

	/** That the poll's time is up is no failure. */
	private noteFailure(error: unknown, fate: string): void {
		if (!this.time.signal.aborted) this.failure ??= error;
		this.warn(fate, error);
	}

	private warn(fate: string, error: unknown): void {
		this.poll.logger.warn(`${fate}: ${toError(error).message}`);
	}

	/** Emits what has its answer, or is told as stuck for the first time; remembers it otherwise. */
	private async look(job: J): Promise<void> {
		const id = this.kind.idOf(job);
		const known = this.learned.meet(id, job.createdTime);
		// Documents come one in 45 seconds or more after the first ones: what does not fit is left for the next poll.
		const takes = isFinished(job) ? this.kind.lookingTakes(job) : undefined;
		if (takes !== undefined && !this.time.hasRoomFor(takes)) return;
		const look = await this.kind.look(job, known.damaged, this.time.signal);
		if (look.failure !== undefined) this.noteUnread(id, known, look);
		else if (look.isAnswered) {
			this.items.push(...look.items);
			this.learned.noteAnswered(id, job.createdTime);
		} else if (look.isStuck && !known.toldStuck) {
			this.items.push(...look.items);
			this.learned.noteStuck(id, known);
		}
	}
}
