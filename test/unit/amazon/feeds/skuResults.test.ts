import { aFeed, aReport } from './reports';
import { FeedAnswer } from '../../../../nodes/amazon/feeds/answer';
import type { Feed } from '../../../../nodes/amazon/feeds/feed';
import type { FeedReport } from '../../../../nodes/amazon/feeds/report';
import { skuResultsOf as resultsOf } from '../../../../nodes/amazon/feeds/skuResults';

const BASE = { feedId: '50001', feedType: 'JSON_LISTINGS_FEED', marketplaceIds: ['A1PA6795UKMFR9'] };
const ERROR = { messageId: 2, sku: 'B', code: '90244', severity: 'ERROR', message: 'No such currency.' };
const WARNING = { messageId: 3, sku: 'C', code: '99300', severity: 'WARNING', message: 'Missing image.' };

const skuResultsOf = (feed: Feed, report: FeedReport | undefined) =>
	resultsOf(new FeedAnswer(feed, report, { nowMs: Date.parse(feed.createdTime) }));

describe('skuResultsOf', () => {
	it('names rejected, remarked and accepted items, each once', () => {
		const items = [
			{ sku: 'A', issues: [] },
			{ sku: 'C', issues: [] },
		];
		const report = aReport({ issues: [ERROR, WARNING], items, accepted: 2, invalid: 1 });
		expect(skuResultsOf(aFeed('DONE'), report)).toEqual([
			expect.objectContaining({
				...BASE,
				messageId: 2,
				sku: 'B',
				status: 'rejected',
				reason: '90244',
				message: 'No such currency.',
			}),
			expect.objectContaining({
				...BASE,
				messageId: 3,
				sku: 'C',
				status: 'accepted',
				reason: '',
				message: 'Missing image.',
			}),
			{ ...BASE, sku: 'A', status: 'accepted', reason: '', message: '', issues: [] },
		]);
	});

	it('clears what an older answer left in a row', () => {
		const [result] = skuResultsOf(aFeed('DONE'), aReport({ items: [{ sku: 'A', issues: [] }] }));
		expect(result).toMatchObject({ reason: '', message: '', issues: [] });
		expect(result).not.toHaveProperty('listingIssues');
	});

	it('gives a refused feed a reason even where Amazon gives no code', () => {
		const report = aReport({
			issues: [{ messageId: 1, sku: 'A', severity: 'ERROR', message: 'No.' }],
			accepted: 0,
		});
		expect(skuResultsOf(aFeed('DONE'), report)).toMatchObject([
			{ status: 'rejected', reason: 'feed-refused' },
		]);
	});

	it('names an item without a SKU by its message', () => {
		const report = aReport({ issues: [{ ...ERROR, sku: undefined }], accepted: 0, invalid: 1 });
		expect(skuResultsOf(aFeed('DONE'), report)).toMatchObject([{ messageId: 2, status: 'rejected' }]);
	});

	it('lists no product as accepted when the counts do not cover all that it shows', () => {
		const items = ['A', 'B', 'C'].map((sku) => ({ sku, issues: [] }));
		const report = aReport({ items, processed: 3, accepted: 2, invalid: 1 });
		expect(skuResultsOf(aFeed('DONE'), report).map(({ sku, status }) => [sku, status])).toEqual([
			['A', 'unclear'],
			['B', 'unclear'],
			['C', 'unclear'],
		]);
	});

	it('names a product that Amazon refused by its SKU alone', () => {
		const report = aReport({ issues: [{ ...ERROR, messageId: undefined }], accepted: 1, invalid: 1 });
		expect(skuResultsOf(aFeed('DONE'), report)).toMatchObject([
			{ sku: 'B', status: 'rejected', reason: '90244' },
		]);
	});

	it.each([
		{ name: 'no report', report: undefined },
		{ name: 'a report that names nothing', report: aReport() },
	])('is empty with $name', ({ report }) => {
		expect(skuResultsOf(aFeed('CANCELLED', { marketplaceIds: undefined }), report)).toEqual([]);
	});
});
