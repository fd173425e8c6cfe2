/** What earlier items of the same run took. A rule reads it, and its verdict says what it takes. */
export interface EarlierInRun<T> {
	/** @param key of what it is taken from, such as an order's id; nothing is taken from an unknown one */
	of(key: string): T;
}

/** Keeps what the items of one run take, so that none takes what another has: whoever accepts a verdict books it. */
export class RunLedger<T> implements EarlierInRun<T> {
	private readonly taken = new Map<string, T>();

	constructor(
		private readonly nothing: T,
		private readonly add: (earlier: T, more: T) => T,
	) {}

	of(key: string): T {
		return this.taken.get(key) ?? this.nothing;
	}

	book(key: string, more: T): void {
		this.taken.set(key, this.add(this.of(key), more));
	}
}

/** A ledger of units, such as those of a product. */
export function unitLedger(): RunLedger<number> {
	return new RunLedger<number>(0, (earlier, more) => earlier + more);
}

/** A ledger of all that was booked, such as the changes of an order. */
export function listLedger<E>(): RunLedger<readonly E[]> {
	return new RunLedger<readonly E[]>([], (earlier, more) => [...earlier, ...more]);
}

/** For an item that stands alone. */
export const NOTHING_EARLIER: EarlierInRun<readonly never[]> = { of: () => [] };
