import type { IDataObject } from 'n8n-workflow';

/** Which columns people read first, and which only workflows need. */
export interface Columns {
	/** There in every run, with values or without. */
	always?: readonly string[];
	first: readonly string[];
	last: readonly string[];
}

/**
 * Gives all rows the same columns in the same order, so that n8n's table is one: what is not there is an empty text. The
 * fields of the user's own that an answer repeats stay as they are, a `null` too.
 */
export function alignRows(
	rows: readonly IDataObject[],
	{ always = [], first, last }: Columns,
): IDataObject[] {
	const names = new Set<string>(rows.length > 0 ? always : []);
	for (const row of rows) for (const name in row) names.add(name);
	const order = [
		...first.filter((name) => names.has(name)),
		...[...names].filter((name) => !first.includes(name) && !last.includes(name)),
		...last.filter((name) => names.has(name)),
	];
	const ours = new Set([...first, ...last]);
	const columns = order.map((name) => ({ name, isOurs: ours.has(name) }));
	return rows.map((row) => {
		const aligned: IDataObject = {};
		for (const { name, isOurs } of columns) {
			const value = row[name];
			aligned[name] = value === undefined || (value === null && isOurs) ? '' : value;
		}
		return aligned;
	});
}

/** How Amazon's answers about the messages of a feed stand in the table. */
export const FEED_RESULT_COLUMNS: Columns = {
	first: [
		'status',
		'sku',
		'amazonOrderId',
		'message',
		'price',
		'quantity',
		'marketplace',
		'currency',
		'reason',
		'held',
	],
	last: [
		...[
			'issues',
			'listingIssues',
			'summary',
			'general',
			'rejected',
			'unclear',
			'others',
			'problem',
			'feedType',
		],
		...['marketplaceIds', 'marketplaceId', 'processingStatus', 'createdTime', 'processingStartTime'],
		...['processingEndTime', 'resultFeedDocumentId', 'feedId', 'feedDocumentId', 'messageId', 'feedMessages'],
	],
};
