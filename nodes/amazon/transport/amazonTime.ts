import type { Account } from './account';
import { apiOrigin } from './hosts';
import type { Clock, Http, HttpResponse } from './ports';
import { SECOND_MS } from '../../rules/item/timeSpans';

/** A clock to be read. Milliseconds since 1970. */
export type Now = Pick<Clock, 'now'>;

/**
 * What Amazon's clocks show, learned from the `Date` of its answers: this machine's may be minutes off, and Amazon
 * compares times with its own. One for all accounts of a process.
 */
export interface AmazonTime {
	/** `http`, with an ear for the time. */
	listen(http: Http, account: Account, clock: Now): Http;
	/** How many ms Amazon's clock is ahead of the account's machine; 0 as long as no answer says otherwise. */
	aheadMs(account: Account): number;
}

export function createAmazonTime(): AmazonTime {
	const aheadByOrigin = new Map<string, number>();
	const aheadMs = (account: Account) => aheadByOrigin.get(apiOrigin(account)) ?? 0;
	return {
		aheadMs,
		listen: (http, account, clock) => async (request) => {
			const sentMs = clock.now();
			const answer = await http(request);
			const dateMs = isAmazons(answer) ? dateMsOf(answer.headers) : undefined;
			if (dateMs !== undefined) {
				const between = { sentMs, dateMs, receivedMs: clock.now() };
				aheadByOrigin.set(apiOrigin(account), correct(aheadMs(account), between));
			}
			return answer;
		},
	};
}

/**
 * Amazon wrote its time, cut to the second, somewhere between the sending and the arrival: what is known of the
 * difference stays as it is where that allows it. So a slow answer spoils nothing, and a clock that is right is left alone.
 */
function correct(
	knownMs: number,
	{ sentMs, dateMs, receivedMs }: { sentMs: number; dateMs: number; receivedMs: number },
): number {
	const atLeast = dateMs - receivedMs;
	const atMost = dateMs + SECOND_MS - sentMs;
	return Math.min(Math.max(knownMs, atLeast), atMost);
}

/** A proxy that answers in Amazon's place has a clock of its own, and no request id. */
function isAmazons({ headers }: HttpResponse): boolean {
	return headers['x-amzn-requestid'] !== undefined;
}

/** As every server writes it: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7). */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** When an answer was written by the clock of who wrote it; undefined when it does not say so in a readable way. */
export function dateMsOf({ date = '' }: Readonly<Record<string, string>>): number | undefined {
	const moment = HTTP_DATE.test(date) ? Date.parse(date) : NaN;
	return Number.isNaN(moment) ? undefined : moment;
}
