import { NETWORK_FAULTS } from '../tables/errorHints';
import { at } from './at';
import { SpApiError } from './errors';

const LONGEST_ID = 100;
const LONGEST_CONTENT = 1_000;

/** One record of a list that is not what Amazon's model promises. The others of the list are none the worse for it. */
export class UnreadableRecord {
	/**
	 * @param id Amazon's own, as far as the record has one
	 * @param problem a sentence that says what is missing
	 * @param content what came, in a few letters: the same for the same record
	 */
	constructor(
		readonly id: string | undefined,
		readonly problem: string,
		readonly content: string,
	) {}
}

/** Puts what cannot be read in its place in the list. `idName` is the field of its id, `lacking` says what it has not. */
export function toUnreadable(
	value: unknown,
	{ kind, idName, lacking }: { kind: string; idName: string; lacking: string },
): UnreadableRecord {
	const given = at(value, idName);
	const id = typeof given === 'string' && given !== '' ? given.slice(0, LONGEST_ID) : undefined;
	const problem = `Amazon listed ${kind}${id === undefined ? '' : ` (${id})`} without ${lacking}. It is left out here, the others go on; look it up in Seller Central.`;
	return new UnreadableRecord(id, problem, (JSON.stringify(value) ?? '').slice(0, LONGEST_CONTENT));
}

/**
 * The error for an answer with a good status that is not what Amazon's model promises.
 * @param problem what is wrong with it, such as "it names no feed"
 */
export function unreadableAnswer(
	operation: string,
	problem: string,
	facts: { requestId?: string; mayHaveArrived?: boolean } = {},
): SpApiError {
	return new SpApiError({
		operation,
		code: 'UNREADABLE_ANSWER',
		message: `Amazon's answer to ${operation} is not in the form that Amazon documents: ${problem}.`,
		happened: NETWORK_FAULTS.UNREADABLE_ANSWER?.happened,
		hint: NETWORK_FAULTS.UNREADABLE_ANSWER?.hint,
		retryable: true,
		...facts,
	});
}
