import { groupsOf } from '../groups';

/** A row of "Amazon Orders" while its order is being imported: `claim` is the run that wrote it. */
export interface Claim {
	id: number;
	amazonOrderId: string;
	claim: string;
}

/** The rows of each order. */
export function byOrder(rows: Claim[]): Map<string, Claim[]> {
	return groupsOf(rows, ({ amazonOrderId }) => amazonOrderId);
}
