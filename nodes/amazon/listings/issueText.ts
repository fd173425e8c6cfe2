/**
 * What Amazon says of a change, for people. Some of its sentences name no attribute ("The attributes are invalid.", in
 * its static sandbox for patchListingsItem): the names stand beside them, and are added here.
 */
export function issueText(message: string, attributes: readonly string[] = []): string {
	const unnamed = attributes.filter((name) => name !== '' && !message.includes(name));
	return unnamed.length === 0 ? message : `${message} (${unnamed.join(', ')})`;
}

/** The same for all issues of an answer, in one text. */
export function issuesText(
	issues: ReadonlyArray<{ message: string; attributeNames?: readonly string[] }> = [],
): string {
	return issues.map(({ message, attributeNames }) => issueText(message, attributeNames)).join(' ');
}
