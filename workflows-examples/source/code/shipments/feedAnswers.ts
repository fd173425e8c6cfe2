import { jsonOf, memberAt, toItems, type Item } from '../n8n';

export interface SentPackage {
	id: number;
	trackingNumber?: string;
}

/** What the step of Amazon Orders answers to a package, or n8n's words for why it does not. */
export interface PackageAnswer {
	status?: string;
	reason?: string;
	message?: string;
	error?: string;
	feedId?: string;
	messageId?: number;
	feedMessages?: number;
}

/** The change of the package's row after a feed. */
export function changeAfterFeed({ id, trackingNumber }: SentPackage, answer: PackageAnswer) {
	const { status, reason = '', message, error, feedId, messageId, feedMessages } = answer;
	const row = { id, trackingNumber, claim: '', status, reason, message: message ?? '' };
	if (status === 'submitted') return { ...row, feedId, messageId, feedMessages };
	if (status === 'held') return row;
	const why = status === 'unclear' ? 'unclear' : 'not-sent';
	return { ...row, status: 'waiting', reason: why, message: String(message ?? error) };
}

/**
 * Amazon's answers as changes of the table's rows. What could not be sent stays waiting for the next run; a package that
 * Amazon has already is not harmed by it.
 */
export default (): Item[] => {
	const packages = jsonOf($('What Becomes of It?').all<SentPackage>(0));
	const answers = jsonOf($input.all<PackageAnswer>());
	return toItems(answers.map((answer, index) => changeAfterFeed(memberAt(packages, index), answer)));
};
