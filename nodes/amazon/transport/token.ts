import { createHash } from 'node:crypto';

import { orAbort } from './abort';
import type { Account } from './account';
import { FailedAttempt, toFailedAttempt, untilAnswered } from './attempts';
import { exchange } from './exchange';
import { loginUrl } from './hosts';
import { NetworkError, type Clock, type Http, type Log, type OnWait } from './ports';
import { toLoginRefusal, toNetworkRefusal } from './refusal';
import type { Silence } from './silence';
import { USER_AGENT } from './userAgent';
import { isRecord } from '../../rules/item/record';

export interface TokenDeps {
	http: Http;
	clock: Clock;
	log: Log;
	giveUpAfterMs?: number;
	silence?: Silence;
	onWait?: OnWait;
}

/** Access tokens by account. One store per process: accounts are kept apart by their keys. */
export interface TokenStore {
	/**
	 * A token that lives at least 60 s longer; logs in when there is none, once for all who ask meanwhile.
	 * Throws an `SpApiError` (operation `login`) that names the key to correct.
	 */
	fetchToken(account: Account, deps: TokenDeps, signal?: AbortSignal): Promise<string>;
	/**
	 * Amazon refused `token` (401, 403). Answers whether asking with another makes sense: one that someone else fetched
	 * meanwhile, or a new one. What a token of a minute ago may not do that was renewed for the same reason, a newer one
	 * may not do either.
	 */
	refuse(account: Account, token: string, clock: Pick<Clock, 'now'>): boolean;
}

interface Token {
	value: string;
	expiresAtMs: number;
	/** When it was fetched in the place of one that Amazon refused. */
	renewedAtMs?: number;
}

const AHEAD_MS = 60_000;
const RENEW_EVERY_MS = 60_000;
/** A login's answer has about 1 kB. Who else needs the token waits for it no longer than this either. */
const BOUNDS = { timeoutMs: 30_000, limitBytes: 1024 * 1024 };
/** As long as a call's own patience: a minute of trouble must not end what a call would have got over. */
const GIVE_UP_AFTER_MS = 300_000;
const LOGIN = { id: 'login', repeat: 'harmless' } as const;
const LOGIN_REQUEST = {
	method: 'POST',
	headers: {
		'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
		accept: 'application/json',
		'user-agent': USER_AGENT,
	},
} as const;

export function createTokenStore(): TokenStore {
	return new Tokens();
}

class Tokens implements TokenStore {
	private readonly tokens = new Map<string, Token>();
	private readonly logins = new Map<string, Promise<Token>>();
	private readonly refused = new Set<string>();

	async fetchToken(account: Account, deps: TokenDeps, signal?: AbortSignal): Promise<string> {
		signal?.throwIfAborted();
		const known = this.tokens.get(keyOf(account));
		if (known !== undefined && known.expiresAtMs - AHEAD_MS > deps.clock.now()) return known.value;
		// One caller's signal stops that caller only: others wait for the same login.
		return (await orAbort(this.logIn(account, deps), signal)).value;
	}

	refuse(account: Account, token: string, clock: Pick<Clock, 'now'>): boolean {
		const key = keyOf(account);
		const known = this.tokens.get(key);
		if (known?.value !== token) return true;
		const { renewedAtMs = -Infinity } = known;
		if (clock.now() - renewedAtMs < RENEW_EVERY_MS) return false;
		this.tokens.delete(key);
		this.refused.add(key);
		return true;
	}

	private logIn(account: Account, deps: TokenDeps): Promise<Token> {
		// Who has less patience must not end the login of who has more.
		const flight = `${keyOf(account)} ${deps.silence?.limitMs ?? ''}`;
		const running = this.logins.get(flight);
		if (running !== undefined) return running;
		const started = fetchNewToken(account, deps)
			.then((token) => this.keep(token, account, deps.clock))
			.finally(() => this.logins.delete(flight));
		this.logins.set(flight, started);
		return started;
	}

	private keep(token: Token, account: Account, clock: Pick<Clock, 'now'>): Token {
		const key = keyOf(account);
		const isRenewal = this.refused.delete(key);
		this.tokens.set(key, isRenewal ? { ...token, renewedAtMs: clock.now() } : token);
		return token;
	}
}

/** All keys of the account, so that a corrected credential logs in anew; hashed, so that no key is a secret. */
function keyOf(account: Account): string {
	const { clientId, clientSecret, refreshToken } = account;
	const parts = JSON.stringify([loginUrl(account), account.region, clientId, clientSecret, refreshToken]);
	return createHash('sha256').update(parts).digest('hex');
}

async function fetchNewToken(account: Account, deps: TokenDeps): Promise<Token> {
	const { clock, log, silence, onWait, giveUpAfterMs = GIVE_UP_AFTER_MS } = deps;
	return await untilAnswered(
		{ clock, log, silence, onWait, operation: LOGIN, giveUpAfterMs },
		async () => await logIn(account, deps),
	);
}

/** Login with Amazon: `grant_type=refresh_token`; answers `{access_token, expires_in}` (seconds). */
async function logIn(account: Account, deps: TokenDeps): Promise<Token> {
	const { clock } = deps;
	const secrets = [account.clientSecret, account.refreshToken];
	const sentAtMs = clock.now();
	const form = new URLSearchParams({
		grant_type: 'refresh_token',
		refresh_token: account.refreshToken,
		client_id: account.clientId,
		client_secret: account.clientSecret,
	});
	try {
		const answer = await exchange(
			deps,
			{ ...LOGIN_REQUEST, url: loginUrl(account), body: form.toString() },
			{ ...BOUNDS, timeoutMs: deps.silence?.cut(BOUNDS.timeoutMs) ?? BOUNDS.timeoutMs },
		);
		if (answer.status !== 200)
			throw new FailedAttempt(toLoginRefusal(answer, { nowMs: clock.now(), secrets }));
		return toToken(answer.text, sentAtMs);
	} catch (error) {
		throw toFailedAttempt(error, () => toNetworkRefusal(LOGIN.id, error, { account, secrets }));
	}
}

function toToken(text: string, sentAtMs: number): Token {
	const { access_token: value, expires_in: seconds } = parseLogin(text);
	if (typeof value !== 'string' || value === '' || typeof seconds !== 'number' || !(seconds > 0)) {
		throw new NetworkError('UNREADABLE_ANSWER', 'the login answered without a token');
	}
	return { value, expiresAtMs: sentAtMs + seconds * 1000 };
}

function parseLogin(text: string): { access_token?: unknown; expires_in?: unknown } {
	try {
		const body: unknown = JSON.parse(text);
		return isRecord(body) ? body : {};
	} catch {
		return {};
	}
}
