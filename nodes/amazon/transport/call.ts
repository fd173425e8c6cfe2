import type { Account } from './account';
import { toAddress } from './address';
import { dateMsOf } from './amazonTime';
import { FailedAttempt, untilAnswered } from './attempts';
import type { ApiAnswer, CallInput, Client, ClientDeps } from './contract';
import { exchange, type Bounds, type WholeAnswer } from './exchange';
import { apiOrigin } from './hosts';
import type { SpApiOperation } from './operations';
import { parseBody } from './parseBody';
import type { HttpRequest } from './ports';
import { toNetworkRefusal, toRefusal } from './refusal';
import { USER_AGENT } from './userAgent';

/** The largest answers are pages of 100 orders with all their data: a few megabytes. */
const BOUNDS = { timeoutMs: 60_000, limitBytes: 10 * 1024 * 1024 };
const GIVE_UP_AFTER_MS = 300_000;
/** An operation that gets a token every two minutes needs longer than five minutes to be tried at all. */
const GIVE_UP_AFTER_TOKENS = 3;

/** The `call` of a client: address, token, limit, retries, guarded answer. */
export function createCall(deps: ClientDeps): Client['call'] {
	return async <T>(operation: SpApiOperation, input: CallInput = {}): Promise<ApiAnswer<T>> => {
		const { account, clock, log, throttle } = deps;
		const call = new Call(deps, operation, input);
		return await untilAnswered<ApiAnswer<T>>(
			{
				clock,
				log,
				operation,
				signal: input.signal,
				silence: deps.silence,
				onWait: deps.onWait,
				giveUpAfterMs: deps.giveUpAfterMs ?? patienceFor(operation),
				onAgain: ({ facts }, delayMs) => {
					if (facts.status === 429) throttle.penalise(account, operation, delayMs);
				},
			},
			async () => await call.send<T>(),
		);
	};
}

function patienceFor({ limit }: SpApiOperation): number {
	return Math.max(GIVE_UP_AFTER_MS, (GIVE_UP_AFTER_TOKENS * 1000) / limit.ratePerSecond);
}

/** One call with its attempts: remembers that the token has been renewed once. */
class Call {
	private readonly account: Account;
	private readonly request: Omit<HttpRequest, 'headers' | 'timeoutMs'>;
	private renewed = false;

	constructor(
		private readonly deps: ClientDeps,
		private readonly operation: SpApiOperation,
		private readonly input: CallInput,
	) {
		this.account = deps.account;
		this.request = {
			method: operation.method,
			url: toAddress(apiOrigin(deps.account), operation.path, input.path, input.query),
			body: input.body === undefined ? undefined : JSON.stringify(input.body),
			signal: input.signal,
		};
	}

	async send<T>(): Promise<ApiAnswer<T>> {
		// Wrong keys are refused before the call takes anything from its limit.
		await this.fetchToken();
		const { answer, token } = await this.exchange();
		if (this.isWorthAFreshToken(answer, token)) {
			this.renewed = true;
			return await this.send<T>();
		}
		return await this.toAnswer<T>(answer, token);
	}

	/** 403 means an expired token as well as a missing role: only a fresh token tells. */
	private isWorthAFreshToken({ status }: WholeAnswer, token: string): boolean {
		if (this.renewed || (status !== 401 && status !== 403)) return false;
		if (this.input.accessToken !== undefined) return false;
		return this.deps.tokens.refuse(this.account, token, this.deps.clock);
	}

	private async fetchToken(): Promise<string> {
		const { accessToken, signal } = this.input;
		return accessToken ?? (await this.deps.tokens.fetchToken(this.account, this.deps, signal));
	}

	private async exchange(): Promise<Exchange> {
		const { throttle } = this.deps;
		const { signal, priority, window } = this.input;
		const tellWait = this.limitWait();
		const exchanged = await throttle.run(
			this.account,
			this.operation,
			async (): Promise<Exchange> => {
				tellWait();
				// Only now: a call may wait for its turn longer than a token lives.
				const token = await this.fetchToken();
				const headers = this.toHeaders(token);
				const request = { ...this.request, headers };
				const answer = await this.orRefusal(
					token,
					async () => await exchange(this.deps, request, this.bounds()),
				);
				return { answer, token };
			},
			{ signal, priority, window, takesPlace: ({ answer }) => answer.status !== 429 },
		);
		throttle.learn(this.account, this.operation, exchanged.answer.headers['x-amzn-ratelimit-limit']);
		return exchanged;
	}

	/** Tells that the limit makes the call wait, for how long at least; what it answers tells how long it was. */
	private limitWait(): () => void {
		const { clock, throttle, onWait } = this.deps;
		const fromMs = clock.now();
		const leastMs = throttle.waitMs(this.account, this.operation, this.input.window);
		const tell = (untilMs: number) => {
			if (untilMs > fromMs) onWait?.({ reason: 'limit', fromMs, untilMs });
		};
		tell(fromMs + leastMs);
		return () => tell(clock.now());
	}

	/** What must not be sent twice gets its whole time: giving up early would leave open whether it arrived. */
	private bounds(): Bounds {
		const { silence } = this.deps;
		if (silence === undefined || this.operation.repeat === 'onlyIfNotReceived') return BOUNDS;
		return { ...BOUNDS, timeoutMs: silence.cut(BOUNDS.timeoutMs) };
	}

	private toHeaders(token: string): Record<string, string> {
		const headers: Record<string, string> = {
			accept: 'application/json',
			'user-agent': USER_AGENT,
			'x-amz-access-token': token,
		};
		if (this.request.body !== undefined) headers['content-type'] = 'application/json';
		return headers;
	}

	private async toAnswer<T>(answer: WholeAnswer, token: string): Promise<ApiAnswer<T>> {
		if (answer.status < 200 || answer.status >= 300) {
			const reading = { nowMs: this.deps.clock.now(), secrets: this.secrets(token) };
			throw new FailedAttempt(toRefusal(this.operation.id, answer, reading));
		}
		const body = await this.orRefusal(token, () => parseBody(answer.text));
		// What Amazon's model promises; the caller guards the fields it uses.
		return {
			body: body as T,
			status: answer.status,
			requestId: answer.headers['x-amzn-requestid'] ?? '',
			dateMs: dateMsOf(answer.headers),
		};
	}

	private async orRefusal<T>(token: string, work: () => T | Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (error) {
			throw this.toFailedAttempt(error, token);
		}
	}

	private toFailedAttempt(error: unknown, token: string): FailedAttempt {
		const { account } = this;
		return new FailedAttempt(
			toNetworkRefusal(this.operation.id, error, { account, secrets: this.secrets(token) }),
		);
	}

	private secrets(token: string): string[] {
		return [this.account.clientSecret, this.account.refreshToken, token];
	}
}

interface Exchange {
	answer: WholeAnswer;
	/** The token it was asked with. */
	token: string;
}
