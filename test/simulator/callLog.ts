/** One call that reached the simulator. Holds no token, no signature and no body. */
export interface CallLogEntry {
	/** Milliseconds since 1970, by the simulator's clock. */
	at: number;
	/** Amazon's operation id, or `getAccessToken`, `uploadDocument`, `downloadDocument`, `unknown`. */
	operation: string;
	method: string;
	/** With the query for API calls; without it for documents, where the query is the signature. */
	path: string;
	sellerId?: string;
	/** 0 when the connection was reset before the request was read. */
	status: number;
	requestId: string;
	/** Kinds of the faults that struck, if any. */
	faults?: string[];
}

/** The last calls, oldest first; older ones are forgotten. */
export class CallLog {
	private entries: CallLogEntry[] = [];
	private next = 0;
	/** Of all calls, including forgotten ones. */
	total = 0;

	constructor(private readonly capacity = 100_000) {}

	add(entry: CallLogEntry): void {
		this.entries[this.next] = entry;
		this.next = (this.next + 1) % this.capacity;
		this.total += 1;
	}

	list(): CallLogEntry[] {
		return [...this.entries.slice(this.next), ...this.entries.slice(0, this.next)];
	}

	clear(): void {
		this.entries = [];
		this.next = 0;
		this.total = 0;
	}
}
