import { effectOf, type FaultEffect, type FaultSpec } from '../faults';

/** What Amazon does to a feed beside carrying it out; decided when it is created. */
export interface FeedMishaps {
	/** Ends so, without touching a listing or an order. */
	endsAs?: 'FATAL' | 'CANCELLED';
	/** Stays IN_PROGRESS for so much longer. */
	stuckMs?: number;
	/** DONE, and no `resultFeedDocumentId` ever. */
	hasNoReport?: boolean;
	/** So many messages at the end are neither carried out nor counted. */
	omitted?: number;
	/** What is wrong is answered as a success, and changes nothing. */
	liesOfSuccess?: boolean;
}

const HOUR_MS = 3600_000;

/**
 * What happens to Amazon's feeds at random, about as often as people have told: one in fifty sticks for hours or days
 * (selling-partner-api-models, issue 2633); the other shares are guesses, nobody has counted them. For a long run that
 * wants them: `seed.faults`, or `--mishaps`. They are off by default, since whoever tries one workflow for ten minutes
 * would take a stuck feed for a mistake of their own.
 */
export const USUAL_MISHAPS: readonly FaultSpec[] = [
	{ kind: 'feed-stuck', forMs: 8 * HOUR_MS, operation: 'createFeed', times: null, probability: 0.02 },
	{ kind: 'feed-without-report', operation: 'createFeed', times: null, probability: 0.01 },
	{ kind: 'report-omits', messages: 1, operation: 'createFeed', times: null, probability: 0.01 },
	{ kind: 'false-success', times: null, probability: 0.02 },
];

/** The mishaps among the faults that strike a `createFeed`. */
export function mishapsOf(faults: readonly FaultEffect[]): FeedMishaps {
	const has = (kind: FaultEffect['kind']) => effectOf(faults, kind) !== undefined;
	const stuck = effectOf(faults, 'feed-stuck');
	const omits = effectOf(faults, 'report-omits');
	return {
		...(has('feed-cancelled') && { endsAs: 'CANCELLED' }),
		...(has('feed-fatal') && { endsAs: 'FATAL' }),
		...(stuck !== undefined && { stuckMs: stuck.forMs }),
		...(omits !== undefined && { omitted: omits.messages }),
		...(has('feed-without-report') && { hasNoReport: true }),
		...(has('false-success') && { liesOfSuccess: true }),
	};
}
