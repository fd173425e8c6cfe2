import { answers, offer, openStage, pairs, textOf, type Stage } from './stage';

const COUNT = 60_000;
const HELD_EVERY = 1000;

describe('60,000 items in one run', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
	});
	afterAll(async () => await stage.close());

	it('go out in few feeds, and every item is answered once, in its place', async () => {
		const seller = stage.newSeller();
		const items = Array.from({ length: COUNT }, (_, index) => ({
			sku: `T-${index}`,
			quantity: index % HELD_EVERY === 0 ? 'many' : index % 50,
		}));
		const result = await stage.listings(seller, offer('submit', 'stock'), items);
		expect(result.error).toBeUndefined();
		const answered = answers(result);
		expect(answered).toHaveLength(COUNT);
		expect(pairs(result).every((item, index) => item === index)).toBe(true);
		expect(answered.every(({ sku }, index) => sku === `T-${index}`)).toBe(true);

		const note = 'The Feed Chunk Size grew from 5000 to 11988: Amazon accepts 5 feeds in 5 minutes.';
		const summary = expect.stringMatching(
			/^59,940 submitted, 60 held\. Amazon needs 15 to 30 minutes/,
		) as unknown;
		expect(result.hints).toMatchObject([
			{ message: expect.stringMatching(/^The brakes had nothing/) as unknown },
			{ message: note },
			{ message: summary },
		]);
		const feeds = new Map<unknown, number[]>();
		let held = 0;
		for (const { status, feedId, messageId, note: said } of answered) {
			if (status === 'held') held += 1;
			else {
				const ids = feeds.get(feedId) ?? [];
				ids.push(Number(messageId));
				feeds.set(feedId, ids);
				if (status !== 'submitted' || said !== note) throw new Error(`${textOf(status)}: ${textOf(said)}`);
			}
		}
		expect(held).toBe(COUNT / HELD_EVERY);
		expect([...feeds.values()].map((ids) => ids.length)).toEqual([11_988, 11_988, 11_988, 11_988, 11_988]);
		for (const ids of feeds.values()) expect(ids.every((id, index) => id === index + 1)).toBe(true);
		expect(stage.calls(seller)).toHaveLength(10);
		expect(stage.amazon.calls().every(({ status }) => status < 300)).toBe(true);

		const results = await stage.listings(seller, { resource: 'feed', operation: 'getResult' }, answered);
		const accepted = answers(results).filter(({ status }) => status === 'accepted');
		expect(accepted).toHaveLength(COUNT - held);
		expect(pairs(results).every((item, index) => item === index)).toBe(true);
		expect(stage.leaks()).toEqual([]);
	});
});
