import { openFeeds, type FakeFeeds } from './fakeAmazon';
import { aFeed } from './reports';
import { awaitFeed, dueAfter } from '../../../../nodes/amazon/feeds/awaitFeed';
import type { ProcessingStatus } from '../../../../nodes/amazon/jobs/job';
import { reply } from '../transport/setting';

const MINUTE_MS = 60_000;

describe('awaitFeed', () => {
	let amazon: FakeFeeds;
	let stages: ProcessingStatus[];

	beforeEach(async () => {
		amazon = await openFeeds((_request, response) => {
			const stage = stages.length > 1 ? stages.shift() : stages[0];
			reply(response, 200, aFeed(stage ?? 'DONE'));
		});
	});

	afterEach(async () => await amazon.wire.close());

	const wait = async (forMs: number) => {
		const { client, clock } = amazon;
		return await awaitFeed(client, '50001', { clock, untilMs: clock.now() + forMs });
	};

	it.each<{ stage: ProcessingStatus }>([{ stage: 'DONE' }, { stage: 'FATAL' }, { stage: 'CANCELLED' }])(
		'asks once when the feed is $stage',
		async ({ stage }) => {
			stages = [stage];
			expect(await wait(MINUTE_MS)).toMatchObject({ processingStatus: stage });
			expect(amazon.wire.seen).toHaveLength(1);
			expect(amazon.clock.sleptMs).toEqual([]);
		},
	);

	it('asks once, and does not wait, when there is no time', async () => {
		stages = ['IN_QUEUE'];
		expect(await wait(0)).toMatchObject({ processingStatus: 'IN_QUEUE' });
		expect(amazon.clock.sleptMs).toEqual([]);
	});

	it('looks ever more rarely, at most every other minute', async () => {
		stages = ['IN_QUEUE', ...Array<ProcessingStatus>(9).fill('IN_PROGRESS'), 'DONE'];
		expect(await wait(60 * MINUTE_MS)).toMatchObject({ processingStatus: 'DONE' });
		const slept = amazon.clock.sleptMs;
		expect(slept).toHaveLength(10);
		expect(slept.slice(0, 3)).toEqual([3000, 12_000, 48_000]);
		expect(new Set(slept.slice(3))).toEqual(new Set([120_000]));
	});

	it('does not look before it can be done, and no later than the time allows', async () => {
		stages = ['DONE'];
		const { client, clock } = amazon;
		const startMs = clock.now();
		await awaitFeed(client, '50001', { clock, untilMs: startMs + 9_000, notBeforeMs: startMs + 5_000 });
		await awaitFeed(client, '50001', { clock, untilMs: startMs + 9_000, notBeforeMs: startMs + 99_000 });
		expect(amazon.wire.seen).toHaveLength(2);
		const [first = 0, second = 0] = clock.sleptMs;
		expect(first).toBeLessThanOrEqual(5_000);
		expect(first + second).toBeLessThanOrEqual(9_000);
		expect(first + second).toBeGreaterThan(7_000);
	});

	it('looks a last time exactly when the time is up', async () => {
		stages = ['IN_PROGRESS'];
		const startedAt = amazon.clock.now();
		expect(await wait(10_000)).toMatchObject({ processingStatus: 'IN_PROGRESS' });
		expect(amazon.clock.now() - startedAt).toBeGreaterThanOrEqual(10_000);
		expect(amazon.clock.now() - startedAt).toBeLessThan(12_000);
		expect(amazon.wire.seen).toHaveLength(3);
	});
});

describe('dueAfter', () => {
	const ended = (processingStartTime?: string, processingEndTime?: string) =>
		aFeed('DONE', { processingStartTime, processingEndTime });
	const at = (time: string) => Date.parse(`2026-11-23T${time}Z`);

	it.each([
		['10 minutes', ended('2026-11-23T12:00:00Z', '2026-11-23T12:10:00Z'), at('12:20:03')],
		['no time', ended('2026-11-23T12:00:00Z', '2026-11-23T12:00:00Z'), at('12:00:03')],
		['hours', ended('2026-11-23T02:00:00Z', '2026-11-23T12:00:00Z'), at('12:15:03')],
		['less than no time', ended('2026-11-23T12:10:00Z', '2026-11-23T12:00:00Z'), undefined],
		['nobody knows how long', ended(), undefined],
		['a time that is none', ended('soon', 'later'), undefined],
	])('after a feed that took %s', (_, feed, due) => {
		expect(dueAfter(feed)).toBe(due);
	});
});
