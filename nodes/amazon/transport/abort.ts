/** Why the signal aborted, as an error. */
export function reasonOf(signal: AbortSignal | undefined): Error {
	const reason: unknown = signal?.reason;
	return reason instanceof Error ? reason : new Error('The call was stopped', { cause: reason });
}

/** Aborts with the caller's signal, if there is one, or with a bound of ours. */
export function abortingWith(signal: AbortSignal | undefined, bound: AbortSignal): AbortSignal {
	return signal === undefined ? bound : AbortSignal.any([signal, bound]);
}

/** Waits for `work` until the signal aborts, and then rejects with its reason; `work` goes on. */
export async function orAbort<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (signal === undefined) return await work;
	let abort = () => {};
	const aborted = new Promise<never>((_, reject) => {
		abort = () => reject(reasonOf(signal));
		signal.addEventListener('abort', abort, { once: true });
	});
	try {
		return await Promise.race([work, aborted]);
	} finally {
		signal.removeEventListener('abort', abort);
	}
}
