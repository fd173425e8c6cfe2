import { aFeed, aReport, type SketchedReport } from './reports';
import { answerOf } from '../../../../nodes/amazon/feeds/answer';
import type { ProcessingStatus } from '../../../../nodes/amazon/feeds/feed';

const ERROR = { messageId: 1, sku: 'A', code: '90244', severity: 'ERROR', message: 'No such currency.' };
const WARNING = { messageId: 1, sku: 'A', code: '99300', severity: 'WARNING', message: 'Missing image.' };
const GENERAL = { code: '4002006', severity: 'ERROR', message: "The attribute 'version' is wrong." };

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
		name: 'fatal without a report',
		stage: 'FATAL',
		status: 'rejected',
		message: 'Amazon refused feed 50001 as a whole; send the items again',
	},
	{
		name: 'fatal with its reason',
		stage: 'FATAL',
		report: { issues: [GENERAL], accepted: 0 },
		status: 'rejected',
		message: "Amazon refused feed 50001 as a whole: The attribute 'version' is wrong.",
	},
	{ name: 'done without a word', stage: 'DONE', report: {}, status: 'accepted' },
	{ name: 'done, its report unread', stage: 'DONE', status: 'accepted' },
	{
		name: 'an error',
		stage: 'DONE',
		report: { issues: [ERROR], accepted: 0, invalid: 1 },
		status: 'rejected',
		message: 'No such currency.',
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
		status: 'accepted',
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
		status: 'accepted',
	},
];

describe('answerOf', () => {
	it.each(ROWS)('$name: $status', ({ stage, report, messageId = 1, status, message, codes = [] }) => {
		const read = report === undefined ? undefined : aReport(report);
		const answer = answerOf(aFeed(stage), read, { messageId, sku: 'A' });
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

	it('leaves the report as it was', () => {
		const report = aReport({ issues: [WARNING, ERROR] });
		answerOf(aFeed('DONE'), report, { messageId: 1 });
		expect(report.byMessage.get(1)?.issues.map(({ code }) => code)).toEqual(['99300', '90244']);
	});
});
