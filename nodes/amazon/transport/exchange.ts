import { abortingWith, orAbort } from './abort';
import { giveUp, readBody } from './body';
import { toError } from './errors';
import type { Silence } from './silence';
import { NetworkError, type Clock, type Http, type HttpRequest, type HttpResponse } from './ports';

export interface Bounds {
	/** From the request's start to the last byte of its answer. */
	timeoutMs: number;
	/** Of the answer's body. */
	limitBytes: number;
}

export interface ExchangeDeps {
	http: Http;
	clock: Pick<Clock, 'deadline'>;
	/** Told whether anybody answers. */
	silence?: Silence;
}

export interface WholeAnswer extends Pick<HttpResponse, 'status' | 'headers'> {
	text: string;
}

/**
 * Sends a request and reads its answer whole, within bounds: whoever answers can neither fill the memory nor hold the
 * caller up by sending a byte now and then. Of an error's answer what exceeds the size is cut off.
 * Throws a `NetworkError`: `ETIMEDOUT` beyond the time, `TOO_LARGE` beyond the size, or what the network says.
 */
export async function exchange(
	{ http, clock, silence }: ExchangeDeps,
	request: Omit<HttpRequest, 'timeoutMs'>,
	{ timeoutMs, limitBytes }: Bounds,
): Promise<WholeAnswer> {
	const deadline = clock.deadline(timeoutMs);
	const signal = abortingWith(request.signal, deadline);
	try {
		const send = async () => await answerOf(http({ ...request, timeoutMs, signal }), signal);
		const answer = await (silence?.listen(send) ?? send());
		const { text, isWhole } = await readBody(answer, limitBytes, signal);
		if (!isWhole && answer.status < 300) throw tooLarge(limitBytes);
		return { status: answer.status, headers: answer.headers, text };
	} catch (error) {
		const isTooSlow = deadline.aborted && request.signal?.aborted !== true;
		throw isTooSlow ? tooSlow(timeoutMs) : error;
	}
}

/** The answer, unless the signal aborts first; one that comes all the same is closed. */
export async function answerOf(asked: Promise<HttpResponse>, signal: AbortSignal): Promise<HttpResponse> {
	try {
		return await orAbort(asked, signal);
	} catch (error) {
		asked.then(({ body }) => giveUp(body)).catch(() => {});
		throw toError(error);
	}
}

function tooSlow(timeoutMs: number): NetworkError {
	return new NetworkError('ETIMEDOUT', `no whole answer came within ${timeoutMs / 1000} s`);
}

function tooLarge(limitBytes: number): NetworkError {
	return new NetworkError('TOO_LARGE', `the answer holds more than ${limitBytes} bytes`);
}
