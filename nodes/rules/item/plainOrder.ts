/** Orders texts by their characters. `localeCompare` brings the customs of all languages, which costs n8n's start 6 ms. */
export function plainOrder(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
