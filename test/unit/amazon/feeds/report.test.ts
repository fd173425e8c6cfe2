import fc from 'fast-check';

import { aReport, parseReport } from './reports';
import { describeWithModels, readModelText } from '../../../contract/models';

const EXAMPLE = 'schemas/listings-feed-processing-report-schema-v2.example.json';

describe('parseReport', () => {
	it.each([
		{ name: 'nothing', text: '' },
		{ name: 'no JSON', text: '<html>Service Unavailable</html>' },
		{ name: 'cut off', text: '{"header":{},"summary":{"err' },
		{ name: 'null', text: 'null' },
		{ name: 'a list', text: '[]' },
		{ name: 'text', text: '"done"' },
		{ name: 'without summary and issues', text: '{"header":{},"items":[]}' },
		{ name: 'a summary that is a list', text: '{"summary":[]}' },
		{ name: 'an XML report', text: '<?xml version="1.0"?><AmazonEnvelope></AmazonEnvelope>' },
	])('names the feed when the report is $name', ({ text }) => {
		expect(() => parseReport(text, '50001')).toThrow(
			'The processing report of feed 50001 is not in the form of a listings feed report',
		);
	});

	it('sorts issues by message, and keeps those of the feed apart', () => {
		const report = aReport({
			issues: [
				{ messageId: 2, sku: 'B', code: '1', severity: 'ERROR', message: 'one' },
				{ code: '2', severity: 'ERROR', message: 'all' },
				{ messageId: 2, code: '3', severity: 'WARNING', message: 'two', attributeNames: ['price', 'sale'] },
				{ messageId: 3, severity: 'INFO', message: 'three', attributeName: 'image' },
			],
		});
		expect([...report.byMessage]).toEqual([
			[
				2,
				{
					sku: 'B',
					issues: [
						{ code: '1', severity: 'ERROR', message: 'one' },
						{ code: '3', severity: 'WARNING', message: 'two', attributeName: 'price, sale' },
					],
				},
			],
			[3, { issues: [{ severity: 'INFO', message: 'three', attributeName: 'image' }] }],
		]);
		expect(report.general).toEqual([{ code: '2', severity: 'ERROR', message: 'all' }]);
	});

	it.each([
		{ name: 'no list', issues: 'many', byMessage: 0, general: 0 },
		{ name: 'entries of the wrong kind', issues: [null, 7, 'x', []], byMessage: 0, general: 0 },
		{
			name: 'a message id as text',
			issues: [{ messageId: '1', severity: 'ERROR' }],
			byMessage: 1,
			general: 0,
		},
		{
			name: 'a severity nobody knows',
			issues: [{ messageId: 1, severity: 'PANIC' }],
			byMessage: 1,
			general: 0,
		},
	])('reads what it can of issues: $name', ({ issues, byMessage, general }) => {
		const report = aReport({ issues });
		expect(report.byMessage.size).toBe(byMessage);
		expect(report.general).toHaveLength(general);
		for (const issue of [
			...report.general,
			...[...report.byMessage.values()].flatMap((entry) => entry.issues),
		])
			expect(issue).toEqual({ severity: 'ERROR', message: 'Amazon gave no reason' });
	});

	it('reads the issues of a report without a summary', () => {
		const issues = [{ messageId: 1, severity: 'ERROR', message: 'No.' }];
		const report = parseReport(JSON.stringify({ issues }), '50001');
		expect(report.byMessage.size).toBe(1);
		expect(report.summary).toBeUndefined();
	});

	it('files an issue that names a SKU and no message under the SKU', () => {
		const report = aReport({ issues: [{ sku: 'B', severity: 'ERROR', message: 'No.' }] });
		expect([...report.bySku]).toEqual([['B', [{ severity: 'ERROR', message: 'No.' }]]]);
		expect(report.general).toEqual([]);
	});

	it('is not led astray by a key that JavaScript knows', () => {
		const text =
			'{"summary":{"messagesProcessed":1,"messagesInvalid":0,"messagesAccepted":1,"__proto__":{"errors":9}},"items":[{"sku":"__proto__","issues":[]}],"__proto__":{"issues":[{"message":"x"}]}}';
		const report = parseReport(text, '50001');
		expect(report.summary).toMatchObject({ messagesAccepted: 1, errors: 0 });
		expect(report.general).toEqual([]);
		expect([...report.items.keys()]).toEqual(['__proto__']);
	});

	it('answers any JSON with a report or with a sentence', () => {
		const anything = fc.record({ summary: fc.anything(), issues: fc.anything(), items: fc.anything() });
		fc.assert(
			fc.property(fc.oneof(anything, fc.anything()), (raw) => {
				try {
					const report = parseReport(JSON.stringify(raw) ?? '', '50001');
					expect(report.summary?.messagesAccepted ?? 0).toBeGreaterThanOrEqual(0);
				} catch (error) {
					expect(String(error)).toContain('The processing report of feed 50001 is not in the form');
				}
			}),
		);
	});
});

describeWithModels("parseReport on Amazon's own example", [EXAMPLE], () => {
	it('finds every issue of it', () => {
		const text = readModelText(EXAMPLE);
		const raw = JSON.parse(text) as { issues: unknown[]; summary: { messagesProcessed: number } };
		const report = parseReport(text, '50001');
		const found = [...report.byMessage.values()].flatMap(({ issues }) => issues);
		expect(found.length + report.general.length).toBe(raw.issues.length);
		expect(report.summary?.messagesProcessed).toBe(raw.summary.messagesProcessed);
	});
});
