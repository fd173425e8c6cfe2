/** What a list of moments is sorted by: time first, id among equals. */
export interface Place {
	atMs: number;
	orderId: string;
}

function comparePlaces(a: Place, b: Place): number {
	if (a.atMs !== b.atMs) return a.atMs - b.atMs;
	return a.orderId < b.orderId ? -1 : Number(a.orderId > b.orderId);
}

/** Beyond so many entries at once, sorting the whole list is quicker than finding each one's place. */
const MANY = 200;

/** Entries in order of time; sorted when they are read, since nearly all arrive in order. */
export class SortedList<T extends Place> {
	private readonly entries: T[] = [];
	/** Those that came out of order since the last reading. */
	private late: T[] = [];

	add(entry: T): void {
		const last = this.entries.at(-1);
		if (last !== undefined && comparePlaces(last, entry) > 0) this.late.push(entry);
		else this.entries.push(entry);
	}

	private sorted(): T[] {
		const { entries, late } = this;
		this.late = [];
		if (late.length > MANY) {
			for (const entry of late) entries.push(entry);
			return entries.sort(comparePlaces);
		}
		for (const entry of late) entries.splice(this.indexBehind(entry), 0, entry);
		return entries;
	}

	/** The index of the first entry behind a place, or at or after a moment without an id. */
	private indexBehind({ atMs, orderId }: { atMs: number; orderId?: string }): number {
		const isBefore = (entry: T) =>
			orderId === undefined ? entry.atMs < atMs : comparePlaces(entry, { atMs, orderId }) <= 0;
		let start = 0;
		let end = this.entries.length;
		while (start < end) {
			const middle = (start + end) >>> 1;
			const entry = this.entries[middle];
			if (entry !== undefined && isBefore(entry)) start = middle + 1;
			else end = middle;
		}
		return start;
	}

	/** The entries in order, and which is the first at or after a moment, or behind a place when it has an id. */
	from(place: { atMs: number; orderId?: string }): { entries: readonly T[]; start: number } {
		const entries = this.sorted();
		return { entries, start: this.indexBehind(place) };
	}

	/** Takes out the entries up to a moment, in order. */
	takeUntil(atMs: number): T[] {
		const entries = this.sorted();
		return entries.splice(0, this.indexBehind({ atMs, orderId: '\uffff' }));
	}
}
