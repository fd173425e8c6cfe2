import fc from 'fast-check';

import { aFeed, anOrderReport, aReport } from './reports';
import { FeedAnswer } from '../../../../nodes/amazon/feeds/answer';
import type { FeedReport } from '../../../../nodes/amazon/feeds/report';

const NOW_MS = Date.parse('2026-11-23T12:15:00Z');

/** What Amazon did with a message, and whether and how its report names it. */
interface Truth {
	fate: 'accepted' | 'refused' | 'left out';
	named: 'by message' | 'by SKU' | 'not';
	remarked: boolean;
}

const truths = fc.array(
	fc.record<Truth>({
		fate: fc.constantFrom('accepted', 'accepted', 'refused', 'left out'),
		named: fc.constantFrom('by message', 'by SKU', 'not'),
		remarked: fc.boolean(),
	}),
	{ minLength: 1, maxLength: 8 },
);
const generalIssues = fc.array(
	fc.record({ severity: fc.constantFrom('ERROR', 'WARNING'), message: fc.constant('Of the whole.') }),
	{ maxLength: 2 },
);
/** How many messages were sent is known by itself, or by the highest number that somebody asks for. */
const knowledge = fc.constantFrom('size', 'highest');

function countOf(messages: readonly Truth[], fate: Truth['fate']): number {
	return messages.filter((message) => message.fate === fate).length;
}

/** A listings report that tells the truth, as far as it tells anything. */
function listingsReport(messages: readonly Truth[], general: readonly object[]): FeedReport {
	const issues = messages.flatMap(({ fate, named, remarked }, index) => {
		const place =
			named === 'by SKU' ? { sku: `S${index + 1}` } : { messageId: index + 1, sku: `S${index + 1}` };
		const remark =
			remarked && fate === 'accepted' ? [{ ...place, severity: 'WARNING', message: 'Mind.' }] : [];
		const refusal =
			fate === 'refused' && named !== 'not' ? [{ ...place, severity: 'ERROR', message: 'No.' }] : [];
		return [...remark, ...refusal];
	});
	const [accepted, invalid] = [countOf(messages, 'accepted'), countOf(messages, 'refused')];
	return aReport({ issues: [...issues, ...general], accepted, invalid });
}

/** The same of an order feed, whose report names messages by number only. */
function orderReport(messages: readonly Truth[], general: readonly { severity: string }[]): FeedReport {
	const results = messages.flatMap(({ fate, named, remarked }, index) => {
		const messageId = String(index + 1);
		if (fate === 'refused' && named !== 'not') return [{ messageId }];
		return fate === 'accepted' && remarked ? [{ messageId, resultCode: 'Warning' }] : [];
	});
	const whole = general.map(({ severity }) => ({
		messageId: '0',
		resultCode: severity === 'ERROR' ? 'Error' : 'Warning',
	}));
	const [successful, withError] = [countOf(messages, 'accepted'), countOf(messages, 'refused')];
	return anOrderReport([...results, ...whole], { processed: successful + withError, successful, withError });
}

function statusesOf(report: FeedReport, count: number, known: string, withSku: boolean): string[] {
	return Array.from({ length: count }, (_, index) => {
		const facts = {
			nowMs: NOW_MS,
			...(known === 'size' && { size: count }),
			...(known === 'highest' && { highestId: count }),
		};
		const sku = withSku ? `S${index + 1}` : undefined;
		return new FeedAnswer(aFeed('DONE'), report, facts).of({ messageId: index + 1, sku }).status;
	});
}

describe('what became of the messages of a feed', () => {
	it.each([
		{ name: 'listings', reportOf: listingsReport },
		{ name: 'order', reportOf: orderReport },
	])('is never said against what Amazon did, whatever its $name report leaves out', ({ reportOf }) => {
		fc.assert(
			fc.property(truths, generalIssues, knowledge, fc.boolean(), (messages, general, known, withSku) => {
				const statuses = statusesOf(reportOf(messages, general), messages.length, known, withSku);
				messages.forEach(({ fate }, index) => {
					if (statuses[index] === 'accepted') expect(fate).toBe('accepted');
					if (statuses[index] === 'rejected') expect(fate).not.toBe('accepted');
				});
			}),
			{ numRuns: 5_000 },
		);
	});

	it('is accepted for no more messages than Amazon counts, whatever the report says', () => {
		const count = fc.nat({ max: 6 });
		const issueIn = (size: number) =>
			fc.record(
				{
					// Numbers beyond the feed, too; a SKU that it names was sent in it.
					messageId: fc.oneof(count, fc.constant(undefined)),
					sku: fc.oneof(
						fc.integer({ min: 1, max: size }).map((index) => `S${index}`),
						fc.constant(undefined),
					),
					severity: fc.constantFrom('ERROR', 'WARNING', 'INFO'),
					message: fc.constant('Mind.'),
				},
				{ requiredKeys: ['severity', 'message'] },
			);
		const sketches = fc.integer({ min: 1, max: 6 }).chain((size) =>
			fc.record({
				...{ size: fc.constant(size), issues: fc.array(issueIn(size), { maxLength: 6 }) },
				...{ accepted: count, invalid: count, processed: count, noSummary: fc.boolean() },
			}),
		);
		fc.assert(
			fc.property(sketches, knowledge, fc.boolean(), ({ size, ...raw }, known, withSku) => {
				const statuses = statusesOf(aReport(raw), size, known, withSku);
				const accepted = statuses.filter((status) => status === 'accepted').length;
				const counted = raw.noSummary ? 0 : Math.min(raw.accepted, raw.processed);
				expect(accepted).toBeLessThanOrEqual(counted);
				for (const { severity, messageId } of raw.issues) {
					const isOurs =
						severity === 'ERROR' && messageId !== undefined && messageId > 0 && messageId <= size;
					if (isOurs) expect(statuses[messageId - 1]).not.toBe('accepted');
				}
			}),
			{ numRuns: 5_000 },
		);
	});

	it('is the same for every message when Amazon is not done, or gave no report', () => {
		const stages = fc.constantFrom('IN_QUEUE', 'IN_PROGRESS', 'CANCELLED', 'FATAL', 'DONE', 'LATER_INVENTED');
		fc.assert(
			fc.property(stages, fc.integer({ min: -1, max: 200 }), (stage, hours) => {
				const facts = { nowMs: NOW_MS + hours * 3_600_000 };
				const answer = new FeedAnswer(aFeed(stage as 'DONE'), undefined, facts);
				expect(['accepted', 'rejected']).not.toContain(answer.others.status);
				expect(answer.of({ messageId: 1 })).toMatchObject(answer.others);
			}),
		);
	});
});
