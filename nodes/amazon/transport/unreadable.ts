import { NETWORK_FAULTS } from '../tables/errorHints';
import { SpApiError } from './errors';

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
		hint: NETWORK_FAULTS.UNREADABLE_ANSWER?.hint,
		retryable: true,
		...facts,
	});
}
