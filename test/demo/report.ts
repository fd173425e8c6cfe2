import type { IDataObject } from 'n8n-workflow';
import type { DemoOutcome } from './priceListDemo';

const STATUS_NAMES: Record<string, string> = {
	accepted: 'Accepted by Amazon',
	partly: 'Accepted in part: the other part was held',
	rejected: 'Rejected by Amazon',
	held: 'Held by the rules',
	superseded: 'Replaced by a later row',
	pending: 'Still at Amazon',
	cancelled: 'Cancelled by Amazon',
	failed: 'Not sent',
	unclear: 'Nobody can tell',
	stuck: 'Stuck at Amazon',
};

/** The outcome as lines for a terminal. */
export function toReport({ items, answers, unaccounted, calls, seconds }: DemoOutcome): string[] {
	const sent = answers.filter(({ feedId }) => feedId !== '');
	const feeds = new Set(sent.map(({ feedId }) => feedId));
	const callCount = [...calls.values()].reduce((sum, count) => sum + count, 0);
	return [
		'',
		line('Rows in the price list', items),
		line(`Sent to Amazon in ${feeds.size === 1 ? 'one feed' : `${feeds.size} feeds`}`, sent.length),
		'',
		...Object.entries(STATUS_NAMES).flatMap(([status, name]) =>
			statusLines(
				name,
				answers.filter((answer) => answer['status'] === status),
			),
		),
		'',
		line('Calls to Amazon', callCount),
		...[...calls].map(([operation, count]) => line(`  ${operation}`, count)),
		'',
		line('Seconds', seconds.toFixed(1)),
		unaccounted.length === 0
			? line('Rows without exactly one answer', 0)
			: `${line('Rows without exactly one answer', unaccounted.length)}: ${unaccounted.slice(0, 10).join(', ')}`,
		'',
	];
}

function statusLines(name: string, answers: IDataObject[]): string[] {
	if (answers.length === 0) return [];
	const [example] = answers.filter(({ message }) => typeof message === 'string' && message !== '');
	const shown = example === undefined ? [] : [`    e.g. ${labelOf(example)}: ${textOf(example, 'message')}`];
	return [line(name, answers.length), ...countLines(answers.map(({ reason }) => reason)), ...shown];
}

function labelOf(answer: IDataObject): string {
	return textOf(answer, 'sku') || textOf(answer, 'name');
}

function textOf(answer: IDataObject, field: string): string {
	const value = answer[field];
	return typeof value === 'string' ? value : '';
}

function countLines(reasons: unknown[]): string[] {
	const counts = new Map<string, number>();
	for (const reason of reasons)
		if (typeof reason === 'string' && reason !== '') counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts].map(([reason, count]) => line(`  ${reason}`, count));
}

function line(what: string, value: number | string): string {
	const text = typeof value === 'number' ? value.toLocaleString('en') : value;
	return `  ${what.padEnd(42)}${text.padStart(8)}`;
}
