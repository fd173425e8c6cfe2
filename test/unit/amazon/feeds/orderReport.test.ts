import fc from 'fast-check';

import { aFeed, anOrderReport, aResult, orderReportText, parseOrderReport } from './reports';
import { FeedAnswer } from '../../../../nodes/amazon/feeds/answer';
import { skuResultsOf } from '../../../../nodes/amazon/feeds/skuResults';

const ORDER = '<AmazonOrderID>302-1234567-1234567</AmazonOrderID>';
const parse = (text: string) => parseOrderReport(text, '50001');

describe('parseOrderReport', () => {
	it('sorts results by message, and keeps those of the feed apart', () => {
		const report = anOrderReport([
			{ messageId: '2', code: '18028', info: ORDER },
			{ messageId: '0', code: '90057', text: 'The feed is not in the right form.' },
			{ messageId: '2', code: '18029', resultCode: 'Warning', text: 'Late.' },
			{ messageId: '3', code: '18030', text: 'No.', info: `<SKU>A-1</SKU>${ORDER}` },
		]);
		const orderId = '302-1234567-1234567';
		expect([...report.byMessage]).toEqual([
			[
				2,
				{
					orderId,
					issues: [
						{ code: '18028', severity: 'ERROR', message: 'No such order.', orderId },
						{ code: '18029', severity: 'WARNING', message: 'Late.' },
					],
				},
			],
			[3, { sku: 'A-1', orderId, issues: [{ code: '18030', severity: 'ERROR', message: 'No.', orderId }] }],
		]);
		expect(report.general).toEqual([
			{ code: '90057', severity: 'ERROR', message: 'The feed is not in the right form.' },
		]);
		expect(report.items.size).toBe(0);
	});

	it('counts what Amazon counts', () => {
		const results = [{ messageId: '1' }, { messageId: '2', resultCode: 'Warning' }];
		const counts = { processed: 9, successful: 7, withError: 1, withWarning: 1 };
		expect(anOrderReport(results, counts).summary).toEqual({
			messagesProcessed: 9,
			// Seven and the one with a warning.
			messagesAccepted: 8,
			messagesInvalid: 1,
			errors: 1,
			warnings: 1,
		});
	});

	it.each([
		{ name: 'nothing to complain of', results: '', messages: [], general: 0 },
		{ name: 'one result', results: aResult({}), messages: [1], general: 0 },
		{
			name: 'a message number with zeros',
			results: aResult({ messageId: '007' }),
			messages: [7],
			general: 0,
		},
		{
			name: 'a message number with spaces',
			results: aResult({ messageId: ' 7 ' }),
			messages: [7],
			general: 0,
		},
		{ name: 'a message number that is none', results: aResult({ messageId: 'x' }), messages: [], general: 1 },
		{
			name: 'no message number',
			results: '<Result><ResultCode>Error</ResultCode></Result>',
			messages: [],
			general: 1,
		},
		{ name: 'an empty result', results: '<Result/>', messages: [], general: 1 },
		{ name: 'a code nobody knows', results: aResult({ resultCode: 'Fatal' }), messages: [1], general: 0 },
		{
			name: 'results of two reports',
			results: `${aResult({})}</ProcessingReport></Message><Message><MessageID>2</MessageID><ProcessingReport>${aResult({ messageId: '2' })}`,
			messages: [1, 2],
			general: 0,
		},
	])('reads $name', ({ results, messages, general }) => {
		const report = parse(orderReportText(results));
		expect([...report.byMessage.keys()]).toEqual(messages);
		expect(report.general).toHaveLength(general);
	});

	it.each([
		{ resultCode: 'Error', severity: 'ERROR' },
		{ resultCode: 'Warning', severity: 'WARNING' },
		{ resultCode: 'Success', severity: 'INFO' },
		{ resultCode: 'Unheard', severity: 'ERROR' },
	])('takes $resultCode for $severity', ({ resultCode, severity }) => {
		expect(anOrderReport([{ resultCode }]).byMessage.get(1)?.issues).toMatchObject([{ severity }]);
	});

	it.each([
		{ name: 'zeros before a code', text: aResult({ code: '0018' }), issue: { code: '0018' } },
		{
			name: 'markup in words',
			text: aResult({ text: 'Use &lt;Item&gt; &amp; &#8220;id&#8221;' }),
			issue: { message: 'Use <Item> & “id”' },
		},
		{ name: 'CDATA', text: aResult({ text: '<![CDATA[a < b]]>' }), issue: { message: 'a < b' } },
		{ name: 'no words', text: aResult({ text: '' }), issue: { message: 'Amazon gave no reason' } },
		{ name: 'letters of the world', text: aResult({ text: 'Größe 日本' }), issue: { message: 'Größe 日本' } },
	])('keeps $name', ({ text, issue }) => {
		expect(parse(orderReportText(text)).byMessage.get(1)?.issues).toMatchObject([issue]);
	});

	it('reads a report without a summary, with a byte order mark', () => {
		const text = `\ufeff<?xml version="1.0"?><AmazonEnvelope><Message><ProcessingReport>${aResult({})}</ProcessingReport></Message></AmazonEnvelope>`;
		expect(parse(text)).toMatchObject({ byMessage: new Map([[1, expect.anything()]]), summary: undefined });
	});

	it.each([
		{ name: 'nothing', text: '', reason: 'it is not XML, or cut off' },
		{ name: 'a report of a listings feed', text: '{"summary":{}}', reason: 'it is not XML, or cut off' },
		{
			name: 'a flat report',
			text: 'Feed Processing Summary:\n\tNumber of records processed\t0\n',
			reason: 'it is not XML, or cut off',
		},
		{ name: 'a web page', text: '<html><body>Sorry</body></html>', reason: 'it holds no ProcessingReport' },
		{
			name: 'a feed',
			text: '<AmazonEnvelope><Message/></AmazonEnvelope>',
			reason: 'it holds no ProcessingReport',
		},
		{
			name: 'a report that breaks off',
			text: orderReportText(aResult({})).slice(0, -60),
			reason: 'it is not XML, or cut off',
		},
		{
			name: 'a document type',
			text: `<!DOCTYPE x>${orderReportText('')}`,
			reason: 'it declares a document type',
		},
		{
			name: 'another encoding',
			text: orderReportText('').replace('UTF-8', 'ISO-8859-1'),
			reason: 'it is written in ISO-8859-1, not in UTF-8',
		},
		{
			name: 'nested more deeply than anyone writes',
			text: '<a>'.repeat(1_000),
			reason: 'its elements are nested too deeply',
		},
		{ name: 'one endless tag', text: `<a ${'x'.repeat(2_000_000)}`, reason: 'it is not XML, or cut off' },
	])('names the feed and the reason when the report is $name', ({ text, reason }) => {
		expect(() => parse(text)).toThrow(
			`The processing report of feed 50001 is not in the form of an order feed report: ${reason}.`,
		);
	});

	it('answers any results with a report or with a sentence', () => {
		const tag = fc.constantFrom(
			'Result',
			'MessageID',
			'ResultCode',
			'AdditionalInfo',
			'AmazonOrderID',
			'SKU',
		);
		const element = fc.tuple(tag, fc.string()).map(([name, text]) => `<${name}>${text}</${name}>`);
		const result = fc.array(element).map((all) => `<Result>${all.join('')}</Result>`);
		fc.assert(
			fc.property(fc.array(result), (results) => {
				try {
					const { byMessage, general, summary } = parse(orderReportText(results.join('')));
					const issues = [...byMessage.values()].flatMap((message) => message.issues);
					expect(issues.length + general.length).toBe(summary?.errors);
				} catch (error) {
					expect(String(error)).toContain('The processing report of feed 50001 is not in the form');
				}
			}),
			{ numRuns: 300 },
		);
	});
});

describe('the answer to an order', () => {
	const feed = aFeed('DONE', { feedType: 'POST_ORDER_ACKNOWLEDGEMENT_DATA' });
	const answerTo = (report: ReturnType<typeof anOrderReport>) =>
		new FeedAnswer(feed, report, { nowMs: Date.parse(feed.createdTime) });
	const statuses = (report: ReturnType<typeof anOrderReport>, ...messageIds: number[]) =>
		messageIds.map((messageId) => answerTo(report).of({ messageId }).status);

	it('is rejected where Amazon says so, and accepted otherwise', () => {
		const report = anOrderReport(
			[
				{ messageId: '2', info: ORDER },
				{ messageId: '3', resultCode: 'Warning' },
			],
			{
				processed: 3,
				successful: 2,
			},
		);
		expect(statuses(report, 1, 2, 3)).toEqual(['accepted', 'rejected', 'accepted']);
	});

	it('is rejected when Amazon took nothing and complains of the whole', () => {
		const report = anOrderReport([{ messageId: '0', text: 'The XML is ill-formed.' }], {
			processed: 0,
			successful: 0,
		});
		expect(statuses(report, 1, 2)).toEqual(['rejected', 'rejected']);
		expect(answerTo(report).of({ messageId: 2 }).message).toContain('Amazon refused feed 50001 as a whole');
	});

	it('is unclear when Amazon counts nobody and complains of nothing', () => {
		const report = anOrderReport([], { processed: 0, successful: 0, withError: 0 });
		expect(statuses(report, 1)).toEqual(['unclear']);
	});

	it('is listed by order, as far as Amazon names it', () => {
		const report = anOrderReport(
			[
				{ messageId: '2', info: ORDER },
				{ messageId: '5', resultCode: 'Warning', text: 'Late.' },
			],
			{ processed: 5, successful: 4, withError: 1 },
		);
		expect(skuResultsOf(answerTo(report))).toEqual([
			{
				feedId: '50001',
				feedType: 'POST_ORDER_ACKNOWLEDGEMENT_DATA',
				marketplaceIds: ['A1PA6795UKMFR9'],
				messageId: 2,
				amazonOrderId: '302-1234567-1234567',
				status: 'rejected',
				reason: '18028',
				message: 'No such order.',
				issues: [expect.objectContaining({ code: '18028', orderId: '302-1234567-1234567' })],
			},
			expect.objectContaining({ messageId: 5, status: 'accepted', message: 'Late.', reason: '' }),
		]);
	});
});
