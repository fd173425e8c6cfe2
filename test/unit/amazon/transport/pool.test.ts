import { pool } from '../../../../nodes/amazon/transport/pool';

/** Work that takes as many turns of the event loop as its entry says, and notes how many are under way. */
function counted() {
	const state = { running: 0, most: 0, begun: [] as number[] };
	const work = async (entry: number) => {
		state.begun.push(entry);
		state.running += 1;
		state.most = Math.max(state.most, state.running);
		for (let turn = 0; turn < entry; turn++) await new Promise(setImmediate);
		state.running -= 1;
		return entry * 10;
	};
	return { state, work };
}

describe('pool', () => {
	it('answers in the order of the entries, whichever is done first', async () => {
		const { state, work } = counted();
		expect(await pool([5, 1, 3, 0, 2], { atOnce: 2 }, work)).toEqual([50, 10, 30, 0, 20]);
		expect(state).toMatchObject({ most: 2, begun: [5, 1, 3, 0, 2] });
	});

	it('has nothing to do without entries, and no more workers than entries', async () => {
		const { state, work } = counted();
		expect(await pool([], { atOnce: 5 }, work)).toEqual([]);
		expect(await pool([1, 1], { atOnce: 5 }, work)).toEqual([10, 10]);
		expect(state.most).toBe(2);
	});

	it('gives the index of each entry', async () => {
		const named = await pool(['a', 'b'], { atOnce: 1 }, async (entry, index) => {
			return await Promise.resolve(`${entry}${index}`);
		});
		expect(named).toEqual(['a0', 'b1']);
	});

	it('finishes what is under way when it is over, and begins nothing more', async () => {
		const { state, work } = counted();
		const isOver = () => state.begun.length === 3;
		expect(await pool([4, 1, 1, 1, 1], { atOnce: 2, isOver }, work)).toEqual([40, 10, 10]);
		expect(state.running).toBe(0);
	});

	it('rejects with the first error and begins nothing more', async () => {
		const { state, work } = counted();
		const failing = async (entry: number) => {
			await work(entry);
			if (entry === 1) throw new Error('No.');
		};
		await expect(pool([1, 3, 1, 2, 2], { atOnce: 2 }, failing)).rejects.toThrow('No.');
		for (let turn = 0; turn < 9; turn++) await new Promise(setImmediate);
		expect(state.begun).toEqual([1, 3]);
	});
});
