/**
 * The messages per feed to use: the wanted size, or, when that would take more feeds than Amazon accepts in
 * a window, the smallest size that does not, up to Amazon's limit.
 * @param groupSizes messages per group that gets feeds of its own (a marketplace)
 */
export function planChunkSize(
	groupSizes: readonly number[],
	wanted: number,
	limits: { feedsPerWindow: number; maxMessages: number },
): { chunkSize: number; grown: boolean } {
	const feedsAt = (size: number) => groupSizes.reduce((feeds, count) => feeds + Math.ceil(count / size), 0);
	const start = Math.min(wanted, limits.maxMessages);
	if (feedsAt(start) <= limits.feedsPerWindow) return { chunkSize: start, grown: false };
	let low = start;
	let high = limits.maxMessages;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (feedsAt(middle) <= limits.feedsPerWindow) high = middle;
		else low = middle + 1;
	}
	return { chunkSize: high, grown: high > start };
}
