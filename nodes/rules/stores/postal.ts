import type { StoreAddress } from '../import/storeOrder';

/** The first line, and all others as one: most platforms know two lines, and none may be lost. */
export function twoLines({ street: [first = '', ...others] }: StoreAddress): [string, string] {
	return [first, others.join(', ')];
}
