import fc from 'fast-check';

import { ToldOrders, type ToldRuns } from '../../../nodes/AmazonTrigger/watch/toldOrders';

const digits = (index: number) => String(index).padStart(7, '0');
const idOf = (index: number) => `302-${digits(index)}-${digits(9_999_999 - index)}`;

/** As n8n stores it and gives it back. */
const stored = (runs: ToldRuns) => JSON.parse(JSON.stringify(runs)) as ToldRuns;
const sizeOf = (told: ToldOrders) => JSON.stringify(told.toRuns()).length;

it('tells each news of an order once, whatever else is told meanwhile', () => {
	const told = new ToldOrders();
	expect(told.isNews('302-1234567-1234567', 'asked')).toBe(true);
	expect(told.isNews('302-1234567-1234567', 'cancelled')).toBe(true);
	const again = new ToldOrders(stored(told.toRuns()));
	expect(again.isNews('302-1234567-1234567', 'asked')).toBe(false);
	expect(again.isNews('302-1234567-1234567', 'cancelled')).toBe(false);
	expect(again.isNews('302-1234567-1234568', 'cancelled')).toBe(true);
});

it.each([
	'S01-1234567-1234567',
	'002-1234567-1234567',
	'an id of another kind',
	'',
	' ',
	'\ud800',
	'__proto__',
])('takes "%s" for an order id', (orderId) => {
	const told = new ToldOrders();
	expect(told.isNews(orderId, 'new')).toBe(true);
	expect(new ToldOrders(stored(told.toRuns())).isNews(orderId, 'new')).toBe(false);
});

it('keeps the last sixty thousand orders, or twenty thousand changes, in 750 kB', () => {
	const orders = new ToldOrders();
	const changes = new ToldOrders();
	for (let index = 0; index < 70_000; index++) {
		orders.isNews(idOf(index), 'new');
		changes.isNews(idOf(index), `SHIPPED ${(1.79e12 + index).toString(36)}`);
	}
	expect(sizeOf(orders)).toBeLessThan(750_000);
	expect(sizeOf(changes)).toBeLessThan(750_000);
	const kept = (told: ToldOrders) =>
		stored(told.toRuns()).reduce((sum, [, ids]) => sum + ids.split(' ').length, 0);
	expect(kept(orders)).toBeGreaterThanOrEqual(60_000);
	expect(kept(changes)).toBeGreaterThanOrEqual(20_000);
	const again = new ToldOrders(stored(orders.toRuns()));
	for (let index = 10_000; index < 70_000; index++) expect(again.isNews(idOf(index), 'new')).toBe(false);
});

it('never tells twice within its bound, and never takes for told what was not', () => {
	const NEWS = ['new', 'asked', 'SHIPPED mi5kjw00'];
	const MAX_CHARS = 300;
	/** An order takes 12 letters, and 24 more where the news changes. */
	const SURELY_KEPT = Math.floor(MAX_CHARS / (12 + 24));
	const telling = fc.tuple(fc.nat(40), fc.constantFrom(...NEWS), fc.boolean());
	fc.assert(
		fc.property(fc.array(telling, { maxLength: 200 }), (tellings) => {
			let memory = new ToldOrders([], MAX_CHARS);
			const told: string[] = [];
			for (const [index, news, isPollsEnd] of tellings) {
				const entry = `${index} ${news}`;
				const isNews = memory.isNews(idOf(index), news);
				if (!told.includes(entry)) expect(isNews).toBe(true);
				if (told.slice(-SURELY_KEPT).includes(entry)) expect(isNews).toBe(false);
				if (isNews) told.push(entry);
				if (isPollsEnd) {
					expect(sizeOf(memory)).toBeLessThan(MAX_CHARS + 100);
					memory = new ToldOrders(stored(memory.toRuns()), MAX_CHARS);
				}
			}
		}),
		{ numRuns: 500 },
	);
});
