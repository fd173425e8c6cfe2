import { jsonOf, memberAt, toItems, type Item } from '../n8n';
import type { PackageAnswer, SentPackage } from './feedAnswers';

/** The change of the package's row after it was confirmed by itself. */
export function changeAfterConfirm({ id, trackingNumber }: SentPackage, answer: PackageAnswer) {
	const { status = '', reason, message, error } = answer;
	const row = { id, trackingNumber, claim: '' };
	const isAnswered = ['confirmed', 'done', 'held', 'rejected'].includes(status);
	if (isAnswered) return { ...row, status, reason: reason ?? '', message: message ?? '' };
	return { ...row, status: 'waiting', reason: 'not-sent', message: String(message ?? error) };
}

/** Amazon's answers as changes of the table's rows. What could not be sent stays waiting: "Amazon 7b" sends it. */
export default (): Item[] => {
	const packages = jsonOf($('What Becomes of It?').all<SentPackage>(0));
	const answers = jsonOf($input.all<PackageAnswer>());
	return toItems(answers.map((answer, index) => changeAfterConfirm(memberAt(packages, index), answer)));
};
