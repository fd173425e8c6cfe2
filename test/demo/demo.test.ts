import { runDemo, unaccountedFor, type DemoOutcome } from './priceListDemo';
import { toReport } from './report';

describe('the demo', () => {
	let outcome: DemoOutcome;

	beforeAll(async () => {
		outcome = await runDemo(100);
	});

	it('answers every row of the price list once', () => {
		expect(outcome.unaccounted).toEqual([]);
		expect(outcome.answers).toHaveLength(100);
	});

	it.each([
		'Rows in the price list 100',
		'Sent to Amazon in one feed 99',
		'Accepted by Amazon 97',
		'Rejected by Amazon 1',
		'no-sku 1',
		'createFeed 1',
		'Rows without exactly one answer 0',
	])('reports: %s', (line) => {
		const report = toReport(outcome).map((text) => text.trim().replace(/\s+/g, ' '));
		expect(report).toContain(line);
	});

	it('notices rows that were lost or answered twice', () => {
		const answers = [{ name: 'Product 1 (a remark)' }, { name: 'Product 3' }, { name: 'Product 3' }];
		expect(unaccountedFor(answers, 3)).toEqual(['Product 2', 'Product 3']);
	});
});
