/** A remark where Amazon was told another reason than the store gave; another spelling is no other reason. */
export function otherReason(said: string, told: string): string {
	const isSame = lettersOf(said) === lettersOf(told);
	return said === '' || told === '' || isSame ? '' : 'Amazon was told ' + told + ' for "' + said + '"';
}

function lettersOf(words: string): string {
	return words.toLowerCase().replace(/[\s_-]/g, '');
}
