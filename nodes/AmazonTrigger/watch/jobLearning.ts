import type { JobState, Learned, RunningJob } from './jobState';

/** What one poll learns of the feeds or reports it looks at, while it learns. All times are by Amazon's clock. */
export class JobLearning implements Learned {
	readonly emitted = new Map<string, number>();
	readonly running: Map<string, RunningJob>;
	isListed = false;

	/** @param nowMs stands for a time of creation that cannot be read */
	constructor(
		{ running }: JobState,
		private readonly nowMs: number,
	) {
		this.running = new Map(Object.entries(running));
	}

	/** What is looked at counts as running until it has its answer. */
	meet(id: string, createdTime: string): RunningJob {
		const known = this.running.get(id) ?? { createdMs: this.createdMs(createdTime), toldStuck: false };
		this.running.set(id, known);
		return known;
	}

	noteDamaged(id: string, known: RunningJob): void {
		this.running.set(id, { ...known, damaged: (known.damaged ?? 0) + 1 });
	}

	noteStuck(id: string, known: RunningJob): void {
		this.running.set(id, { ...known, toldStuck: true });
	}

	noteAnswered(id: string, createdTime: string): void {
		this.emitted.set(id, this.createdMs(createdTime));
		this.running.delete(id);
	}

	/** Amazon does not know it any more. */
	forget(id: string): void {
		this.running.delete(id);
	}

	private createdMs(createdTime: string): number {
		return Date.parse(createdTime) || this.nowMs;
	}
}
