export interface PoolOptions {
	/** How many entries are worked on at a time. */
	atOnce: number;
	/** Asked before each entry: once it says so, nothing more begins, and what is under way is finished. */
	isOver?: () => boolean;
}

/**
 * Works on several entries at a time and begins them in their order. Answers with the results in the order of the
 * entries, without those of entries that were never begun. Rejects with the first error; nothing more begins then.
 */
export async function pool<T, R>(
	entries: readonly T[],
	{ atOnce, isOver = () => false }: PoolOptions,
	work: (entry: T, index: number) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	const queue = entries.entries();
	let hasFailed = false;
	const workOff = async () => {
		for (const [index, entry] of queue) {
			if (hasFailed || isOver()) return;
			results[index] = await work(entry, index);
		}
	};
	const workers = Array.from({ length: Math.min(atOnce, entries.length) }, workOff);
	for (const worker of workers) worker.catch(() => void (hasFailed = true));
	await Promise.all(workers);
	// Skips the gaps of what was never begun.
	return results.filter(() => true);
}
