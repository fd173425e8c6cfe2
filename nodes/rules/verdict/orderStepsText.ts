import type { TraceStep } from './verdict';

/**
 * The steps of a decision about an order as one line that fits a table's cell, such as
 * `order 302-1234567-1234567: UNSHIPPED > reason none: NoInventory (the chosen one)`.
 */
export function orderStepsText(trace: readonly TraceStep[]): string {
	return trace
		.map(({ step, before, after, note }) => {
			const words = before === '' ? step : `${step} ${before}`;
			return `${words}: ${after}${note === undefined ? '' : ` (${note})`}`;
		})
		.join(' > ');
}
