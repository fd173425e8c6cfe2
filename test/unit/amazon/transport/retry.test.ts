import fc from 'fast-check';

import {
	decideRetry,
	parseRetryAfter,
	type Failure,
	type RetryDecision,
	type RetryQuestion,
} from '../../../../nodes/amazon/transport/retry';

const status = (code: number, retryAfterMs?: number): Failure => ({
	kind: 'status',
	status: code,
	retryAfterMs,
});
const network = (code: string, mayHaveArrived: boolean): Failure => ({
	kind: 'network',
	code,
	mayHaveArrived,
});

function decide(failure: Failure, changes: Partial<RetryQuestion> = {}): RetryDecision {
	const question = {
		attempt: 1,
		leftMs: 300_000,
		repeat: 'harmless',
		random: 0.5,
	} as const;
	return decideRetry({ ...question, failure, ...changes });
}

describe('decideRetry', () => {
	it.each([
		['429', status(429), { again: true, delayMs: 500, reason: 'throttled' }],
		['500', status(500), { again: true, delayMs: 500, reason: 'server-fault' }],
		['502', status(502), { again: true, delayMs: 500, reason: 'server-fault' }],
		['503', status(503), { again: true, delayMs: 500, reason: 'server-fault' }],
		['504', status(504), { again: true, delayMs: 500, reason: 'server-fault' }],
		['408', status(408), { again: true, delayMs: 500, reason: 'server-fault' }],
		['reset', network('ECONNRESET', true), { again: true, delayMs: 500, reason: 'no-answer' }],
		['refused', network('ECONNREFUSED', false), { again: true, delayMs: 500, reason: 'no-answer' }],
		['unknown code', network('EWHATEVER', true), { again: true, delayMs: 500, reason: 'no-answer' }],
		['bad certificate', network('CERT_HAS_EXPIRED', false), { again: false, reason: 'refused' }],
		['stopped', network('ABORTED', true), { again: false, reason: 'refused' }],
		['400', status(400), { again: false, reason: 'refused' }],
		['401', status(401), { again: false, reason: 'refused' }],
		['403', status(403), { again: false, reason: 'refused' }],
		['404', status(404), { again: false, reason: 'refused' }],
		['413', status(413), { again: false, reason: 'refused' }],
		['415', status(415), { again: false, reason: 'refused' }],
		['501', status(501), { again: false, reason: 'refused' }],
		['a redirect', status(302), { again: false, reason: 'refused' }],
	])('repeats a harmless call: %s', (_, failure, decision) => {
		expect(decide(failure)).toEqual(decision);
	});

	it.each([
		['429', status(429), true],
		['connection refused', network('ECONNREFUSED', false), true],
		['name not found', network('ENOTFOUND', false), true],
		['name server down', network('EAI_AGAIN', false), true],
		['reset', network('ECONNRESET', true), false],
		['timeout', network('ETIMEDOUT', true), false],
		['unreadable answer', network('UNREADABLE_ANSWER', true), false],
		['500', status(500), false],
		['503', status(503), false],
		['504', status(504), false],
	])('repeats a creating call only if it cannot have been accepted: %s', (_, failure, again) => {
		const decision = decide(failure, { repeat: 'onlyIfNotReceived' });
		expect(decision.again).toBe(again);
		if (!again) expect(decision.reason).toBe('may-have-arrived');
	});

	it.each([
		[1, 0.999, 999],
		[2, 0.5, 1_000],
		[4, 0.5, 4_000],
		[7, 0.5, 30_000],
		[50, 0.5, 30_000],
		[3, 0, 0],
	])('backs off: attempt %i, chance %f -> %i ms', (attempt, random, delayMs) => {
		expect(decide(status(500), { attempt, random })).toMatchObject({ delayMs });
	});

	it.each([
		[0, 60_000, 60_000],
		[0.5, 100, 500],
	])('never comes back sooner than Retry-After (chance %f, asked %i ms)', (random, asked, delayMs) => {
		expect(decide(status(429, asked), { random })).toMatchObject({ again: true, delayMs });
	});

	it.each([
		['the time is over', { leftMs: 100 }, status(500)],
		['Retry-After lies beyond it', { leftMs: 300_000 }, status(429, 301_000)],
	])('gives up when %s', (_, changes, failure) => {
		expect(decide(failure, changes)).toEqual({ again: false, reason: 'gave-up' });
	});

	it('ends: no sequence of failures is tried longer than stated', () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0.01, max: 0.999, noNaN: true }), { minLength: 400 }),
				(draws) => {
					let elapsedMs = 0;
					for (const [index, random] of draws.entries()) {
						const decision = decide(status(503), { attempt: index + 1, random, leftMs: 300_000 - elapsedMs });
						if (!decision.again) return true;
						elapsedMs += decision.delayMs;
						if (elapsedMs > 300_000) return false;
					}
					return elapsedMs <= 300_000;
				},
			),
		);
	});
});

describe('parseRetryAfter', () => {
	const now = Date.UTC(2026, 10, 23, 12, 0, 0);

	it.each([
		['2', 2_000],
		['0', 0],
		['1.5', 1_500],
		['Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
		['Mon, 23 Nov 2026 11:00:00 GMT', 0],
		['-5', 0],
		['soon', undefined],
		['', undefined],
		[undefined, undefined],
	])('%s -> %s ms', (header, delayMs) => {
		expect(parseRetryAfter(header, now)).toBe(delayMs);
	});
});
