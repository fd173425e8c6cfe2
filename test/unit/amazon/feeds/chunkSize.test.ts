import fc from 'fast-check';

import { planChunkSize } from '../../../../nodes/amazon/feeds/chunkSize';

const LIMITS = { feedsPerWindow: 5, maxMessages: 25_000 };
const feedsAt = (groups: readonly number[], size: number) =>
	groups.reduce((feeds, count) => feeds + Math.ceil(count / size), 0);

describe('planChunkSize', () => {
	it.each([
		{ name: 'nothing to send', groups: [], wanted: 5000, chunkSize: 5000, grown: false },
		{ name: 'less than a feed', groups: [100], wanted: 5000, chunkSize: 5000, grown: false },
		{ name: 'exactly the window', groups: [25_000], wanted: 5000, chunkSize: 5000, grown: false },
		{ name: 'one item too many', groups: [25_001], wanted: 5000, chunkSize: 5001, grown: true },
		{ name: '60,000 items', groups: [60_000], wanted: 5000, chunkSize: 12_000, grown: true },
		{ name: 'as much as a window takes', groups: [125_000], wanted: 5000, chunkSize: 25_000, grown: true },
		{ name: 'more than a window takes', groups: [500_000], wanted: 5000, chunkSize: 25_000, grown: true },
		{ name: 'a wish above the limit', groups: [100], wanted: 90_000, chunkSize: 25_000, grown: false },
		{ name: 'the limit wished for', groups: [500_000], wanted: 25_000, chunkSize: 25_000, grown: false },
		{ name: 'five marketplaces', groups: [9, 9, 9, 9, 9], wanted: 9, chunkSize: 9, grown: false },
		{
			name: 'five marketplaces, one larger',
			groups: [9, 9, 9, 9, 20],
			wanted: 9,
			chunkSize: 20,
			grown: true,
		},
		{
			name: 'more marketplaces than feeds',
			groups: [1, 1, 1, 1, 1, 1],
			wanted: 1,
			chunkSize: 25_000,
			grown: true,
		},
	])('$name', ({ groups, wanted, chunkSize, grown }) => {
		expect(planChunkSize(groups, wanted, LIMITS)).toEqual({ chunkSize, grown });
	});

	it('takes the smallest size that fits the window, and never less than wished', () => {
		const groups = fc.array(fc.integer({ min: 1, max: 80_000 }), { maxLength: 5 });
		fc.assert(
			fc.property(groups, fc.integer({ min: 1, max: 30_000 }), (sizes, wanted) => {
				const { chunkSize, grown } = planChunkSize(sizes, wanted, LIMITS);
				const start = Math.min(wanted, LIMITS.maxMessages);
				expect(chunkSize).toBeGreaterThanOrEqual(start);
				expect(chunkSize).toBeLessThanOrEqual(LIMITS.maxMessages);
				expect(grown).toBe(chunkSize > start);
				if (chunkSize < LIMITS.maxMessages) expect(feedsAt(sizes, chunkSize)).toBeLessThanOrEqual(5);
				if (grown) expect(feedsAt(sizes, chunkSize - 1)).toBeGreaterThan(5);
			}),
		);
	});
});
