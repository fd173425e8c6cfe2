import { aFeed, anOrderReport, aReport, type SketchedReport } from './reports';
import { FeedAnswer } from '../../../../nodes/amazon/feeds/answer';
import type { FeedFacts, SentPlace } from '../../../../nodes/amazon/feeds/fate';
import type { Feed } from '../../../../nodes/amazon/feeds/feed';
import type { ProcessingStatus } from '../../../../nodes/amazon/jobs/job';
import type { FeedReport } from '../../../../nodes/amazon/feeds/report';

const ERROR = { messageId: 1, sku: 'A', code: '90244', severity: 'ERROR', message: 'No such currency.' };
const WARNING = { messageId: 1, sku: 'A', code: '99300', severity: 'WARNING', message: 'Missing image.' };
const GENERAL = { code: '4002006', severity: 'ERROR', message: "The attribute 'version' is wrong." };

/** A quarter of an hour after the feed was made. */
const NOW: FeedFacts = { nowMs: Date.parse('2026-11-23T12:15:00Z') };
const HOURS_LATER: FeedFacts = { nowMs: Date.parse('2026-11-23T19:00:00Z') };

const answerOf = (feed: Feed, report: FeedReport | undefined, message: SentPlace, facts = NOW) =>
	new FeedAnswer(feed, report, facts).of(message);

interface Row {
	name: string;
	stage: ProcessingStatus;
	report?: SketchedReport;
	messageId?: number;
	status: string;
	message?: string;
	codes?: string[];
}

const ROWS: Row[] = [
	{
		name: 'in the queue',
		stage: 'IN_QUEUE',
		status: 'pending',
		message: 'Amazon is still working on feed 50001 (IN_QUEUE)',
	},
	{
		name: 'under way',
		stage: 'IN_PROGRESS',
		status: 'pending',
		message: 'Amazon is still working on feed 50001 (IN_PROGRESS)',
	},
	{
		name: 'a stage that Amazon invents later',
		stage: 'PAUSED' as ProcessingStatus,
		status: 'pending',
		message: 'Amazon is still working on feed 50001 (PAUSED)',
	},
	{
		name: 'cancelled',
		stage: 'CANCELLED',
		status: 'cancelled',
		message: 'Feed 50001 was cancelled before Amazon read it; send the item again',
	},
	{
		name: 'fatal without a report: some of it may have been carried out',
		stage: 'FATAL',
		status: 'unclear',
		message:
			'Amazon gave up on feed 50001 (FATAL) and wrote no report on it. Look in Seller Central whether it took effect before you send it again',
	},
	{
		name: 'fatal with its reason',
		stage: 'FATAL',
		report: { issues: [GENERAL], accepted: 0 },
		status: 'rejected',
		message: "Amazon refused feed 50001 as a whole: The attribute 'version' is wrong.",
	},
	{ name: 'done without a word', stage: 'DONE', report: {}, status: 'accepted' },
	{
		name: 'done, its report not written yet',
		stage: 'DONE',
		status: 'pending',
		message: 'Amazon is done with feed 50001, but has not written its report yet',
	},
	{
		name: 'an error',
		stage: 'DONE',
		report: { issues: [ERROR], accepted: 0, invalid: 1 },
		status: 'rejected',
		message: 'No such currency.',
		codes: ['90244'],
	},
	{
		name: 'an error whose sentence names no attribute',
		stage: 'DONE',
		report: {
			issues: [{ ...ERROR, message: 'The attributes are invalid.', attributeName: 'color' }],
			accepted: 0,
			invalid: 1,
		},
		status: 'rejected',
		message: 'The attributes are invalid. (color)',
		codes: ['90244'],
	},
	{
		name: 'a warning only',
		stage: 'DONE',
		report: { issues: [WARNING] },
		status: 'accepted',
		message: 'Missing image.',
		codes: ['99300'],
	},
	{
		name: 'a warning and then an error',
		stage: 'DONE',
		report: { issues: [WARNING, ERROR], accepted: 0, invalid: 1 },
		status: 'rejected',
		message: 'No such currency. Missing image.',
		codes: ['90244', '99300'],
	},
	{
		name: 'an error of another message',
		stage: 'DONE',
		report: { issues: [ERROR], invalid: 1 },
		messageId: 2,
		status: 'accepted',
	},
	{
		name: 'a message id that the report does not know',
		stage: 'DONE',
		report: { issues: [ERROR], invalid: 1 },
		messageId: 999_999,
		status: 'unclear',
		message:
			'Amazon is done with feed 50001 (2 read, 1 accepted, 1 refused, 1 of them by name), which does not tell about this item. Look in Seller Central whether it took effect before you send it again',
	},
	{
		name: 'a general error and nothing accepted',
		stage: 'DONE',
		report: { issues: [GENERAL], accepted: 0 },
		status: 'rejected',
		message: "Amazon refused feed 50001 as a whole: The attribute 'version' is wrong.",
	},
	{
		name: 'a general error, others accepted',
		stage: 'DONE',
		report: { issues: [GENERAL], accepted: 3 },
		status: 'accepted',
	},
	{
		name: 'a general warning and nothing accepted',
		stage: 'DONE',
		report: { issues: [{ ...GENERAL, severity: 'WARNING' }], accepted: 0 },
		status: 'unclear',
		message:
			'Amazon is done with feed 50001 (0 read, 0 accepted, 0 refused, 0 of them by name), which does not tell about this item. Look in Seller Central whether it took effect before you send it again',
	},
	{
		name: 'every message counted as invalid, without a word',
		stage: 'DONE',
		report: { accepted: 0, invalid: 2 },
		status: 'rejected',
		message: 'Amazon refused feed 50001 as a whole; send the items again',
	},
];

describe('answerOf', () => {
	it.each(ROWS)('$name: $status', ({ stage, report, messageId = 1, status, message, codes = [] }) => {
		const read = report === undefined ? undefined : aReport(report);
		const answer = answerOf(aFeed(stage), read, { messageId, sku: messageId === 1 ? 'A' : 'B' });
		expect(answer).toMatchObject({ status, listingIssues: [] });
		expect(answer.message).toBe(message);
		expect(answer.issues.map(({ code }) => code)).toEqual(codes);
	});

	it('adds what Amazon says about the listing since', () => {
		const items = [
			{ sku: 'A', issues: [{ code: '18155', severity: 'ERROR', message: 'Outside the bounds.' }] },
		];
		const report = aReport({ items });
		expect(answerOf(aFeed('DONE'), report, { messageId: 1, sku: 'A' })).toMatchObject({
			status: 'accepted',
			listingIssues: [{ code: '18155', severity: 'ERROR', message: 'Outside the bounds.' }],
		});
		expect(answerOf(aFeed('DONE'), report, { messageId: 1, sku: 'B' }).listingIssues).toEqual([]);
		expect(answerOf(aFeed('DONE'), report, { messageId: 1 }).listingIssues).toEqual([]);
	});

	const general = (code: string) => ({ code, severity: 'ERROR', message: `No (${code}).` });
	const statuses = (report: FeedReport, count: number, facts = NOW) =>
		Array.from(
			{ length: count },
			(_, index) => answerOf(aFeed('DONE'), report, { messageId: index + 1 }, facts).status,
		);

	it.each(['4002001', '4002005', '4002006'])(
		'A feed that Amazon refuses for its head (%s) is refused message by message, in its words',
		(code) => {
			const report = aReport({ issues: [general(code)], processed: 2, accepted: 0 });
			expect(answerOf(aFeed('DONE'), report, { messageId: 1 })).toMatchObject({
				status: 'rejected',
				reason: code,
				message: `Amazon refused feed 50001 as a whole: No (${code}).`,
			});
			expect(statuses(report, 2)).toEqual(['rejected', 'rejected']);
		},
	);

	it('two refused and one named: nobody knows which of the others it was', () => {
		const issues = [{ ...ERROR, messageId: 4, sku: 'D' }];
		const report = aReport({ issues, processed: 4, accepted: 2, invalid: 2 });
		expect(statuses(report, 4)).toEqual(['unclear', 'unclear', 'unclear', 'rejected']);
		expect(answerOf(aFeed('DONE'), report, { messageId: 1 }).message).toContain(
			'(4 read, 2 accepted, 2 refused, 1 of them by name)',
		);
	});

	it.each<{ name: string; report: SketchedReport; size: number; status: string }>([
		{ name: 'read none of two', report: { processed: 0, accepted: 0 }, size: 2, status: 'unclear' },
		{ name: 'left one of three out', report: { processed: 2, accepted: 2 }, size: 3, status: 'unclear' },
		{ name: 'counts more than were sent', report: { processed: 5, accepted: 5 }, size: 3, status: 'unclear' },
		{
			name: 'contradicts itself',
			report: { processed: 2, accepted: 2, invalid: 1 },
			size: 2,
			status: 'unclear',
		},
		{ name: 'gives no counts', report: { noSummary: true }, size: 1, status: 'unclear' },
		{ name: 'gives broken counts', report: { accepted: -1 }, size: 1, status: 'unclear' },
		{ name: 'counts all', report: { processed: 3, accepted: 3 }, size: 3, status: 'accepted' },
	])('a report that $name: $status', ({ report, size, status }) => {
		expect(answerOf(aFeed('DONE'), aReport(report), { messageId: 1 }, { ...NOW, size }).status).toBe(status);
	});

	it.each<{ name: string; counts: Parameters<typeof anOrderReport>[1]; results: object[] }>([
		{
			name: 'stopped at the first message',
			counts: { processed: 1, successful: 0, withError: 1 },
			results: [{}],
		},
		{
			name: 'counts one error and names none',
			counts: { processed: 1, successful: 0, withError: 1 },
			results: [],
		},
		{ name: 'counts nothing', counts: { processed: 0, successful: 0, withError: 0 }, results: [{}] },
		{
			name: 'read both and refused one',
			counts: { processed: 2, successful: 0, withError: 1 },
			results: [{}],
		},
		{
			name: 'has warnings beside',
			counts: { processed: 3, successful: 0, withError: 1, withWarning: 1 },
			results: [{}],
		},
	])('an order report that $name says nothing of the other messages', ({ counts, results }) => {
		const report = anOrderReport(results, counts);
		expect(statuses(report, 3, { ...NOW, size: 3 }).slice(1)).toEqual(['unclear', 'unclear']);
	});

	it.each([
		{
			name: 'a SKU and a number that mean one message',
			issues: [{ messageId: 1 }, { sku: 'A' }],
			accepted: 1,
			invalid: 2,
		},
		{ name: 'a SKU that is none of ours', issues: [{ sku: 'a' }], accepted: 2, invalid: 1 },
	])('refusals by $name cover no other message', ({ issues, accepted, invalid }) => {
		const errors = issues.map((issue) => ({ severity: 'ERROR', message: 'No.', ...issue }));
		const report = aReport({ issues: errors, accepted, invalid });
		const facts = { ...NOW, size: 3 };
		for (const [index, sku] of ['A', 'B', 'C'].entries())
			expect(answerOf(aFeed('DONE'), report, { messageId: index + 1, sku }, facts).status).not.toBe(
				'accepted',
			);
	});

	it('knows the size of a feed by the highest message that somebody asks for', () => {
		const report = aReport({ processed: 2, accepted: 2 });
		expect(statuses(report, 3, { ...NOW, highestId: 3 })).toEqual(['unclear', 'unclear', 'unclear']);
	});

	it('reads the issues of a report without counts', () => {
		const report = aReport({ issues: [ERROR], noSummary: true });
		expect(statuses(report, 2)).toEqual(['rejected', 'unclear']);
	});

	it('an issue that names a SKU and no message belongs to that SKU', () => {
		const issues = [{ ...ERROR, messageId: undefined, sku: 'B' }];
		const report = aReport({ issues, accepted: 1, invalid: 1 });
		expect(answerOf(aFeed('DONE'), report, { messageId: 2, sku: 'B' })).toMatchObject({
			status: 'rejected',
			reason: '90244',
			message: 'No such currency.',
		});
		// The SKU may stand for several messages, so the counts prove nothing for the others.
		expect(answerOf(aFeed('DONE'), report, { messageId: 1, sku: 'A' }).status).toBe('unclear');
		expect(answerOf(aFeed('DONE'), report, { messageId: 1 })).toMatchObject({
			status: 'unclear',
			reason: 'sku-not-known',
		});
	});

	it.each<{ place: SentPlace; report: FeedReport }>([
		{
			place: { messageId: 1, sku: 'ANOTHER' },
			report: aReport({ issues: [ERROR], accepted: 0, invalid: 1 }),
		},
		{
			place: { messageId: 1, orderId: '111-1111111-1111111' },
			report: anOrderReport([{ info: '<AmazonOrderID>222-2222222-2222222</AmazonOrderID>' }]),
		},
	])('words about another item under this number say nothing of ours: $place', ({ place, report }) => {
		expect(answerOf(aFeed('DONE'), report, place)).toMatchObject({
			status: 'unclear',
			reason: 'another-item',
			message: expect.stringContaining('speaks of') as unknown,
		});
	});

	it('of an order feed, messages with a warning are taken where only then the counts add up', () => {
		const warning = [{ messageId: '1', resultCode: 'Warning', text: 'Late.' }];
		const apart = anOrderReport(warning, { processed: 2, successful: 1, withError: 0, withWarning: 1 });
		expect(statuses(apart, 2)).toEqual(['accepted', 'accepted']);
		const missing = anOrderReport(warning, { processed: 3, successful: 1, withError: 0, withWarning: 1 });
		expect(statuses(missing, 3)).toEqual(['unclear', 'unclear', 'unclear']);
	});

	describe('a feed that takes its time', () => {
		it.each<ProcessingStatus>(['IN_QUEUE', 'IN_PROGRESS'])('%s for hours is stuck', (stage) => {
			expect(answerOf(aFeed(stage), undefined, { messageId: 1 }, HOURS_LATER)).toMatchObject({
				status: 'stuck',
				message: expect.stringMatching(/^Amazon has had feed 50001 for 7 hours without an answer/) as unknown,
			});
			const patient = { ...HOURS_LATER, stuckAfterMs: 8 * 3_600_000 };
			expect(answerOf(aFeed(stage), undefined, { messageId: 1 }, patient).status).toBe('pending');
		});

		it('done a moment ago is waited for, however long it took', () => {
			const feed = aFeed('DONE', { processingEndTime: '2026-11-23T18:59:00Z' });
			expect(answerOf(feed, undefined, { messageId: 1 }, HOURS_LATER).status).toBe('pending');
		});

		it('done for hours without a report is unclear', () => {
			expect(answerOf(aFeed('DONE'), undefined, { messageId: 1 }, HOURS_LATER)).toMatchObject({
				status: 'unclear',
				reason: 'no-report',
			});
		});

		it('with a time that cannot be read is not called stuck', () => {
			const feed = aFeed('IN_PROGRESS', { createdTime: 'yesterday' });
			expect(answerOf(feed, undefined, { messageId: 1 }, HOURS_LATER).status).toBe('pending');
		});
	});

	it('leaves the report as it was', () => {
		const report = aReport({ issues: [WARNING, ERROR] });
		answerOf(aFeed('DONE'), report, { messageId: 1 });
		expect(report.byMessage.get(1)?.issues.map(({ code }) => code)).toEqual(['99300', '90244']);
	});
});
