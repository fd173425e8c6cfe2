import type { TraceStep } from './verdict';

/**
 * The steps of a decision as one line that fits a table's cell: what the store has, then each rule and what it made of it,
 * such as `19.90 > +5 % = 20.90 > ends in .99 = 20.99 > floor 5.00 ok`.
 */
export function stepsText(trace: readonly TraceStep[]): string {
	return trace
		.map(lineOf)
		.filter((line) => line !== '')
		.join(' > ');
}

function lineOf({ step, before, after, note, line }: TraceStep): string {
	const [ofWhat = ''] = /^(sale|business) /.exec(step) ?? [];
	if (line !== undefined) return ofWhat + line;
	const words = note === undefined ? step : ofWhat + note;
	return before === after ? `${words} ok` : `${words} = ${after}`;
}

/** The line of a source: what stands in the store, and how it was read when that is not the same. */
export function readText(before: string, after: string): string {
	if (after === 'unusable') return `${before} unusable`;
	const isSame = before === after || (PLAIN.test(before) && Number(before) === Number(after));
	if (isSame) return after;
	return before.includes(' + ') ? `${before} = ${after}` : `${before} read as ${after}`;
}

const PLAIN = /^\d+(\.\d*)?$/;
